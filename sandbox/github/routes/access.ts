import { ok, page, repositoryRoute, route } from '../router.js';
import type { Call, RepositoryCall, Route } from '../router.js';
import { notFound, ServiceError } from '../service.js';
import type { Actor, Permission, Repository, Ruleset, Team } from '../state.js';
import { userView, wholeUserView } from '../views/accounts.js';
import { fullRepositoryView, permissionFlags, permissionOf, repositoryView } from '../views/repository.js';

/** Who may what: the token itself, repositories, collaborators, teams, rules. */
export const accessRoutes: readonly Route[] = [
  route('GET', '/user', [], ({ service, by }) => {
    if (by.token === null) throw new ServiceError(401, 'Requires authentication');
    refuseInstallations(by);
    return ok(wholeUserView(service, by.login));
  }),
  route('GET', '/rate_limit', [], ({ service, by }) => {
    const { limit = 60, used = 0, resetsAt = service.now() } = by.token ?? {};
    const core = { limit, used, remaining: Math.max(limit - used, 0), reset: Math.floor(resetsAt / 1000) };
    return ok({ resources: { core, search: { limit: 30, used: 0, remaining: 30, reset: core.reset } }, rate: core });
  }),
  route('GET', '/installation/repositories', [], (call) => {
    if (call.by.kind === 'user' || call.by.token === null) throw new ServiceError(403, 'You must authenticate with an installation access token in order to list repositories for an installation.');
    return page(call, [...call.service.state.repositories.values()], (repository) => repositoryView(call.service, repository), 'repositories');
  }),
  route('GET', '/orgs/{org}/teams/{slug}/members', ['members'], (call) => {
    const team = findTeam(call);
    return page(call, [...team.members], (login) => userView(call.service, login));
  }),
  route('GET', '/orgs/{org}/teams/{slug}/memberships/{login}', ['members'], (call) => {
    const team = findTeam(call);
    const login = call.params.login ?? '';
    const member = [...team.members].find((known) => known.toLowerCase() === login.toLowerCase());
    if (member === undefined) throw notFound();
    const url = `${call.service.apiUrl}/organizations/${team.id}/team/${team.id}/memberships/${member}`;
    return ok({ url, role: 'member', state: 'active' });
  }),
  repositoryRoute('GET', '', [], ({ service, repository, by }) => ok(fullRepositoryView(service, repository, by))),
  repositoryRoute('GET', '/collaborators/{login}/permission', [], (call) => {
    const { service, repository } = call;
    const login = call.params.login ?? '';
    const known = service.state.accounts.get(login.toLowerCase());
    if (known === undefined) throw new ServiceError(404, `${login} is not a user`);
    const permission = permissionOf(repository, { login, kind: 'person' });
    return ok({ permission: legacyPermission(permission), role_name: roleName(permission), user: collaboratorView(call, known.login) });
  }),
  repositoryRoute('GET', '/collaborators', [], (call) => {
    const listed = [...call.repository.collaborators.keys()];
    const owner = call.repository.owner.type === 'User' ? [call.repository.owner.login] : [];
    return page(call, [...owner, ...listed], (login) => collaboratorView(call, login));
  }),
  repositoryRoute('GET', '/rules/branches/{+branch}', [], (call) => {
    const { repository } = call;
    const rules = repository.rulesets
      .filter((ruleset) => ruleset.enforcement === 'active' && appliesTo(repository, ruleset, call.params.branch ?? ''))
      .flatMap((ruleset) => ruleset.rules.map((rule) => ({ ...rule, ruleset_source_type: 'Repository', ruleset_source: repository.fullName, ruleset_id: ruleset.id })));
    return page(call, rules, (rule) => rule);
  }),
];

/** Installation tokens, the job's own among them, stand for no user. */
export function refuseInstallations(by: Actor): void {
  if (by.kind === 'app' || by.kind === 'job') throw new ServiceError(403, 'Resource not accessible by integration');
}

/** Teams belong to the organisation, which the job's token knows nothing of. */
function findTeam(call: Call): Team {
  if (call.by.kind === 'job') throw new ServiceError(403, 'Resource not accessible by integration');
  const team = call.service.state.teams.get(`${call.params.org ?? ''}/${call.params.slug ?? ''}`.toLowerCase());
  if (team === undefined) throw notFound();
  return team;
}

function collaboratorView({ service, repository }: RepositoryCall, login: string): Record<string, unknown> {
  const permission = permissionOf(repository, { login, kind: 'person' });
  return { ...userView(service, login), permissions: permissionFlags(permission), role_name: roleName(permission) };
}

function roleName(permission: Permission): string {
  return permission === 'push' ? 'write' : permission === 'pull' ? 'read' : permission;
}

/** The four old levels, into which the newer roles are folded. */
function legacyPermission(permission: Permission): string {
  return permission === 'admin' ? 'admin' : permission === 'maintain' || permission === 'push' ? 'write' : 'read';
}

export function appliesTo(repository: Repository, ruleset: Ruleset, branch: string): boolean {
  const matches = (pattern: string): boolean => {
    if (pattern === '~ALL') return true;
    if (pattern === '~DEFAULT_BRANCH') return branch === repository.defaultBranch;
    const source = pattern.replace(/\*\*\/\*|\*\*|\*|[^*]+/gu, (part) => (part.startsWith('**') ? '.*' : part === '*' ? '[^/]*' : part.replace(/[.+?^${}()|[\]\\]/gu, '\\$&')));
    return new RegExp(`^${source}$`, 'u').test(`refs/heads/${branch}`);
  };
  return ruleset.include.some(matches) && !ruleset.exclude.some(matches);
}
