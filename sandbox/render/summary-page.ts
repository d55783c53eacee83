import { escapeHtml } from './html.js';
import { renderMarkdown } from './markdown.js';
import { pageStyle } from './style.js';

export interface SummarySection {
  readonly title: string;
  readonly markdown: string;
}

/**
 * Job summaries as one HTML file to open from disk. It carries its own style, runs nothing and, by its content policy, loads
 * nothing. With more than one section a list of them comes first.
 */
export function renderSummaryPage(page: { readonly title: string; readonly sections: readonly SummarySection[] }): string {
  const sections = page.sections.map((section, index) => {
    const body = section.markdown.trim() === '' ? '<p class="nothing">Nothing was written.</p>' : renderMarkdown(section.markdown);
    return `<section id="section-${index + 1}">\n<h2>${escapeHtml(section.title)}</h2>\n<div class="markdown">\n${body}</div>\n</section>`;
  });
  const contents = page.sections.map((section, index) => `<li><a href="#section-${index + 1}">${escapeHtml(section.title)}</a></li>`);
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(page.title)}</title>
<style>${pageStyle}</style>
</head>
<body>
<main>
<header><h1>${escapeHtml(page.title)}</h1></header>
${contents.length > 1 ? `<nav aria-label="Contents"><ol>${contents.join('')}</ol></nav>\n` : ''}${sections.join('\n')}
</main>
</body>
</html>
`;
}
