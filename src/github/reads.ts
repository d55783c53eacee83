import { compareCheckReadings } from '../builds/build-key.js';
import { compareReadings } from '../builds/run-selection.js';
import type { WorkflowRun } from '../builds/workflow-run.js';
import type { Sha } from '../ports/git.js';
import { GitHubOutage, GitHubRefusal } from '../ports/github.js';
import type {
  BranchRule, CheckRun, ClassicProtection, ClosedPullRequest, Comment, CommentOfIssue, CommitStatus, PullRequest, PullRequestFilter,
  RepositoryDetails, Review,
} from '../ports/github.js';
import * as answers from './answers.js';
import type { ItemSchema } from './answers.js';
import { believedItems } from './lists.js';
import type { ListRequest, Lists } from './lists.js';
import type { Send } from './requests.js';
import { checkedNumber, fullSha, isNumber, route } from './routes.js';
import { oneLine } from './text.js';

export interface RepositoryName {
  readonly owner: string;
  readonly name: string;
}

export type Permission = 'admin' | 'write' | 'read' | 'none';

/** GitHub serves at most this many runs when asked for those of a commit. */
const workflowRunCap = 1000;

/** What is read of GitHub, without memory of earlier answers but for their ETags. */
export class Reads {
  readonly #tagged = new Map<string, { readonly etag: string; readonly value: unknown }>();

  constructor(
    private readonly repository: RepositoryName,
    private readonly send: Send,
    private readonly lists: Lists,
  ) {}

  async fileOfDefaultBranch(path: string): Promise<string | null> {
    const operation = oneLine(`read the file ${path}`);
    const segments = path.split('/').filter((segment) => segment !== '' && segment !== '.');
    const found = await this.#one(operation, this.path(operation, 'contents', ...segments), answers.contents, false);
    if (found === null) {
      return null;
    }
    if (!('content' in found)) {
      throw new GitHubRefusal(operation, 200, 'this is not a file');
    }
    if (found.encoding !== 'base64') {
      throw new GitHubRefusal(operation, 200, 'the file is too large to be read (GitHub gives up to 1 MB)');
    }
    return Buffer.from(found.content, 'base64').toString('utf8');
  }

  async pullRequest(number: number, live: boolean): Promise<PullRequest | null> {
    if (!isNumber(number)) {
      return null;
    }
    const operation = `read pull request #${number}`;
    return this.#one(operation, this.path(operation, 'pulls', number), answers.pullRequest, live);
  }

