import { inlineCode } from '../conversation/quote.js';
import { parseBranchName } from '../gitwaterflow/branch-name.js';
import type { IssueKey, SourceBranch } from '../gitwaterflow/branch-name.js';
import { expectedFixVersions } from '../gitwaterflow/cascade.js';
import type { Cascade } from '../gitwaterflow/cascade.js';
import { formatVersion, parseVersion } from '../gitwaterflow/version.js';
import type { Outcome } from '../outcomes/outcome.js';
import type { Issue } from '../ports/issue-tracker.js';
import type { Settings } from '../settings/schema.js';
import { holds, skipped, stops } from './check.js';
import type { Check, Finding } from './check.js';
import type { HistoryFacts } from './facts.js';

/** What the issue tracker answered. */
export type IssueAnswer =
  /** `issueToAsk` names no issue. */
  | { readonly kind: 'not-asked' }
  | { readonly kind: 'found'; readonly issue: Issue }
  /** There is no such issue, or the account of the robot may not see it. */
  | { readonly kind: 'not-found' };

/** Stage 3, and the issue that the source branch names. */
export interface IssueFacts extends HistoryFacts {
  readonly issue: IssueAnswer;
}

/** Step 12 of spec 3. */
export const issueChecks: ReadonlyArray<Check<IssueFacts>> = [
  { name: 'issue', examine: examineIssue },
  { name: 'issue type', examine: examineType },
  { name: 'fix versions', examine: examineFixVersions },
];

/** Spec 3: the checks run only if all of these are set. The token is an input and not asked for here. */
export function usesIssueTracker({ jiraAccountUrl, jiraEmail, jiraKeys }: Settings): boolean {
  return jiraAccountUrl !== '' && jiraEmail !== '' && jiraKeys.length > 0;
}

/** The key of the issue to ask the tracker for; null if the checks need none. */
export function issueToAsk(facts: HistoryFacts): string | null {
  const need = needOf(facts);
  return need.kind === 'issue' ? need.named.key : null;
}

/** What can be told without the tracker. */
type Need =
  | { readonly kind: 'none'; readonly why: string }
  | { readonly kind: 'impossible'; readonly outcome: Outcome }
  | { readonly kind: 'issue'; readonly source: SourceBranch; readonly named: IssueKey };

function needOf({ settings, conversation, source, pullRequest }: HistoryFacts): Need {
  if (!usesIssueTracker(settings)) {
    return { kind: 'none', why: 'no issue tracker set' };
  }
  if (conversation.options.bypassJiraCheck) {
    return { kind: 'none', why: 'bypassed' };
  }
  if (source.kind === 'development') {
    // What is on a version branch has passed these checks already; one in a fork was never guarded.
    return pullRequest.head.fork ? missingKey(source.name, settings) : { kind: 'none', why: 'the source is a version branch' };
  }
  if (settings.bypassPrefixes.includes(source.prefix)) {
    return { kind: 'none', why: `not asked of ${inlineCode(`${source.prefix}/`)} branches` };
  }
  return source.issue === null ? missingKey(source.name, settings) : { kind: 'issue', source, named: source.issue };
}

function missingKey(source: string, settings: Settings): Need {
  return { kind: 'impossible', outcome: { code: 107, source, projects: settings.jiraKeys } };
}

function accepts({ jiraKeys }: Settings, project: string): boolean {
  return jiraKeys.includes(project.toUpperCase());
}

function examineIssue(facts: IssueFacts): Finding {
  const need = needOf(facts);
  switch (need.kind) {
    case 'none':
      return skipped(need.why);
    case 'impossible':
      return stops(need.outcome);
    case 'issue':
      return examineAnswer(facts, need.named);
  }
}

/** The order of the specification: 108, then 110 by the project of the issue as the tracker knows it. */
function examineAnswer({ issue: answer, settings }: IssueFacts, named: IssueKey): Finding {
  switch (answer.kind) {
    case 'not-asked':
      throw new Error('The checks of the issue were reached without asking for it: `issueToAsk` names one');
    case 'not-found':
      return stops({ code: 108, issue: named.key });
    case 'found': {
      // An issue that was moved is found by its former key, and belongs to where it is now.
      const { key, project } = answer.issue;
      if (!accepts(settings, project)) {
        return stops({ code: 110, issue: key, project, accepted: settings.jiraKeys });
      }
      return holds(key.toUpperCase() === named.key ? inlineCode(key) : `${inlineCode(named.key)}, now ${inlineCode(key)}`);
    }
  }
}

