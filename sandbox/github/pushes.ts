import type { RefChange } from './api.js';
import { absent } from './git.js';
import { announce, becomeMerged, closePullRequest } from './pull-requests.js';
import { account, emit, iso } from './service.js';
import type { Service } from './service.js';
import type { Actor, PullRequest, Repository } from './state.js';
import { userView } from './views/accounts.js';
import { pushedCommitView } from './views/commits.js';
import { eventFrame, webUrl } from './views/repository.js';

/** GitHub lists at most this many commits in a push event. */
const listedCommits = 20;

/** Moves refs in one transaction on somebody's behalf, with everything that follows from it. */
export async function moveRefs(service: Service, repository: Repository, by: Actor, changes: readonly RefChange[]): Promise<void> {
  await repository.git.exclusive(async () => {
    await repository.git.updateRefs(changes);
    await afterPush(service, repository, by, changes);
  });
}

/** What differs between two readings of the refs; pull request refs are GitHub's own and not reported. */
export function refChanges(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): readonly RefChange[] {
  const names = new Set([...before.keys(), ...after.keys()]);
  return [...names]
    .filter((ref) => !ref.startsWith('refs/pull/') && before.get(ref) !== after.get(ref))
    .map((ref) => ({ ref, before: before.get(ref) ?? absent, after: after.get(ref) ?? absent }));
}

/** Events of a push, then what it does to pull requests. Called with the refs moved already. */
export async function afterPush(service: Service, repository: Repository, by: Actor, changes: readonly RefChange[]): Promise<void> {
  if (changes.length === 0) return;
  repository.pushedAt = service.now();
  await repository.git.commits.load(changes.flatMap(({ before, after }) => [before, after]).filter((sha) => sha !== absent));
  // All pull requests know of the push before anybody hears of it: one push is one change.
  const touched = touchedPullRequests(service, repository, changes);
  const consequences: Array<() => Promise<void>> = [];
  for (const { base, pullRequest } of touched) consequences.push(await followBranches(service, repository, base, pullRequest, by, changes));
  for (const change of changes) await announceRef(service, repository, by, change);
  for (const consequence of consequences) await consequence();
}

interface Touched {
  readonly base: Repository;
  readonly pullRequest: PullRequest;
}

function touchedPullRequests(service: Service, repository: Repository, changes: readonly RefChange[]): readonly Touched[] {
  const branches = new Set(changes.flatMap(({ ref }) => (ref.startsWith('refs/heads/') ? [ref.slice('refs/heads/'.length)] : [])));
  return [...service.state.repositories.values()].flatMap((base) =>
    [...base.pullRequests.values()]
      .filter(({ state, head, base: into }) => {
        if (state !== 'open') return false;
        const headMoved = head.repository === repository.fullName && branches.has(head.ref);
        return headMoved || (base === repository && branches.has(into.ref));
      })
      .map((pullRequest) => ({ base, pullRequest })),
  );
}

/** Updates one open pull request and answers what is to be announced about it. */
async function followBranches(
  service: Service,
  pushed: Repository,
  repository: Repository,
  pullRequest: PullRequest,
  by: Actor,
  changes: readonly RefChange[],
): Promise<() => Promise<void>> {
  const { head, base } = pullRequest;
  const headChange = head.repository === pushed.fullName ? changes.find(({ ref }) => ref === `refs/heads/${head.ref}`) : undefined;
  const baseChange = repository === pushed ? changes.find(({ ref }) => ref === `refs/heads/${base.ref}`) : undefined;
  const oldHead = head.sha;
  const headGone = headChange?.after === absent;
  if (headChange !== undefined && !headGone) {
    head.sha = headChange.after;
    await repository.git.setRefs(new Map([[`refs/pull/${pullRequest.number}/head`, head.sha]]));
  }
  const newBase = baseChange !== undefined && baseChange.after !== absent ? baseChange.after : null;
  if (newBase !== null && (await repository.git.commits.isAncestor(head.sha, newBase))) {
    return () => becomeMerged(service, repository, pullRequest, by, newBase);
  }
  // Closed, not merged: the branch is gone, or was moved to where nothing is left to merge.
  const nothingLeft = headChange !== undefined && !headGone && (await repository.git.commits.isAncestor(head.sha, newBase ?? base.sha));
  if (headGone || baseChange?.after === absent || nothingLeft) return () => closePullRequest(service, repository, pullRequest, by);
  if (newBase !== null) base.sha = newBase;
  pullRequest.updatedAt = service.now();
  if (headChange === undefined) return () => Promise.resolve();
  return () => announce(service, repository, pullRequest, by, 'synchronize', { before: oldHead, after: head.sha });
}

async function announceRef(service: Service, repository: Repository, by: Actor, change: RefChange): Promise<void> {
  const { ref, before, after } = change;
  const kind = ref.startsWith('refs/tags/') ? 'tag' : 'branch';
  const name = ref.replace(/^refs\/(?:heads|tags)\//u, '');
  const frame = eventFrame(service, repository, by);
  if (before === absent) {
    emit(service, repository, by, 'create', null, {
      ref: name, ref_type: kind, master_branch: repository.defaultBranch, description: null, pusher_type: 'user', ...frame,
    });
  }
  emit(service, repository, by, 'push', null, { ...(await pushPayload(service, repository, change)), ...pushFrame(service, repository, by) });
  if (after === absent) emit(service, repository, by, 'delete', null, { ref: name, ref_type: kind, pusher_type: 'user', ...frame });
}

async function pushPayload(service: Service, repository: Repository, { ref, before, after }: RefChange): Promise<Record<string, unknown>> {
  const created = before === absent;
  const deleted = after === absent;
  const { commits } = repository.git;
  const excluded = created ? await otherTips(repository, ref) : [before];
  const fresh = deleted ? [] : [...(await commits.between(excluded, [after]))].reverse().slice(0, listedCommits);
  const names = await repository.git.changedNames(fresh);
  const listed = fresh.map((commit) => pushedCommitView(service, repository, commit, names.get(commit.sha) ?? []));
  return {
    ref,
    before,
    after,
    created,
    deleted,
    forced: !created && !deleted && !(await commits.isAncestor(before, after)),
    base_ref: null,
    compare: `${webUrl(service, repository)}/compare/${before.slice(0, 12)}...${after.slice(0, 12)}`,
    commits: listed,
    head_commit: deleted ? null : (listed.at(-1) ?? pushedCommitView(service, repository, commits.get(after), [])),
  };
}

async function otherTips(repository: Repository, ref: string): Promise<readonly string[]> {
  const refs = await repository.git.refs();
  const tips = [...refs].filter(([name]) => name.startsWith('refs/heads/') && name !== ref).map(([, sha]) => sha);
  return [...new Set(tips)];
}

/** Push events describe repository, owner and pusher slightly otherwise than all other events. */
function pushFrame(service: Service, repository: Repository, by: Actor): Record<string, unknown> {
  const frame = eventFrame(service, repository, by);
  const { email, login } = account(service, by.login);
  const owner = account(service, repository.owner.login);
  const seconds = (milliseconds: number): number => Math.floor(milliseconds / 1000);
  return {
    ...frame,
    repository: {
      ...(frame.repository as Record<string, unknown>),
      owner: { ...userView(service, owner.login), name: owner.login, email: owner.email },
      url: webUrl(service, repository),
      created_at: seconds(repository.createdAt),
      updated_at: iso(repository.pushedAt),
      pushed_at: seconds(repository.pushedAt),
      stargazers: 0,
      master_branch: repository.defaultBranch,
    },
    pusher: { name: login, email },
  };
}
