import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { SandboxGitHub } from '../../sandbox/github/index.js';
import { name, openOne, rest, smallWorld } from './github-world.js';
import type { Rest } from './github-world.js';

let github: SandboxGitHub;
let app: Rest;
const base = `/repos/${name}`;

beforeEach(async () => {
  github = await smallWorld();
  app = rest(github);
});

afterEach(() => github.close());

interface RunList {
  readonly total_count: number;
  readonly workflow_runs: ReadonlyArray<{ readonly id: number }>;
}

const sha = 'a'.repeat(40);

async function runs(query: string): Promise<RunList> {
  return (await app('GET', `${base}/actions/runs?${query}`)).body as RunList;
}

describe('pages', () => {
  test('more than three pages of runs: Link leads to the fourth, which is the last', async () => {
    github.setRuns(name, Array.from({ length: 350 }, (_unused, index) => ({ id: index + 1, headSha: sha, headBranch: 'w/5.1/x', status: index === 0 ? 'in_progress' : 'completed' })));
    let path: string | undefined = `${base}/actions/runs?per_page=100&head_sha=${sha}`;
    const ids: number[] = [];
    let pages = 0;
    while (path !== undefined) {
      const answer = await app('GET', path);
      ids.push(...(answer.body as RunList).workflow_runs.map(({ id }) => id));
      pages += 1;
      const next = /<(?<url>[^>]+)>; rel="next"/u.exec(answer.headers.get('link') ?? '')?.groups?.url;
      path = next?.slice(github.apiUrl.length);
    }
    expect(pages).toBe(4);
    expect(ids).toEqual(Array.from({ length: 350 }, (_unused, index) => 350 - index));
  });

  test('per_page above 100: 100; none: 30; a page past the end: empty', async () => {
    github.setRuns(name, Array.from({ length: 120 }, () => ({ headSha: sha })));
    expect((await runs('per_page=500')).workflow_runs).toHaveLength(100);
    expect((await runs('')).workflow_runs).toHaveLength(30);
    expect(await runs('page=9')).toMatchObject({ total_count: 120, workflow_runs: [] });
  });

  test('more than 1,000 runs: a filtered list ends there, an unfiltered one does not', async () => {
    github.setRuns(name, Array.from({ length: 1050 }, () => ({ headSha: sha, headBranch: 'b' })));
    expect((await runs('branch=b&per_page=100&page=10')).workflow_runs).toHaveLength(100);
    expect((await runs('branch=b&per_page=100&page=11')).workflow_runs).toHaveLength(0);
    expect((await runs('per_page=100&page=11')).workflow_runs).toHaveLength(50);
  });
});

describe('filters of workflow runs', () => {
  test('an empty head_sha filters nothing, an abbreviated one finds nothing', async () => {
    github.setRuns(name, [{ headSha: sha }, { headSha: 'b'.repeat(40) }]);
    expect((await runs('head_sha=')).total_count).toBe(2);
    expect((await runs('head_sha=aaaaaaa')).total_count).toBe(0);
    expect((await runs(`head_sha=${sha}`)).total_count).toBe(1);
  });

  test('branch finds runs of forks too, and raw fields are what is answered', async () => {
    await github.createFork(name, 'mallory');
    github.setRuns(name, [
      { headSha: sha, headBranch: 'b', headRepository: 'mallory/widget' },
      { headSha: sha, headBranch: 'c', raw: { head_branch: 'b', conclusion: 'brand_new', head_repository: null } },
      { headSha: sha, headBranch: 'c' },
    ]);
    expect((await runs('branch=b')).workflow_runs).toMatchObject([
      { head_branch: 'b', conclusion: 'brand_new', head_repository: null },
      { head_branch: 'b', head_repository: { full_name: 'mallory/widget' } },
    ]);
    expect((await runs('status=brand_new')).total_count).toBe(1);
  });

  test('the index lags: filtered lists miss what is new, unfiltered ones and the run itself do not', async () => {
    const [run] = github.setRuns(name, [{ headSha: sha }]);
    github.faults.searchLag = { kind: 'newer-than', milliseconds: 60_000 };
    expect((await runs(`head_sha=${sha}`)).total_count).toBe(0);
    expect((await runs('')).total_count).toBe(1);
    expect((await app('GET', `${base}/actions/runs/${run?.id ?? 0}`)).status).toBe(200);
    github.faults.searchLag = { kind: 'empty' };
    expect((await runs('event=push')).total_count).toBe(0);
    github.faults.clear();
    expect((await runs('event=push')).total_count).toBe(1);
  });
});

