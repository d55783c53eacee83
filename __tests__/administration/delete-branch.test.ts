import { describe, expect, test } from '@jest/globals';
import { decideDeleteBranch } from '../../src/administration/delete-branch.js';
import type { DeleteBranchFacts } from '../../src/administration/delete-branch.js';
import { readQueue } from '../../src/queue/model.js';
import { createHistory, person, robotEmail } from '../builders/history.js';
import type { History } from '../builders/history.js';

function repository(): History {
  const history = createHistory();
  history.commit('begin');
  history.commit('four', ['begin']);
  history.commit('five', ['four']);
  history.branch('development/4.3', 'four');
  history.branch('development/5.1', 'five');
  history.branch('hotfix/4.3.1', 'begin');
  return history;
}

function decide(history: History, branch: string, facts: Partial<DeleteBranchFacts> = {}): ReturnType<typeof decideDeleteBranch> {
  const refs = history.refs();
  return decideDeleteBranch({
    branch, refs, graph: history.graph(), queue: readQueue(refs), useQueues: true, robotEmail, defaultBranch: 'main', openPullRequests: [], ...facts,
  });
}

function pushed(history: History, branch: string, facts: Partial<DeleteBranchFacts> = {}): readonly string[] {
  const decision = decide(history, branch, facts);
  if (decision.kind !== 'push') throw new Error(JSON.stringify(decision));
  return decision.push.map(({ ref, from, to }) => `${ref}: ${history.nameOf(from)} → ${history.nameOf(to)}`);
}

function refusal(history: History, branch: string, facts: Partial<DeleteBranchFacts> = {}): string {
  const decision = decide(history, branch, facts);
  return decision.kind === 'refused' ? decision.detail : JSON.stringify(decision);
}

describe('deleting a version branch', () => {
  test('a development branch: its tag, its queue branch and itself, each as it was seen', () => {
    const history = repository();
    history.branch('q/4.3', 'four');
    history.branch('q/5.1', 'five');
    expect(pushed(history, 'development/4.3')).toEqual([
      'refs/tags/4.3: none → four',
      'refs/heads/q/4.3: four → none',
      'refs/heads/development/4.3: four → none',
    ]);
  });

  test.each([[[], '4.3.1.0'], [['4.3.1'], '4.3.1.1'], [['4.3.1', 'v4.3.1.1'], '4.3.1.2']])('a hotfix branch with the tags %j: archived under the revision it worked on', (tags, revision) => {
    const history = repository();
    tags.forEach((tag) => history.tag(tag, 'begin'));
    history.branch('q/4.3.1.0', 'begin');
    expect(pushed(history, 'hotfix/4.3.1')).toEqual([
      `refs/tags/${revision}.archived_hotfix_branch: none → begin`,
      'refs/heads/q/4.3.1.0: begin → none',
      'refs/heads/hotfix/4.3.1: begin → none',
    ]);
  });

  test('open pull requests towards it: told, since GitHub closes them', () => {
    expect(decide(repository(), 'development/4.3', { openPullRequests: [3, 5] })).toMatchObject({ kind: 'push', done: expect.stringContaining('closes the pull requests towards it: #3, #5') as unknown });
    expect(decide(repository(), 'development/4.3')).toMatchObject({ done: expect.not.stringContaining('closes') as unknown });
  });

  test('a branch that does not exist: nothing to do', () => {
    expect(decide(repository(), 'development/4.4')).toEqual({ kind: 'nothing', detail: 'development/4.4 does not exist' });
  });

  test.each(['main', 'q/4.3', 'w/5.1/bugfix/x', 'bugfix/x', 'hotfix/legacy', 'release/4.3'])('%s: refused, whether or not it exists', (branch) => {
    const history = repository();
    history.branch(branch, 'four');
    expect(refusal(history, branch)).toContain('is no name of a version branch');
  });

  test('something is queued for it: refused; queued for another version: not', () => {
    const history = repository();
    history.branch('q/5.1', 'five');
    history.branch('q/w/7/5.1/bugfix/x', 'five');
    expect(refusal(history, 'development/5.1')).toContain('#7 is queued for development/5.1');
    expect(pushed(history, 'development/4.3')).toHaveLength(2);
    expect(pushed(history, 'development/5.1', { useQueues: false })).toHaveLength(3);
  });

  test('something is queued for the hotfix under an older revision: refused', () => {
    const history = repository();
    history.tag('4.3.1', 'begin');
    history.branch('q/w/7/4.3.1.0/bugfix/x', 'begin');
    expect(refusal(history, 'hotfix/4.3.1')).toContain('#7 is queued for hotfix/4.3.1');
  });

  test('the archive tag exists: refused, and told whether it holds everything', () => {
    const history = repository();
    history.tag('4.3', 'four');
    expect(refusal(history, 'development/4.3')).toMatch(/^the archive tag 4\.3 exists already, and it holds all of development\/4\.3/);
    history.tag('4.3', 'begin');
    expect(refusal(history, 'development/4.3')).toMatch(/^the archive tag 4\.3 exists already, and it does not hold/);
    history.tag('4.3.1.0.archived_hotfix_branch', 'begin');
    expect(refusal(history, 'hotfix/4.3.1')).toContain('4.3.1.0.archived_hotfix_branch exists already');
  });

  test('the default branch: refused', () => {
    expect(refusal(repository(), 'development/5.1', { defaultBranch: 'development/5.1' })).toContain('is the default branch');
  });

  test('somebody pushed to its empty queue branch: refused; what the robot pushed, or what is elsewhere too, may go', () => {
    const history = repository();
    history.branch('q/4.3', 'four');
    history.push('q/4.3', 'handwork');
    expect(refusal(history, 'development/4.3')).toContain(`on q/4.3 and nowhere else (${history.sha('handwork').slice(0, 12)})`);
    history.branch('rescue/handwork', 'handwork');
    expect(pushed(history, 'development/4.3')).toHaveLength(3);
    history.deleteBranch('rescue/handwork');
    history.branch('q/4.3', 'four');
    history.push('q/4.3', 'robot work', { author: robotEmail.toUpperCase() });
    expect(pushed(history, 'development/4.3')).toHaveLength(3);
    history.push('q/4.3', 'amended', { author: robotEmail, committer: person });
    expect(refusal(history, 'development/4.3')).toContain(`nowhere else (${history.sha('amended').slice(0, 12)})`);
  });
});
