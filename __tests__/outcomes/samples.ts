import type { ApprovalCount, MissingApprovals } from '../../src/approvals/approvals.js';
import { judgeBuilds } from '../../src/builds/verdict.js';
import type { BranchFacts, BuildVerdict } from '../../src/builds/verdict.js';
import type { WorkflowRun } from '../../src/builds/workflow-run.js';
import { optionsOf } from '../../src/conversation/options.js';
import type { OptionInForce } from '../../src/conversation/options.js';
import { quoteForMarkdown } from '../../src/conversation/quote.js';
import type { Refusal, RefusalKind } from '../../src/conversation/read.js';
import type { Code } from '../../src/outcomes/codes.js';
import type { LandingRecord } from '../../src/outcomes/landing-record.js';
import type { MessageContext } from '../../src/outcomes/messages/context.js';
import type { Outcome, StatusReport } from '../../src/outcomes/outcome.js';
import { runningWorkflowRun, workflowRun } from '../builders/workflow-run.js';

export const repositoryUrl = 'https://github.com/org/repo';

/** What becomes of every text from outside: itself, or something hostile. */
export type Taint = (text: string) => string;

const untouched: Taint = (text) => text;

export const shas = {
  source: '5'.repeat(40),
  before: 'b'.repeat(40),
  after: 'a'.repeat(40),
  tested: '7'.repeat(40),
  old: '0'.repeat(40),
};

export function messageContext(overrides: Partial<MessageContext> = {}, t: Taint = untouched): MessageContext {
  return {
    robot: 'merge-robot[bot]',
    repositoryUrl,
    commandPrefix: '/',
    pullRequest: { number: 12, author: t('alice'), sourceBranch: t('bugfix/PROJ-7-crash'), destinationBranch: t('development/4.3'), headSha: shas.source },
    options: optionsOf(new Map([['approve', { kind: 'comment', author: t('alice'), commentId: 501 }]]), new Map([[9, { kind: 'input' }]])),
    runUrl: `${repositoryUrl}/actions/runs/900`,
    ...overrides,
  };
}

/** Facts of one branch with these runs. */
export function branchFacts(branch: string, commit: string, runs: readonly WorkflowRun[]): BranchFacts {
  return { branch, commit, runs, branches: new Set([branch]), statuses: [], checkRuns: [] };
}

export function verdictOf(branches: readonly BranchFacts[], buildKeys: Parameters<typeof judgeBuilds>[0]['buildKeys'] = [{ kind: 'workflow-runs' }]): BuildVerdict {
  return judgeBuilds({
    buildKeys,
    bypassed: false,
    branches,
    ownWorkflow: { path: '.github/workflows/bert-e.yml' },
    dispatchedWorkflows: [],
    requiredWorkflows: [],
    runSelection: 'best',
    allowAllSkipped: false,
  });
}

type VerdictOfKind<Kind extends BuildVerdict['kind']> = Extract<BuildVerdict, { readonly kind: Kind }>;

/** @throws Error if the verdict is of another kind: then the sample is wrong. */
export function ofKind<Kind extends BuildVerdict['kind']>(verdict: BuildVerdict, kind: Kind): VerdictOfKind<Kind> {
  if (verdict.kind !== kind) {
    throw new Error(`the verdict is ${verdict.kind}, not ${kind}`);
  }
  return verdict as VerdictOfKind<Kind>;
}

export function runOf(branch: string, overrides: Partial<WorkflowRun> = {}): WorkflowRun {
  return workflowRun({ headBranch: branch, headSha: shas.tested, ...overrides });
}

export function failedVerdict(t: Taint = untouched): VerdictOfKind<'failed'> {
  const later = t('w/5.1/bugfix/PROJ-7-crash');
  return ofKind(
    verdictOf([
      branchFacts(t('bugfix/PROJ-7-crash'), shas.tested, [runOf(t('bugfix/PROJ-7-crash'))]),
      branchFacts(later, shas.tested, [
        runOf(later, { id: 31, conclusion: 'failure', runAttempt: 2, name: t('CI') }),
        runOf(later, { id: 32, workflowId: 101, workflowPath: t('.github/workflows/lint.yml'), conclusion: 'action_required', name: t('Lint') }),
        runOf(t('w/5.1/bugfix/PROJ-7-old-name'), { id: 33 }),
      ]),
    ]),
    'failed',
  );
}

export function statusVerdict(t: Taint = untouched): VerdictOfKind<'failed'> {
  const branch = t('bugfix/PROJ-7-crash');
  const facts: BranchFacts = {
    ...branchFacts(branch, shas.tested, []),
    statuses: [{ context: t('ci/jenkins'), state: 'failure', description: '', targetUrl: 'https://ci.example.com/job/7 (x)', creator: null }],
  };
  return ofKind(verdictOf([facts], [{ kind: 'commit-status', context: t('ci/jenkins') }]), 'failed');
}

