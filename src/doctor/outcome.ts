import type { OutcomeOf } from '../outcomes/outcome.js';
import type { Finding, Severity } from './finding.js';

/** One finding as a line: for the log, the annotations and the job summary. */
export function findingLine({ severity, problem, consequence, fix }: Finding): string {
  return `${labels[severity]} ${problem} What comes of it: ${consequence} What to do: ${fix}`;
}

const labels: Readonly<Record<Severity, string>> = { error: '[error]', warning: '[warning]', note: '[note]' };

/**
 * 307 if nothing has to be done, which notes do not change; else 308: somebody must act, and `fail-on: blocked` fails the
 * job.
 */
export function doctorOutcome(findings: readonly Finding[]): OutcomeOf<307 | 308> {
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  const [errors, warnings, notes] = [count('error'), count('warning'), count('note')];
  const counts = [counted(errors, 'error'), counted(warnings, 'warning'), counted(notes, 'note')].filter((text) => text !== null);
  return errors + warnings === 0
    ? { code: 307, command: 'doctor', detail: `nothing is in the way${counts.length === 0 ? '' : ` (${counts.join(', ')})`}` }
    : { code: 308, command: 'doctor', detail: `something has to be put right: ${counts.join(', ')}; each is listed with its fix` };
}

function counted(number: number, noun: string): string | null {
  return number === 0 ? null : `${number} ${noun}${number === 1 ? '' : 's'}`;
}
