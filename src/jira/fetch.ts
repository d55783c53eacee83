import type { Fetch } from '../github/transport.js';

const proxyVariables = ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY'] as const;

/** Requests to this machine never go through a proxy, as everywhere in the toolkit of GitHub Actions. */
const thisMachine = ['localhost', '127.0.0.1', '[::1]'] as const;

/**
 * A `fetch` that uses the proxy of the runner. The one of `@actions/github` does not do here: it is bound once and for all
 * to the way to GitHub, while `no_proxy` may tell another way to Jira. Node's own knows no proxy.
 */
export async function proxyAwareFetch(variables: Readonly<Record<string, string | undefined>>): Promise<Fetch> {
  if (proxyVariables.every((name) => (variables[name] ?? '') === '')) {
    return fetch;
  }
  const undici = await import('undici');
  const http = variables.http_proxy ?? variables.HTTP_PROXY;
  const https = variables.https_proxy ?? variables.HTTPS_PROXY;
  const except = [variables.no_proxy ?? variables.NO_PROXY ?? '', ...thisMachine].filter((entry) => entry !== '');
  const dispatcher = new undici.EnvHttpProxyAgent({
    ...(http === undefined ? {} : { httpProxy: http }),
    ...(https === undefined ? {} : { httpsProxy: https }),
    noProxy: except.join(','),
  });
  // Two descriptions of one interface: that of undici, and that of the undici inside of node.
  const send = undici.fetch as unknown as (url: string, init: object) => Promise<Response>;
  return (url, init) => send(url, { ...init, dispatcher });
}

const statusesWithoutBody: ReadonlySet<number> = new Set([204, 205, 304]);

/** A `fetch` that reads at most so many bytes of an answer: nobody can fill the memory of the runner. */
export function boundedFetch(send: Fetch, limitBytes: number): Fetch {
  return async (url, init) => {
    const response = await send(url, init);
    const pieces: Uint8Array[] = [];
    let length = 0;
    for await (const piece of (response.body ?? []) as AsyncIterable<Uint8Array>) {
      length += piece.byteLength;
      if (length > limitBytes) {
        throw new Error(`the answer is larger than ${limitBytes / 1024} KiB`);
      }
      pieces.push(piece);
    }
    const body = statusesWithoutBody.has(response.status) ? null : Buffer.concat(pieces);
    return new Response(body, { status: response.status, headers: [...response.headers] });
  };
}
