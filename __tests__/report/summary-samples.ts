import type { BuildState } from '../../src/builds/build-state.js';
import type { Finding } from '../../src/doctor/finding.js';
import { doctorOutcome } from '../../src/doctor/outcome.js';
import type { CommandAccount } from '../../src/edge/findings.js';
import { markerLine } from '../../src/conversation/marker.js';
import { renderMessage } from '../../src/outcomes/messages/render.js';
import type { CheckRecord } from '../../src/outcomes/outcome.js';
import { emptyPlan } from '../../src/plan/plan.js';
import type { QueueMatrix, SubjectReport, SummaryReport } from '../../src/report/summary/report.js';
import { branchFacts, failedVerdict, landing, messageContext, ofKind, repositoryUrl, runOf, sampleOutcomes, shas, verdictOf } from '../outcomes/samples.js';
import type { Taint } from '../outcomes/samples.js';

const same: Taint = (text) => text;

export function subject(overrides: Partial<SubjectReport> & Pick<SubjectReport, 'outcome' | 'state'>, t: Taint = same): SubjectReport {
  return {
    subject: { kind: 'pull-request', number: 12, title: t('Do not crash on empty input') },
    message: renderMessage(overrides.outcome, messageContext({}, t)),
    checks: [],
    builds: [],
    cascade: null,
    plan: emptyPlan,
    execution: { kind: 'done' },
    ...overrides,
  };
}

export function summary(overrides: Partial<SummaryReport> & Pick<SummaryReport, 'subjects'>): SummaryReport {
  return { repositoryUrl, queue: null, figures: { apiRequests: 23, gitProcesses: 9, milliseconds: 1_840 }, notes: [], ...overrides };
}

const passed: readonly CheckRecord[] = [
  { name: 'pull request is open', state: 'holds', detail: 'open' },
  { name: 'issue tracker', state: 'skipped', detail: 'not set up' },
  { name: 'approvals', state: 'holds', detail: '1 of 1 peers' },
];

/** Everything green, merged without a queue. */
export function merged(t: Taint = same): SummaryReport {
  const source = t('bugfix/PROJ-7-crash');
  const later = t('w/5.1/bugfix/PROJ-7-crash');
  const green = ofKind(verdictOf([branchFacts(source, shas.tested, [runOf(source, { name: t('CI') })]), branchFacts(later, shas.tested, [runOf(later, { id: 2 }), runOf(t('w/5.1/bugfix/PROJ-7-old'), { id: 3 })])]), 'green');
  return summary({
    notes: [t('`jenkins_url` concerns a server and is ignored')],
    subjects: [
      subject(
        {
          outcome: { code: 102, landing: landing(t), ignored: [t('development/4.2')] },
          state: 'success',
          checks: passed,
          builds: green.branches,
          cascade: {
            source,
            ignored: [t('development/4.2')],
            landed: true,
            steps: [
              { destination: t('development/4.3'), integrationBranch: null, state: 'unchanged' },
              { destination: t('development/5.1'), integrationBranch: later, state: 'unchanged' },
            ],
          },
          plan: {
            ...emptyPlan,
            push: [
              { ref: `refs/heads/${t('development/4.3')}`, from: shas.before, to: shas.tested },
              { ref: `refs/heads/${t('development/5.1')}`, from: shas.before, to: shas.after },
              { ref: `refs/heads/${later}`, from: shas.tested, to: null },
            ],
            closePullRequests: [13],
            statuses: [{ commit: shas.source, context: t('bert-e'), state: 'success', description: t('Merged'), targetUrl: null }],
            comments: [{ pullRequest: 12, key: 'k', body: `text\n\n${markerLine({ code: 102, key: 'k', data: {} })}` }],
          },
        },
        t,
      ),
    ],
  });
}

/** A conflict on the third version, in a dry run. */
export function conflict(t: Taint = same): SummaryReport {
  return summary({
    subjects: [
      subject(
        {
          outcome: sampleOutcomes(t)[114][0] ?? { code: 101 },
          state: 'failure',
          checks: [...passed, { name: 'integration branches', state: 'stops', detail: `Conflict on ${t('w/10/bugfix/PROJ-7-crash')}: 2 files` }, { name: 'builds', state: 'not-reached', detail: '' }],
          cascade: {
            source: t('bugfix/PROJ-7-crash'),
            ignored: [],
            landed: false,
            steps: [
              { destination: t('development/4.3'), integrationBranch: null, state: 'unchanged' },
              { destination: t('development/5.1'), integrationBranch: t('w/5.1/bugfix/PROJ-7-crash'), state: 'created' },
              { destination: t('development/10'), integrationBranch: t('w/10/bugfix/PROJ-7-crash'), state: 'conflict' },
              { destination: t('development/11'), integrationBranch: t('w/11/bugfix/PROJ-7-crash'), state: 'not-tried' },
            ],
          },
          plan: { ...emptyPlan, push: [{ ref: `refs/heads/${t('w/5.1/bugfix/PROJ-7-crash')}`, from: null, to: shas.after }], dispatches: [{ workflow: t('ci.yml'), branch: t('w/5.1/bugfix/PROJ-7-crash') }], reruns: [31], deleteComments: [501] },
          execution: { kind: 'dry-run' },
        },
        t,
      ),
    ],
  });
}

