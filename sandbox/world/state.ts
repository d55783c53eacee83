import type { CommitStatus, IssueComment, PullRequest, Repository } from '../github/state.js';
import { type CommitNames, shortRef } from './names.js';
import { markerCode } from './reading.js';
import type { World } from './world.js';

/** A world as a list of facts that another telling of the same story can be compared with: no times, SHAs or ids. */
export interface WorldState {
  /** Refs by name and content, pull requests, who said what (by code) in which order, statuses, workflow runs. */
  readonly facts: readonly string[];
  /** Texts of comments and issues of the robot, without times, SHAs, ids and addresses. */
  readonly words: readonly string[];
}

export async function stateOf(world: World): Promise<WorldState> {
  const repository = world.github.repository(world.repository);
  const refs = [...(await world.github.refs(world.repository))].filter(([ref]) => !ref.startsWith('refs/pull/'));
  await repository.git.commits.load(refs.map(([, sha]) => sha));
  const name = nameWith(world.names);
  return {
    facts: [
      ...refs.map(([ref, sha]) => `${shortRef(ref)}: ${name(sha)}, content ${repository.git.commits.get(sha).tree.slice(0, 10)}`).sort(),
      ...[...repository.pullRequests.values()].map((pullRequest) => pullRequestFact(pullRequest, name)),
      ...[...repository.issues.values()].map(({ number, title, state }) => `#${number}: issue, ${state}, ${title}`),
      ...conversations(repository).map(({ number, comments }) => `#${number} conversation: ${comments.map(saidBy).join(', ')}`),
      ...statusFacts(repository.statuses, name),
      ...workflowRunFacts(world, name),
    ],
    words: [
      ...conversations(repository).flatMap(({ number, comments }) => comments
        .filter(({ author }) => author === world.robot.login)
        .map((comment) => `#${number} ${saidBy(comment)}: ${plain(comment.body, world.names)}`)),
      ...[...repository.issues.values(), ...repository.pullRequests.values()]
        .filter(({ author }) => author === world.robot.login)
        .map(({ number, body }) => `#${number}: ${plain(body ?? '', world.names)}`),
    ],
  };
}

/** A commit nobody saw at a ref has no name that would be the same next time. */
function nameWith(names: CommitNames): (sha: string) => string {
  return (sha) => names.all().get(sha) ?? 'a commit without a name';
}

function pullRequestFact({ number, state, mergedAt, head, base, title, draft }: PullRequest, name: (sha: string) => string): string {
  const merged = mergedAt === null ? '' : ', merged';
  return `#${number}: ${state}${merged}${draft ? ', draft' : ''}, ${head.ref} (${name(head.sha)}) into ${base.ref}, ${title}`;
}

function conversations({ comments }: Repository): ReadonlyArray<{ readonly number: number; readonly comments: readonly IssueComment[] }> {
  const byNumber = grouped([...comments.values()], ({ number }) => number);
  return [...byNumber].sort(([one], [other]) => one - other).map(([number, all]) => ({ number, comments: all }));
}

function grouped<Key, Item>(items: readonly Item[], keyOf: (item: Item) => Key): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

function saidBy({ author, body }: IssueComment): string {
  const code = markerCode(body);
  return code === null ? author : String(code);
}

/** What each status says now, and whether it was set to what it said already. What it said in between depends on the moment. */
function statusFacts(statuses: readonly CommitStatus[], name: (sha: string) => string): readonly string[] {
  const byPlace = grouped(statuses, ({ sha, context }) => `status ${context} on ${name(sha)}`);
  return [...byPlace].map(([place, all]) => {
    const set = all.map(({ state, description }) => `${state} (${description ?? ''})`);
    const again = set.filter((each, index) => each === set[index - 1]);
    return `${place}: ${lasting(all.at(-1))}${again.length === 0 ? '' : `, set again: ${again.join(', ')}`}`;
  }).sort();
}

/** While it is pending, the words say how far the builds are at the moment. */
function lasting(status: CommitStatus | undefined): string {
  return status === undefined || status.state === 'pending' ? 'pending' : `${status.state} (${status.description ?? ''})`;
}

/** Those of CI; of the robot's own there are more whenever it is started again. */
function workflowRunFacts(world: World, name: (sha: string) => string): readonly string[] {
  return world.ci.simulator.runs()
    .map(({ name: workflow, event, headBranch, headSha, runAttempt, status, conclusion }) =>
      `run of ${workflow} by ${event} on ${headBranch ?? 'no branch'} (${name(headSha)}): attempt ${runAttempt}, ${conclusion ?? status}`)
    .sort();
}

function plain(text: string, names: CommitNames): string {
  const known = [...names.all()];
  return text
    .replaceAll(/\b\d{4}-\d\d-\d\dT[\d:.]+Z/gu, 'TIME')
    .replaceAll(/127\.0\.0\.1:\d+/gu, 'HOST')
    .replaceAll(/\b(?<kind>runs\/|issuecomment-|pullrequestreview-|job\/)\d+/gu, '$<kind>ID')
    .replaceAll(/\b[0-9a-f]{7,64}\b/gu, (found) => known.find(([sha]) => sha.startsWith(found))?.[1] ?? 'SHA');
}
