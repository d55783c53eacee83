import type { PushResult, RefUpdate, RefusalCause } from '../ports/git.js';

/** What a push came to, or why no verdict can be drawn. Texts are untrusted and not cleaned. */
export type PushVerdict =
  | PushResult
  /** Nothing was sent: the server lists these refs otherwise than their leases say. True only if it did list its refs. */
  | { readonly kind: 'not-as-listed'; readonly refs: readonly string[] }
  | { readonly kind: 'outage'; readonly detail: string };

interface RefReport {
  readonly accepted: boolean;
  /** The text in parentheses, why the ref was not updated. */
  readonly reason: string;
}

/** Said of refs that were fine themselves, but fell with another one of the same atomic push. */
const collateral = /^(?:atomic push failed|atomic push failure|atomic transaction failed|transaction failed to start)$/;

/** Said when a ref was not, or no longer, what its lease expects: here before sending, or on the server meanwhile. */
const moved = /^(?:stale info|remote ref updated since checkout|fetch first|already exists)$|cannot lock ref|failed to update ref|reference already exists|incorrect old value provided/;

/** The one of them that git says by itself, before sending. */
const movedBefore = 'stale info';

/** A branch that is in the way of another (`a` of `a/b`) was not moved by anybody; trying again would not help. */
const inTheWay = 'cannot create';

/** The server broke down, or the connection did while it answered: what happened is not known. */
const brokenDown = /remote failed to report status|unpack|internal|commit_refs|missing necessary objects|timed? ?out|temporar/i;

/**
 * Reads what `git push --atomic --porcelain` printed.
 *
 * @param output standard output, one line `<flag>\t<from>:<to>\t<summary> (<reason>)` per ref
 * @param errorText standard error, where the server's explanations stand
 */
export function readPushReport(updates: readonly RefUpdate[], status: number | null, output: string, errorText: string): PushVerdict {
  const reports = readLines(output);
  const refs = updates.map((update) => update.ref);
  if (status === 0) {
    const unanswered = refs.filter((ref) => reports.get(ref)?.accepted !== true);
    if (unanswered.length === 0) return { kind: 'pushed' };
    return { kind: 'outage', detail: `no answer about ${unanswered.length} of ${refs.length} refs` };
  }

  const culprits = refs.flatMap((ref) => {
    const report = reports.get(ref);
    return report === undefined || report.accepted || collateral.test(report.reason) ? [] : [{ ref, reason: report.reason }];
  });
  const broken = culprits.find((culprit) => brokenDown.test(culprit.reason) && !moved.test(culprit.reason));
  if (broken !== undefined) return { kind: 'outage', detail: `${broken.reason}; ${errorText}` };
  const stale = culprits.filter((culprit) => moved.test(culprit.reason) && !culprit.reason.includes(inTheWay));
  const refused = culprits.filter((culprit) => !stale.includes(culprit));
  if (refused.length > 0) {
    const reason = [...new Set(refused.map((culprit) => culprit.reason)), errorText].join('; ');
    return { kind: 'refused', refs: refused.map((culprit) => culprit.ref), reason, cause: refusalCause(reason) };
  }
  if (stale.length > 0) {
    return { kind: stale.every((culprit) => culprit.reason === movedBefore) ? 'not-as-listed' : 'stale', refs: stale.map((culprit) => culprit.ref) };
  }
  return readServerText(refs, reports, errorText);
}

/** No ref is to blame by name; the server's own words may say which one, or that the whole push is not permitted. */
function readServerText(refs: readonly string[], reports: ReadonlyMap<string, RefReport>, errorText: string): PushVerdict {
  const lines = errorText.split('\n');
  if (reports.size > 0) {
    const locks = refs.flatMap((ref) => lines.filter((line) => line.includes(`cannot lock ref '${ref}': `)).map((line) => ({ ref, line })));
    const blocked = locks.filter((lock) => lock.line.includes(inTheWay));
    if (blocked.length > 0) return { kind: 'refused', refs: distinct(blocked), reason: errorText, cause: 'other' };
    if (locks.length > 0) return { kind: 'stale', refs: distinct(locks) };
  } else if (lines.some((line) => /^remote: .*(?:Permission to .* denied|Write access to repository not granted|Resource not accessible)/.test(line))) {
    return { kind: 'refused', refs, reason: errorText, cause: 'not-permitted' };
  }
  return { kind: 'outage', detail: errorText };
}

function distinct(locks: ReadonlyArray<{ readonly ref: string }>): readonly string[] {
  return [...new Set(locks.map((lock) => lock.ref))];
}

function refusalCause(reason: string): RefusalCause {
  if (/refusing to allow/i.test(reason) && /workflow/i.test(reason)) return 'workflow-permission';
  if (/GH006|GH013|protected branch|repository rule violations/i.test(reason)) return 'protected-branch';
  if (/permission|not permitted|not allowed|denied/i.test(reason)) return 'not-permitted';
  return 'other';
}

function readLines(output: string): ReadonlyMap<string, RefReport> {
  const reports = new Map<string, RefReport>();
  for (const line of output.split('\n')) {
    const [flag, names, summary] = line.split('\t');
    if (flag?.length !== 1 || names === undefined || summary === undefined) continue;
    const ref = names.slice(names.indexOf(':') + 1);
    const opening = summary.indexOf(' (');
    const reason = opening === -1 ? summary : summary.slice(opening + 2).replace(/\)$/, '');
    reports.set(ref, { accepted: ' +-*='.includes(flag), reason });
  }
  return reports;
}
