export { parseCommand, type WorkflowCommand } from './command.js';
export { summaryLimit } from './file-commands.js';
export type { ActionRequest, ActionRun, Ending, Leftover } from './request.js';
export { runAction } from './run-action.js';
export { type Annotation, type AnnotationLevel, LineSplitter } from './step-log.js';
