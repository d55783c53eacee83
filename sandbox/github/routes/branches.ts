import { renameBranch } from '../branches.js';
import { absent, GitFailure } from '../git.js';
import { moveRefs } from '../pushes.js';
import { noContent, ok, page, repositoryRoute, requiredText } from '../router.js';
import type { RepositoryCall, Route } from '../router.js';
import { notFound, ServiceError } from '../service.js';
import { nodeId } from '../views/accounts.js';
import { commitView } from '../views/commits.js';
import { repositoryUrl, webUrl } from '../views/repository.js';
import { appliesTo, refuseInstallations } from './access.js';

const scopes = ['contents'];

export const branchRoutes: readonly Route[] = [
  repositoryRoute('GET', '/branches', scopes, async (call) => {
    const wanted = call.query.get('protected');
    const branches = [...(await call.repository.git.branches())].filter(([name]) => wanted === null || String(isProtected(call, name)) === wanted);
    return page(call, branches, ([name, sha]) => ({ name, commit: { sha, url: `${repositoryUrl(call.service, call.repository)}/commits/${sha}` }, protected: isProtected(call, name) }));
  }),
  repositoryRoute('GET', '/branches/{+branch}/protection', ['administration'], (call) => {
    refuseInstallations(call.by);
    throw new ServiceError(404, 'Branch not protected');
  }),
  repositoryRoute('POST', '/branches/{+branch}/rename', scopes, async (call) => {
    const name = requiredText(call.body, 'new_name');
    await renameBranch(call.service, call.repository, call.by, call.params.branch ?? '', name);
    return ok(await branchView(call, name), 201);
  }),
  repositoryRoute('GET', '/branches/{+branch}', scopes, async (call) => ok(await branchView(call, call.params.branch ?? ''))),
  repositoryRoute('GET', '/tags', scopes, async (call) => {
    const { service, repository } = call;
    const tags = [...(await repository.git.refs())].filter(([ref]) => ref.startsWith('refs/tags/')).reverse();
    return page(call, tags, ([ref, sha]) => {
      const name = ref.slice('refs/tags/'.length);
      const url = repositoryUrl(service, repository);
      return { name, zipball_url: `${url}/zipball/${ref}`, tarball_url: `${url}/tarball/${ref}`, commit: { sha, url: `${url}/commits/${sha}` }, node_id: nodeId('Ref', ref) };
    });
  }),
  repositoryRoute('GET', '/git/ref/{+ref}', scopes, async (call) => {
    const ref = `refs/${call.params.ref ?? ''}`;
    const sha = (await call.repository.git.refs()).get(ref);
    if (sha === undefined) throw notFound();
    return ok(refView(call, ref, sha));
  }),
  repositoryRoute('GET', '/git/matching-refs/{+ref}', scopes, async (call) => matchingRefs(call, `refs/${call.params.ref ?? ''}`)),
  repositoryRoute('GET', '/git/refs', scopes, async (call) => matchingRefs(call, 'refs/')),
  repositoryRoute('POST', '/git/refs', scopes, async (call) => {
    const ref = requiredText(call.body, 'ref');
    const sha = await knownCommit(call, requiredText(call.body, 'sha'));
    if (!/^refs\/[^/]+\/./u.test(ref)) throw new ServiceError(422, 'Reference name must start with \'refs/\' and have at least two slashes.');
    if ((await call.repository.git.refs()).has(ref)) throw new ServiceError(422, 'Reference already exists');
    await change(call, { ref, before: absent, after: sha });
    return ok(refView(call, ref, sha), 201);
  }),
  repositoryRoute('PATCH', '/git/refs/{+ref}', scopes, async (call) => {
    const ref = `refs/${call.params.ref ?? ''}`;
    const before = await existing(call, ref);
    const after = await knownCommit(call, requiredText(call.body, 'sha'));
    if (call.body.force !== true && !(await call.repository.git.commits.isAncestor(before, after))) throw new ServiceError(422, 'Update is not a fast forward');
    if (before !== after) await change(call, { ref, before, after });
    return ok(refView(call, ref, after));
  }),
  repositoryRoute('DELETE', '/git/refs/{+ref}', scopes, async (call) => {
    const ref = `refs/${call.params.ref ?? ''}`;
    await change(call, { ref, before: await existing(call, ref), after: absent });
    return noContent;
  }),
];

/** An active ruleset names it. */
function isProtected({ repository }: RepositoryCall, branch: string): boolean {
  return repository.rulesets.some((ruleset) => ruleset.enforcement === 'active' && appliesTo(repository, ruleset, branch));
}

/** `branch-with-protection` */
async function branchView(call: RepositoryCall, name: string): Promise<Record<string, unknown>> {
  const { service, repository } = call;
  const sha = await repository.git.branch(name);
  if (sha === null) throw new ServiceError(404, 'Branch not found');
  const self = `${repositoryUrl(service, repository)}/branches/${encodeURIComponent(name)}`;
  return {
    name,
    commit: commitView(service, repository, await repository.git.commits.find(sha)),
    _links: { self, html: `${webUrl(service, repository)}/tree/${encodeURIComponent(name)}` },
    protected: isProtected(call, name),
    protection: { enabled: false, required_status_checks: { enforcement_level: 'off', contexts: [], checks: [] } },
    protection_url: `${self}/protection`,
  };
}

/** `git-ref`; annotated tags are shown by the commit they point to. */
function refView({ service, repository }: RepositoryCall, ref: string, sha: string): Record<string, unknown> {
  const url = `${repositoryUrl(service, repository)}/git`;
  return { ref, node_id: nodeId('Ref', ref), url: `${url}/${encodeURI(ref)}`, object: { sha, type: 'commit', url: `${url}/commits/${sha}` } };
}

async function matchingRefs(call: RepositoryCall, prefix: string): ReturnType<typeof page> {
  const refs = [...(await call.repository.git.refs())].filter(([ref]) => ref.startsWith(prefix));
  return page(call, refs, ([ref, sha]) => refView(call, ref, sha));
}

async function existing({ repository }: RepositoryCall, ref: string): Promise<string> {
  const sha = (await repository.git.refs()).get(ref);
  if (sha === undefined) throw new ServiceError(422, 'Reference does not exist');
  return sha;
}

async function knownCommit({ repository }: RepositoryCall, sha: string): Promise<string> {
  if (!/^[0-9a-f]{40}$/u.test(sha) || (await repository.git.resolve(sha)) === null) throw new ServiceError(422, 'Object does not exist');
  return sha;
}

async function change({ service, repository, by }: RepositoryCall, move: { readonly ref: string; readonly before: string; readonly after: string }): Promise<void> {
  try {
    await moveRefs(service, repository, by, [move]);
  } catch (cause) {
    if (cause instanceof GitFailure) throw new ServiceError(422, `Reference update failed: ${cause.result.stderr.trim()}`);
    throw cause;
  }
}
