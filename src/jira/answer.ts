import * as v from 'valibot';
import type { FailureKind } from '../github/failure.js';
import type { Issue } from '../ports/issue-tracker.js';

/** A complete answer of whatever stands at the address of Jira. */
export interface Answer {
  readonly status: number;
  readonly headers: Pick<Headers, 'get'>;
  readonly body: string;
}

export type Reading = { readonly kind: 'found'; readonly issue: Issue } | { readonly kind: 'not-found' } | Failure;

/** There was no usable answer. */
export interface Failure {
  readonly kind: 'failed';
  /** How repeating is judged. */
  readonly failure: FailureKind;
  /** `tracker`: another issue would fare no better. */
  readonly about: 'tracker' | 'issue';
  /** Null when there was no answer. */
  readonly status: number | null;
  /** Not cleaned yet. */
  readonly detail: string;
}

/**
 * What an answer to the question for one issue says. `now`: epoch milliseconds, for a `retry-after` that is a date.
 *
 * https://developer.atlassian.com/cloud/jira/platform/rest/v2/api-group-issues/#api-rest-api-2-issue-issueidorkey-get
 */
export function readAnswer(answer: Answer, now: number): Reading {
  const { status } = answer;
  if (status === 200) {
    return readIssue(answer);
  }
  const refusal = refusalOf(answer);
  if (refusal !== null) {
    return failed(answer, { kind: 'refused' }, refusal);
  }
  if (status === 404) {
    return isMarkup(answer)
      ? failed(answer, unclear(null), 'there is no Jira at the address, only a web page (status 404): check the setting `jira_account_url`')
      : { kind: 'not-found' };
  }
  const detail = `Jira answered with status ${status}${saidBy(answer)}`;
  if (status === 429) {
    return failed(answer, { kind: 'limit', waitMilliseconds: retryAfter(answer, now) ?? 0 }, `Jira’s limit of requests is reached (status ${status})`);
  }
  if (status >= 500 || status === 408) {
    return failed(answer, unclear(retryAfter(answer, now)), detail);
  }
  return failed(answer, { kind: status >= 400 ? 'refused' : 'final' }, detail);
}

function failed({ status }: Answer, failure: FailureKind, detail: string, about: Failure['about'] = 'tracker'): Failure {
  return { kind: 'failed', failure, about, status, detail };
}

function unclear(waitMilliseconds: number | null): FailureKind {
  return { kind: 'unclear', waitMilliseconds };
}

/**
 * Whether the account was turned away. Asked before 404 is believed: Jira goes on as if nobody had signed in when a
 * password is wrong, so that every issue of a closed project seems not to exist; only a header tells.
 */
function refusalOf({ status, headers }: Answer): string | null {
  const denied = headers.get('x-authentication-denied-reason') ?? '';
  const login = headers.get('x-seraph-loginreason') ?? '';
  if (/captcha/i.test(denied)) {
    return 'Jira asks the account for a captcha after failed logins: sign in once with a browser as `jira_email`, and check the input `jira-token`';
  }
  if (status === 401 || /AUTHENTICATED_FAILED|AUTHENTICATION_DENIED/i.test(login)) {
    return `Jira refuses the credentials (status ${status}): check that the input \`jira-token\` is a valid token of the account \`jira_email\``;
  }
  return status === 403 ? 'Jira refuses access (status 403): the account `jira_email` lacks a permission or a licence' : null;
}

/**
 * Fields beyond these are passed over. Fix versions may be missing, where a project hides the field. The project is in
 * the key, which is always that of the project where the issue is now.
 */
const issueSchema = v.object({
  key: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_]+-[0-9]+$/, 'expected the key of an issue')),
  fields: v.object({
    issuetype: v.object({ name: v.string(), subtask: v.nullish(v.boolean(), false) }),
    project: v.nullish(v.object({ key: v.string() })),
    fixVersions: v.nullish(v.array(v.object({ name: v.string() })), []),
    parent: v.nullish(v.object({ key: v.string() })),
  }),
});

function readIssue(answer: Answer): Reading {
  if (isMarkup(answer)) {
    return failed(answer, unclear(null), 'a web page came instead of an issue, as of a login or a maintenance: check the setting `jira_account_url`');
  }
  const parsed = v.safeParse(issueSchema, parseJson(answer.body), { abortEarly: true });
  if (!parsed.success) {
    const place = v.getDotPath(parsed.issues[0]);
    return failed(answer, unclear(null), `the answer is no issue${place === null ? '' : ` (at ${place})`}`, 'issue');
  }
  const { key, fields } = parsed.output;
  const subTask = fields.issuetype.subtask;
  return {
    kind: 'found',
    issue: {
      key,
      project: fields.project?.key ?? key.slice(0, key.lastIndexOf('-')),
      type: fields.issuetype.name,
      subTask,
      // Jira Cloud also calls the epic of an issue its parent.
      parent: subTask ? (fields.parent?.key ?? null) : null,
      fixVersions: fields.fixVersions.map(({ name }) => name),
    },
  };
}

function isMarkup({ headers, body }: Answer): boolean {
  return /html|xml/i.test(headers.get('content-type') ?? '') || body.trimStart().startsWith('<');
}

/** Undefined, which is no issue and no message either, for text that is not JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

const errorSchema = v.object({ errorMessages: v.pipe(v.array(v.string()), v.minLength(1)) });

/** What Jira says about an error in its own words, if these are its words. */
function saidBy({ body }: Answer): string {
  const parsed = v.safeParse(errorSchema, parseJson(body));
  return parsed.success ? `: ${parsed.output.errorMessages.join(' ')}` : '';
}

/** Seconds or an HTTP date, as milliseconds from now. */
function retryAfter({ headers }: Answer, now: number): number | null {
  const header = headers.get('retry-after');
  if (header === null || header.trim() === '') {
    return null;
  }
  const seconds = Number(header);
  const milliseconds = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - now;
  return Number.isNaN(milliseconds) ? null : Math.max(milliseconds, 0);
}