describe('limits and caching', () => {
  test('asked again with the ETag: 304, free of charge; changed: 200', async () => {
    const first = await app('GET', `${base}/issues/comments`);
    const etag = first.headers.get('etag') ?? '';
    const again = await app('GET', `${base}/issues/comments`, undefined, { 'if-none-match': etag });
    expect({ status: again.status, left: again.headers.get('x-ratelimit-remaining') }).toEqual({ status: 304, left: first.headers.get('x-ratelimit-remaining') });
    github.comment('alice', name, await openOne(github), 'new');
    const changed = await app('GET', `${base}/issues/comments`, undefined, { 'if-none-match': etag });
    expect({ status: changed.status, left: Number(changed.headers.get('x-ratelimit-remaining')) }).toEqual({ status: 200, left: Number(again.headers.get('x-ratelimit-remaining')) - 1 });
    expect(github.requests.map(({ status }) => status)).toEqual([200, 304, 200]);
  });

  test('the limit is spent: 403 with nothing left, and again fine after the reset', async () => {
    let now = Date.UTC(2026, 0, 1);
    const other = await smallWorld({ now: () => now });
    const { value } = other.createToken({ kind: 'job', login: 'github-actions[bot]', limit: 1 });
    const ask = (): Promise<Response> => fetch(`${other.apiUrl}${base}`, { headers: { authorization: `Bearer ${value}` } });
    expect((await ask()).status).toBe(200);
    const refused = await ask();
    expect({ status: refused.status, left: refused.headers.get('x-ratelimit-remaining') }).toEqual({ status: 403, left: '0' });
    now += 3_600_000;
    expect((await ask()).status).toBe(200);
    await other.close();
  });

  test('tokens: unknown 401, none may read but not write, a listed permission is needed', async () => {
    const ask = async (method: string, authorization?: string): Promise<number> =>
      (await fetch(`${github.apiUrl}${base}/issues`, { method, headers: authorization === undefined ? {} : { authorization }, ...(method === 'GET' ? {} : { body: '{"title":"x"}' }) })).status;
    const reader = github.createToken({ kind: 'job', login: 'github-actions[bot]', permissions: { issues: 'read' } }).value;
    expect([await ask('GET', 'Bearer nonsense'), await ask('GET'), await ask('POST'), await ask('GET', `token ${reader}`), await ask('POST', `token ${reader}`)]).toEqual([401, 200, 401, 200, 403]);
    for (const kind of ['job', 'app'] as const) expect((await rest(github, kind)('GET', '/user')).status).toBe(403);
  });
});

