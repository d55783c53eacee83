import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { GitHubOutage } from '../../src/ports/github.js';
import { pageOf, range, rawComment, rawPullRequest, rawRun, sha, startService } from './service.js';
import type { Reply, Seen, Service } from './service.js';

jest.setTimeout(30_000);

let service: Service;
afterEach(() => service.close());

async function start(reply: (request: Seen, count: number) => Reply): Promise<Service> {
  service = await startService(reply);
  return service;
}

function runsReply(all: ReadonlyArray<Record<string, unknown>>, total = all.length) {
  return (request: Seen): Reply => {
    const { page, headers } = pageOf(all, request, service.url);
    return { headers, json: { total_count: total, workflow_runs: page } };
  };
}

describe('workflow runs of a commit', () => {
  test('the run in progress is on page 4: all pages are read, in order', async () => {
    const runs = range(350).map((id) => rawRun(1000 - id, id === 342 ? { status: 'in_progress', conclusion: null } : {}));
    const { github, seen } = await start(runsReply(runs));

    const read = await github.workflowRuns(sha);

    expect(read.map((run) => run.id)).toEqual(runs.map((run) => run.id));
    expect(read.filter((run) => run.status === 'in_progress').map((run) => run.id)).toEqual([658]);
    expect(seen.map((request) => request.query.get('page')).sort()).toEqual(['1', '2', '3', '4']);
    expect(seen.every((request) => request.query.get('head_sha') === sha && request.query.get('per_page') === '100')).toBe(true);
    expect(github.requestCount).toBe(4);
  });

  test('no link header: the pages that total_count needs are read', async () => {
    const runs = range(230).map((id) => rawRun(id));
    const { github } = await start((request) => ({ json: { total_count: 230, workflow_runs: pageOf(runs, request, '').page } }));

    expect(await github.workflowRuns(sha)).toHaveLength(230);
  });

  test('every field is taken over, and the ref after the path is left out', async () => {
    const { github } = await start(runsReply([rawRun(5, { run_attempt: 3, head_branch: null, name: null, head_repository: null, run_number: 9 })]));

    expect(await github.workflowRuns(sha)).toEqual([
      {
        id: 5, runAttempt: 3, workflowId: 7, workflowPath: '.github/workflows/ci.yml', name: null, event: 'push', headSha: sha, headBranch: null,
        headRepositoryId: null, repositoryId: 42, status: 'completed', conclusion: 'success', htmlUrl: 'https://github.test/runs/5',
        createdAt: '2026-03-01T10:00:00Z', runNumber: 9,
      },
    ]);
  });

  test('fewer runs than GitHub counts, at every reading: an outage, not a shorter list', async () => {
    const { github, seen } = await start(runsReply(range(3).map((id) => rawRun(id)), 4));

    await expect(github.workflowRuns(sha)).rejects.toThrow(/incomplete/);
    expect(seen).toHaveLength(3);
  });

  test('fewer runs than counted at first, all of them when read again: the whole list', async () => {
    const runs = range(4).map((id) => rawRun(id));
    const { github, waits } = await start((_request, count) => ({ json: { total_count: 4, workflow_runs: count === 1 ? runs.slice(1) : runs } }));

    expect(await github.workflowRuns(sha)).toHaveLength(4);
    expect(waits).toEqual([1000]);
  });

  test('a run arrives while pages are read: the repeated item appears once', async () => {
    const runs = range(150).map((id) => rawRun(1000 - id));
    const { github } = await start((request) => {
      const moved = request.query.get('page') === '1' ? runs : [rawRun(2000), ...runs];
      const { page, headers } = pageOf(moved, request, service.url);
      return { headers, json: { total_count: 150, workflow_runs: page } };
    });

    const ids = (await github.workflowRuns(sha)).map((run) => run.id);
    expect(new Set(ids).size).toBe(150);
    expect(ids).toHaveLength(150);
  });

  test.each([['an older reading on the later page', 1], ['a newer reading on the later page', 2]])('a run started again moves to another page meanwhile (%s): its newest attempt is believed', async (_, attemptOnFirst) => {
    const runs = range(150).map((id) => rawRun(1000 - id));
    const reading = (attempt: number) => rawRun(1000 - 100, attempt === 2 ? { run_attempt: 2, status: 'in_progress', conclusion: null } : {});
    const { github } = await start((request) => {
      const first = request.query.get('page') === '1';
      const listed = first ? [...runs.slice(0, 99), reading(attemptOnFirst)] : [reading(3 - attemptOnFirst), ...runs.slice(100)];
      const { headers } = pageOf(runs, request, service.url);
      return { headers, json: { total_count: 150, workflow_runs: listed } };
    });

    const read = await github.workflowRuns(sha);
    expect(read.filter(({ id }) => id === 900)).toMatchObject([{ runAttempt: 2, status: 'in_progress' }]);
  });

  test('a run is deleted from page 1 while pages are read: the one that slipped is not lost', async () => {
    const runs = range(150).map((id) => rawRun(1000 - id));
    const { github } = await start((request, count) => {
      const now = count === 1 ? runs : runs.slice(1);
      const { page, headers } = pageOf(now, request, service.url);
      return { headers, json: { total_count: now.length, workflow_runs: page } };
    });

    expect((await github.workflowRuns(sha)).map((run) => run.id)).toContain(1000 - 101);
  });

  test('more runs than GitHub lists: the older ones are asked for by time of creation', async () => {
    const at = (id: number) => new Date(Date.parse('2026-03-01T00:00:00Z') + id * 1000).toISOString();
    const runs = range(1450).reverse().map((id) => rawRun(id, { created_at: at(id) }));
    const { github } = await start((request) => {
      const upTo = request.query.get('created')?.replace('<=', '');
      const matching = runs.filter((run) => upTo === undefined || String(run.created_at) <= upTo);
      const { page, headers } = pageOf(matching.slice(0, 1000), request, service.url);
      return { headers, json: { total_count: matching.length, workflow_runs: page } };
    });

    expect((await github.workflowRuns(sha)).map((run) => run.id)).toEqual(range(1450).reverse());
  });

  test('more runs than GitHub lists, all of one moment: an outage', async () => {
    const { github } = await start(runsReply(range(1000).map((id) => rawRun(id)), 1200));

    await expect(github.workflowRuns(sha)).rejects.toThrow(/more runs than the 1000/);
  });

  test.each(['', 'abc1234', 'A'.repeat(40), `${sha}\n`, 'main'])('the SHA %j is not a full one: refused without asking GitHub', async (wrong) => {
    const { github, seen } = await start(() => ({}));

    await expect(github.liveWorkflowRuns(wrong)).rejects.toThrow(RangeError);
    await expect(github.commitStatuses(wrong)).rejects.toThrow(RangeError);
    await expect(github.checkRuns(wrong)).rejects.toThrow(RangeError);
    await expect(github.setCommitStatus(wrong, { context: 'c', state: 'success', description: '', targetUrl: null })).rejects.toThrow(RangeError);
    expect(seen).toHaveLength(0);
  });
});

