import type { OutcomeOf } from '../outcomes/outcome.js';
import type { Finding, Severity } from './finding.js';

/** One finding as a line, for annotations. */
export function findingLine({ severity, problem, consequence, fix, code }: Finding): string {
  const words = code === undefined ? '' : ` ${code.lines.map((line) => line.trim()).join(code.language === 'sh' ? ' && ' : ' ')}`;
  return `[${severity}] ${problem} What comes of it: ${consequence} What to do: ${fix}${words}`;
}

/** One finding for the log, with what is to be copied on lines of its own. */
export function findingLines({ severity, problem, consequence, fix, code }: Finding): readonly string[] {
  return [`[${severity}] ${problem}`, `  What comes of it: ${consequence}`, `  What to do: ${fix}`, ...(code?.lines ?? []).map((line) => `    ${line}`)];
}

/**
 * 307 if nothing has to be done, which notes do not change; else 308: somebody must act, and `fail-on: blocked` fails the
 * job.
 */
export function doctorOutcome(findings: readonly Finding[]): OutcomeOf<307 | 308> {
  const counts = countFindings(findings);
  return findings.every(({ severity }) => severity === 'note')
    ? { code: 307, command: 'doctor', detail: `nothing is in the way${counts === '' ? '' : ` (${counts})`}` }
    : { code: 308, command: 'doctor', detail: `something has to be put right: ${counts}; each is listed with its fix` };
}

/** `2 errors, 1 note`; empty if there are none. */
export function countFindings(findings: readonly Finding[]): string {
  const count = (severity: Severity) => counted(findings.filter((finding) => finding.severity === severity).length, severity);
  return [count('error'), count('warning'), count('note')].filter((text) => text !== null).join(', ');
}

function counted(number: number, noun: string): string | null {
  return number === 0 ? null : `${number} ${noun}${number === 1 ? '' : 's'}`;
}