/** The issue whose type and versions are to be judged. */
type Subject = { readonly kind: 'none'; readonly why: string } | { readonly kind: 'issue'; readonly source: SourceBranch; readonly issue: Issue };

function subjectOf(facts: IssueFacts): Subject {
  const need = needOf(facts);
  if (need.kind === 'none') {
    return need;
  }
  // A report goes on after the check before this one has stopped.
  return need.kind === 'issue' && facts.issue.kind === 'found'
    ? { kind: 'issue', source: need.source, issue: facts.issue.issue }
    : { kind: 'none', why: 'no issue' };
}

/**
 * With an empty map every type is accepted: it is the default, and to refuse everything until it is filled would serve
 * nobody. A sub-task is refused like any type that is not listed, with advice of its own; whoever lists it wants it.
 */
function examineType(facts: IssueFacts): Finding {
  const subject = subjectOf(facts);
  const { prefixes, checkPrefixMatchesType } = facts.settings;
  if (subject.kind === 'none') {
    return skipped(subject.why);
  }
  if (prefixes.size === 0) {
    return skipped('every type is accepted');
  }
  const { source, issue } = subject;
  const expectedPrefix = prefixes.get(issue.type);
  if (expectedPrefix === undefined) {
    const { key, type, subTask, parent } = issue;
    return stops({ code: 109, issue: key, type, supported: [...prefixes.keys()], parentOfSubTask: parent, subTask });
  }
  return checkPrefixMatchesType && expectedPrefix !== source.prefix
    ? stops({ code: 111, issue: issue.key, type: issue.type, prefix: source.prefix, expectedPrefix })
    : holds(inlineCode(issue.type));
}

function examineFixVersions(facts: IssueFacts): Finding {
  const subject = subjectOf(facts);
  const { settings, cascade, destination } = facts;
  if (subject.kind === 'none') {
    return skipped(subject.why);
  }
  if (settings.disableVersionChecks) {
    return skipped('switched off');
  }
  if (cascade.kind !== 'cascade') {
    throw new Error('The fix versions were reached without a cascade: the check of the version branches is missing');
  }
  const { key, fixVersions } = subject.issue;
  const expected = expectedFixVersions(cascade);
  const found = new Set(fixVersions);
  if (destination.kind === 'hotfix') {
    return expected.every((version) => found.has(version)) ? holdsFor(expected) : wrong(key, fixVersions, expected);
  }
  const pending = pendingHotfixVersions(cascade).filter(({ version }) => found.has(version));
  const counted = new Set(fixVersions.filter((name) => counts(name) && !pending.some(({ version }) => version === name)));
  if (!sameMembers(counted, new Set(expected))) {
    return wrong(key, fixVersions, expected);
  }
  return holdsFor(expected, pending.length === 0 ? [] : [{ code: 223, branches: pending }]);
}

function holdsFor(expected: readonly string[], notices: readonly Outcome[] = []): Finding {
  return holds(expected.map(inlineCode).join(', '), { notices });
}

/** All fix versions are shown, also those that do not count: `v5.1.0` explains why `5.1.0` is missed. */
function wrong(issue: string, found: readonly string[], expected: readonly string[]): Finding {
  return stops({ code: 112, issue, found, expected });
}

/** `X.Y.Z` and `X.Y.Z.0`; anything else is a version that the flow knows nothing of, `Backlog` or that of a hotfix. */
function counts(name: string): boolean {
  const version = parseVersion(name);
  return version?.length === 3 || (version?.length === 4 && version[3] === 0);
}

/** What a hotfix branch delivers before the version it is called after is released. */
function pendingHotfixVersions(cascade: Cascade): ReadonlyArray<{ readonly branch: string; readonly version: string }> {
  return cascade.pendingHotfixes.flatMap((name) => {
    const branch = parseBranchName(name);
    return branch?.kind === 'hotfix' ? [{ branch: name, version: formatVersion([...branch.version, 0]) }] : [];
  });
}

function sameMembers(left: ReadonlySet<string>, right: ReadonlySet<string>): boolean {
  return left.size === right.size && [...left].every((member) => right.has(member));
}