  async openPullRequests(filter: PullRequestFilter, live: boolean): Promise<readonly PullRequest[]> {
    const list = await this.#list('list the open pull requests', ['pulls'], {
      // By creation, so that one opened meanwhile comes last and moves none of the others.
      query: {
        state: 'open',
        sort: 'created',
        direction: 'asc',
        ...(filter.head === undefined ? {} : { head: `${this.repository.owner}:${filter.head}` }),
        ...(filter.base === undefined ? {} : { base: filter.base }),
      },
      item: answers.pullRequest,
      key: (pullRequest) => pullRequest.number,
      live,
    });
    // GitHub leaves out a filter it does not understand, so it is applied here as well.
    return list.items.filter((pullRequest) => matchesFilter(pullRequest, filter));
  }

  /** One page on purpose, and not the whole list: whatever else is closed was looked at while it was new. */
  async recentlyClosedPullRequests(): Promise<readonly ClosedPullRequest[]> {
    const operation = 'list the recently closed pull requests';
    const query = new URLSearchParams({ state: 'closed', sort: 'updated', direction: 'desc', per_page: '30' });
    const found = await this.#one(operation, `${this.path(operation, 'pulls')}?${query.toString()}`, answers.closedPullRequests, true);
    return found ?? [];
  }

  async commentsSince(time: string): Promise<readonly CommentOfIssue[]> {
    const query = { since: time, sort: 'created', direction: 'asc' };
    const list = await this.#list(`list the comments since ${time}`, ['issues', 'comments'], { query, item: answers.commentOfIssue, key: (comment) => comment.id, live: true });
    return list.items;
  }

  async comments(pullRequest: number, live: boolean): Promise<readonly Comment[]> {
    const parts = ['issues', checkedNumber(pullRequest), 'comments'];
    const list = await this.#list(`read the comments of #${pullRequest}`, parts, { item: answers.comment, key: (comment) => comment.id, live });
    return list.items;
  }

  async reviews(pullRequest: number, live: boolean): Promise<readonly Review[]> {
    const parts = ['pulls', checkedNumber(pullRequest), 'reviews'];
    const list = await this.#list(`read the reviews of #${pullRequest}`, parts, { item: answers.review, key: (review) => review.id, live });
    return list.items;
  }

  /** Beyond GitHub's cap the list is continued by asking for the runs created up to the oldest one seen. */
  async workflowRuns(commit: Sha, live: boolean): Promise<readonly WorkflowRun[]> {
    const operation = `list the workflow runs of ${fullSha(commit)}`;
    const one = { key: (run: WorkflowRun) => run.id, prefer: compareReadings };
    let runs: ReadonlyMap<number | string, WorkflowRun> = new Map();
    let createdUpTo: string | null = null;
    for (;;) {
      const query: Record<string, string> = { head_sha: commit, ...(createdUpTo === null ? {} : { created: `<=${createdUpTo}` }) };
      const list = await this.#list(operation, ['actions', 'runs'], {
        ...one, query, live, item: answers.workflowRun, countedAs: 'workflow_runs', cap: workflowRunCap,
      });
      const before = runs.size;
      runs = believedItems(one, [{ items: [...runs.values()] }, list]);
      if (!list.capped) {
        return [...runs.values()];
      }
      createdUpTo = list.items.map((run) => run.createdAt).sort()[0] ?? null;
      if (runs.size === before || createdUpTo === null) {
        throw new GitHubOutage(operation, 200, `the commit has more runs than the ${workflowRunCap} that GitHub lists`);
      }
    }
  }

  async workflowPathOfRun(runId: number): Promise<string | null> {
    const operation = `read the workflow run ${checkedNumber(runId)}`;
    return (await this.#one(operation, this.path(operation, 'actions', 'runs', runId), answers.workflowOfRun, false))?.path ?? null;
  }

  /** The list of all statuses and not the combined status: only the former says who wrote each. */
  async commitStatuses(commit: Sha, live: boolean): Promise<readonly CommitStatus[]> {
    const parts = ['commits', fullSha(commit), 'statuses'];
    const list = await this.#list(`read the statuses of ${commit}`, parts, { item: answers.commitStatus, key: (status) => status.id, live });
    const newest = new Map<string, answers.IdentifiedStatus>();
    for (const status of list.items) {
      // GitHub compares contexts without regard to case.
      const context = status.status.context.toLowerCase();
      if (status.id >= (newest.get(context)?.id ?? 0)) {
        newest.set(context, status);
      }
    }
    return [...newest.values()].map(({ status }) => status);
  }

  /** All check runs, superseded ones too (`filter=all`): which one is the newest is for the reader to judge. */
  async checkRuns(commit: Sha, live: boolean): Promise<readonly CheckRun[]> {
    const list = await this.#list(`list the check runs of ${fullSha(commit)}`, ['commits', commit, 'check-runs'], {
      query: { filter: 'all' }, live, item: answers.checkRun, key: (run) => run.id, prefer: compareCheckReadings, countedAs: 'check_runs',
    });
    return list.items;
  }

  async teamMembers(organization: string, team: string): Promise<readonly string[]> {
    const operation = oneLine(`read the members of the team ${organization}/${team}`);
    const path = route(operation, 'orgs', organization, 'teams', team, 'members');
    const list = await this.lists.read({ operation, path, item: answers.member, key: (member) => member.id, live: false });
    return list.items.map((member) => member.login);
  }

  /** `none` for a login GitHub does not know as a user (404): a deleted account or an app has no permission. */
  async permissionOf(login: string): Promise<Permission> {
    const operation = oneLine(`read the permission of ${login}`);
    const path = this.path(operation, 'collaborators', login, 'permission');
    return (await this.#one(operation, path, answers.collaboratorPermission, false))?.permission ?? 'none';
  }

  /** GitHub refuses the question (403) to installation tokens, the job's own among them: they stand for no user. */
  async viewer(): Promise<string | null> {
    try {
      return (await this.#one('read the user of the token', '/user', answers.viewer, false))?.login ?? null;
    } catch (error) {
      if (error instanceof GitHubRefusal && error.status === 403) {
        return null;
      }
      throw error;
    }
  }

  /** An enterprise server without limits answers 404. */
  async hourlyLimit(): Promise<number | null> {
    return (await this.#one('read the limit of requests', '/rate_limit', answers.rateLimit, false))?.resources.core.limit ?? null;
  }

  async repositoryDetails(): Promise<RepositoryDetails> {
    const operation = 'read the repository';
    const found = await this.#one(operation, this.path(operation), answers.repositoryDetails, false);
    if (found === null) {
      throw new GitHubRefusal(operation, 404, 'there is no such repository, or the token may not see it');
    }
    return found;
  }

  async directoryOfDefaultBranch(path: string): Promise<readonly string[] | null> {
    const operation = oneLine(`read the directory ${path}`);
    const found = await this.#one(operation, this.path(operation, 'contents', ...path.split('/')), answers.directory, false);
    return found?.filter(({ type }) => type === 'file').map((entry) => entry.path) ?? null;
  }

  async rulesOfBranch(branch: string): Promise<readonly BranchRule[]> {
    const operation = oneLine(`read the rules of ${branch}`);
    // Rules have no id: of two that say the same, one is enough.
    const key = (rule: BranchRule) => JSON.stringify(rule);
    const path = this.path(operation, 'rules', 'branches', branch);
    return (await this.lists.read({ operation, path, item: answers.branchRule, key, live: false })).items;
  }

  async rulesetBypass(rulesetId: number): Promise<string | null> {
    const operation = `read the ruleset ${checkedNumber(rulesetId)}`;
    return (await this.#one(operation, this.path(operation, 'rulesets', rulesetId), answers.ruleset, false))?.current_user_can_bypass ?? null;
  }

  async classicProtection(branch: string): Promise<ClassicProtection | null> {
    const operation = oneLine(`read the branch ${branch}`);
    return this.#one(operation, this.path(operation, 'branches', branch), answers.branchWithProtection, false);
  }

  /** A path below this repository. */
  path(operation: string, ...parts: ReadonlyArray<string | number>): string {
    return route(operation, 'repos', this.repository.owner, this.repository.name, ...parts);
  }

  #list<Item>(operation: string, parts: ReadonlyArray<string | number>, request: Omit<ListRequest<Item>, 'operation' | 'path'>) {
    return this.lists.read({ operation, path: this.path(operation, ...parts), ...request });
  }

  /** One thing; null if GitHub answers 404. */
  async #one<Value>(operation: string, path: string, schema: ItemSchema<Value>, live: boolean): Promise<Value | null> {
    const known = this.#tagged.get(path);
    try {
      const answer = await this.send({ operation, method: 'GET', path, repeatable: true, live, etag: known?.etag ?? null });
      if (answer.status === 304 && known !== undefined) {
        // A path is always read with the same schema.
        return known.value as Value;
      }
      const value = answers.readAnswer(schema, answer.data, operation);
      const etag = answer.headers.etag;
      if (typeof etag === 'string') {
        this.#tagged.set(path, { etag, value });
      }
      return value;
    } catch (error) {
      if (error instanceof GitHubRefusal && error.status === 404) {
        return null;
      }
      throw error;
    }
  }
}

export function matchesFilter(pullRequest: PullRequest, { head, base }: PullRequestFilter): boolean {
  const fromHead = head === undefined || (pullRequest.head.branch === head && !pullRequest.head.fork);
  return fromHead && (base === undefined || pullRequest.base.branch === base);
}
