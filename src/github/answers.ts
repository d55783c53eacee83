import * as v from 'valibot';
import { workflowPathWithoutRef } from '../builds/workflow-run.js';
import type { WorkflowRun } from '../builds/workflow-run.js';
import type {
  BranchRule, CheckRun, ClassicProtection, ClosedPullRequest, Comment, CommentOfIssue, CommitStatus, PullRequest, RepositoryDetails, Review,
} from '../ports/github.js';
import { GitHubOutage } from '../ports/github.js';

/**
 * The fields of GitHub's REST answers that are used, and what they become. A field that decides something may be missing or
 * null only where GitHub's description of its API (version 2022-11-28) says so: anything else is not an answer to draw a
 * verdict from. One that is only shown may be missing anywhere.
 */

const id = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const sha = v.pipe(v.string(), v.regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/, 'Expected a full SHA'));
const account = v.nullish(v.object({ login: v.string() }));
const optionalText = v.nullish(v.string(), null);
/** Shown to people, or a link, and nothing is decided by it: that one is missing must not cost the verdict. */
const shownText = v.nullish(v.string(), '');

export const comment = v.pipe(
  v.object({ id, user: account, body: v.nullish(v.string(), ''), created_at: v.string(), html_url: shownText }),
  v.transform((raw): Comment => ({ id: raw.id, author: raw.user?.login ?? null, body: raw.body, createdAt: raw.created_at, htmlUrl: raw.html_url })),
);

/** Of a comment in the list of the whole repository only the address tells where it stands. */
export const commentOfIssue = v.pipe(
  v.object({ id, user: account, body: v.nullish(v.string(), ''), created_at: v.string(), html_url: shownText, issue_url: v.pipe(v.string(), v.regex(/\/[1-9][0-9]{0,14}$/)) }),
  v.transform((raw): CommentOfIssue => ({
    id: raw.id,
    author: raw.user?.login ?? null,
    body: raw.body,
    createdAt: raw.created_at,
    htmlUrl: raw.html_url,
    issue: Number(raw.issue_url.slice(raw.issue_url.lastIndexOf('/') + 1)),
  })),
);

export const review = v.pipe(
  v.object({ id, user: account, state: v.string(), commit_id: v.nullish(sha, null), submitted_at: optionalText }),
  v.transform((raw): Review => ({ id: raw.id, author: raw.user?.login ?? null, state: raw.state, commitId: raw.commit_id, submittedAt: raw.submitted_at })),
);

export const pullRequest = v.pipe(
  v.object({
    number: id,
    title: shownText,
    body: v.nullish(v.string(), ''),
    user: account,
    state: v.picklist(['open', 'closed']),
    merged_at: v.nullable(v.string()),
    // Not in lists, which are only asked for open pull requests.
    merged_by: account,
    draft: v.nullish(v.boolean(), false),
    head: v.object({ ref: v.string(), sha, repo: v.nullable(v.object({ id, full_name: optionalText })) }),
    base: v.object({ ref: v.string(), sha, repo: v.object({ id }) }),
    requested_reviewers: v.nullish(v.array(v.object({ login: v.string() })), []),
    html_url: shownText,
    updated_at: shownText,
  }),
  v.transform(
    (raw): PullRequest => ({
      number: raw.number,
      title: raw.title,
      body: raw.body,
      author: raw.user?.login ?? null,
      state: raw.state,
      // Lists of pull requests have no `merged`.
      merged: raw.merged_at !== null,
      mergedBy: raw.merged_by?.login ?? null,
      draft: raw.draft,
      head: {
        branch: raw.head.ref,
        sha: raw.head.sha,
        repositoryId: raw.head.repo?.id ?? null,
        repositoryFullName: raw.head.repo?.full_name ?? null,
        // Only the repository of a fork can disappear while the pull request stays.
        fork: raw.head.repo?.id !== raw.base.repo.id,
      },
      base: { branch: raw.base.ref, sha: raw.base.sha },
      requestedReviewers: raw.requested_reviewers.map((reviewer) => reviewer.login),
      htmlUrl: raw.html_url,
      updatedAt: raw.updated_at,
    }),
  ),
);

export const closedPullRequests = v.array(
  v.pipe(
    v.object({
      number: id,
      merged_at: v.nullable(v.string()),
      closed_at: v.pipe(v.string(), v.isoTimestamp()),
      head: v.object({ ref: v.string(), repo: v.nullable(v.object({ id })) }),
      base: v.object({ ref: v.string(), repo: v.object({ id }) }),
    }),
    v.transform((raw): ClosedPullRequest => ({
      number: raw.number,
      mergedAt: raw.merged_at,
      closedAt: raw.closed_at,
      headBranch: raw.head.ref,
      fork: raw.head.repo?.id !== raw.base.repo.id,
      baseBranch: raw.base.ref,
    })),
  ),
);

