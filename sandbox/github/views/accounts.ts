import { account, iso } from '../service.js';
import type { Service } from '../service.js';
import type { Repository, Team } from '../state.js';

export type View = Record<string, unknown>;

/** A `node_id` as opaque as GitHub's: base64 of kind and id. */
export function nodeId(kind: string, id: number | string): string {
  return Buffer.from(`${kind}:${id}`).toString('base64');
}

/** `simple-user` */
export function userView(service: Service, login: string): View {
  const { id, login: name, type } = account(service, login);
  const url = `${service.apiUrl}/users/${encodeURIComponent(name)}`;
  return {
    login: name,
    id,
    node_id: nodeId('User', id),
    avatar_url: `${service.url}/avatars/u/${id}`,
    gravatar_id: '',
    url,
    html_url: `${service.url}/${encodeURIComponent(name)}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type,
    user_view_type: 'public',
    site_admin: false,
  };
}

/** `public-user`, what `GET /user` answers to a personal access token. */
export function wholeUserView(service: Service, login: string): View {
  const since = iso(0);
  return {
    ...userView(service, login),
    name: null, company: null, blog: '', location: null, email: null, hireable: null, bio: null, twitter_username: null,
    public_repos: 0, public_gists: 0, followers: 0, following: 0, created_at: since, updated_at: since,
  };
}

/** `author_association` towards a repository. */
export function associationOf(repository: Repository, login: string): string {
  if (repository.owner.login.toLowerCase() === login.toLowerCase()) return 'OWNER';
  const permission = repository.collaborators.get(login.toLowerCase());
  if (permission === undefined) return 'NONE';
  return repository.owner.type === 'Organization' ? 'MEMBER' : 'COLLABORATOR';
}

export function teamView(service: Service, team: Team): View {
  const path = `orgs/${team.organization}/teams/${team.slug}`;
  return {
    id: team.id,
    node_id: nodeId('Team', team.id),
    name: team.slug,
    slug: team.slug,
    description: null,
    privacy: 'closed',
    notification_setting: 'notifications_enabled',
    permission: 'pull',
    url: `${service.apiUrl}/${path}`,
    html_url: `${service.url}/${path}`,
    members_url: `${service.apiUrl}/${path}/members{/member}`,
    repositories_url: `${service.apiUrl}/${path}/repos`,
    type: 'organization',
    parent: null,
  };
}

/** `integration`: the app behind check runs. Its id follows from its slug. */
export function appView(service: Service, slug: string): View {
  const owner = userView(service, slug === 'github-actions' ? 'github' : slug);
  const since = iso(0);
  return {
    id: slug.split('').reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) % 1_000_000, 7),
    client_id: `Iv1.${slug}`,
    slug,
    node_id: nodeId('App', slug),
    owner,
    name: slug === 'github-actions' ? 'GitHub Actions' : slug,
    description: '',
    external_url: `${service.url}/apps/${slug}`,
    html_url: `${service.url}/apps/${slug}`,
    created_at: since,
    updated_at: since,
    permissions: { checks: 'write', contents: 'read', metadata: 'read' },
    events: ['check_run', 'check_suite'],
  };
}
