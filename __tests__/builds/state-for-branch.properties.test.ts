import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { WorkflowRun } from '../../src/builds/workflow-run.js';
import { someBranch, someCommit, someFork, someRepository, workflowRun } from '../builders/workflow-run.js';
import { stateOf } from './rules.js';

const conclusions = ['success', 'failure', 'neutral', 'cancelled', 'skipped', 'timed_out', 'action_required', 'tomorrow'];

function shuffled<Value>(values: readonly Value[]): fc.Arbitrary<Value[]> {
  return fc.shuffledSubarray([...values], { minLength: values.length });
}

/** What never changes about a run; most of them are of the branch asked for. */
const identity = fc.record({
  id: fc.integer({ min: 1, max: 30 }),
  workflowId: fc.constantFrom(100, 200, 300),
  headBranch: fc.constantFrom(someBranch, someBranch, someBranch, 'development/4', null),
  headRepositoryId: fc.constantFrom(someRepository, someRepository, someRepository, someFork, null),
  headSha: fc.constantFrom(someCommit, someCommit, someCommit, 'dead'),
  event: fc.constantFrom('push', 'push', 'pull_request', 'workflow_dispatch'),
  runNumber: fc.integer({ min: 1, max: 5 }),
});
/** What a list may say of it at one moment. */
const reading = fc.record({
  runAttempt: fc.integer({ min: 1, max: 3 }),
  status: fc.constantFrom('completed', 'completed', 'queued', 'in_progress', null),
  conclusion: fc.constantFrom(...conclusions, null),
});
const someRun: fc.Arbitrary<WorkflowRun> = fc
  .tuple(identity, reading)
  .map(([known, read]) => workflowRun({ ...known, ...read }));
/** Runs of any kind in any order, some of them listed twice in different states. */
const someRuns: fc.Arbitrary<readonly WorkflowRun[]> = fc
  .uniqueArray(fc.tuple(identity, fc.array(reading, { minLength: 1, maxLength: 2 })), {
    maxLength: 10,
    selector: ([{ id }]) => id,
  })
  .map((listed) => listed.flatMap(([known, readings]) => readings.map((read) => workflowRun({ ...known, ...read }))))
  .chain(shuffled);
const someRules = fc.record({
  runSelection: fc.constantFrom('best' as const, 'latest' as const),
  allowAllSkipped: fc.boolean(),
  requiredWorkflows: fc.constantFrom([], ['ci.yml'], ['absent.yml']),
});
/** What makes a run one that does not count, whatever else is true of it. */
const foreign: fc.Arbitrary<Partial<WorkflowRun>> = fc.constantFrom(
  { headBranch: 'w/4.4/bugfix/PROJ-1-crash-again' },
  { headBranch: null },
  { headRepositoryId: someFork },
  { headRepositoryId: null },
  { headSha: 'dead' },
  { workflowId: 999 },
  { event: 'workflow_dispatch' },
);

describe('for any runs', () => {
  test('adding a run that does not count, were it green: never changes the state', () => {
    fc.assert(
      fc.property(someRuns, someRules, someRun, foreign, (runs, rules, run, difference) => {
        const added = { ...run, id: 1000, ...difference };
        expect(stateOf([...runs, added], rules).state).toBe(stateOf(runs, rules).state);
      }),
    );
  });

  test('adding a success of another branch: never turns anything green', () => {
    fc.assert(
      fc.property(someRuns, someRules, (runs, rules) => {
        fc.pre(stateOf(runs, rules).state !== 'successful');
        const added = workflowRun({ id: 1000, headBranch: 'development/4' });
        expect(stateOf([added, ...runs], rules).state).not.toBe('successful');
      }),
    );
  });

  test('the order in which they are listed: changes neither the state nor what decided it', () => {
    const withShuffled = someRuns.chain((runs) => fc.tuple(fc.constant(runs), shuffled(runs)));
    fc.assert(
      fc.property(withShuffled, someRules, ([runs, reordered], rules) => {
        const { state, cause, decidedBy } = stateOf(runs, rules);
        const again = stateOf(reordered, rules);
        expect({ state: again.state, cause: again.cause }).toEqual({ state, cause });
        expect(again.decidedBy.map(({ id }) => id).sort()).toEqual(decidedBy.map(({ id }) => id).sort());
      }),
    );
  });

  test('every run: is in the account once, in the order given', () => {
    fc.assert(
      fc.property(someRuns, someRules, (runs, rules) => {
        expect(stateOf(runs, rules).account.map(({ run }) => run)).toEqual(runs);
      }),
    );
  });

  test('one run per counted workflow: is kept', () => {
    fc.assert(
      fc.property(someRuns, someRules, (runs, rules) => {
        const counted = stateOf(runs, rules).account.filter((entry) => entry.counted);
        const kept = counted.filter((entry) => entry.kept).map(({ run }) => run.workflowId);
        expect(kept.sort()).toEqual([...new Set(counted.map(({ run }) => run.workflowId))].sort());
      }),
    );
  });

  test('green: only if some run of this very commit, branch and repository completed green', () => {
    fc.assert(
      fc.property(someRuns, someRules, (runs, rules) => {
        const { state, decidedBy } = stateOf(runs, rules);
        fc.pre(state === 'successful');
        expect(decidedBy.length).toBeGreaterThan(0);
        for (const run of decidedBy) {
          expect(run).toMatchObject({
            headSha: someCommit,
            headBranch: someBranch,
            headRepositoryId: someRepository,
            status: 'completed',
          });
          expect(['success', 'skipped', 'neutral']).toContain(run.conclusion);
        }
      }),
    );
  });

  test('a running workflow of its own added: never green', () => {
    fc.assert(
      fc.property(someRuns, someRules, (runs, rules) => {
        const added = workflowRun({ id: 1000, workflowId: 700, status: 'queued', conclusion: null });
        expect(stateOf([...runs, added], rules).state).not.toBe('successful');
      }),
    );
  });
});
