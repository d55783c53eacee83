import type { CommitInput, Files, RefChange } from './api.js';
import { absent } from './git.js';
import { makeCommit, makeMerge } from './history.js';
import { announce } from './pull-requests.js';
import { afterPush, moveRefs } from './pushes.js';
import { ServiceError } from './service.js';
import type { Service } from './service.js';
import type { Actor, PullRequest, Repository } from './state.js';

async function resolved(repository: Repository, name: string): Promise<string> {
  const sha = await repository.git.resolve(name);
  if (sha === null) throw new ServiceError(422, `${repository.fullName} has no commit called ${name}`);
  return sha;
}

/** Work that makes a commit on a branch and moves the branch to it, with nothing in between. */
async function advance(service: Service, repository: Repository, by: Actor, branch: string, make: (tip: string | null) => Promise<string>): Promise<string> {
  return repository.git.exclusive(async () => {
    const tip = await repository.git.branch(branch);
    const after = await make(tip);
    const change: RefChange = { ref: `refs/heads/${branch}`, before: tip ?? absent, after };
    await repository.git.updateRefs([change]);
    await afterPush(service, repository, by, [change]);
    return after;
  });
}

export async function pushCommit(service: Service, repository: Repository, by: Actor, branch: string, commit: CommitInput): Promise<string> {
  return advance(service, repository, by, branch, async (tip) => {
    if (tip === null && commit.parents === undefined) throw new ServiceError(422, `branch ${branch} does not exist; say from where it starts`);
    const parents = commit.parents === undefined ? [tip ?? ''] : await Promise.all(commit.parents.map((name) => resolved(repository, name)));
    return makeCommit(service, repository, by.login, commit, parents);
  });
}

export async function pushMerge(service: Service, repository: Repository, by: Actor, branch: string, from: string, message?: string, files?: Files): Promise<string> {
  return advance(service, repository, by, branch, async (tip) => {
    if (tip === null) throw new ServiceError(422, `branch ${branch} does not exist`);
    const merge = await makeMerge(service, repository, by.login, message ?? `Merge ${from} into ${branch}`, tip, await resolved(repository, from), files);
    if (merge === null) throw new ServiceError(409, `${from} does not merge into ${branch} without conflict`);
    return merge;
  });
}

export async function createBranch(service: Service, repository: Repository, by: Actor, branch: string, from: string): Promise<string> {
  const sha = await resolved(repository, from);
  await moveRefs(service, repository, by, [{ ref: `refs/heads/${branch}`, before: absent, after: sha }]);
  return sha;
}

export async function createTag(service: Service, repository: Repository, by: Actor, tag: string, at: string): Promise<void> {
  await moveRefs(service, repository, by, [{ ref: `refs/tags/${tag}`, before: absent, after: await resolved(repository, at) }]);
}

export async function deleteBranch(service: Service, repository: Repository, by: Actor, branch: string): Promise<void> {
  if (branch === repository.defaultBranch) throw new ServiceError(422, 'The default branch cannot be deleted');
  await moveRefs(service, repository, by, [{ ref: `refs/heads/${branch}`, before: await tipOf(repository, branch), after: absent }]);
}

async function tipOf(repository: Repository, branch: string): Promise<string> {
  const tip = await repository.git.branch(branch);
  if (tip === null) throw new ServiceError(404, `Branch ${branch} not found`);
  return tip;
}

export async function forcePush(service: Service, repository: Repository, by: Actor, branch: string, to: string): Promise<string> {
  const after = await resolved(repository, to);
  await moveRefs(service, repository, by, [{ ref: `refs/heads/${branch}`, before: await tipOf(repository, branch), after }]);
  return after;
}

export async function renameByPush(service: Service, repository: Repository, by: Actor, branch: string, newName: string): Promise<void> {
  const tip = await tipOf(repository, branch);
  await moveRefs(service, repository, by, [
    { ref: `refs/heads/${newName}`, before: absent, after: tip },
    { ref: `refs/heads/${branch}`, before: tip, after: absent },
  ]);
}

/**
 * GitHub's own rename (https://docs.github.com/rest/branches/branches#rename-a-branch): open pull requests into the
 * branch get the new name as base; those from it are closed, since their head is gone. A renamed default branch stays default.
 */
export async function renameBranch(service: Service, repository: Repository, by: Actor, branch: string, newName: string): Promise<void> {
  const refs = await repository.git.refs();
  if (!refs.has(`refs/heads/${branch}`)) throw new ServiceError(404, 'Branch not found');
  if (refs.has(`refs/heads/${newName}`)) throw new ServiceError(422, 'New branch already exists');
  const retargeted: PullRequest[] = [];
  for (const pullRequest of repository.pullRequests.values()) {
    if (pullRequest.state === 'open' && pullRequest.base.ref === branch) {
      pullRequest.base.ref = newName;
      retargeted.push(pullRequest);
    }
  }
  if (repository.defaultBranch === branch) {
    repository.defaultBranch = newName;
    await repository.git.setHead(newName);
  }
  await renameByPush(service, repository, by, branch, newName);
  for (const pullRequest of retargeted) await announce(service, repository, pullRequest, by, 'edited', { changes: { base: { ref: { from: branch }, sha: { from: pullRequest.base.sha } } } });
}

/** The merge button. The pull request becomes merged by what follows from the push. */
export async function mergePullRequest(service: Service, repository: Repository, pullRequest: PullRequest, by: Actor, expectedHead?: string): Promise<string> {
  const { head, base, number } = pullRequest;
  if (pullRequest.state === 'closed' || pullRequest.draft) throw new ServiceError(405, 'Pull Request is not mergeable');
  if (expectedHead !== undefined && expectedHead !== head.sha) throw new ServiceError(409, 'Head branch was modified. Review and try the merge again.');
  const owner = head.repository?.split('/')[0] ?? 'unknown';
  const message = `Merge pull request #${number} from ${owner}/${head.ref}\n\n${pullRequest.title}`;
  return advance(service, repository, by, base.ref, async (tip) => {
    const merge = tip === null ? null : await makeMerge(service, repository, by.login, message, tip, head.sha);
    if (merge === null) throw new ServiceError(405, 'Pull Request is not mergeable');
    return merge;
  });
}
