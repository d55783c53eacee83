import type { BuildState } from '../../src/builds/build-state.js';
import { judgeBranch } from '../../src/builds/verdict.js';
import type { BranchEvidence } from '../../src/builds/verdict.js';
import { queueEntryKey } from '../../src/queue/mergeable.js';
import type { QueueEntry } from '../../src/queue/model.js';
import type { QueueMember } from '../../src/queue/order.js';
import type { QueueBuilds } from '../../src/queue/states.js';
import { workflowRun } from '../builders/workflow-run.js';

const conclusions = { successful: 'success', failed: 'failure', 'in-progress': null } as const;

/** Evidence as a real judgement gives it, from one run on the branch of the entry, or none. */
export function evidenceFor(entry: Pick<QueueEntry, 'branch' | 'tip'>, state: BuildState): BranchEvidence {
  const conclusion = state === 'not-started' ? null : conclusions[state];
  const run = workflowRun({ headBranch: entry.branch, headSha: entry.tip, conclusion, status: conclusion === null ? 'in_progress' : 'completed' });
  return judgeBranch(
    { branch: entry.branch, commit: entry.tip, branches: new Set([entry.branch]), runs: state === 'not-started' ? [] : [run], statuses: [], checkRuns: [] },
    {
      buildKeys: [{ kind: 'workflow-runs' }],
      ownWorkflow: { path: '.github/workflows/robot.yml' },
      dispatchedWorkflows: [],
      requiredWorkflows: [],
      runSelection: 'best',
      allowAllSkipped: false,
    },
  );
}

/** What was read: the states by `<pull request>/<version>`; of the other entries `rest`, or nothing. */
export function asked(
  members: readonly QueueMember[],
  states: Readonly<Record<string, BuildState>>,
  rest: BuildState | null = null,
): Extract<QueueBuilds, { readonly kind: 'asked' }> {
  const evidence = members
    .flatMap((member) => member.entries)
    .flatMap((entry) => {
      const key = queueEntryKey(entry.pullRequest, entry.version);
      const state = states[key] ?? rest;
      return state === null ? [] : [[key, evidenceFor(entry, state)] as const];
    });
  return { kind: 'asked', evidence: new Map(evidence) };
}
