import { createServer } from 'node:http';
import type { ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { createGitHub } from '../../src/github/create-github.js';
import type { GitHubOptions } from '../../src/github/create-github.js';
import { GitHubOutage, GitHubRefusal } from '../../src/ports/github.js';
import { rawComment, rawPullRequest, sha, startService, token } from './service.js';
import type { Reply, Seen, Service } from './service.js';

jest.setTimeout(30_000);

let service: Service;
afterEach(() => service.close());

async function start(reply: (request: Seen, count: number) => Reply, options: Partial<GitHubOptions> = {}): Promise<Service> {
  service = await startService(reply, options);
  return service;
}

/** The first replies in order, then the last one for ever. */
function inTurn(...replies: readonly [Reply, ...Reply[]]) {
  return (_request: Seen, count: number): Reply => replies[Math.min(count, replies.length) - 1] ?? replies[0];
}

async function failureOf(promise: Promise<unknown>): Promise<GitHubOutage | GitHubRefusal> {
  const error: unknown = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof GitHubOutage || error instanceof GitHubRefusal) {
    return error;
  }
  throw new Error(`neither outage nor refusal: ${inspect(error)}`);
}

const good: Reply = { json: rawPullRequest(7) };
function cut(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '5000' });
  response.write('[{"id": 1');
  setTimeout(() => response.destroy(), 5);
}
function never(): void {
  // The connection stays open without an answer.
}

describe('reads that fail for a moment are repeated', () => {
  test.each<[string, Reply]>([
    ['500', { status: 500 }],
    ['408', { status: 408 }],
    ['502 with a page of HTML', { status: 502, headers: { 'content-type': 'text/html' }, text: '<h1>Unicorn</h1>' }],
    ['an answer that is not JSON', { text: '{"number": 7,' }],
    ['a 200 with HTML', { headers: { 'content-type': 'text/html' }, text: '<h1>Maintenance</h1>' }],
    ['a content type that is nonsense', { headers: { 'content-type': ';;;' }, text: '{}' }],
    ['a connection cut in the middle of the answer', cut],
    ['a connection cut before the answer', (response) => void response.destroy()],
  ])('%s, then good: the good answer', async (_situation, bad) => {
    const { github, seen, waits } = await start(inTurn(bad, good));

    expect((await github.livePullRequest(7))?.number).toBe(7);
    expect(seen).toHaveLength(2);
    expect(waits).toEqual([1000]);
    expect(github.requestCount).toBe(2);
  });

  test('it never gets better: an outage after four tries, with growing waits', async () => {
    const { github, seen, waits, log } = await start(() => ({ status: 503, json: { message: 'down' } }));

    const failure = await failureOf(github.reviews(12));

    expect(failure).toBeInstanceOf(GitHubOutage);
    expect(failure).toMatchObject({ operation: 'read the reviews of #12', status: 503, detail: 'down' });
    expect(seen).toHaveLength(4);
    expect(waits).toEqual([1000, 2000, 4000]);
    expect(log).toEqual([2, 3, 4].map((attempt) => `read the reviews of #12: down; trying again (${attempt} of 4)`));
  });

  test('a read that failed is not remembered', async () => {
    const { github } = await start(inTurn({ status: 500 }, { status: 500 }, { status: 500 }, { status: 500 }, good));

    await failureOf(github.pullRequest(7));
    expect((await github.pullRequest(7))?.number).toBe(7);
  });

  test('no answer within the time limit: an outage', async () => {
    const { github, seen } = await start(() => never, { timeLimitMilliseconds: 40 });

    const failure = await failureOf(github.pullRequest(7));
    expect(failure).toBeInstanceOf(GitHubOutage);
    expect(failure.detail).toMatch(/no complete answer within 0\.04 s/);
    expect(seen).toHaveLength(4);
  });

  test('an answer that trickles for ever: the time limit covers the body too', async () => {
    const trickle = (response: ServerResponse): void => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const timer = setInterval(() => response.write(' '), 5);
      response.on('close', () => clearInterval(timer));
    };
    const { github } = await start(() => trickle, { timeLimitMilliseconds: 60 });

    expect((await failureOf(github.pullRequest(7))).detail).toMatch(/no complete answer/);
  });

  test('nobody listens: an outage, and even a comment is tried again because GitHub never saw it', async () => {
    const { waits } = await start(() => good);
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    const github = await createGitHub({
      token, apiUrl: `http://127.0.0.1:${port}`, repository: { owner: 'o', name: 'r' }, log: never, now: () => 0,
      wait: () => Promise.resolve(),
    });

    expect(await failureOf(github.createComment(1, 'hello'))).toMatchObject({ status: null, detail: expect.stringMatching(/ECONNREFUSED/) });
    expect(github.requestCount).toBe(4);
    expect(waits).toEqual([]);
  });
});