describe('refusals', () => {
  test('what is too long or double: 422', async () => {
    const number = await openOne(github);
    const tip = await github.resolve(name, 'bugfix/TEST-1');
    const status = async (method: string, path: string, body: unknown): Promise<number> => (await app(method, `${base}${path}`, body)).status;
    expect(await status('POST', '/pulls', { title: 'again', head: 'bugfix/TEST-1', base: 'development/4.3' })).toBe(422);
    expect(await status('POST', '/pulls', { title: 't'.repeat(257), head: 'bugfix/TEST-1', base: 'development/5.1' })).toBe(422);
    expect(await status('PATCH', `/pulls/${number}`, { title: 'two\nlines' })).toBe(422);
    expect(await status('POST', '/pulls', { title: 'none', head: 'development/4.3', base: 'development/5.1' })).toBe(422);
    expect(await status('POST', `/issues/${number}/comments`, { body: 'x'.repeat(65_537) })).toBe(422);
    expect(await status('POST', `/issues/${number}/comments`, { body: 'x'.repeat(65_536) })).toBe(201);
    expect(await status('POST', `/statuses/${tip ?? ''}`, { state: 'success', description: 'd'.repeat(141) })).toBe(422);
    expect(await status('POST', `/statuses/${'0'.repeat(40)}`, { state: 'success' })).toBe(422);
    expect(await status('GET', '/no/such/thing', undefined)).toBe(404);
  });

  test('more than 1,000 statuses of one commit and context, whatever the case: 422', async () => {
    const tip = (await github.resolve(name, 'development/4.3')) ?? '';
    for (let count = 0; count < 1000; count += 1) await github.setStatus('bob', name, { sha: tip, context: count % 2 === 0 ? 'Bert-E' : 'bert-e', state: 'pending' });
    expect((await app('POST', `${base}/statuses/${tip}`, { state: 'success', context: 'bert-e' })).status).toBe(422);
    expect((await app('POST', `${base}/statuses/${tip}`, { state: 'success', context: 'other' })).status).toBe(201);
  });
});

describe('faults of the REST side', () => {
  const match = { method: 'GET', path: /^\/repos\/acme\/widget$/u };

  test('a status, n times: then it works again', async () => {
    github.faults.rest(match, { kind: 'status', status: 502 }, 2);
    const statuses = [];
    for (let count = 0; count < 3; count += 1) statuses.push((await app('GET', base)).status);
    expect(statuses).toEqual([502, 502, 200]);
    expect((await app('GET', `${base}/branches`)).status).toBe(200);
  });

  test('rate limits: the primary one says when it ends, the secondary one how long to wait', async () => {
    github.faults.rest(match, { kind: 'rate-limit', limit: 'primary', retryAfter: 30 });
    const primary = await app('GET', base);
    expect({ status: primary.status, left: primary.headers.get('x-ratelimit-remaining'), wait: primary.headers.get('retry-after') }).toEqual({ status: 403, left: '0', wait: null });
    github.faults.rest(match, { kind: 'rate-limit', limit: 'secondary', retryAfter: 7 });
    expect((await app('GET', base)).headers.get('retry-after')).toBe('7');
  });

  test('a cut, a drop, nonsense, a redirect, a delay, a shortened page', async () => {
    github.faults.rest(match, { kind: 'cut' });
    await expect(app('GET', base)).rejects.toThrow();
    github.faults.rest(match, { kind: 'drop' });
    await expect(app('GET', base)).rejects.toThrow();
    github.faults.rest(match, { kind: 'nonsense' });
    expect(await app('GET', base)).toMatchObject({ status: 200, body: expect.stringContaining('Unicorn') });
    github.faults.rest(match, { kind: 'redirect', to: 'http://other.example' });
    const redirect = await app('GET', base);
    expect({ status: redirect.status, to: redirect.headers.get('location') }).toEqual({ status: 302, to: `http://other.example/api/v3${base}` });
    github.faults.rest(match, { kind: 'delay', milliseconds: 50 });
    const before = performance.now();
    expect((await app('GET', base)).status).toBe(200);
    expect(performance.now() - before).toBeGreaterThan(45);
    github.faults.rest({ path: /branches$/u }, { kind: 'truncate', items: 1 });
    const short = await app('GET', `${base}/branches?per_page=1`);
    expect({ items: (short.body as unknown[]).length, link: short.headers.get('link') }).toEqual({ items: 1, link: null });
    expect(github.requests.map(({ status }) => status)).toEqual([0, 0, 200, 302, 200, 200]);
  });

  test('a hook runs before the sandbox looks: what it does is in the answer', async () => {
    const stop = github.beforeRequest(({ surface }) => {
      if (surface === 'rest') github.openIssue('alice', name, 'just in time');
    });
    expect((await app('GET', `${base}/issues`)).body).toHaveLength(1);
    stop();
    expect((await app('GET', `${base}/issues`)).body).toHaveLength(1);
  });
});
