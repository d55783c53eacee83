import { join } from 'node:path';
import type { RepositoryInput, SandboxVerbs, TokenInput } from './api.js';
import { createBranch, createTag, deleteBranch, forcePush, mergePullRequest, pushCommit, pushMerge, renameBranch, renameByPush } from './branches.js';
import { addCheckRun, addStatus } from './checks.js';
import { addComment, commentsOf, deleteComment, dismissReview, editComment, openIssue, submitReview } from './conversation.js';
import { tokenActor } from './credentials.js';
import { GitRepository } from './git.js';
import { importHistory } from './history.js';
import { closePullRequest, editPullRequest, openPullRequest, reopenPullRequest, requestReview } from './pull-requests.js';
import { addRuns } from './runs.js';
import { account, actor, emit, findPullRequest, findRepository } from './service.js';
import type { Service } from './service.js';
import type { Actor, PullRequest, Repository, Team, Token } from './state.js';
import { eventFrame } from './views/repository.js';

const hour = 3_600_000;

/** The verbs of tests and demos; the events they cause are the same as over HTTP. */
export function verbs(service: Service): SandboxVerbs {
  const find = (name: string): Repository => findRepository(service, name);
  const who = (as: string | Actor): Actor => actor(service, as);
  const pull = (name: string, number: number): PullRequest => findPullRequest(find(name), number);
  return {
    createAccount: (login, type) => account(service, login, type),
    createToken: (input) => createToken(service, input),
    actorOf: (value) => actorOf(service, value),
    createTeam: (organization, slug, members) => createTeam(service, organization, slug, members),
    createRepository: (input) => createRepository(service, input),
    createFork: (parent, owner) => createFork(service, find(parent), owner),
    deleteRepository: (name) => deleteRepository(service, find(name)),
    repository: find,
    setCollaborator: (name, login, permission) => {
      find(name).collaborators.set(account(service, login).login.toLowerCase(), permission);
    },
    setRulesets: (name, rulesets) => {
      const list = find(name).rulesets;
      list.splice(0, list.length, ...rulesets.map((ruleset) => ({ ...ruleset, id: service.nextId() })));
    },
    pushCommit: (as, name, branch, commit) => pushCommit(service, find(name), who(as), branch, commit),
    pushMerge: (as, name, branch, from, message, files) => pushMerge(service, find(name), who(as), branch, from, message, files),
    createBranch: (as, name, branch, from) => createBranch(service, find(name), who(as), branch, from),
    deleteBranch: (as, name, branch) => deleteBranch(service, find(name), who(as), branch),
    forcePush: (as, name, branch, to) => forcePush(service, find(name), who(as), branch, to),
    renameBranch: (as, name, branch, newName) => renameBranch(service, find(name), who(as), branch, newName),
    renameByPush: (as, name, branch, newName) => renameByPush(service, find(name), who(as), branch, newName),
    createTag: (as, name, tag, at) => createTag(service, find(name), who(as), tag, at),
    refs: (name) => find(name).git.refs(),
    resolve: (name, ref) => find(name).git.resolve(ref),
    isAncestor: (name, ancestor, descendant) => find(name).git.commits.isAncestor(ancestor, descendant),
    graph: (name, from) => graph(find(name), from),
    readFile: (name, ref, path) => readFile(find(name), ref, path),
    openPullRequest: (as, name, input) => openPullRequest(service, find(name), who(as), input),
    pullRequest: pull,
    editPullRequest: async (as, name, number, change) => {
      await editPullRequest(service, find(name), pull(name, number), who(as), change);
      return pull(name, number);
    },
    closePullRequest: (as, name, number) => closePullRequest(service, find(name), pull(name, number), who(as)),
    reopen: (as, name, number) => reopenPullRequest(service, find(name), pull(name, number), who(as)),
    mergePullRequest: (as, name, number) => mergePullRequest(service, find(name), pull(name, number), who(as)),
    review: (as, name, number, state, body) => Promise.resolve(submitReview(service, find(name), who(as), number, state, body ?? '')),
    dismissReview: (as, name, number, id) => Promise.resolve(dismissReview(service, find(name), who(as), number, id)),
    requestReview: (as, name, number, logins) => requestReview(service, find(name), pull(name, number), who(as), logins),
    openIssue: (as, name, title, body) => openIssue(service, find(name), who(as), title, body ?? null),
    comment: (as, name, number, body) => addComment(service, find(name), who(as), number, body),
    editComment: (as, name, id, body) => editComment(service, find(name), who(as), id, body),
    deleteComment: (as, name, id) => deleteComment(service, find(name), who(as), id),
    comments: (name, number) => commentsOf(find(name), number),
    setStatus: (as, name, input) => addStatus(service, find(name), who(as), input),
    setCheckRun: (as, name, input) => addCheckRun(service, find(name), who(as), input),
    setRuns: (name, runs) => {
      find(name).runs.clear();
      return addRuns(service, find(name), runs);
    },
    addRuns: (name, runs) => addRuns(service, find(name), runs),
  };
}