describe('limits', () => {
  test('429 with retry-after: waits that long and no longer', async () => {
    const { github, waits } = await start(inTurn({ status: 429, headers: { 'retry-after': '17' } }, good));

    expect((await github.pullRequest(7))?.number).toBe(7);
    expect(waits).toEqual([17_000]);
  });

  test('403 with a spent limit: waits until it is renewed', async () => {
    const reset = String(Date.parse('2026-03-01T12:00:30Z') / 1000);
    const { github, waits } = await start(inTurn({ status: 403, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset } }, good));

    await github.pullRequest(7);
    expect(waits).toEqual([31_000]);
  });

  test('secondary limit without a time: a minute', async () => {
    const { github, waits } = await start(inTurn({ status: 403, json: { message: 'You have exceeded a secondary rate limit.' } }, good));

    await github.pullRequest(7);
    expect(waits).toEqual([60_000]);
  });

  test('GitHub asks for more than a run waits: an outage at once, saying how long', async () => {
    const { github, seen, waits } = await start(() => ({ status: 429, headers: { 'retry-after': '1800' } }));

    expect(await failureOf(github.pullRequest(7))).toMatchObject({ name: 'GitHubOutage', status: 429, detail: expect.stringMatching(/wait 1800 s/) });
    expect(seen).toHaveLength(1);
    expect(waits).toEqual([]);
  });

  test('the limit is renewed in forty minutes: nothing waits, nothing more is asked of GitHub, and every outage says until when', async () => {
    const reset = String(Date.parse('2026-03-01T12:40:00Z') / 1000);
    const { github, seen, waits } = await start(() => ({ status: 403, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset } }));

    for (const ask of [() => github.pullRequest(7), () => github.comments(8), () => github.createComment(7, 'hello')]) {
      expect(await failureOf(ask())).toMatchObject({ name: 'GitHubOutage', detail: expect.stringMatching(/asks to wait 2401 s, until 2026-03-01 12:40 UTC/) });
    }
    expect(seen).toHaveLength(1);
    expect(waits).toEqual([]);
  });

  test('the waits of a whole run are bounded: the second long one is not made', async () => {
    const { github, waits } = await start((request, count) => (count % 2 === 1 ? { status: 429, headers: { 'retry-after': '40' } } : { json: rawPullRequest(Number(request.path.split('/').at(-1))) }));

    await github.pullRequest(7);
    expect(await failureOf(github.pullRequest(8))).toBeInstanceOf(GitHubOutage);
    expect(waits).toEqual([40_000]);
  });

  test('a comment that hit a limit was not posted: it is sent again', async () => {
    const { github, seen } = await start(inTurn({ status: 429, headers: { 'retry-after': '1' } }, { status: 201, json: rawComment(5) }));

    expect((await github.createComment(7, 'hello')).id).toBe(5);
    expect(seen).toHaveLength(2);
  });

  test('requests that wait side by side cost their common time once', async () => {
    let time = 0;
    let waiting = 0;
    let allWait: () => void = never;
    const gathered = new Promise<void>((resolve) => (allWait = resolve));
    const { github } = await start((request, count) => (count <= 3 ? { status: 429, headers: { 'retry-after': '50' } } : { json: rawPullRequest(Number(request.path.split('/').at(-1))) }), {
      now: () => time,
      wait: async (milliseconds) => {
        const end = time + milliseconds;
        waiting += 1;
        if (waiting === 3) {
          allWait();
        }
        await gathered;
        time = Math.max(time, end);
      },
    });

    const found = await Promise.all([1, 2, 3].map((number) => github.pullRequest(number)));
    expect(found.map((pullRequest) => pullRequest?.number)).toEqual([1, 2, 3]);
  });
});

