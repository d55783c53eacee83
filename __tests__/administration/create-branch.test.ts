import { describe, expect, test } from '@jest/globals';
import { decideCreateBranch, startOutsideHistory } from '../../src/administration/create-branch.js';
import type { CreateBranchFacts } from '../../src/administration/create-branch.js';
import { followBranchBefore } from '../../src/administration/follow.js';
import { createHistory, shaOf } from '../builders/history.js';
import type { History } from '../builders/history.js';

/** 4.3 ← 5.1 ← 10.0, each one commit ahead of the one before; somebody's branch beside them. */
function repository(): History {
  const history = createHistory();
  history.commit('begin');
  history.commit('four', ['begin']);
  history.commit('five', ['four']);
  history.commit('ten', ['five']);
  history.commit('aside', ['begin']);
  history.branch('development/4.3', 'four');
  history.branch('development/5.1', 'five');
  history.branch('development/10.0', 'ten');
  history.branch('bugfix/aside', 'aside');
  return history;
}

function decide(history: History, branch: string, facts: Partial<CreateBranchFacts> = {}): ReturnType<typeof decideCreateBranch> {
  return decideCreateBranch({
    branch, branchFrom: null, refs: history.refs(), graph: history.graph(),
    history: facts.history ?? ['begin', 'four', 'five', 'ten'].map((name) => history.sha(name)),
    queued: [], lostByRebuild: [], ...facts,
  });
}

/** What is created where, and which branches are only held. */
function created(history: History, branch: string, facts: Partial<CreateBranchFacts> = {}): readonly string[] {
  const decision = decide(history, branch, facts);
  if (decision.kind !== 'push') throw new Error(JSON.stringify(decision));
  return decision.push.map(({ ref, from, to }) => `${ref}: ${history.nameOf(from)} → ${history.nameOf(to)}`);
}

function refusal(history: History, branch: string, facts: Partial<CreateBranchFacts> = {}): string {
  const decision = decide(history, branch, facts);
  return decision.kind === 'refused' ? decision.detail : JSON.stringify(decision);
}

describe('where a new development branch starts', () => {
  test.each([
    ['the newest', 'development/10.1', ['refs/heads/development/10.1: none → ten', 'refs/heads/development/10.0: ten → ten']],
    ['the major-only one, after all its minors', 'development/10', ['refs/heads/development/10: none → ten', 'refs/heads/development/10.0: ten → ten']],
    ['in the middle', 'development/5.2', ['refs/heads/development/5.2: none → five', 'refs/heads/development/5.1: five → five']],
    ['of three parts, before its minor', 'development/5.1.4', ['refs/heads/development/5.1.4: none → four', 'refs/heads/development/4.3: four → four']],
    ['the first', 'development/4.2', ['refs/heads/development/4.2: none → four']],
  ])('%s: at the branch before it, or at the first when it becomes the first; the branch before it is held', (_, branch, push) => {
    expect(created(repository(), branch)).toEqual(push);
  });

  test('from an older commit that keeps every branch in the next: there', () => {
    const history = repository();
    expect(created(history, 'development/4.2', { branchFrom: history.sha('begin').slice(0, 7) })).toEqual(['refs/heads/development/4.2: none → begin']);
  });

  test('nothing exists yet: only where somebody says', () => {
    const history = createHistory();
    history.commit('begin');
    history.branch('main', 'begin');
    expect(refusal(history, 'development/1.0', { history: [] })).toContain('say where by branch-from');
    expect(created(history, 'development/1.0', { history: [], branchFrom: 'main' })).toEqual(['refs/heads/development/1.0: none → begin']);
    expect(startOutsideHistory({ branch: 'development/1.0', branchFrom: 'main' }, history.refs())).toBe(history.sha('begin'));
  });
});

