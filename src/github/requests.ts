import { isAnyArrayBuffer } from 'node:util/types';
import type { Octokit } from '@octokit/core';
import { RequestFailure, toPortError, toRequestFailure } from './failure.js';
import type { Headers } from './failure.js';
import { repeatLimit } from './patience.js';
import type { Clock, Patience } from './patience.js';
import { cleanDetail } from './text.js';

export interface Request {
  /** What is to be done, in words that follow *may not*: `read the reviews of #12`. */
  readonly operation: string;
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Below the API's address, percent-encoded, with the query. */
  readonly path: string;
  readonly body?: Readonly<Record<string, unknown>>;
  /** Sending it twice has the effect of sending it once. */
  readonly repeatable: boolean;
  /** Tag of the answer that is known: GitHub answers 304, for free, while that is still the answer. */
  readonly etag?: string | null;
  /** Tells every cache between here and GitHub to ask GitHub. */
  readonly live?: boolean;
}

export interface Answer {
  /** 2xx, or 304 if an etag was given. */
  readonly status: number;
  readonly headers: Headers;
  readonly data: unknown;
}

/** Rejects with `GitHubOutage` or `GitHubRefusal` only. */
export type Send = (request: Request) => Promise<Answer>;

export function createSend(octokit: Octokit, clock: Pick<Clock, 'now'>, token: string): Send {
  return async ({ operation, method, path, body, repeatable, etag, live }) => {
    const headers = {
      'x-github-api-version': '2022-11-28',
      ...(typeof etag === 'string' ? { 'if-none-match': etag } : {}),
      ...(live === true ? { 'cache-control': 'no-cache' } : {}),
    };
    try {
      // An own `request` object for each: the plugins count repetitions in it.
      return await octokit.request({ method, url: path, headers, ...(body === undefined ? {} : { data: body }), request: { repeatable, operation } });
    } catch (error) {
      const failure = toRequestFailure(error, clock.now());
      if (failure.answeredStatus === 304 && typeof etag === 'string') {
        return { status: 304, headers: failure.response.headers, data: null };
      }
      throw toPortError(failure, operation, { write: method !== 'GET', token, now: clock.now() });
    }
  };
}

/**
 * The plugin that tells plugin-retry whether to send a failed request again, and waits before it is. It has to be
 * listed before plugin-retry, whose own rules know neither `retry-after`, nor a budget, nor that a comment must not be
 * posted twice.
 */
export function persistence(patience: Patience, clock: Pick<Clock, 'now'>, token: string, log: (line: string) => void) {
  return (octokit: Octokit): void => {
    octokit.hook.wrap('request', async (request, options) => {
      const rest = patience.restLeft();
      if (rest > 0) {
        options.request.retries = 0;
        throw new RequestFailure({ kind: 'limit', waitMilliseconds: rest }, null, 'not asked, since that limit was reached before');
      }
      try {
        const answer = await request(options);
      // octokit hands on as it is what it cannot read as JSON.
        if (options.method === 'GET' && (typeof answer.data === 'string' || isAnyArrayBuffer(answer.data))) {
          throw new RequestFailure({ kind: 'unclear', waitMilliseconds: null }, answer.status, 'the answer is not JSON', answer.headers);
        }
        return answer;
      } catch (error) {
        const failure = toRequestFailure(error, clock.now());
        const repeats = Number(options.request.retryCount ?? 0);
        const repeat = await patience.beforeRepeat(failure.failure, { repeats, repeatable: options.request.repeatable === true });
        if (repeat) {
          log(cleanDetail(`${String(options.request.operation)}: ${failure.message}; trying again (${repeats + 2} of ${repeatLimit + 1})`, token));
        }
        options.request.retries = repeat ? repeatLimit : 0;
        throw failure;
      }
    });
  };
}
