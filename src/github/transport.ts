/** The part of `fetch` that is used here; the global one fits, and so does the proxy-aware one of `@actions/github`. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface Transport {
  /** Sends one request and reads the whole answer. Rejects with `TransportFailure` only. */
  readonly fetch: Fetch;
  /** Requests handed to the network so far, followed redirects and repetitions included. */
  requestCount(): number;
}

/** There was no complete answer. */
export class TransportFailure extends Error {
  override readonly name = 'TransportFailure';
  constructor(
    /** `unsent`: GitHub cannot have seen the request. `unclear`: it may have acted on it. `final`: repeating is no use. */
    readonly kind: 'unsent' | 'unclear' | 'final',
    message: string,
    options?: { readonly cause?: unknown },
  ) {
    super(message, options);
  }
}

const redirectStatuses: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const statusesWithoutBody: ReadonlySet<number> = new Set([204, 205, 304]);
const redirectLimit = 3;

/**
 * A `fetch` that always ends: the time limit covers the body too, and the body is read here, so that an answer cut in
 * the middle is a failure and not a short text. Redirects (GitHub sends them for renamed repositories) are followed on
 * the same origin only: `fetch` itself would carry on to another host.
 */
export function createTransport(send: Fetch, timeLimitMilliseconds: number): Transport {
  let count = 0;

  async function readWhole(url: URL, init: RequestInit): Promise<Response> {
    const signal = AbortSignal.timeout(timeLimitMilliseconds);
    count += 1;
    try {
      const response = await send(url.href, { ...init, redirect: 'manual', signal });
      const body = await response.arrayBuffer();
      const hasBody = !statusesWithoutBody.has(response.status);
      return new Response(hasBody ? body : null, { status: response.status, headers: response.headers });
    } catch (error) {
      if (signal.aborted) {
        throw new TransportFailure('unclear', `no complete answer within ${timeLimitMilliseconds / 1000} s`);
      }
      throw new TransportFailure(wasNeverSent(error) ? 'unsent' : 'unclear', `connection failed: ${reasonOf(error)}`, { cause: error });
    }
  }

  return {
    requestCount: () => count,
    fetch: async (url, init) => {
      let target = new URL(url);
      for (let redirects = 0; redirects <= redirectLimit; redirects += 1) {
        const response = await readWhole(target, init);
        const location = redirectStatuses.has(response.status) ? response.headers.get('location') : null;
        if (location === null) {
          return response;
        }
        target = redirectTarget(target, location, init.method ?? 'GET', response.status);
      }
      throw new TransportFailure('final', `more than ${redirectLimit} redirects`);
    },
  };
}

function redirectTarget(from: URL, location: string, method: string, status: number): URL {
  if (!URL.canParse(location, from.href)) {
    throw new TransportFailure('final', 'redirect without a usable address');
  }
  const target = new URL(location, from);
  if (target.origin !== from.origin) {
    throw new TransportFailure('final', `redirect to another host (${target.host}), not followed`);
  }
  // Only 307 and 308 promise that the method and the body stay the same.
  if (method !== 'GET' && status !== 307 && status !== 308) {
    throw new TransportFailure('final', `redirect of a write (${status}), not followed`);
  }
  return target;
}

const neverSentCodes: ReadonlySet<unknown> = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']);

/** `fetch` itself only says "fetch failed"; the reason is its cause. */
function rootOf(error: unknown): unknown {
  const cause = propertyOf(error, 'cause');
  return typeof cause === 'object' && cause !== null ? cause : error;
}

function wasNeverSent(error: unknown): boolean {
  return neverSentCodes.has(propertyOf(rootOf(error), 'code'));
}

function reasonOf(error: unknown): string {
  const message = propertyOf(rootOf(error), 'message');
  return typeof message === 'string' && message !== '' ? message : 'unknown reason';
}

function propertyOf(value: unknown, name: 'cause' | 'code' | 'message'): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}
