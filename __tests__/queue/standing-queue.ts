import { createHistory, robotEmail } from '../builders/history.js';
import type { History } from '../builders/history.js';

export const versions = ['4.3', '5.1', '10.0'] as const;

const sources: Readonly<Record<number, string>> = { 1: 'bugfix/one', 2: 'feature/two', 3: 'bugfix/three' };

/** Name of the queue integration branch; its commit is called `<pull request>@<version>`. */
export function entryName(pullRequest: number, version: string): string {
  return `q/w/${pullRequest}/${version}/${sources[pullRequest] ?? 'bugfix/other'}`;
}

/**
 * Three versions and a hotfix. Queued: #1 from 4.3 on, #2 on 10.0 alone, #3 from 5.1 on, and #7 on the hotfix. The commits
 * of version branches are called `d4.3`, `d5.1`, `d10.0` and `h4.2.7`, the heads of sources `s1`, `s2`, `s3`, `s7`.
 */
export function standingQueue(): History {
  const history = createHistory();
  history.commit('root');
  history.commit('h4.2.7', ['root']);
  history.commit('d4.3', ['root']);
  history.commit('d5.1', ['d4.3']);
  history.commit('d10.0', ['d5.1']);
  history.commit('s1', ['d4.3']);
  history.commit('s2', ['d10.0']);
  history.commit('s3', ['d5.1']);
  history.commit('s7', ['h4.2.7']);
  const merge = (name: string, ...parents: readonly string[]) => history.commit(name, parents, { author: robotEmail });
  merge('1@4.3', 'd4.3', 's1');
  merge('1@5.1', 'd5.1', '1@4.3');
  merge('1@10.0', 'd10.0', '1@5.1');
  merge('2@10.0', '1@10.0', 's2');
  merge('3@5.1', '1@5.1', 's3');
  merge('3@10.0', '2@10.0', '3@5.1');
  merge('7@4.2.7.1', 'h4.2.7', 's7');
  for (const version of versions) history.branch(`development/${version}`, `d${version}`);
  history.branch('hotfix/4.2.7', 'h4.2.7');
  for (const [pullRequest, source] of Object.entries(sources)) history.branch(source, `s${pullRequest}`);
  history.branch('bugfix/other', 's7');
  for (const [pullRequest, version] of [[1, '4.3'], [1, '5.1'], [1, '10.0'], [2, '10.0'], [3, '5.1'], [3, '10.0'], [7, '4.2.7.1']] as const) {
    history.branch(entryName(pullRequest, version), `${pullRequest}@${version}`);
  }
  history.branch('q/4.3', '1@4.3');
  history.branch('q/5.1', '3@5.1');
  history.branch('q/10.0', '3@10.0');
  history.branch('q/4.2.7.1', '7@4.2.7.1');
  return history;
}