describe('refusals are told apart from outages and are not repeated', () => {
  test('401: the token is to blame', async () => {
    const { github, seen } = await start(() => ({ status: 401, json: { message: 'Bad credentials' } }));

    expect(await failureOf(github.pullRequest(7))).toMatchObject({ name: 'GitHubRefusal', status: 401, detail: expect.stringMatching(/token is not valid.*Bad credentials/) });
    expect(seen).toHaveLength(1);
  });

  test('403: the missing permission is named', async () => {
    const { github, seen } = await start(() => ({ status: 403, headers: { 'x-accepted-github-permissions': 'actions=read' }, json: { message: 'Resource not accessible by integration' } }));

    expect(await failureOf(github.workflowRuns(sha))).toMatchObject({ name: 'GitHubRefusal', status: 403, detail: expect.stringMatching(/needed is actions=read/) });
    expect(seen).toHaveLength(1);
  });

  test('404 on a pull request or a file: null; on a login: no permission; on a team or a write: a refusal', async () => {
    const { github } = await start(() => ({ status: 404, json: { message: 'Not Found' } }));

    expect(await github.pullRequest(7)).toBeNull();
    expect(await github.livePullRequest(7)).toBeNull();
    expect(await github.readFileOfDefaultBranch('.github/bert-e.yml')).toBeNull();
    expect(await github.permissionOf('ghost')).toBe('none');
    expect(await failureOf(github.teamMembers('scality', 'core'))).toMatchObject({ name: 'GitHubRefusal', status: 404 });
    expect(await failureOf(github.closePullRequest(7))).toMatchObject({ name: 'GitHubRefusal', status: 404 });
    expect(await failureOf(github.comments(7))).toMatchObject({ name: 'GitHubRefusal', status: 404 });
  });

  test('a number that cannot be a pull request: null without asking', async () => {
    const { github, seen } = await start(() => good);

    expect(await Promise.all([0, -1, 1.5, 1e300, Number.NaN].map((number) => github.pullRequest(number)))).toEqual([null, null, null, null, null]);
    await expect(github.comments(0)).rejects.toThrow(RangeError);
    expect(seen).toHaveLength(0);
  });

  test.each(['..', '.', '', '\ud800'])('the login %j would lead to another address: refused without asking', async (login) => {
    const { github, seen } = await start(() => good);

    expect(await failureOf(github.permissionOf(login))).toBeInstanceOf(GitHubRefusal);
    expect(seen).toHaveLength(0);
  });

  test('a login with separators stays one part of the address', async () => {
    const { github, seen } = await start(() => ({ json: { permission: 'write' } }));

    expect(await github.permissionOf('a/../{b}?c#d:e')).toBe('write');
    expect(seen[0]?.path).toBe('/repos/scality/ring/collaborators/a/../{b}?c#d:e/permission');
  });
});

describe('redirects', () => {
  test('to another host: not followed, so the token stays here', async () => {
    const other = jest.fn<(authorization: string | undefined) => void>();
    const elsewhere = createServer((request, response) => {
      other(request.headers.authorization);
      response.end('{}');
    });
    await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
    const { port } = elsewhere.address() as AddressInfo;
    const { github, seen } = await start(() => ({ status: 302, headers: { location: `http://127.0.0.1:${port}/repos/x` } }));

    const failure = await failureOf(github.pullRequest(7));
    await new Promise((resolve) => elsewhere.close(resolve));

    expect(failure).toMatchObject({ name: 'GitHubOutage', detail: expect.stringMatching(/redirect to another host/) });
    expect(other).not.toHaveBeenCalled();
    expect(seen).toHaveLength(1);
  });

  test('on the same host, as for a renamed repository: followed, and counted', async () => {
    const { github, seen } = await start(inTurn({ status: 301, headers: { location: '/repositories/42/pulls/7' } }, good));

    expect((await github.pullRequest(7))?.number).toBe(7);
    expect(seen.map((request) => request.path)).toEqual(['/repos/scality/ring/pulls/7', '/repositories/42/pulls/7']);
    expect(seen[1]?.headers.authorization).toBe(`token ${token}`);
    expect(github.requestCount).toBe(2);
  });

  test('in a circle: an outage', async () => {
    const { github } = await start(() => ({ status: 301, headers: { location: '/again' } }));
    expect((await failureOf(github.pullRequest(7))).detail).toMatch(/redirects/);
  });

  test.each([[301, 0], [307, 1]])('of a write with %i: followed only if method and body stay', async (status, expected) => {
    const { github, seen } = await start(inTurn({ status, headers: { location: '/moved' } }, { status: 201, json: rawComment(1) }));

    await github.createComment(7, 'hello').catch(() => null);
    expect(seen.filter((request) => request.path === '/moved' && request.method === 'POST').map((request) => request.body)).toEqual(Array(expected).fill({ body: 'hello' }));
  });
});

