import { bySeverity } from '../../doctor/finding.js';
import type { Finding, Severity } from '../../doctor/finding.js';
import { counted, fenced, paragraphs } from '../../outcomes/messages/markdown.js';
import { sentence } from './sentence.js';

const mostFindings = 200;
const icons: Readonly<Record<Severity, string>> = { error: '❌', warning: '⚠️', note: 'ℹ️' };

/** What the doctor found, the worst first: what is the case, what comes of it, and what to do, ready to be copied. */
export function findingsText(findings: readonly Finding[], heading: '###' | '####'): string {
  const shown = bySeverity(findings).slice(0, mostFindings);
  const sections = (['error', 'warning', 'note'] as const).map((severity) => {
    const own = shown.filter((finding) => finding.severity === severity);
    return own.length === 0 ? null : paragraphs(`${heading} ${icons[severity]} ${counted(own.length, severity)}`, ...own.map(findingText));
  });
  const rest = findings.length - shown.length;
  return paragraphs(...sections, rest > 0 ? `… and ${counted(rest, 'finding')} more; all of them are in the log.` : null);
}

/** An item of a numbered list; the parts of an item are indented. */
function findingText({ problem, consequence, fix, code }: Finding, index: number): string {
  const item = paragraphs(
    `**${sentence(problem)}** ${sentence(consequence)}`,
    `**What to do:** ${sentence(fix)}`,
    code === undefined ? null : fenced(code.language, code.lines.map(visibleLine)),
  );
  const mark = `${index + 1}. `;
  return item.split('\n').map((line, number) => (number === 0 ? mark : line === '' ? '' : ' '.repeat(mark.length)) + line).join('\n');
}

/** Nothing that looks like nothing is copied. */
function visibleLine(line: string): string {
  return line.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\uFFFD');
}
