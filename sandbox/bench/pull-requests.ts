import { commitHead, fileChange, fileOfPullRequest, versionNames } from './repository.js';
import type { HistorySize } from './repository.js';

/** How far a pull request has come. */
export type Stage =
  /** Its source branch exists. */
  | 'opened'
  /** It has its integration branches. */
  | 'integrated'
  /** It has them, and got another commit since. */
  | 'pushed-again'
  /** It is in the queue, with its integration branches. */
  | 'queued';

export interface PlannedPullRequest {
  readonly number: number;
  readonly stage: Stage;
}

export function sourceOf(number: number): string {
  return `bugfix/change-${number}`;
}

/** The branches of pull requests on the oldest version, as the robot would have made them. */
export function* branchesOf(
  pullRequests: readonly PlannedPullRequest[],
  size: HistorySize,
  tips: ReadonlyMap<string, string>,
): Generator<Buffer> {
  const versions = versionNames(size.versions);
  const developments = versions.map((version) => tips.get(`refs/heads/development/${version}`) ?? '');
  const queue = [...developments];
  let mark = 0;
  let second = size.commits * 60;
  const commit = function* (branch: string, message: string, parents: readonly string[], number: number, content: string): Generator<Buffer, string> {
    mark += 1;
    second += 1;
    yield commitHead(branch, second, message, parents, mark);
    yield fileChange(fileOfPullRequest(number, size), content);
    return `:${mark}`;
  };
  for (const { number, stage } of pullRequests) {
    const source = sourceOf(number);
    const content = `changed by #${number}\n${'line\n'.repeat(20)}`;
    const first = yield* commit(source, `change ${number}`, [developments[0] ?? ''], number, content);
    const tested = [first];
    for (const [index, version] of versions.entries()) {
      if (index === 0 || stage === 'opened') continue;
      const parents = [developments[index] ?? '', tested[index - 1] ?? first];
      tested.push(yield* commit(`w/${version}/${source}`, `Merge into w/${version}/${source} (#${number})`, parents, number, content));
    }
    if (stage === 'pushed-again') yield* commit(source, `change ${number} again`, [first], number, `${content}and again\n`);
    if (stage !== 'queued') continue;
    let previous: string | null = null;
    for (const [index, version] of versions.entries()) {
      const parents: readonly string[] = [queue[index] ?? '', tested[index] ?? first, ...(previous === null ? [] : [previous])];
      previous = yield* commit(`q/w/${number}/${version}/${source}`, `Merge into q/w/${number}/${version}/${source} (#${number})`, parents, number, content);
      queue[index] = previous;
    }
  }
  if (pullRequests.some(({ stage }) => stage === 'queued')) {
    for (const [index, version] of versions.entries()) yield Buffer.from(`reset refs/heads/q/${version}\nfrom ${queue[index] ?? ''}\n\n`);
  }
  yield Buffer.from('done\n');
}