describe('every request', () => {
  test('names the API version, the token, and who asks', async () => {
    const { github, seen } = await start(() => good, { userAgent: 'berte-test/1' });

    await github.pullRequest(7);
    expect(seen[0]?.headers).toMatchObject({ 'x-github-api-version': '2022-11-28', authorization: `token ${token}`, 'user-agent': expect.stringMatching(/^berte-test\/1/) });
  });

  test('an API below a path, as on an enterprise server, with or without a slash at its end', async () => {
    const { url, seen } = await start(() => good);
    for (const apiUrl of [`${url}/api/v3`, `${url}/api/v3/`]) {
      const github = await createGitHub({ token, apiUrl, repository: { owner: 'o', name: 'r' }, log: never });
      await github.pullRequest(7);
    }
    expect(seen.map((request) => request.path)).toEqual(['/api/v3/repos/o/r/pulls/7', '/api/v3/repos/o/r/pulls/7']);
  });

  test('without a token: a clear refusal', async () => {
    await start(() => good);
    await expect(createGitHub({ token: '', apiUrl: 'http://127.0.0.1:9', repository: { owner: 'o', name: 'r' }, log: never })).rejects.toThrow(/no token was given/);
  });
});

describe('writes of a run that follow each other', () => {
  test('a burst goes out at once, and what exceeds the limit of a minute waits', async () => {
    let written = 0;
    const { github } = await start(({ method }) => {
      written += method === 'GET' ? 0 : 1;
      return { status: 201, json: method === 'GET' ? rawPullRequest(7) : {} };
    });

    const write = () => github.setCommitStatus(sha, { context: 'bert-e', state: 'success', description: '', targetUrl: null });
    await Promise.all(Array.from({ length: 60 }, write));
    expect(written).toBe(60);
    const waiting = write().catch(() => 'given up: the test ends before the minute does');
    await github.pullRequest(7);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(written).toBe(60);
    void waiting;
  });
});

describe('errors and logs', () => {
  const nasty = `bad\r\n::error::x\u2028${token}\u202e ${'x'.repeat(5000)}`;

  test.each<[string, Reply]>([
    ['500', { status: 500, json: { message: nasty } }],
    ['422', { status: 422, json: { message: nasty, errors: [{ message: nasty }] } }],
    ['403', { status: 403, headers: { 'x-accepted-github-permissions': `actions=${token}` }, json: { message: nasty } }],
    ['nonsense', { text: nasty }],
    ['another shape', { json: { number: nasty } }],
    ['a redirect', { status: 302, headers: { location: `http://evil.test/?${token}` } }],
    ['cut', cut],
  ])('%s that echoes the token and control characters: neither is in the error, its cause, the log or the console', async (_situation, reply) => {
    const consoles = (['log', 'info', 'warn', 'error', 'debug'] as const).map((name) => jest.spyOn(console, name).mockImplementation(never));
    const { github, log } = await start(() => (typeof reply === 'function' ? reply : { ...reply, headers: { deprecation: 'true', ...reply.headers } }));

    const failure = await failureOf(github.pullRequest(7));
    const text = [inspect(failure, { depth: 12, showHidden: true }), failure.message, ...log].join('\n');

    expect(text).not.toContain(token);
    expect(failure.message).not.toMatch(/[\p{Cc}\p{Zl}\u202e]/u);
    expect(failure.message.length).toBeLessThan(500);
    expect(log.every((line) => !/[\p{Cc}\p{Zl}\u202e]/u.test(line))).toBe(true);
    for (const spy of consoles) {
      expect(spy).not.toHaveBeenCalled();
      spy.mockRestore();
    }
  });
});
