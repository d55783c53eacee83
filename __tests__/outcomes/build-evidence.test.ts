import { describe, expect, test } from '@jest/globals';
import type { RunAccount } from '../../src/builds/state-for-branch.js';
import { accountText, branchAccount } from '../../src/outcomes/messages/build-evidence.js';
import { branchFacts, ofKind, repositoryUrl, runOf, shas, verdictOf } from './samples.js';

const run = runOf('w/5.1/bugfix/x');

describe('whether a run counts, in words', () => {
  const ignored = (reason: Extract<RunAccount, { counted: false }>['reason']): RunAccount => ({ run, counted: false, reason });

  test.each<[RunAccount, string]>([
    [{ run, counted: true, kept: true }, '**yes**'],
    [{ run, counted: true, kept: false, keptRunId: 7 }, 'no: another run of this workflow on this branch speaks for it (`7`)'],
    [ignored({ kind: 'other-commit', commit: shas.old }), 'no: ran on commit `0000000`, not on this one'],
    [ignored({ kind: 'other-branch', branch: 'w/5.1/bugfix/old' }), 'no: belongs to branch `w/5.1/bugfix/old`, not to this one'],
    [ignored({ kind: 'other-branch', branch: null }), 'no: GitHub does not say on which branch it ran'],
    [ignored({ kind: 'other-repository', repositoryId: 9 }), 'no: comes from another repository (a fork)'],
    [ignored({ kind: 'other-repository', repositoryId: null }), 'no: the repository it came from is gone'],
    [ignored({ kind: 'dispatched-by-hand', workflow: 'x.yml' }), 'no: started by hand (`workflow_dispatch`), and the setting `dispatch` does not name its workflow'],
    [ignored({ kind: 'own-workflow', workflow: 'x.yml' }), 'no: the robot’s own workflow'],
    [ignored({ kind: 'outdated-reading', attempt: 1 }), 'no: an older reading of a run that is listed again (attempt 1)'],
  ])('%j', (account, expected) => {
    expect(accountText(account)).toBe(expected);
  });
});

describe('branchAccount', () => {
  test('the incident: the green run of the old name is shown, and why it does not count', () => {
    const verdict = ofKind(
      verdictOf([branchFacts('w/5.1/bugfix/new', shas.tested, [runOf('w/5.1/bugfix/old', { id: 1 }), runOf('w/5.1/bugfix/new', { id: 2, status: 'in_progress', conclusion: null })])]),
      'in-progress',
    );
    const text = verdict.branches.map((branch) => branchAccount({ repositoryUrl }, branch, 10)).join('\n');
    expect(text).toContain('| ⏳ `in_progress` | **yes** |');
    expect(text).toContain('| ✅ `success` | no: belongs to branch `w/5.1/bugfix/old`, not to this one |');
    expect(text.indexOf('**yes**')).toBeLessThan(text.indexOf('no: belongs'));
  });

  test('a commit status: says that it cannot tell the branch', () => {
    const facts = { ...branchFacts('bugfix/x', shas.tested, []), statuses: [{ context: 'ci/jenkins', state: 'success', description: '', targetUrl: null, creator: null }] };
    const verdict = ofKind(verdictOf([facts], [{ kind: 'commit-status', context: 'ci/jenkins' }]), 'green');
    const text = verdict.branches.map((branch) => branchAccount({ repositoryUrl }, branch, 10)).join('\n');
    expect(text).toContain('commit status `ci/jenkins`: `success`. It belongs to the commit and cannot say which branch was built.');
  });

  test('no run at all: never green', () => {
    const verdict = ofKind(verdictOf([branchFacts('bugfix/x', shas.tested, [])]), 'not-started');
    expect(verdict.branches.map((branch) => branchAccount({ repositoryUrl }, branch, 10)).join('\n')).toContain('No run is never green.');
  });
});
