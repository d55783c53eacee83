import * as v from 'valibot';
import { GitHubRefusal } from '../ports/github.js';
import type { Issue, IssueChange, IssuesPort, NewIssue } from '../ports/issues.js';
import { readAnswer } from './answers.js';
import type { Lists } from './lists.js';
import type { RepositoryName } from './reads.js';
import type { Send } from './requests.js';
import { checkedNumber, route } from './routes.js';

const issueAnswer = v.pipe(
  v.object({
    number: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
    body: v.nullish(v.string(), ''),
    user: v.nullish(v.object({ login: v.string() })),
    pull_request: v.optional(v.unknown()),
  }),
  v.transform((raw): Issue => ({ number: raw.number, body: raw.body, author: raw.user?.login ?? null, isPullRequest: raw.pull_request !== undefined })),
);

/** Gone: an issue that was deleted. */
const absent: readonly number[] = [404, 410];

export class Issues implements IssuesPort {
  constructor(
    private readonly repository: RepositoryName,
    private readonly send: Send,
    private readonly lists: Lists,
  ) {}

  async issue(number: number): Promise<Issue | null> {
    const operation = `read issue #${checkedNumber(number)}`;
    try {
      const answer = await this.send({ operation, method: 'GET', path: this.#path(operation, number), repeatable: true, live: true });
      return readAnswer(issueAnswer, answer.data, operation);
    } catch (error) {
      if (error instanceof GitHubRefusal && absent.includes(error.status)) {
        return null;
      }
      throw error;
    }
  }

  async openIssues(creator: string | null): Promise<readonly Issue[]> {
    const operation = 'list the open issues';
    const query = { state: 'open', sort: 'created', direction: 'asc', ...(creator === null ? {} : { creator }) };
    const list = await this.lists.read({ operation, path: this.#path(operation), query, item: issueAnswer, key: (issue) => issue.number, live: true });
    return list.items.filter(({ isPullRequest }) => !isPullRequest);
  }

  async createIssue({ title, body }: NewIssue): Promise<Issue> {
    const operation = 'open an issue';
    const answer = await this.send({ operation, method: 'POST', path: this.#path(operation), body: { title, body }, repeatable: false });
    return readAnswer(issueAnswer, answer.data, operation);
  }

  async updateIssue(number: number, change: IssueChange): Promise<void> {
    const operation = `change issue #${checkedNumber(number)}`;
    await this.send({ operation, method: 'PATCH', path: this.#path(operation, number), body: { ...change }, repeatable: true });
  }

  #path(operation: string, ...parts: readonly number[]): string {
    return route(operation, 'repos', this.repository.owner, this.repository.name, 'issues', ...parts);
  }
}