describe('an answer of another shape is an outage that says what was wrong', () => {
  test.each<[string, unknown, RegExp]>([
    ['a run without a SHA', { total_count: 1, workflow_runs: [{ ...rawRun(1), head_sha: undefined }] }, /workflow_runs\.0\.head_sha should be .*, is undefined/],
    ['a run with an abbreviated SHA', { total_count: 1, workflow_runs: [rawRun(1, { head_sha: 'abc' })] }, /head_sha/],
    ['an id that is a text', { total_count: 1, workflow_runs: [rawRun(1, { id: '1' })] }, /workflow_runs\.0\.id should be number, is string/],
    ['a status that is missing', { total_count: 1, workflow_runs: [{ ...rawRun(1), status: undefined }] }, /status/],
    ['no list', { total_count: 0 }, /workflow_runs/],
    ['no count', { workflow_runs: [] }, /total_count/],
    ['an array', [], /should be/],
    ['null', null, /should be Object, is null/],
  ])('%s', async (_situation, json, message) => {
    const { github } = await start(() => ({ json, text: JSON.stringify(json) }));

    const failure = await github.workflowRuns(sha).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(GitHubOutage);
    expect((failure as Error).message).toMatch(message);
  });

  test('an object where comments are expected', async () => {
    const { github } = await start(() => ({ json: { message: 'hello' } }));

    await expect(github.comments(1)).rejects.toThrow(/comments of #1.*should be Array, is object/);
  });
});

describe('lists without a count', () => {
  test('three thousand comments: all are read, oldest first', async () => {
    const comments = range(3000).map((id) => rawComment(id));
    const { github } = await start((request) => {
      const { page, headers } = pageOf(comments, request, service.url);
      return { headers, json: page };
    });

    expect((await github.comments(12)).map((comment) => comment.id)).toEqual(range(3000));
  });

  test('exactly a hundred comments without a link: the next page is asked for', async () => {
    const { github, seen } = await start((request) => ({ json: pageOf(range(130).map((id) => rawComment(id)), request, '').page }));

    expect(await github.comments(12)).toHaveLength(130);
    expect(seen.map((request) => request.query.get('page'))).toEqual(['1', '2', '1', '2']);
  });

  test('a comment is deleted from page 1 while pages are read: the list is read again', async () => {
    const comments = range(250).map((id) => rawComment(id));
    const { github } = await start((request, count) => {
      const { page, headers } = pageOf(count === 1 ? comments : comments.slice(1), request, service.url);
      return { headers, json: page };
    });

    expect((await github.comments(12)).map((comment) => comment.id)).toEqual(range(250).slice(1));
  });

  test('a list that never stops changing: an outage', async () => {
    const { github } = await start((request, count) => {
      const { page, headers } = pageOf(range(250).map((id) => rawComment(id + count)), request, service.url);
      return { headers, json: page };
    });

    await expect(github.comments(12)).rejects.toThrow(GitHubOutage);
  });

  test('a server that always names a next page: an outage instead of an endless loop', async () => {
    const { github } = await start((request) => ({
      headers: { link: `<${service.url}${request.path}?page=${Number(request.query.get('page')) + 1}>; rel="next"` },
      json: [rawComment(Number(request.query.get('page')))],
    }));

    await expect(github.comments(12)).rejects.toThrow(/does not end/);
  });

  test('a link to another host: only its page number is used', async () => {
    const { github, seen } = await start((request) => ({
      headers: request.query.get('page') === '1' ? { link: '<http://evil.test/steal?page=2>; rel="next", <http://evil.test/steal?page=2>; rel="last"' } : {},
      json: [rawComment(Number(request.query.get('page')))],
    }));

    expect(await github.comments(12)).toHaveLength(2);
    expect(seen.every((request) => request.path === '/repos/scality/ring/issues/12/comments')).toBe(true);
  });

  test('comment of a deleted account: no author', async () => {
    const { github } = await start(() => ({ json: [rawComment(1, { user: null, body: null })] }));

    expect(await github.comments(12)).toMatchObject([{ author: null, body: '' }]);
  });

  test('several statuses of a context in different case: the newest counts', async () => {
    const status = (id: number, context: string, state: string) => ({ id, context, state, description: null, target_url: null, creator: { login: 'ci' } });
    const { github } = await start(() => ({ json: [status(3, 'Build', 'pending'), status(9, 'lint', 'success'), status(2, 'build', 'success')] }));

    expect(await github.commitStatuses(sha)).toEqual([
      { context: 'Build', state: 'pending', description: '', targetUrl: null, creator: 'ci' },
      { context: 'lint', state: 'success', description: '', targetUrl: null, creator: 'ci' },
    ]);
  });

  test('check runs: superseded ones are read too, and the count is checked', async () => {
    const raw = (id: number, conclusion: string | null) => ({
      id, name: 'test', app: { slug: 'ci-app' }, status: conclusion === null ? 'in_progress' : 'completed', conclusion, head_sha: sha, html_url: null, started_at: null,
    });
    const { github, seen } = await start(() => ({ json: { total_count: 2, check_runs: [raw(2, null), raw(1, 'success')] } }));

    expect((await github.checkRuns(sha)).map((run) => [run.id, run.appSlug, run.conclusion])).toEqual([[2, 'ci-app', null], [1, 'ci-app', 'success']]);
    expect(seen[0]?.query.get('filter')).toBe('all');
  });

  test.each([
    [null, 'success'], ['success', null], ['failure', null], ['success', 'failure'], ['failure', 'success'],
  ])('a check run on two pages, as %s and as %s: the reading that vouches for less is believed', async (first, second) => {
    const raw = (id: number, conclusion: string | null) => ({
      id, name: 'test', app: null, status: conclusion === null ? 'in_progress' : 'completed', conclusion, head_sha: sha, html_url: null, started_at: null,
    });
    const all = [...range(99).map((id) => raw(id + 200, 'success')), raw(1, first), raw(1, second)];
    const { github } = await start((request) => {
      const { page, headers } = pageOf(all, request, service.url);
      return { headers, json: { total_count: 100, check_runs: page } };
    });

    const believed = [first, second].includes(null) ? null : 'failure';
    expect((await github.checkRuns(sha)).filter(({ id }) => id === 1)).toMatchObject([{ conclusion: believed }]);
  });

  test('a capped list is continued, and an older reading comes with the rest: the newest attempt is believed', async () => {
    const at = (id: number) => new Date(Date.parse('2026-03-01T00:00:00Z') + id * 1000).toISOString();
    const runs = range(1000).map((id) => rawRun(1002 - id, { created_at: at(1002 - id), ...(id === 1000 ? { run_attempt: 2, status: 'in_progress', conclusion: null } : {}) }));
    const { github } = await start((request) => {
      const rest = request.query.has('created');
      const { page, headers } = pageOf(rest ? [rawRun(2, { created_at: at(2) }), rawRun(1, { created_at: at(1) })] : runs, request, service.url);
      return { headers, json: { total_count: rest ? 2 : 1001, workflow_runs: page } };
    });

    expect((await github.workflowRuns(sha)).find(({ id }) => id === 2)).toMatchObject({ runAttempt: 2, status: 'in_progress' });
  });
});

describe('open pull requests', () => {
  test('GitHub ignores the filter: it is applied all the same, forks left out', async () => {
    const all = [
      rawPullRequest(1, { head: { ref: 'feature/x', sha, repo: { id: 77, full_name: 'eve/ring' } } }),
      rawPullRequest(2, { base: { ref: 'development/4.3', sha, repo: { id: 42 } } }),
      rawPullRequest(3),
      rawPullRequest(4, { head: { ref: 'feature/y', sha, repo: { id: 42, full_name: 'scality/ring' } } }),
    ];
    const { github, seen } = await start(() => ({ json: all }));

    expect((await github.openPullRequests({ head: 'feature/x', base: 'development/5.1' })).map((found) => found.number)).toEqual([3]);
    expect(seen[0]?.query.get('head')).toBe('scality:feature/x');
    expect(seen[0]?.query.get('base')).toBe('development/5.1');
  });

  test('all were read before: a filter costs no request', async () => {
    const { github, seen } = await start(() => ({ json: [rawPullRequest(3), rawPullRequest(4, { head: { ref: 'bugfix/y', sha, repo: null } })] }));

    expect(await github.openPullRequests()).toHaveLength(2);
    expect((await github.openPullRequests({ head: 'feature/x' })).map((found) => found.number)).toEqual([3]);
    expect(seen).toHaveLength(1);
  });

  test('the head repository was deleted: a fork without repository', async () => {
    const { github } = await start(() => ({ json: [rawPullRequest(4, { head: { ref: 'bugfix/y', sha, repo: null } })] }));

    expect((await github.openPullRequests())[0]?.head).toEqual({ branch: 'bugfix/y', sha, repositoryId: null, repositoryFullName: null, fork: true });
  });
});
