import { GitHubOutage, GitHubRefusal } from '../ports/github.js';
import { cleanDetail } from './text.js';
import { TransportFailure } from './transport.js';

export type Headers = Readonly<Record<string, string | number | undefined>>;

/** Why a request failed, as far as repeating it is concerned. */
export type FailureKind =
  /** GitHub did not act because a limit was reached; `waitMilliseconds` is what it asks for. */
  | { readonly kind: 'limit'; readonly waitMilliseconds: number }
  /** GitHub never saw the request. */
  | { readonly kind: 'unsent' }
  /** GitHub may or may not have acted: server error, broken or slow connection, nonsense. */
  | { readonly kind: 'unclear'; readonly waitMilliseconds: number | null }
  /** GitHub understood and said no. */
  | { readonly kind: 'refused' }
  /** Neither a refusal nor worth repeating, e.g. a redirect to another host. */
  | { readonly kind: 'final' };

/**
 * A failed request in the form the plugins of octokit read (`status`, `request`, `response`), and nothing more:
 * octokit's own error holds the request with its headers and body, which no log should get.
 */
export class RequestFailure extends Error {
  override readonly name = 'RequestFailure';
  readonly request: { request: Record<string, unknown> } = { request: {} };
  readonly response: { readonly headers: Headers; readonly data: unknown };
  constructor(
    readonly failure: FailureKind,
    /** Null when there was no complete answer. */
    readonly answeredStatus: number | null,
    message: string,
    headers: Headers = {},
    options?: { readonly cause?: unknown },
  ) {
    super(message, options);
    this.response = { headers, data: null };
  }

  /** For the plugins, which repeat from 400 on: no answer, or a nonsensical one, counts as a server error. */
  get status(): number {
    const status = this.answeredStatus ?? 500;
    return this.failure.kind === 'unclear' ? Math.max(status, 500) : status;
  }
}

/** Anything that octokit's request rejects with. `now`: epoch milliseconds, for limits that name a time of reset. */
export function toRequestFailure(error: unknown, now: number): RequestFailure {
  if (error instanceof RequestFailure) {
    return error;
  }
  const cause = error instanceof Error ? error.cause : undefined;
  if (cause instanceof TransportFailure) {
    const failure: FailureKind = cause.kind === 'unclear' ? { kind: 'unclear', waitMilliseconds: null } : { kind: cause.kind };
    return new RequestFailure(failure, null, cause.message, {}, { cause: cause.cause });
  }
  if (error instanceof Error && 'status' in error && typeof error.status === 'number' && 'response' in error) {
    const headers = headersOf(error.response);
    return new RequestFailure(kindOfStatus(error.status, headers, error.message, now), error.status, error.message, headers);
  }
  return new RequestFailure({ kind: 'unclear', waitMilliseconds: null }, null, 'the answer could not be read', {}, { cause: error });
}

function headersOf(response: unknown): Headers {
  const headers = typeof response === 'object' && response !== null && 'headers' in response ? response.headers : null;
  return typeof headers === 'object' && headers !== null ? (headers as Headers) : {};
}

function kindOfStatus(status: number, headers: Headers, message: string, now: number): FailureKind {
  if (status === 429 || (status === 403 && isLimit(headers, message))) {
    return { kind: 'limit', waitMilliseconds: waitForLimit(headers, now) };
  }
  if (status >= 500 || status === 408) {
    return { kind: 'unclear', waitMilliseconds: retryAfter(headers, now) };
  }
  return { kind: status >= 400 ? 'refused' : 'final' };
}

/** https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api, "Exceeding the rate limit". */
function isLimit(headers: Headers, message: string): boolean {
  return (
    headers['retry-after'] !== undefined ||
    String(headers['x-ratelimit-remaining']) === '0' ||
    /rate limit|abuse detection/i.test(message)
  );
}

/** `retry-after`, else the time of reset, else the minute that GitHub asks for when it names nothing. */
function waitForLimit(headers: Headers, now: number): number {
  const told = retryAfter(headers, now);
  if (told !== null) {
    return told;
  }
  const reset = Number(headers['x-ratelimit-reset'] ?? Number.NaN);
  const spent = String(headers['x-ratelimit-remaining']) === '0';
  // One second more: the reset is given in whole seconds.
  return spent && Number.isFinite(reset) ? Math.max(reset * 1000 - now, 0) + 1000 : 60_000;
}

/** Seconds or an HTTP date, as milliseconds from now. */
function retryAfter(headers: Headers, now: number): number | null {
  const header = headers['retry-after'];
  if (header === undefined) {
    return null;
  }
  const seconds = Number(header);
  const milliseconds = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(String(header)) - now;
  return Number.isNaN(milliseconds) ? null : Math.max(milliseconds, 0);
}

export interface RequestCircumstances {
  /** The request would have changed something, so doubt must be named. */
  readonly write: boolean;
  readonly token: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** The error the port promises. */
export function toPortError(failure: RequestFailure, operation: string, { write, token, now }: RequestCircumstances): GitHubOutage | GitHubRefusal {
  const status = failure.answeredStatus;
  const message = cleanDetail(failure.message, token);
  const title = cleanDetail(operation, token);
  const options = failure.cause === undefined ? {} : { cause: failure.cause };
  switch (failure.failure.kind) {
    case 'refused':
      return new GitHubRefusal(title, status ?? 0, `${refusalAdvice(failure, token)}${message}`, options);
    case 'limit': {
      const seconds = Math.ceil(failure.failure.waitMilliseconds / 1000);
      const until = timeText(now + seconds * 1000);
      return new GitHubOutage(title, status, `a limit of requests is reached, GitHub asks to wait ${seconds} s${until}: ${message}`, options);
    }
    case 'unclear':
      return new GitHubOutage(title, status, write ? `${message}; whether it was carried out is not known` : message, options);
    case 'unsent':
    case 'final':
      return new GitHubOutage(title, status, message, options);
  }
}

/** Empty for a time that no calendar holds: the header is GitHub's, and may be anything. */
function timeText(time: number): string {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? '' : `, until ${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

function refusalAdvice(failure: RequestFailure, token: string): string {
  switch (failure.status) {
    case 401:
      return 'the token is not valid (wrong, expired or revoked), check the input `token`: ';
    case 403: {
      const accepted = failure.response.headers['x-accepted-github-permissions'];
      return accepted === undefined ? 'the token lacks a permission: ' : `the token lacks a permission, needed is ${cleanDetail(String(accepted), token)}: `;
    }
    case 404:
      return 'there is no such thing, or the token may not see it: ';
    default:
      return '';
  }
}