/** CI failed on an integration branch; the push that goes with it was refused. */
export function failedBuild(t: Taint = same): SummaryReport {
  const build = failedVerdict(t);
  return summary({
    subjects: [
      subject(
        {
          outcome: { code: 118, build },
          state: 'failure',
          checks: passed,
          builds: build.branches,
          plan: { ...emptyPlan, openPullRequests: [{ title: t('INTEGRATION'), body: '', head: t('w/5.1/bugfix/PROJ-7-crash'), base: t('development/5.1') }] },
          execution: { kind: 'not-done', reason: t('the branches moved meanwhile') },
        },
        t,
      ),
    ],
  });
}

const states: readonly BuildState[] = ['successful', 'successful', 'in-progress', 'not-started', 'failed'];

/** Twelve pull requests over five versions; each lands from a later one on. */
export function queueOfTwelve(t: Taint = same): QueueMatrix {
  const versions = ['4.3', '4', '5.1', '5', '10'];
  return {
    versions,
    entries: Array.from({ length: 12 }, (_, index) => ({
      pullRequest: 100 + index,
      ...(index % 3 === 0 ? {} : { title: t(`Change number ${index}`) }),
      position: index + 1,
      cells: versions.map((_version, column) => (column < index % 5 ? null : (states[(index + column) % 5] ?? null))),
    })),
  };
}

export function queue(t: Taint = same): SummaryReport {
  return summary({
    queue: queueOfTwelve(t),
    subjects: [
      { ...subject({ outcome: { code: 306, merged: [98, 99] }, state: 'success' }, t), subject: { kind: 'queue' } },
      subject({ outcome: { code: 302, reason: { kind: 'queue-waits' } }, state: 'neutral' }, t),
      subject({ outcome: sampleOutcomes(t)[115][0] ?? { code: 101 }, state: 'pending', checks: passed }, t),
      subject({ outcome: sampleOutcomes(t)[118][0] ?? { code: 101 }, state: 'failure' }, t),
    ],
  });
}

/** A hotfix has one target and no integration branch. */
export function hotfix(t: Taint = same): SummaryReport {
  const source = t('bugfix/PROJ-8-leak');
  return summary({
    subjects: [
      subject(
        {
          outcome: { code: 125, position: 1, targets: [t('hotfix/4.3.1')], ignored: [t('development/4.3'), t('development/5.1')], pendingHotfixes: [] },
          state: 'pending',
          checks: passed,
          cascade: { source, ignored: [t('development/4.3'), t('development/5.1')], landed: false, steps: [{ destination: t('hotfix/4.3.1'), integrationBranch: null, state: 'unchanged' }] },
          plan: { ...emptyPlan, push: [{ ref: 'refs/heads/q/4.3.1.0', from: null, to: shas.tested }, { ref: `refs/heads/q/w/12/4.3.1.0/${source}`, from: null, to: shas.tested }, { ref: 'refs/tags/4.3.0', from: null, to: shas.old }] },
        },
        t,
      ),
    ],
  });
}

/** The doctor's findings, fifteen of them. */
export function doctor(t: Taint = same): SummaryReport {
  const finding = (severity: Finding['severity'], problem: string, rest: Partial<Finding> = {}): Finding => ({ severity, problem, consequence: `Nothing merges on ${t('development/5.1')} (210).`, fix: `Correct the file on ${t('development/10.0')}.`, ...rest });
  const findings = [
    ...['one.yml', 'two.yml', 'three.yml'].map((file) => finding('note', `${t(`.github/workflows/${file}`)} could not be read as a workflow.`)),
    finding('error', `${t('development/5.1')} does not include ${t('development/4.3')}.`, { fix: 'Merge, and push:', code: { language: 'sh', lines: [`git checkout ${t('development/5.1')}`, 'git push'] } }),
    ...Array.from({ length: 11 }, (_, index) => finding('warning', `.github/workflows/bert-e.yml does not hear of the end of ${t(`CI ${index}`)}.`, { fix: 'Write:', code: { language: 'yaml', lines: ['on:', `  workflow_run: { workflows: [${t('CI')}] }`] } })),
  ];
  return summary({
    subjects: [{ ...subject({ outcome: doctorOutcome(findings), state: 'failure', account: { kind: 'doctor', findings } }, t), subject: { kind: 'command', name: 'doctor' } }],
  });
}

/** A new version branch in a dry run: what would be created, what must not move, what would be deleted after it. */
export function createdBranch(t: Taint = same): SummaryReport {
  const account: CommandAccount = {
    kind: 'version-branch',
    name: 'create-branch',
    pushes: [
      [{ ref: `refs/heads/${t('development/10.1')}`, from: null, to: shas.before }, { ref: `refs/heads/${t('development/10.0')}`, from: shas.before, to: shas.before }],
      [{ ref: `refs/heads/${t('q/10.0')}`, from: shas.tested, to: null }, { ref: `refs/heads/${t('q/w/12/10.0/bugfix/x')}`, from: shas.tested, to: null }, { ref: `refs/tags/${t('10.0')}`, from: null, to: shas.after }],
    ],
  };
  const outcome = { code: 307, command: 'create-branch', detail: `dry run, this would create ${t('development/10.1')}` } as const;
  return summary({ subjects: [{ ...subject({ outcome, state: 'success', account, execution: { kind: 'dry-run' } }, t), subject: { kind: 'command', name: 'create-branch' } }] });
}
