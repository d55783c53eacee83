import { iso } from '../service.js';
import type { Service } from '../service.js';
import type { Actor, Permission, Repository } from '../state.js';
import { nodeId, userView } from './accounts.js';
import type { View } from './accounts.js';

export function repositoryUrl(service: Service, repository: Repository): string {
  return `${service.apiUrl}/repos/${repository.fullName}`;
}

export function webUrl(service: Service, repository: Repository): string {
  return `${service.url}/${repository.fullName}`;
}

/** The rights of a login: the owner and tokens of apps and jobs may write, strangers may read. */
export function permissionOf(repository: Repository, by: Pick<Actor, 'login' | 'kind'>): Permission {
  if (by.kind === 'app' || by.kind === 'job') return 'push';
  if (repository.owner.login.toLowerCase() === by.login.toLowerCase()) return 'admin';
  return repository.collaborators.get(by.login.toLowerCase()) ?? 'pull';
}

export function permissionFlags(permission: Permission): View {
  const order: readonly Permission[] = ['pull', 'triage', 'push', 'maintain', 'admin'];
  return Object.fromEntries([...order].reverse().map((name) => [name, order.indexOf(name) <= order.indexOf(permission)]));
}

/** `minimal-repository` */
export function minimalRepositoryView(service: Service, repository: Repository): View {
  const url = repositoryUrl(service, repository);
  return {
    id: repository.id,
    node_id: nodeId('Repository', repository.id),
    name: repository.name,
    full_name: repository.fullName,
    private: repository.private,
    owner: userView(service, repository.owner.login),
    html_url: webUrl(service, repository),
    description: null,
    fork: repository.parent !== null,
    url,
    archive_url: `${url}/{archive_format}{/ref}`,
    assignees_url: `${url}/assignees{/user}`,
    blobs_url: `${url}/git/blobs{/sha}`,
    branches_url: `${url}/branches{/branch}`,
    collaborators_url: `${url}/collaborators{/collaborator}`,
    comments_url: `${url}/comments{/number}`,
    commits_url: `${url}/commits{/sha}`,
    compare_url: `${url}/compare/{base}...{head}`,
    contents_url: `${url}/contents/{+path}`,
    contributors_url: `${url}/contributors`,
    deployments_url: `${url}/deployments`,
    downloads_url: `${url}/downloads`,
    events_url: `${url}/events`,
    forks_url: `${url}/forks`,
    git_commits_url: `${url}/git/commits{/sha}`,
    git_refs_url: `${url}/git/refs{/sha}`,
    git_tags_url: `${url}/git/tags{/sha}`,
    hooks_url: `${url}/hooks`,
    issue_comment_url: `${url}/issues/comments{/number}`,
    issue_events_url: `${url}/issues/events{/number}`,
    issues_url: `${url}/issues{/number}`,
    keys_url: `${url}/keys{/key_id}`,
    labels_url: `${url}/labels{/name}`,
    languages_url: `${url}/languages`,
    merges_url: `${url}/merges`,
    milestones_url: `${url}/milestones{/number}`,
    notifications_url: `${url}/notifications{?since,all,participating}`,
    pulls_url: `${url}/pulls{/number}`,
    releases_url: `${url}/releases{/id}`,
    stargazers_url: `${url}/stargazers`,
    statuses_url: `${url}/statuses/{sha}`,
    subscribers_url: `${url}/subscribers`,
    subscription_url: `${url}/subscription`,
    tags_url: `${url}/tags`,
    teams_url: `${url}/teams`,
    trees_url: `${url}/git/trees{/sha}`,
  };
}

/** `repository`: as in lists, in both sides of a pull request and in webhooks. */
export function repositoryView(service: Service, repository: Repository): View {
  const web = webUrl(service, repository);
  const open = [...repository.issues.values(), ...repository.pullRequests.values()].filter(({ state }) => state === 'open').length;
  const forks = [...service.state.repositories.values()].filter(({ parent }) => parent === repository.fullName).length;
  return {
    ...minimalRepositoryView(service, repository),
    created_at: iso(repository.createdAt),
    updated_at: iso(repository.pushedAt),
    pushed_at: iso(repository.pushedAt),
    git_url: `${web.replace(/^http:/u, 'git:')}.git`,
    ssh_url: `git@${new URL(service.url).hostname}:${repository.fullName}.git`,
    clone_url: `${web}.git`,
    svn_url: web,
    homepage: null,
    size: 0,
    stargazers_count: 0,
    watchers_count: 0,
    language: null,
    has_issues: true,
    has_projects: true,
    has_downloads: true,
    has_wiki: true,
    has_pages: false,
    has_discussions: false,
    forks_count: forks,
    mirror_url: null,
    archived: false,
    disabled: false,
    open_issues_count: open,
    license: null,
    allow_forking: true,
    is_template: false,
    web_commit_signoff_required: false,
    topics: [],
    custom_properties: {},
    visibility: repository.private ? 'private' : 'public',
    forks,
    open_issues: open,
    watchers: 0,
    default_branch: repository.defaultBranch,
  };
}

/** `full-repository` */
export function fullRepositoryView(service: Service, repository: Repository, by: Actor): View {
  const parent = repository.parent === null ? undefined : service.state.repositories.get(repository.parent.toLowerCase());
  return {
    ...repositoryView(service, repository),
    permissions: permissionFlags(permissionOf(repository, by)),
    allow_rebase_merge: true,
    allow_squash_merge: true,
    allow_merge_commit: true,
    allow_auto_merge: false,
    delete_branch_on_merge: false,
    allow_update_branch: false,
    temp_clone_token: null,
    network_count: 0,
    subscribers_count: 0,
    ...(repository.owner.type === 'Organization' ? { organization: userView(service, repository.owner.login) } : {}),
    ...(parent === undefined ? {} : { parent: repositoryView(service, parent), source: repositoryView(service, parent) }),
  };
}

/** What every webhook carries besides its own objects. */
export function eventFrame(service: Service, repository: Repository, by: Actor): View {
  return {
    repository: repositoryView(service, repository),
    ...(repository.owner.type === 'Organization' ? { organization: organizationView(service, repository) } : {}),
    sender: userView(service, by.login),
  };
}

/** `organization-simple` as webhooks hold it. */
export function organizationView(service: Service, repository: Repository): View {
  const { login, id } = repository.owner;
  const url = `${service.apiUrl}/orgs/${login}`;
  return {
    login,
    id,
    node_id: nodeId('Organization', id),
    url,
    repos_url: `${url}/repos`,
    events_url: `${url}/events`,
    hooks_url: `${url}/hooks`,
    issues_url: `${url}/issues`,
    members_url: `${url}/members{/member}`,
    public_members_url: `${url}/public_members{/member}`,
    avatar_url: `${service.url}/avatars/u/${id}`,
    description: '',
  };
}
