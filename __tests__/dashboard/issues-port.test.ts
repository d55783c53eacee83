import { afterEach, describe, expect, test } from '@jest/globals';
import { GitHubOutage, GitHubRefusal } from '../../src/ports/github.js';
import { range, startService } from '../github/service.js';
import type { Reply, Seen, Service } from '../github/service.js';

let service: Service;
afterEach(() => service.close());

async function start(reply: (request: Seen, count: number) => Reply): Promise<Service> {
  service = await startService(reply);
  return service;
}

function raw(number: number, differences: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  return { number, body: `body ${number}`, user: { login: 'ada' }, ...differences };
}

describe('reading', () => {
  test('an issue, past every cache; what GitHub leaves null is empty', async () => {
    const { github, seen } = await start((_request, count) => ({ json: count === 1 ? raw(7) : raw(7, { body: null, user: null, pull_request: { url: 'x' } }) }));

    expect(await github.issues.issue(7)).toEqual({ number: 7, body: 'body 7', author: 'ada', isPullRequest: false });
    expect(await github.issues.issue(7)).toEqual({ number: 7, body: '', author: null, isPullRequest: true });
    expect(seen.map(({ method, path, headers }) => [method, path, headers['cache-control']])).toEqual([
      ['GET', '/repos/scality/ring/issues/7', 'no-cache'],
      ['GET', '/repos/scality/ring/issues/7', 'no-cache'],
    ]);
  });

  test.each([404, 410])('%d: there is no such issue', async (status) => {
    const { github } = await start(() => ({ status, json: { message: 'Gone' } }));
    expect(await github.issues.issue(7)).toBeNull();
  });

  test('403: refused', async () => {
    const { github } = await start(() => ({ status: 403, json: { message: 'Resource not accessible by integration' } }));
    await expect(github.issues.issue(7)).rejects.toThrow(GitHubRefusal);
  });

  test('an answer of another shape: an outage', async () => {
    const { github } = await start(() => ({ json: { number: 'seven' } }));
    await expect(github.issues.issue(7)).rejects.toThrow(GitHubOutage);
  });

  test('open issues: every page, oldest first, without pull requests; of one login, or of all', async () => {
    const all = range(130).map((number) => raw(number, number === 3 ? { pull_request: {} } : {}));
    const { github, seen } = await start(({ query, path }) => {
      const page = Number(query.get('page'));
      const link: Record<string, string> = page === 1 ? { link: `<https://api.github.test${path}?page=2>; rel="next", <https://api.github.test${path}?page=2>; rel="last"` } : {};
      return { headers: link, json: all.slice((page - 1) * 100, page * 100) };
    });

    const found = await github.issues.openIssues('bert-e[bot]');
    expect([found.length, found.some(({ number }) => number === 3)]).toEqual([129, false]);
    expect(Object.fromEntries(seen[0]?.query ?? [])).toEqual({ creator: 'bert-e[bot]', direction: 'asc', page: '1', per_page: '100', sort: 'created', state: 'open' });
    const before = seen.length;
    await github.issues.openIssues(null);
    expect(seen[before]?.query.has('creator')).toBe(false);
  });
});

describe('writing', () => {
  test('a new issue', async () => {
    const { github, seen } = await start(() => ({ status: 201, json: raw(9) }));
    expect((await github.issues.createIssue({ title: 'Title', body: 'Body' })).number).toBe(9);
    expect(seen).toMatchObject([{ method: 'POST', path: '/repos/scality/ring/issues', body: { title: 'Title', body: 'Body' } }]);
  });

  test('the answer to a new issue got lost: it is not opened a second time', async () => {
    const { github, seen } = await start(() => ({ status: 502, json: {} }));
    await expect(github.issues.createIssue({ title: 'Title', body: 'Body' })).rejects.toThrow(GitHubOutage);
    expect(seen).toHaveLength(1);
  });

  test.each([[{ body: 'new' }], [{ state: 'closed' }]] as const)('a change %j: repeated after an error of the server', async (change) => {
    const { github, seen } = await start((_request, count) => (count === 1 ? { status: 502, json: {} } : { json: raw(9) }));
    await github.issues.updateIssue(9, change);
    expect(seen.map(({ method, path, body }) => [method, path, body])).toEqual(Array.from({ length: 2 }, () => ['PATCH', '/repos/scality/ring/issues/9', change]));
  });
});