export const workflowRun = v.pipe(
  v.object({
    id,
    run_attempt: v.nullish(id, 1),
    workflow_id: id,
    path: v.string(),
    name: optionalText,
    event: v.string(),
    head_sha: sha,
    head_branch: v.nullable(v.string()),
    head_repository: v.nullish(v.object({ id })),
    repository: v.object({ id }),
    status: v.nullable(v.string()),
    conclusion: v.nullable(v.string()),
    html_url: shownText,
    created_at: v.string(),
    // Only tells runs of the same second apart, before their ids do.
    run_number: v.nullish(id),
  }),
  v.transform(
    (raw): WorkflowRun => ({
      id: raw.id,
      runAttempt: raw.run_attempt,
      workflowId: raw.workflow_id,
      workflowPath: workflowPathWithoutRef(raw.path),
      name: raw.name,
      event: raw.event,
      headSha: raw.head_sha,
      headBranch: raw.head_branch,
      headRepositoryId: raw.head_repository?.id ?? null,
      repositoryId: raw.repository.id,
      status: raw.status,
      conclusion: raw.conclusion,
      htmlUrl: raw.html_url,
      createdAt: raw.created_at,
      runNumber: raw.run_number ?? 0,
    }),
  ),
);

/** Of a single run only this is asked; GitHub may append the ref of the file. */
export const workflowOfRun = v.object({ path: v.pipe(v.string(), v.transform(workflowPathWithoutRef)) });

/** A status with its id, which tells the newest of a context. */
export interface IdentifiedStatus {
  readonly id: number;
  readonly status: CommitStatus;
}

export const commitStatus = v.pipe(
  v.object({ id, context: v.string(), state: v.string(), description: v.nullish(v.string(), ''), target_url: optionalText, creator: account }),
  v.transform(
    (raw): IdentifiedStatus => ({
      id: raw.id,
      status: { context: raw.context, state: raw.state, description: raw.description, targetUrl: raw.target_url, creator: raw.creator?.login ?? null },
    }),
  ),
);

export const checkRun = v.pipe(
  v.object({
    id,
    name: v.string(),
    app: v.nullish(v.object({ slug: optionalText })),
    status: v.string(),
    conclusion: v.nullable(v.string()),
    head_sha: sha,
    html_url: optionalText,
    started_at: optionalText,
  }),
  v.transform(
    (raw): CheckRun => ({
      id: raw.id,
      name: raw.name,
      appSlug: raw.app?.slug ?? null,
      status: raw.status,
      conclusion: raw.conclusion,
      headSha: raw.head_sha,
      htmlUrl: raw.html_url,
      startedAt: raw.started_at,
    }),
  ),
);

export const member = v.pipe(v.object({ id, login: v.string() }));

export const collaboratorPermission = v.object({ permission: v.picklist(['admin', 'write', 'read', 'none']) });

export const viewer = v.object({ login: v.string() });

export const rateLimit = v.object({ resources: v.object({ core: v.object({ limit: v.pipe(v.number(), v.safeInteger(), v.minValue(0)) }) }) });

export const repositoryDetails = v.pipe(
  v.object({ default_branch: v.string(), permissions: v.optional(v.object({ push: v.boolean() })) }),
  v.transform((raw): RepositoryDetails => ({ defaultBranch: raw.default_branch, mayPush: raw.permissions?.push ?? null })),
);

/** Items of a directory; at most 1,000 are answered (GitHub's description of "Get repository content"). */
export const directory = v.array(v.object({ type: v.string(), path: v.string() }));

const requiredContext = v.object({ context: v.string() });

/** Of the parameters only those of required checks are used; those of other rules may be anything. */
export const branchRule = v.pipe(
  v.object({
    type: v.string(),
    ruleset_id: v.optional(id),
    parameters: v.optional(v.looseObject({ required_status_checks: v.optional(v.array(requiredContext), []) })),
  }),
  v.transform(
    (raw): BranchRule => ({
      type: raw.type,
      rulesetId: raw.ruleset_id ?? null,
      requiredContexts: raw.parameters?.required_status_checks.map(({ context }) => context) ?? [],
    }),
  ),
);

export const ruleset = v.object({ current_user_can_bypass: optionalText });

export const branchWithProtection = v.pipe(
  v.object({
    protection: v.object({
      enabled: v.optional(v.boolean(), false),
      required_status_checks: v.nullish(v.object({ contexts: v.optional(v.array(v.string()), []) })),
    }),
  }),
  v.transform(
    ({ protection }): ClassicProtection => ({ enabled: protection.enabled, requiredContexts: protection.required_status_checks?.contexts ?? [] }),
  ),
);

/** A directory is answered with an array, a submodule with another type. */
export const contents = v.union([v.object({ type: v.literal('file'), encoding: v.string(), content: v.string() }), v.object({ type: v.string() }), v.array(v.unknown())]);

/** One schema for the items of an answer. */
export type ItemSchema<Item> = v.GenericSchema<unknown, Item>;

/** The value a schema makes of an answer; `GitHubOutage` naming what was expected where, if it is of another shape. */
export function readAnswer<Value>(schema: ItemSchema<Value>, data: unknown, operation: string): Value {
  const result = v.safeParse(schema, data, { abortEarly: true });
  if (result.success) {
    return result.output;
  }
  const [issue] = result.issues;
  const place = v.getDotPath(issue) ?? 'the answer';
  const expected = issue.expected ?? issue.message;
  throw new GitHubOutage(operation, 200, `unexpected answer: ${place} should be ${expected}, is ${nameOfType(issue.input)}`);
}

/** Says what was found without showing it: it may be long, and it is not ours. */
function nameOfType(value: unknown): string {
  if (value === null) {
    return 'null';
  }
  return Array.isArray(value) ? 'an array' : typeof value;
}