function refusal(kind: RefusalKind, t: Taint, overrides: Partial<Refusal> = {}): Refusal {
  return {
    kind,
    keyword: t('bypass_build_status'),
    value: null,
    author: t('mallory'),
    commentId: 77,
    answered: false,
    suggestion: null,
    quotedText: quoteForMarkdown(t('@merge-robot bypass_build_status please'), 1_000),
    ...overrides,
  };
}

const noApprovals: ApprovalCount = { required: 0, given: [], authorCounts: false, missing: 0, bypassed: false };

export function missingApprovals(overrides: Partial<MissingApprovals> = {}): MissingApprovals {
  return {
    kind: 'missing',
    author: false,
    peers: { ...noApprovals, required: 2, missing: 2 },
    leaders: noApprovals,
    changeRequesters: [],
    changeRequestsSetAside: [],
    unanimityMissing: [],
    staleApprovals: [],
    ...overrides,
  };
}

export function landing(t: Taint = untouched, overrides: Partial<LandingRecord> = {}): LandingRecord {
  const branches = [t('bugfix/PROJ-7-crash'), t('w/5.1/bugfix/PROJ-7-crash')];
  const green = ofKind(verdictOf(branches.map((branch, index) => branchFacts(branch, shas.tested, [runOf(branch, { id: 40 + index, name: t('CI') })]))), 'green');
  const options: readonly OptionInForce[] = [{ option: 'bypass_jira_check', pullRequest: null, setBy: { kind: 'comment', author: t('carol'), commentId: 502 } }];
  return {
    pullRequest: 12,
    head: shas.source,
    versions: [t('development/4.3'), t('development/5.1')].map((branch, index) => ({
      branch,
      before: shas.before,
      after: shas.after,
      tested: { branch: branches[index] ?? '', commit: shas.tested, evidence: green.branches[index] ?? null },
    })),
    approvals: [{ login: t('bob'), reviewId: 3, commit: shas.source, submittedAt: '2026-05-20T10:00:00Z', onHead: true }],
    options,
    buildsSkipped: null,
    forced: false,
    settingsHash: '0123456789abcdef',
    ...overrides,
  };
}

export function statusReport(t: Taint = untouched): StatusReport {
  return {
    checks: [
      { name: 'pull request is open', state: 'holds', detail: 'open' },
      { name: 'approvals', state: 'holds', detail: '1 of 1 peers' },
      { name: 'builds', state: 'stops', detail: `CI failed on ${t('w/5.1/bugfix/PROJ-7-crash')}: 2 workflow runs` },
      { name: 'not too far behind', state: 'skipped', detail: 'no limit set' },
      { name: 'merge', state: 'not-reached', detail: '' },
    ],
    builds: failedVerdict(t).branches,
    cascade: {
      source: t('bugfix/PROJ-7-crash'),
      ignored: [t('development/4.2')],
      landed: false,
      steps: [
        { destination: t('development/4.3'), integrationBranch: null, state: 'unchanged' },
        { destination: t('development/5.1'), integrationBranch: t('w/5.1/bugfix/PROJ-7-crash'), state: 'created' },
      ],
    },
    queue: { position: 2, length: 5 },
  };
}

