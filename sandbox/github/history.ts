import type { CommitInput, Files, InitialCommit } from './api.js';
import { git } from './git.js';
import { account } from './service.js';
import type { Service } from './service.js';
import type { Repository } from './state.js';

/** One commit for `git fast-import`: parents are SHAs or marks of the same stream. */
interface StreamCommit {
  readonly ref: string;
  readonly mark: number;
  readonly author: { readonly name: string; readonly email: string };
  readonly seconds: number;
  readonly message: string;
  readonly parents: readonly string[];
  readonly files: Files;
}

function data(text: string): Buffer {
  const content = Buffer.from(text);
  return Buffer.concat([Buffer.from(`data ${content.length}\n`), content, Buffer.from('\n')]);
}

/** Quoted as C strings, so that any path can be said. */
function quoted(path: string): string {
  return `"${path.replace(/[\\"]/gu, '\\$&').replace(/\n/gu, '\\n')}"`;
}

function streamCommit(commit: StreamCommit): Buffer {
  const plain = (text: string): string => text.replace(/[<>\n]/gu, ' ');
  const who = `${plain(commit.author.name)} <${plain(commit.author.email)}> ${commit.seconds} +0000`;
  const [first, ...others] = commit.parents;
  const parts: Buffer[] = [
    Buffer.from(`commit ${commit.ref}\nmark :${commit.mark}\nauthor ${who}\ncommitter ${who}\n`),
    data(commit.message),
    Buffer.from([...(first === undefined ? [] : [`from ${first}\n`]), ...others.map((parent) => `merge ${parent}\n`)].join('')),
  ];
  for (const [path, content] of Object.entries(commit.files)) {
    if (content === null) parts.push(Buffer.from(`D ${quoted(path)}\n`));
    else parts.push(Buffer.from(`M 100644 inline ${quoted(path)}\n`), data(content));
  }
  return Buffer.concat([...parts, Buffer.from('\n')]);
}

function authorOf(service: Service, login: string, commit: CommitInput): { readonly name: string; readonly email: string } {
  const { email, login: name } = account(service, login);
  return commit.author ?? { name, email };
}

/** A commit that nothing points to; fast-import wants a ref, so it gets one of its own for as long as it runs. */
export async function makeCommit(service: Service, repository: Repository, login: string, commit: CommitInput, parents: readonly string[]): Promise<string> {
  const ref = `refs/sandbox/${service.nextId()}`;
  const stream = streamCommit({
    ref, mark: 1, author: authorOf(service, login, commit), seconds: Math.floor(service.now() / 1000), message: commit.message, parents, files: commit.files ?? {},
  });
  const input = Buffer.concat([stream, Buffer.from(`get-mark :1\nreset ${ref}\nfrom ${'0'.repeat(40)}\n\n`)]);
  const { stdout } = await git(repository.git.directory, ['fast-import', '--quiet', '--force'], { input });
  return stdout.toString().trim();
}

/** The whole first history of a repository in one process. Parents may name branches made earlier in the list. */
export async function importHistory(service: Service, repository: Repository, commits: readonly InitialCommit[], refs: Readonly<Record<string, string>>): Promise<void> {
  const marks = new Map<string, string>();
  const parts: Buffer[] = [];
  const resolved = (name: string): string => marks.get(name) ?? name;
  commits.forEach((commit, index) => {
    const own = marks.get(commit.branch);
    const parents = commit.parents?.map(resolved) ?? (own === undefined ? [] : [own]);
    parts.push(
      streamCommit({
        ref: `refs/heads/${commit.branch}`, mark: index + 1, author: authorOf(service, repository.owner.login, commit),
        seconds: Math.floor(service.now() / 1000), message: commit.message, parents, files: commit.files ?? {},
      }),
    );
    marks.set(commit.branch, `:${index + 1}`);
  });
  for (const [ref, from] of Object.entries(refs)) parts.push(Buffer.from(`reset ${ref}\nfrom ${resolved(from)}\n\n`));
  if (parts.length === 0) return;
  await git(repository.git.directory, ['fast-import', '--quiet', '--force'], { input: Buffer.concat(parts) });
  repository.git.refsMoved();
  await repository.git.commits.load((await repository.git.refs()).values());
}

function identity(service: Service, login: string): Record<string, string> {
  const { email, login: name } = account(service, login);
  const date = `${Math.floor(service.now() / 1000)} +0000`;
  return { GIT_AUTHOR_NAME: name, GIT_AUTHOR_EMAIL: email, GIT_AUTHOR_DATE: date, GIT_COMMITTER_NAME: name, GIT_COMMITTER_EMAIL: email, GIT_COMMITTER_DATE: date };
}

/** GitHub's test merge of a pull request: a commit nothing points to; null on a conflict. */
export async function makeTrialMerge(service: Service, repository: Repository, base: string, head: string): Promise<string | null> {
  const tree = await repository.git.mergedTree(base, head);
  if (tree === null) return null;
  const made = await git(repository.git.directory, ['commit-tree', '-p', base, '-p', head, '-m', `Merge ${head} into ${base}`, tree], { environment: identity(service, 'web-flow') });
  return made.stdout.toString().trim();
}

/** A merge commit of two commits, or null when they conflict and `files` do not say what the result is. */
export async function makeMerge(service: Service, repository: Repository, login: string, message: string, into: string, from: string, files: Files = {}): Promise<string | null> {
  const { directory } = repository.git;
  const merged = await git(directory, ['merge-tree', '--write-tree', '--no-messages', '--name-only', '-z', into, from], { accept: [0, 1] });
  const [tree = '', ...conflicted] = merged.stdout.toString().split('\0').filter((part) => part !== '');
  if (merged.status === 1 && !conflicted.every((path) => path in files)) return null;
  const environment = identity(service, login);
  const made = await git(directory, ['commit-tree', '-p', into, '-p', from, '-F', '-', tree], { input: message, environment });
  const merge = made.stdout.toString().trim();
  if (Object.keys(files).length === 0) return merge;
  // The merge's own tree with the resolutions on top, under the merge's parents: a second commit lends its tree.
  const resolvedTip = await makeCommit(service, repository, login, { message, files }, [merge]);
  const resolvedTree = (await repository.git.commits.find(resolvedTip)).tree;
  return (await git(directory, ['commit-tree', '-p', into, '-p', from, '-F', '-', resolvedTree], { input: message, environment })).stdout.toString().trim();
}