describe('where a new hotfix branch starts', () => {
  test('at the tag X.Y.Z.0, and no branch is held', () => {
    const history = repository();
    history.tag('4.3.1.0', 'four');
    history.tag('4.3.1', 'begin');
    expect(created(history, 'hotfix/4.3.1')).toEqual(['refs/heads/hotfix/4.3.1: none → four']);
    expect(startOutsideHistory({ branch: 'hotfix/4.3.1', branchFrom: null }, history.refs())).toBe(history.sha('four'));
  });

  test.each(['4.3.1', 'v4.3.1', 'v4.3.1.0'])('released as %s only: at that tag, even beside the version branches', (tag) => {
    const history = repository();
    history.tag(tag, 'aside');
    expect(created(history, 'hotfix/4.3.1')).toEqual(['refs/heads/hotfix/4.3.1: none → aside']);
  });

  test('tags that differ, or none, or of a later revision only: refused', () => {
    const history = repository();
    history.tag('4.3.1', 'four');
    history.tag('v4.3.1', 'five');
    history.tag('4.3.2.1', 'five');
    expect(refusal(history, 'hotfix/4.3.1')).toContain('the tags 4.3.1, v4.3.1 are at different commits');
    expect(refusal(history, 'hotfix/4.3.2')).toContain('there is no tag 4.3.2.0 (nor 4.3.2)');
    expect(created(history, 'hotfix/4.3.2', { branchFrom: '4.3.2.1' })).toEqual(['refs/heads/hotfix/4.3.2: none → five']);
  });
});

describe('what is refused', () => {
  test.each(['development/4.03', 'development/4.3.1.2', 'hotfix/4.3', 'release/4.3', 'bugfix/x', 'main', 'development/', 'development/5\n.1'])('%j: no name of a version branch', (branch) => {
    expect(refusal(repository(), branch)).toContain('is no name of a version branch');
  });

  test('a branch that exists: nothing to do', () => {
    expect(decide(repository(), 'development/5.1', { branchFrom: 'nonsense' })).toEqual({ kind: 'nothing', detail: 'development/5.1 exists already' });
  });

  test.each([['development/5.2', '5.2'], ['development/5', '5'], ['development/5.2.1', '5.2.1'], ['development/5.2.1', 'v5.2.1'], ['development/5.2.1', '5.2.1.3']])(
    '%s while the tag %s says it is archived or released: refused', (branch, tag) => {
      const history = repository();
      history.tag(tag, 'five');
      expect(refusal(history, branch)).toContain(`the tag ${tag} says`);
    },
  );

  test('a tag of another version, or on a hotfix: no archive', () => {
    const history = repository();
    history.tag('5.2.1', 'five');
    history.tag('4.3.1.0', 'four');
    history.tag('4.3.1', 'four');
    expect(created(history, 'development/5.2')).toHaveLength(2);
    expect(created(history, 'hotfix/4.3.1')).toHaveLength(1);
  });

  test.each([['bugfix/aside', 'the tip of bugfix/aside is not part of development/10.0'], ['refs/tags/side', 'the tag side is not part of development/10.0']])(
    'branch-from %s, which the newest development branch does not have: refused, of a hotfix too', (branchFrom, reason) => {
      const history = repository();
      history.tag('side', 'aside');
      expect(refusal(history, 'development/10.1', { branchFrom })).toContain(reason);
      expect(refusal(history, 'hotfix/4.3.1', { branchFrom })).toContain(reason);
    },
  );

  test('something is queued: only the newest development branch is created, and only if the queue can be rebuilt', () => {
    const history = repository();
    history.tag('4.3.1.0', 'four');
    expect(refusal(history, 'development/5.2', { queued: [7, 8, 7] })).toContain('the queue is not empty (#7, #8)');
    expect(refusal(history, 'hotfix/4.3.1', { queued: [7] })).toContain('the queue is not empty (#7)');
    expect(created(history, 'development/10.1', { queued: [7] })).toHaveLength(2);
    const lostByRebuild = [{ branch: 'q/10.0', commits: [{ sha: shaOf('lost'), subject: 'lost' }] }];
    expect(refusal(history, 'development/10.1', { queued: [7], lostByRebuild })).toContain('are in it and nowhere else, on q/10.0');
  });

  test('the new branch would not include the one before it, or not be in the one after it: refused', () => {
    const history = repository();
    expect(refusal(history, 'development/10.1', { branchFrom: 'development/4.3' })).toContain('development/10.1 would not include development/10.0');
    expect(refusal(history, 'development/4.4', { branchFrom: 'development/10.0' })).toContain('development/5.1 would not include development/4.4');
    expect(refusal(history, 'development/4.4', { branchFrom: history.sha('begin') })).toContain('development/4.4 would not include development/4.3');
  });

  test('two other branches are out of order: they are named, not the new one', () => {
    const history = repository();
    history.push('development/4.3', 'more');
    expect(refusal(history, 'development/10.1')).toContain('development/5.1 does not include development/4.3; version branches');
  });
});