/** One sample for every code, several where the texts differ. A code without one does not compile. */
export function sampleOutcomes(t: Taint = untouched): { readonly [Each in Code]: ReadonlyArray<Outcome & { readonly code: Each }> } {
  const source = t('bugfix/PROJ-7-crash');
  const later = t('w/5.1/bugfix/PROJ-7-crash');
  const remaining = [{ sha: shas.old, subject: t('fix typo') }];
  const problems = [{ rule: 'Q005', branch: t('q/5.1'), detail: t('contains a commit that is not the newest entry') }] as const;
  const sides = [t('development/5.1'), source] as const;
  const approval = { login: t('dave'), reviewId: 4, commit: shas.old, submittedAt: null, onHead: false };
  return {
    100: [{ code: 100, author: t('alice') }, { code: 100, author: 'dependabot[bot]' }],
    101: [{ code: 101 }],
    102: [
      { code: 102, landing: landing(t), ignored: [t('development/4.2')] },
      { code: 102, landing: landing(t, { versions: [{ branch: t('development/4.3'), before: null, after: shas.after, tested: null }], approvals: [], options: [] }), ignored: [] },
      { code: 102, landing: landing(t, { buildsSkipped: 'bypassed', forced: true }), ignored: [] },
    ],
    104: [{ code: 104, report: statusReport(t) }],
    106: [{ code: 106, source, prefix: 'bugfix', refusedBy: [{ branch: t('development/4.3'), accepted: ['feature', 'improvement'] }, { branch: t('development/5.1'), accepted: [] }] }],
    107: [{ code: 107, source: t('bugfix/crash'), projects: ['PROJ', 'OTHER'] }],
    108: [{ code: 108, issue: t('PROJ-7') }],
    109: [
      { code: 109, issue: t('PROJ-7'), type: t('Epic'), supported: ['Bug', 'Story'], parentOfSubTask: null, subTask: false },
      { code: 109, issue: t('PROJ-7'), type: t('Sub-task'), supported: ['Bug', 'Story'], parentOfSubTask: t('PROJ-1'), subTask: true },
    ],
    110: [{ code: 110, issue: t('OTHER-7'), project: t('OTHER'), accepted: ['PROJ'] }],
    111: [{ code: 111, issue: t('PROJ-7'), type: t('Story'), prefix: 'bugfix', expectedPrefix: 'feature' }],
    112: [{ code: 112, issue: t('PROJ-7'), found: [t('4.3.1')], expected: ['4.3.2', '5.1.0'] }],
    113: [{ code: 113, integrationBranch: later, commit: shas.old, source, destination: t('development/5.1') }],
    114: [
      { code: 114, conflict: { where: 'integration', branch: later, startFrom: t('development/5.1'), merge: [source], sides, files: [t('src/main.c'), t('docs/read me.md')] } },
      { code: 114, conflict: { where: 'source', branch: source, startFrom: null, merge: [t('development/4.3')], sides: [t('development/4.3'), source], files: [t('src/main.c')] } },
      { code: 114, conflict: { where: 'integration', branch: later, startFrom: null, merge: [t('development/5.1'), source], sides, files: [] } },
    ],
    115: [
      { code: 115, missing: missingApprovals() },
      {
        code: 115,
        missing: missingApprovals({
          author: true,
          peers: { ...noApprovals, required: 2, missing: 1, given: [{ ...approval, login: t('bob'), onHead: true }] },
          leaders: { ...noApprovals, required: 2, missing: 1, authorCounts: true },
          changeRequesters: [t('erin')],
          unanimityMissing: [t('frank'), t('grace')],
          staleApprovals: [approval],
        }),
      },
    ],
    118: [{ code: 118, build: failedVerdict(t) }, { code: 118, build: statusVerdict(t) }],
    120: [{ code: 120, open: [3, 4], closed: [] }, { code: 120, open: [], closed: [5] }],
    121: [{ code: 121, branches: [{ branch: later, destination: t('development/5.1') }], ignored: [t('development/4.2')], pendingHotfixes: [t('hotfix/4.3.1')] }],
    122: [{ code: 122, refusal: refusal('unknown-command', t, { keyword: t('stauts'), suggestion: 'status' }) }],
    123: [{ code: 123, refusal: refusal('not-authorised', t) }],
    124: [{ code: 124, conflict: { branch: t('q/5.1'), files: [t('src/main.c')] } }],
    125: [{ code: 125, position: 3, targets: [t('development/4.3'), t('development/5.1')], ignored: [t('development/4.2')], pendingHotfixes: [] }],
    126: [{ code: 126, landing: landing(t), ignored: [], remaining }],
    127: [{ code: 127, problems }],
    128: [{ code: 128, deleted: [later], forced: false }, { code: 128, deleted: [later, t('w/5.2/bugfix/PROJ-7-crash')], forced: true }, { code: 128, deleted: [], forced: false }, { code: 128, deleted: [], forced: false, gateOnly: true }],
    129: [{ code: 129, branches: [{ branch: later, commits: remaining }] }],
    130: [{ code: 130, refusal: refusal('wrong-syntax', t, { keyword: 'wait', value: t('maybe') }) }],
    131: [
      { code: 131, refusal: refusal('wrong-pull-request-number', t, { keyword: 'after_pull_request', value: t('999') }) },
      { code: 131, refusal: refusal('wrong-pull-request-number', t, { keyword: 'after_pull_request', commentId: null, author: null, quotedText: '' }) },
      { code: 131, refusal: refusal('too-many-pull-requests', t, { keyword: 'after_pull_request', value: t('999') }) },
    ],
    132: [{ code: 132, source, destination: t('development/4.3'), behind: 131, limit: 100 }],
    133: [{ code: 133, service: 'GitHub', detail: t('502 while reading reviews') }],
    134: [{ code: 134, refusal: refusal('not-the-author', t, { keyword: 'approve' }) }],
    135: [{ code: 135, targets: [t('development/5.1'), t('development/5.2')] }],
    136: [{ code: 136, branch: t('q/w/12/5.1/bugfix/PROJ-7-crash'), build: failedVerdict(t) }],
    137: [{ code: 137, restarted: [{ name: t('CI'), branch: later, url: `${repositoryUrl}/actions/runs/31` }], left: 1 }, { code: 137, restarted: [], left: 0 }],
    138: [{ code: 138, removed: 4 }, { code: 138, removed: 0 }],
    139: [{ code: 139, head: shas.source, branch: t('q/w/12/5.1/bugfix/PROJ-7-crash'), build: failedVerdict(t) }],
    204: [{ code: 204, branch: t('development/4.3.1'), version: '4.3.1', tag: t('v4.3.1') }],
    207: [{ code: 207, branch: t('my-branch'), side: 'source' }],
    210: [{ code: 210, older: t('development/4.3'), newer: t('development/5.1') }],
    213: [{ code: 213, branch: later, expected: shas.before, found: shas.after }],
    214: [{ code: 214, problems }],
    219: [{ code: 219, problems: [t('.github/bert-e.yml:3:1: expected YAML, found a tab')] }],
    220: [{ code: 220, problems: [t('.github/bert-e.yml:3:1: use_queues: expected true or false'), t('second')] }],
    221: [
      { code: 221, operation: 'push', cause: 'workflow-permission', detail: t('refusing to allow a GitHub App to create a workflow'), branches: [] },
      { code: 221, operation: 'push', cause: 'protected-branch', detail: t('GH006'), branches: [t('development/4.3')] },
      { code: 221, operation: t('comment on #12'), cause: 'not-permitted', detail: t('403'), branches: [] },
      { code: 221, operation: 'push', cause: 'other', detail: '', branches: [] },
    ],
    222: [{ code: 222, destination: t('development/9.9') }],
    223: [{ code: 223, branches: [{ branch: t('hotfix/4.3.1'), version: '4.3.1.0' }] }],
    301: [
      { code: 301, reason: { kind: 'source-kind', branch: t('user/alice') } },
      { code: 301, reason: { kind: 'destination-kind', branch: t('release/4.3') } },
      { code: 301, reason: { kind: 'fork', repository: t('mallory/repo') } },
      { code: 301, reason: { kind: 'queues-off' } },
    ],
    302: [
      { code: 302, reason: { kind: 'merged' } },
      { code: 302, reason: { kind: 'closed' } },
      { code: 302, reason: { kind: 'no-such-pull-request', number: 99 } },
      { code: 302, reason: { kind: 'event', detail: t('merge_group is not an event I handle') } },
      { code: 302, reason: { kind: 'wait', setBy: { kind: 'comment', author: t('bob'), commentId: 6 } } },
      { code: 302, reason: { kind: 'already-contained', source, destination: t('development/4.3') } },
      { code: 302, reason: { kind: 'source-gone', source } },
      { code: 302, reason: { kind: 'changed-meanwhile', detail: 'the source branch has new commits' } },
      { code: 302, reason: { kind: 'busy', attempts: 3 } },
      { code: 302, reason: { kind: 'gate-only' } },
      { code: 302, reason: { kind: 'queue-waits' } },
      { code: 302, reason: { kind: 'queue-rebuild' } },
      { code: 302, reason: { kind: 'wait', setBy: { kind: 'settings' }, queued: true } },
      { code: 302, reason: { kind: 'namesake', branch: source, pullRequest: 9 } },
      { code: 302, reason: { kind: 'same-head', pullRequest: 9 } },
      { code: 302, reason: { kind: 'integration-pull-request-without-parent' } },
    ],
    303: [{ code: 303, build: ofKind(verdictOf([branchFacts(later, shas.tested, [runningWorkflowRun({ headBranch: later, headSha: shas.tested, name: t('CI') })])]), 'in-progress') }, { code: 303, build: null }],
    304: [
      { code: 304, build: ofKind(verdictOf([branchFacts(later, shas.tested, [])]), 'not-started'), justPushed: [] },
      { code: 304, build: null, justPushed: [later] },
    ],
    305: [{ code: 305, deleted: [later], closed: [13] }],
    306: [{ code: 306, merged: [10, 11, 12] }],
    307: [{ code: 307, command: 'create-branch', detail: t('development/6.0 starts at development/5.1') }],
    308: [{ code: 308, command: 'delete-branch', detail: t('#12 is queued for development/4.3') }],
    309: [{ code: 309, failed: [{ pullRequest: 12, branch: t('q/w/12/5.1/bugfix/PROJ-7-crash') }] }],
  };
}

/** All samples with a name for the test. */
export function namedSamples(t: Taint = untouched): ReadonlyArray<readonly [name: string, outcome: Outcome]> {
  return Object.values(sampleOutcomes(t)).flatMap((ofCode: readonly Outcome[]) => ofCode.map((outcome, index) => [`${outcome.code}, sample ${index + 1}`, outcome] as const));
}
