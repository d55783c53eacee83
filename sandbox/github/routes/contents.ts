import type { TreeEntry } from '../git.js';
import { ok, repositoryRoute } from '../router.js';
import type { Answer, RepositoryCall, Route } from '../router.js';
import { notFound, ServiceError } from '../service.js';
import { repositoryUrl, webUrl } from '../views/repository.js';

/** Above this size GitHub gives no content except to those who ask for it raw. */
const largestInline = 1024 * 1024;

export const contentRoutes: readonly Route[] = [
  repositoryRoute('GET', '/contents', ['contents'], (call) => contents(call, '')),
  repositoryRoute('GET', '/contents/{+path}', ['contents'], (call) => contents(call, (call.params.path ?? '').replace(/\/+$/u, ''))),
];

async function contents(call: RepositoryCall, path: string): Promise<Answer> {
  const { repository } = call;
  const ref = call.query.get('ref') ?? repository.defaultBranch;
  const commit = await repository.git.resolve(ref);
  if (commit === null) throw new ServiceError(404, `No commit found for the ref ${ref}`);
  const entries = await repository.git.listTree(commit, path);
  const only = entries[0];
  if (only === undefined) throw notFound();
  const isFile = only.path === path && only.type === 'blob';
  if (!isFile) return ok(entries.map((entry) => entryView(call, entry, ref)));
  const content = await repository.git.readBlob(only.sha);
  if (call.accept.includes('raw')) return { status: 200, body: content, headers: { 'content-type': 'application/vnd.github.raw+json; charset=utf-8' } };
  const inline = content.length <= largestInline;
  return ok({
    ...entryView(call, only, ref),
    content: inline ? content.toString('base64').replace(/.{60}/gu, '$&\n').replace(/(?<rest>[^\n])$/u, '$<rest>\n') : '',
    encoding: inline ? 'base64' : 'none',
  });
}

function entryView({ service, repository }: RepositoryCall, entry: TreeEntry, ref: string): Record<string, unknown> {
  const path = entry.path.split('/').map(encodeURIComponent).join('/');
  const api = repositoryUrl(service, repository);
  const url = `${api}/contents/${path}?ref=${encodeURIComponent(ref)}`;
  const isTree = entry.type === 'tree';
  const gitUrl = `${api}/git/${isTree ? 'trees' : 'blobs'}/${entry.sha}`;
  const html = `${webUrl(service, repository)}/${isTree ? 'tree' : 'blob'}/${encodeURIComponent(ref)}/${path}`;
  return {
    name: entry.path.split('/').at(-1) ?? entry.path,
    path: entry.path,
    sha: entry.sha,
    size: entry.size,
    url,
    html_url: html,
    git_url: gitUrl,
    download_url: isTree ? null : `${webUrl(service, repository)}/raw/${encodeURIComponent(ref)}/${path}`,
    type: isTree ? 'dir' : entry.type === 'commit' ? 'submodule' : entry.mode === '120000' ? 'symlink' : 'file',
    _links: { self: url, git: gitUrl, html },
  };
}
