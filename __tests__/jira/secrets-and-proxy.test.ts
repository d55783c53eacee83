import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { connect } from 'node:net';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { JiraOptions } from '../../src/jira/create-jira.js';
import { proxyAwareFetch } from '../../src/jira/fetch.js';
import { eachWithJira, email, listen, outageOf, token } from './run.js';
import type { JiraRun } from './run.js';

const encoded = Buffer.from(`${email}:${token}`).toString('base64');

let run: JiraRun;
eachWithJira((given) => void (run = given));

describe('secrets', () => {
  const echoes: ReadonlyArray<[string, string]> = [
    ['the token', token],
    ['the token, percent-encoded', encodeURIComponent(token)],
    ['the credentials', `${email}:${token}`],
    ['the credentials in base64', encoded],
    ['the credentials in base64 without padding', encoded.replace(/=+$/, '')],
    ['the token in base64', Buffer.from(token).toString('base64')],
  ];

  test.each(echoes)('an error that echoes %s: shown in no error and no log line', async (_what, secret) => {
    run.jira.faults.next({ kind: 'status', status: 500, body: JSON.stringify({ errorMessages: [`You sent ${secret}.`] }) }, Infinity);

    const outage = await outageOf(run.tracker().issue('PROJ-1'));
    expect(outage.detail).toMatch(/You sent .*\*\*\*/);
    expect([inspect(outage, { depth: 9 }), ...run.log].join('\n')).not.toContain(secret);
    expect(run.log).toHaveLength(3);
  });

  test('a network layer whose errors hold the request: nothing of it is shown', async () => {
    const fetch: NonNullable<JiraOptions['fetch']> = (_url, init) =>
      Promise.reject(Object.assign(new Error(`socket closed while sending ${JSON.stringify(init.headers)}`), { request: init }));

    const outage = await outageOf(run.tracker({ fetch }).issue('PROJ-1'));
    expect([inspect(outage, { depth: 9 }), ...run.log].join('\n')).not.toMatch(new RegExp(`${encoded}|Secret`));
  });

  test('a token with a line break, badly stored: no second header', async () => {
    await outageOf(run.tracker({ token: 'one\r\nx-evil: yes' }).issue('PROJ-1'));

    expect(run.jira.requests).toMatchObject([{ credentials: { email, token: 'one\r\nx-evil: yes' }, status: 401 }]);
  });
});

describe('proxy of the runner', () => {
  /** Tunnels to any host and notes which; credentials of Jira go through the tunnel and not to the proxy. */
  let proxy: Server;
  let tunnels: string[];
  let proxyUrl: string;

  beforeEach(async () => {
    tunnels = [];
    proxy = createServer();
    proxy.on('connect', (request, socket) => {
      tunnels.push(request.url ?? '');
      const { port } = new URL(run.jira.url);
      const upstream = connect(Number(port), '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
        upstream.pipe(socket).pipe(upstream);
      });
      upstream.on('error', () => socket.destroy());
      socket.on('error', () => upstream.destroy());
      socket.on('close', () => upstream.destroy());
    });
    proxyUrl = await listen(proxy);
  });
  afterEach(() => {
    proxy.closeAllConnections();
    return new Promise((resolve) => proxy.close(resolve));
  });

  test('set: Jira is asked through it', async () => {
    const fetch = await proxyAwareFetch({ http_proxy: proxyUrl });

    expect((await run.tracker({ fetch, accountUrl: 'http://jira.acme.test' }).issue('PROJ-1'))?.key).toBe('PROJ-1');
    expect(tunnels).toEqual(['jira.acme.test:80']);
    expect(run.jira.requests).toHaveLength(1);
  });

  test.each<[string, Readonly<Record<string, string>>]>([
    ['no proxy is set', {}],
    ['Jira is on this machine', { HTTP_PROXY: 'SET' }],
  ])('%s: asked directly', async (_situation, variables) => {
    const fetch = await proxyAwareFetch('HTTP_PROXY' in variables ? { HTTP_PROXY: proxyUrl } : variables);

    expect(await run.tracker({ fetch }).issue('PROJ-1')).not.toBeNull();
    expect(tunnels).toEqual([]);
  });

  test('what is set is no address: an outage that shows nothing of it', async () => {
    const before = process.env.https_proxy;
    process.env.https_proxy = 'http://user:password@[';
    try {
      const outage = await outageOf(run.tracker().issue('PROJ-1'));

      expect(outage.detail).toMatch(/proxy .* cannot be used/);
      expect(inspect(outage, { depth: 9 })).not.toMatch(/password/);
    } finally {
      if (before === undefined) {
        delete process.env.https_proxy;
      } else {
        process.env.https_proxy = before;
      }
    }
  });

  test('no_proxy names Jira: not through the proxy', async () => {
    const fetch = await proxyAwareFetch({ http_proxy: proxyUrl, no_proxy: 'github.test,.acme.invalid' });

    await outageOf(run.tracker({ fetch, accountUrl: 'http://jira.acme.invalid' }).issue('PROJ-1'));
    expect(tunnels).toEqual([]);
  });
});
