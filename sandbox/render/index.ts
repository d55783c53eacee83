export { type GitGraph, type GitGraphResult, parseGitGraph } from './git-graph.js';
export { drawGitGraph } from './git-graph-picture.js';
export { renderMarkdown } from './markdown.js';
export { renderSummaryPage, type SummarySection } from './summary-page.js';
export { terminalGraph, type TerminalGraphOptions } from './terminal-graph.js';