/** An event nobody's action caused, e.g. `merge_group`, in the frame every webhook has. */
export function sendEvent(service: Service, as: string | Actor, name: string, event: string, action: string | null, payload: Readonly<Record<string, unknown>>): void {
  const repository = findRepository(service, name);
  const by = actor(service, as);
  emit(service, repository, by, event, action, { ...payload, ...eventFrame(service, repository, by) });
}

function createToken(service: Service, input: TokenInput): Token {
  const prefix = { app: 'ghs_app', job: 'ghs_job', user: 'ghp_user' }[input.kind];
  const token: Token = {
    value: input.value ?? `${prefix}${String(service.nextId()).padStart(30, '0')}`,
    kind: input.kind,
    login: account(service, input.login).login,
    limit: input.limit ?? (input.kind === 'job' ? 1000 : 5000),
    used: 0,
    resetsAt: service.now() + hour,
    ...(input.permissions === undefined ? {} : { permissions: input.permissions }),
  };
  service.state.tokens.set(token.value, token);
  return token;
}

function actorOf(service: Service, value: string): Actor {
  const token = service.state.tokens.get(value);
  if (token === undefined) throw new Error('no such token');
  return tokenActor(service, token);
}

function createTeam(service: Service, organization: string, slug: string, members: readonly string[]): Team {
  const team: Team = { id: service.nextId(), organization, slug, members: new Set(members.map((login) => account(service, login).login)) };
  service.state.teams.set(`${organization}/${slug}`.toLowerCase(), team);
  return team;
}

async function emptyRepository(service: Service, fullName: string, defaultBranch: string, isPrivate: boolean, parent: Repository | null): Promise<Repository> {
  const [owner = '', name = ''] = fullName.split('/');
  if (owner === '' || name === '') throw new Error(`a repository is named owner/name, not ${fullName}`);
  if (service.state.repositories.has(fullName.toLowerCase())) throw new Error(`${fullName} exists already`);
  const id = service.nextId();
  const now = service.now();
  const repository: Repository = {
    id, owner: account(service, owner), name, fullName, private: isPrivate, defaultBranch, parent: parent?.fullName ?? null,
    // Directories are numbered: names of repositories are not trusted as paths.
    git: await GitRepository.create(join(service.directory, `${id}.git`), defaultBranch, parent?.git ?? null),
    createdAt: now, pushedAt: now, collaborators: new Map(), issues: new Map(), pullRequests: new Map(), comments: new Map(), statuses: [],
    checkSuites: new Map(), checkRuns: new Map(), workflows: new Map(), runs: new Map(), rulesets: [], nextNumber: 1,
  };
  service.state.repositories.set(fullName.toLowerCase(), repository);
  return repository;
}

/** Without events: it is how the world was before anything happened. */
async function createRepository(service: Service, input: RepositoryInput): Promise<Repository> {
  const defaultBranch = input.defaultBranch ?? input.commits?.[0]?.branch ?? 'main';
  const repository = await emptyRepository(service, input.fullName, defaultBranch, input.private ?? false, null);
  for (const [login, permission] of Object.entries(input.collaborators ?? {})) repository.collaborators.set(account(service, login).login.toLowerCase(), permission);
  await importHistory(service, repository, input.commits ?? [], input.refs ?? {});
  return repository;
}

async function createFork(service: Service, parent: Repository, owner: string): Promise<Repository> {
  const fork = await emptyRepository(service, `${account(service, owner).login}/${parent.name}`, parent.defaultBranch, parent.private, parent);
  const refs = [...(await parent.git.refs())].filter(([ref]) => !ref.startsWith('refs/pull/'));
  await fork.git.setRefs(new Map(refs));
  return fork;
}

/** Pull requests from it stay, with a head repository of null. */
function deleteRepository(service: Service, repository: Repository): Promise<void> {
  service.state.repositories.delete(repository.fullName.toLowerCase());
  for (const other of service.state.repositories.values()) {
    for (const pullRequest of other.pullRequests.values()) if (pullRequest.head.repository === repository.fullName) pullRequest.head.repository = null;
  }
  return Promise.resolve();
}

async function graph(repository: Repository, from?: readonly string[]): ReturnType<SandboxVerbs['graph']> {
  const tips = from === undefined ? [...(await repository.git.branches()).values()] : await Promise.all(from.map(async (name) => (await repository.git.resolve(name)) ?? name));
  const commits = await repository.git.commits.between([], tips);
  return commits.map(({ sha, parents, message }) => ({ sha, parents, subject: message.split('\n')[0] ?? '' }));
}

async function readFile(repository: Repository, ref: string, path: string): Promise<string | null> {
  const commit = await repository.git.resolve(ref);
  const entry = commit === null ? undefined : (await repository.git.listTree(commit, path))[0];
  return entry?.type === 'blob' && entry.path === path ? (await repository.git.readBlob(entry.sha)).toString() : null;
}
