import { describe, expect, test } from '@jest/globals';
import { parseBuildKeys } from '../../src/builds/build-key.js';
import { BuildMemory } from '../../src/builds/cache.js';
import type { BuildQuestionKey } from '../../src/builds/cache.js';
import type { BranchEvidence } from '../../src/builds/verdict.js';
import { someBranch, someCommit, someFork } from '../builders/workflow-run.js';

const question: BuildQuestionKey = {
  buildKeys: parseBuildKeys('github_actions'),
  commit: someCommit,
  branches: new Set([someBranch]),
};

function verdict(state: BranchEvidence['state']): BranchEvidence {
  return { branch: someBranch, commit: someCommit, state, keys: [] };
}

describe('what is remembered of builds', () => {
  test('a success remembered for one branch: never answers for another on the same commit', () => {
    const memory = new BuildMemory();
    memory.remember(question, verdict('successful'));
    expect(memory.recall(question)).toEqual(verdict('successful'));
    expect(memory.recall({ ...question, branches: new Set(['w/4.4/bugfix/PROJ-1-crash-again']) })).toBeNull();
    expect(memory.recall({ ...question, branches: new Set([someBranch, 'q/4.4']) })).toBeNull();
    expect(memory.recall({ ...question, branches: new Set() })).toBeNull();
  });

  test.each<readonly [string, Partial<BuildQuestionKey>]>([
    ['commit', { commit: 'dead' }],
    ['build key', { buildKeys: parseBuildKeys('pre-merge') }],
    ['list of build keys', { buildKeys: parseBuildKeys(['github_actions', 'pre-merge']) }],
    ['repository', { headRepositories: new Set([someFork]) }],
  ])('a success remembered for one %s: does not answer for another', (_what, difference) => {
    const memory = new BuildMemory();
    memory.remember(question, verdict('successful'));
    expect(memory.recall({ ...question, ...difference })).toBeNull();
  });

  test('names that could be taken for two: kept apart', () => {
    const memory = new BuildMemory();
    memory.remember({ ...question, branches: new Set(['a","b']) }, verdict('successful'));
    expect(memory.recall({ ...question, branches: new Set(['a', 'b']) })).toBeNull();
  });

  test('the same set in another order: the same question', () => {
    const memory = new BuildMemory();
    memory.remember({ ...question, branches: new Set(['a', 'b']) }, verdict('failed'));
    expect(memory.recall({ ...question, branches: new Set(['b', 'a']) })).toEqual(verdict('failed'));
  });

  test('a success followed by a failure: the failure stands', () => {
    const memory = new BuildMemory();
    memory.remember(question, verdict('successful'));
    memory.remember(question, verdict('failed'));
    expect(memory.recall(question)).toEqual(verdict('failed'));
  });
});