describe('the branch before moved while the new one was pushed', () => {
  const created = (history: History) => {
    const decision = decide(history, 'development/5.2');
    if (decision.kind !== 'push') throw new Error('not created');
    history.branch('development/5.2', decision.push[0]?.to ?? '');
    return decision.push;
  };

  test('not at all, or gone: nothing is left to do', () => {
    const history = repository();
    const push = created(history);
    expect(followBranchBefore(push, history.refs(), history.graph())).toEqual({ kind: 'included' });
    history.deleteBranch('development/5.1');
    expect(followBranchBefore(push, history.refs(), history.graph())).toEqual({ kind: 'included' });
  });

  test('forward: the new one follows, holding it; after somebody’s own push to the new one, it cannot', () => {
    const history = repository();
    const push = created(history);
    const [before, after] = [history.sha('five'), history.push('development/5.1', 'more')];
    expect(followBranchBefore(push, history.refs(), history.graph())).toEqual({
      kind: 'behind',
      push: [{ ref: 'refs/heads/development/5.2', from: before, to: after }, { ref: 'refs/heads/development/5.1', from: after, to: after }],
    });
    history.push('development/5.2', 'handwork');
    expect(followBranchBefore(push, history.refs(), history.graph())).toEqual({ kind: 'parted' });
  });
});

describe('branch-from', () => {
  const start = (branchFrom: string, history = repository()) => created(history, 'development/5.2', { branchFrom })[0];

  test('a branch, a tag, their full names, a commit in full or shortened, in any case: the same commit', () => {
    const history = repository();
    history.tag('milestone', 'five');
    const sha = history.sha('five');
    for (const branchFrom of ['development/5.1', 'refs/heads/development/5.1', 'milestone', 'refs/tags/milestone', sha, sha.slice(0, 8), sha.slice(0, 10).toUpperCase()]) {
      expect(start(branchFrom, history)).toBe('refs/heads/development/5.2: none → five');
    }
  });

  test.each(['nonsense', '', 'HEAD', 'abc', 'refs/heads/nonsense', '0'.repeat(40), '--upload-pack=x', 'development/5.1^', '$(id)'])('%j: refused', (branchFrom) => {
    expect(refusal(repository(), 'development/5.2', { branchFrom })).toContain('there is no such branch or tag');
  });

  test('three digits of a commit: too few', () => {
    const history = repository();
    expect(refusal(history, 'development/5.2', { branchFrom: history.sha('five').slice(0, 3) })).toContain('there is no such branch or tag');
  });

  test('a shortened commit that two commits begin with: refused, with both', () => {
    const history = repository();
    const digits = history.sha('five').slice(0, 4);
    const double = `${digits}${'0'.repeat(36)}`;
    const facts = { branchFrom: digits, history: [history.sha('five'), double] };
    expect(refusal(history, 'development/5.2', facts)).toContain(`the commit ${digits} is ambiguous: 2 commits`);
  });

  test('a branch and a tag of one name: refused at different commits, taken at the same', () => {
    const history = repository();
    history.branch('twice', 'five');
    history.tag('twice', 'four');
    expect(refusal(history, 'development/5.2', { branchFrom: 'twice' })).toContain('twice is a branch and a tag, at different commits');
    expect(start('refs/heads/twice', history)).toBe('refs/heads/development/5.2: none → five');
    history.tag('twice', 'five');
    expect(start('twice', history)).toBe('refs/heads/development/5.2: none → five');
  });

  test('a branch named like a commit stands before the commit', () => {
    const history = repository();
    const name = history.sha('four').slice(0, 7);
    history.branch(name, 'five');
    expect(start(name, history)).toBe('refs/heads/development/5.2: none → five');
  });
});
