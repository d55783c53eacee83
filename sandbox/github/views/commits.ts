import { git } from '../git.js';
import type { ChangedFile, NamedChange } from '../git.js';
import type { Commit, Signature } from '../commits.js';
import { iso } from '../service.js';
import type { Service } from '../service.js';
import type { CommitStatus, Repository } from '../state.js';
import { nodeId, userView } from './accounts.js';
import type { View } from './accounts.js';
import { minimalRepositoryView, repositoryUrl, webUrl } from './repository.js';

/** The account an email belongs to; null when nobody here has it, as for commits of strangers. */
function accountByEmail(service: Service, signature: Signature): View | null {
  for (const { email, login } of service.state.accounts.values()) if (email === signature.email) return userView(service, login);
  return null;
}

/** `commit`, without files. */
export function commitView(service: Service, repository: Repository, commit: Commit): View {
  const url = repositoryUrl(service, repository);
  return {
    sha: commit.sha,
    node_id: nodeId('Commit', commit.sha),
    commit: {
      author: commit.author,
      committer: commit.committer,
      message: commit.message,
      tree: { sha: commit.tree, url: `${url}/git/trees/${commit.tree}` },
      url: `${url}/git/commits/${commit.sha}`,
      comment_count: 0,
      verification: { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null },
    },
    url: `${url}/commits/${commit.sha}`,
    html_url: `${webUrl(service, repository)}/commit/${commit.sha}`,
    comments_url: `${url}/commits/${commit.sha}/comments`,
    author: accountByEmail(service, commit.author),
    committer: accountByEmail(service, commit.committer),
    parents: commit.parents.map((sha) => ({ sha, url: `${url}/commits/${sha}`, html_url: `${webUrl(service, repository)}/commit/${sha}` })),
  };
}

/** `commit` with stats and files against its first parent. */
export async function wholeCommitView(service: Service, repository: Repository, commit: Commit): Promise<View> {
  const files = await repository.git.changedFiles(commit.parents[0] ?? (await emptyTree(repository)), commit.sha);
  const additions = files.reduce((sum, file) => sum + file.additions, 0);
  const deletions = files.reduce((sum, file) => sum + file.deletions, 0);
  return {
    ...commitView(service, repository, commit),
    stats: { additions, deletions, total: additions + deletions },
    files: files.map((file) => fileView(service, repository, commit.sha, file)),
  };
}

async function emptyTree(repository: Repository): Promise<string> {
  return (await git(repository.git.directory, ['mktree'])).stdout.toString().trim();
}

/** `diff-entry`, without patch. */
export function fileView(service: Service, repository: Repository, sha: string, file: ChangedFile): View {
  const path = file.path.split('/').map(encodeURIComponent).join('/');
  return {
    sha: file.sha ?? nullBlob,
    filename: file.path,
    status: file.status,
    additions: file.additions,
    deletions: file.deletions,
    changes: file.additions + file.deletions,
    blob_url: `${webUrl(service, repository)}/blob/${sha}/${path}`,
    raw_url: `${webUrl(service, repository)}/raw/${sha}/${path}`,
    contents_url: `${repositoryUrl(service, repository)}/contents/${path}?ref=${sha}`,
    ...(file.previousPath === null ? {} : { previous_filename: file.previousPath }),
  };
}

const nullBlob = '0'.repeat(40);

/** `simple-commit`: head commits of runs and suites. */
export function simpleCommitView(commit: Commit): View {
  return {
    id: commit.sha,
    tree_id: commit.tree,
    message: commit.message,
    timestamp: commit.committer.date,
    author: { name: commit.author.name, email: commit.author.email },
    committer: { name: commit.committer.name, email: commit.committer.email },
  };
}

/** With the login, where the email is somebody's. */
function pushedSignature(service: Service, signature: Signature): View {
  const login = accountByEmail(service, signature)?.login;
  return { name: signature.name, email: signature.email, date: signature.date, ...(login === undefined ? {} : { username: login }) };
}

/** A commit as a push event lists it. */
export function pushedCommitView(service: Service, repository: Repository, commit: Commit, files: readonly NamedChange[]): View {
  const named = (status: ChangedFile['status']): readonly string[] => files.filter((file) => file.status === status).map(({ path }) => path);
  return {
    ...simpleCommitView(commit),
    author: pushedSignature(service, commit.author),
    committer: pushedSignature(service, commit.committer),
    distinct: true,
    url: `${webUrl(service, repository)}/commit/${commit.sha}`,
    added: named('added'),
    removed: named('removed'),
    modified: [...named('modified'), ...named('changed')],
  };
}

/** `status` */
export function statusView(service: Service, repository: Repository, status: CommitStatus): View {
  return {
    ...simpleStatusView(service, repository, status),
    creator: userView(service, status.creator),
  };
}

/** `simple-commit-status`, the entries of a combined status. */
export function simpleStatusView(service: Service, repository: Repository, status: CommitStatus): View {
  return {
    url: `${repositoryUrl(service, repository)}/statuses/${status.sha}`,
    avatar_url: String(userView(service, status.creator).avatar_url),
    id: status.id,
    node_id: nodeId('StatusContext', status.id),
    state: status.state,
    description: status.description,
    target_url: status.targetUrl,
    context: status.context,
    created_at: iso(status.createdAt),
    updated_at: iso(status.createdAt),
  };
}

/** Newest status of each context (contexts compare case-insensitively) and the state they make together. */
export function combinedStatusView(service: Service, repository: Repository, sha: string, newest: readonly CommitStatus[]): View {
  const states = new Set(newest.map(({ state }) => state));
  const failed = states.has('failure') || states.has('error');
  const state = failed ? 'failure' : states.size === 0 || states.has('pending') ? 'pending' : 'success';
  const url = repositoryUrl(service, repository);
  return {
    state,
    statuses: newest.map((status) => simpleStatusView(service, repository, status)),
    sha,
    total_count: newest.length,
    repository: minimalRepositoryView(service, repository),
    commit_url: `${url}/commits/${sha}`,
    url: `${url}/commits/${sha}/status`,
  };
}
