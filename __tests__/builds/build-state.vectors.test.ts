import { describe, expect, test } from '@jest/globals';
import type { BuildState } from '../../src/builds/build-state.js';
import { workflowRun } from '../builders/workflow-run.js';
import { loadVectors } from '../vectors.js';
import { stateOf } from './rules.js';

interface VectorRun {
  readonly id: number;
  readonly head_branch: string | null;
  readonly event: string;
  readonly workflow_id: number;
  readonly status: string | null;
  readonly conclusion: string | null;
}

const states: Readonly<Record<string, BuildState>> = {
  SUCCESSFUL: 'successful',
  INPROGRESS: 'in-progress',
  NOTSTARTED: 'not-started',
  FAILED: 'failed',
};

const cases = loadVectors<
  { readonly branch: string; readonly runs: readonly VectorRun[] },
  { readonly state: string; readonly anyBranchState: string }
>('build-state');

describe('vectors of the reference', () => {
  test.each(cases.map((vector, index) => [index, vector] as const))('case %i', (_index, { input, expected }) => {
    const runs = input.runs.map((run) =>
      workflowRun({
        id: run.id,
        headBranch: run.head_branch,
        event: run.event,
        workflowId: run.workflow_id,
        status: run.status,
        conclusion: run.conclusion,
      }),
    );
    // The reference takes all skipped for success; here that is a setting.
    const rules = { branches: new Set([input.branch]), allowAllSkipped: true, ownWorkflow: { path: 'none' } };
    const { state, account } = stateOf(runs, rules);
    expect(state).toBe(states[expected.state]);
    expect(account.map(({ run }) => run)).toEqual(runs);
  });
});
