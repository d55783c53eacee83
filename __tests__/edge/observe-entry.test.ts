import { expect, test } from '@jest/globals';
import type { Ports } from '../../src/edge/ports.js';
import { observeEntry } from '../../src/edge/observe-entry.js';
import type { GitHubPort } from '../../src/ports/github.js';
import type { GitPort } from '../../src/ports/git.js';
import { someRobot } from '../builders/comment.js';
import { allFacts } from '../builders/facts.js';
import { createHistory } from '../builders/history.js';
import { pullRequest } from '../builders/pull-request.js';

/** One source, merged by several pull requests; everything contains it. */
const history = createHistory();
history.commit('fix');
for (const branch of ['development/10', 'development/5.1', 'development/4.3', 'hotfix/4.2.1']) {
  history.branch(branch, 'fix');
}

/** Where the robot says that it merged a pull request towards this branch, about which it never told. */
async function toldTargets(destination: string): Promise<readonly string[]> {
  const merged = pullRequest({ state: 'closed', merged: true, mergedBy: someRobot, head: { sha: history.sha('fix') }, base: { branch: destination, sha: '' } });
  const github: Partial<GitHubPort> = { pullRequest: () => Promise.resolve(merged), comments: () => Promise.resolve([]) };
  const git: Partial<GitPort> = {
    listRefs: () => Promise.resolve(history.refs()),
    fetch: () => Promise.resolve(),
    readHistory: (tips) => Promise.resolve(tips.map((tip) => history.graph().get(tip))),
  };
  const entry = await observeEntry(merged.number, { github, git } as Ports, allFacts());
  return 'missing' in entry ? [] : (entry.leftovers?.untoldMerge?.destinations ?? []).map(({ branch }) => branch);
}

test.each([
  ['development/4.3', ['development/4.3', 'development/5.1', 'development/10']],
  ['development/5.1', ['development/5.1', 'development/10']],
  ['development/10', ['development/10']],
  ['hotfix/4.2.1', ['hotfix/4.2.1']],
  ['development/4.4', ['development/5.1', 'development/10']],
])('a merge to %s that was not told: what is told are its own targets, in cascade order', async (destination, expected) => {
  expect(await toldTargets(destination)).toEqual(expected);
});
