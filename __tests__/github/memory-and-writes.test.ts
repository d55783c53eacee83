import { afterEach, describe, expect, test } from '@jest/globals';
import { GitHubOutage, GitHubRefusal } from '../../src/ports/github.js';
import { range, rawComment, rawPullRequest, rawRun, sha, startService } from './service.js';
import type { Reply, Seen, Service } from './service.js';

let service: Service;
afterEach(() => service.close());

async function start(reply: (request: Seen, count: number) => Reply): Promise<Service> {
  service = await startService(reply);
  return service;
}

const status = { context: 'bert-e', state: 'pending', description: 'waiting', targetUrl: null } as const;

describe('memory of a run', () => {
  test('the same read twice, also at the same time: one request', async () => {
    const { github, seen } = await start(() => ({ json: rawPullRequest(7) }));

    await Promise.all([github.pullRequest(7), github.pullRequest(7)]);
    await github.pullRequest(7);
    expect(seen).toHaveLength(1);
  });

  test('a live read always asks GitHub, and what it finds is remembered', async () => {
    const { github, seen } = await start((_request, count) => ({ json: rawPullRequest(7, { title: `title ${count}` }) }));

    await github.pullRequest(7);
    expect((await github.livePullRequest(7))?.title).toBe('title 2');
    expect((await github.livePullRequest(7))?.title).toBe('title 3');
    expect((await github.pullRequest(7))?.title).toBe('title 3');
    expect(seen.map((request) => request.headers['cache-control'])).toEqual([undefined, 'no-cache', 'no-cache']);
  });

  test('two live reads at the same time: two requests, since each must begin after it was asked for', async () => {
    const { github, seen } = await start(() => ({ json: { total_count: 0, workflow_runs: [] } }));

    await Promise.all([github.liveWorkflowRuns(sha), github.liveWorkflowRuns(sha)]);
    expect(seen).toHaveLength(2);
  });

  test.each(['liveComments', 'liveReviews'] as const)('%s asks again', async (name) => {
    const { github, seen } = await start(() => ({ json: [] }));
    await github[name](7);
    await github[name](7);
    expect(seen).toHaveLength(2);
  });

  test.each(['liveCommitStatuses', 'liveCheckRuns', 'liveWorkflowRuns'] as const)('%s asks again', async (name) => {
    const { github, seen } = await start(() => ({ json: name === 'liveCommitStatuses' ? [] : { total_count: 0, check_runs: [], workflow_runs: [] } }));
    await github[name](sha);
    await github[name](sha);
    expect(seen).toHaveLength(2);
  });

  test('the etag is sent along when something is read again: a 304 stands for the known answer', async () => {
    const { github, seen } = await start((request) =>
      request.headers['if-none-match'] === '"v1"' ? { status: 304, headers: { etag: '"v1"' } } : { headers: { etag: '"v1"' }, json: { total_count: 1, workflow_runs: [rawRun(1)] } },
    );

    const first = await github.liveWorkflowRuns(sha);
    const second = await github.liveWorkflowRuns(sha);
    expect(second).toEqual(first);
    expect(second).toHaveLength(1);
    expect(seen.map((request) => request.headers['if-none-match'])).toEqual([undefined, '"v1"']);
    expect(github.requestCount).toBe(2);
  });

  test('a pull request read again: 304 as well', async () => {
    const { github } = await start((request) => (request.headers['if-none-match'] === 'W/"1"' ? { status: 304 } : { headers: { etag: 'W/"1"' }, json: rawPullRequest(7) }));

    await github.pullRequest(7);
    expect((await github.livePullRequest(7))?.number).toBe(7);
  });

  test('the page is unchanged, but has got a successor: the successor is read although the remembered link knows none', async () => {
    let comments = range(100).map((id) => rawComment(id));
    const { github } = await start((request) => {
      if (request.query.get('page') === '2') {
        return { json: comments.slice(100) };
      }
      return request.headers['if-none-match'] === '"p1"' ? { status: 304 } : { headers: { etag: '"p1"' }, json: comments.slice(0, 100) };
    });

    expect(await github.comments(7)).toHaveLength(100);
    comments = [...comments, rawComment(101)];
    expect((await github.liveComments(7)).at(-1)?.id).toBe(101);
  });

  test('everything is forgotten: every kind of read asks again', async () => {
    const { github, seen } = await start(({ path }) => {
      if (path.includes('/contents/') || path.endsWith('/permission')) {
        return { json: { type: 'file', encoding: 'base64', content: '', permission: 'read' } };
      }
      return path.endsWith('runs') ? { json: { total_count: 0, workflow_runs: [], check_runs: [] } } : { json: path.endsWith('pulls/7') ? rawPullRequest(7) : [] };
    });
    const readAll = () =>
      Promise.all([
        github.readFileOfDefaultBranch('x'), github.pullRequest(7), github.openPullRequests(), github.comments(7), github.reviews(7),
        github.workflowRuns(sha), github.commitStatuses(sha), github.checkRuns(sha), github.teamMembers('o', 't'), github.permissionOf('ada'),
      ]);

    await readAll();
    await readAll();
    expect(seen).toHaveLength(10);
    github.forget();
    await readAll();
    expect(seen).toHaveLength(20);
  });

  test('a pull request of the list of all: read once out of it, then by itself, and by itself after anything was forgotten', async () => {
    const { github, seen } = await start(({ path }) => ({ json: path.endsWith('pulls') ? [rawPullRequest(7), rawPullRequest(8)] : rawPullRequest(7, { title: 'newer' }) }));
    await github.openPullRequests();
    github.forget('open-pull-requests');
    expect(await github.pullRequest(7)).toMatchObject({ number: 7 });
    expect(seen).toHaveLength(1);
    github.forget('open-pull-requests');
    expect(await github.pullRequest(7)).toMatchObject({ title: 'newer' });
    expect(seen).toHaveLength(2);
    github.forget();
    await github.pullRequest(8);
    expect(seen).toHaveLength(3);
  });

  test('a 304 that nobody asked for: an outage', async () => {
    const { github } = await start(() => ({ status: 304 }));
    await expect(github.pullRequest(7)).rejects.toThrow(GitHubOutage);
  });
});

describe('a write makes forgotten what it changes', () => {
  test.each<[string, (service: Service) => Promise<unknown>, (service: Service) => Promise<unknown>]>([
    ['status', ({ github }) => github.commitStatuses(sha), ({ github }) => github.setCommitStatus(sha, status)],
    ['new comment', ({ github }) => github.comments(7), ({ github }) => github.createComment(7, 'x')],
    ['changed comment', ({ github }) => github.comments(7), ({ github }) => github.updateComment(1, 'x')],
    ['deleted comment', ({ github }) => github.comments(7), ({ github }) => github.deleteComment(1)],
    ['new pull request', ({ github }) => github.openPullRequests(), ({ github }) => github.createPullRequest({ title: 't', body: '', head: 'w/5.1/feature/x', base: 'development/5.1' })],
    ['closed pull request, lists', ({ github }) => github.openPullRequests({ head: 'feature/x' }), ({ github }) => github.closePullRequest(7)],
    ['closed pull request', ({ github }) => github.pullRequest(7), ({ github }) => github.closePullRequest(7)],
    ['dispatch', ({ github }) => github.workflowRuns(sha), ({ github }) => github.dispatchWorkflow('ci.yml', 'q/5.1')],
    ['re-run', ({ github }) => github.workflowRuns(sha), ({ github }) => github.rerunFailedJobs(5)],
  ])('%s', async (_what, read, write) => {
    const running = await start(({ method, path }) => {
      if (method !== 'GET') {
        return method === 'DELETE' || path.endsWith('dispatches') ? { status: 204 } : { status: 201, json: path.endsWith('pulls') ? rawPullRequest(9) : rawComment(1) };
      }
      return { json: path.endsWith('runs') ? { total_count: 0, workflow_runs: [] } : path.endsWith('pulls/7') ? rawPullRequest(7) : [] };
    });

    await read(running);
    await read(running);
    expect(running.seen).toHaveLength(1);
    await write(running);
    await read(running);
    expect(running.seen).toHaveLength(3);
  });

  test('also when it failed, since it may have been carried out', async () => {
    const { github, seen } = await start(({ method }) => (method === 'POST' ? { status: 502 } : { json: [] }));

    await github.comments(7);
    await expect(github.createComment(7, 'x')).rejects.toThrow(GitHubOutage);
    await github.comments(7);
    expect(seen.map((request) => request.method)).toEqual(['GET', 'POST', 'GET']);
  });
});

describe('writes after a broken answer', () => {
  const later = (reply: Reply) => (_request: Seen, count: number) => (count === 1 ? { status: 502 } : reply);

  test('a comment, a dispatch, a re-run: not sent twice, and the error says that the result is not known', async () => {
    const { github, seen } = await start(() => ({ status: 502 }));

    await expect(github.createComment(7, 'x')).rejects.toThrow(/whether it was carried out is not known/);
    await expect(github.dispatchWorkflow('ci.yml', 'q/5.1')).rejects.toThrow(/whether it was carried out is not known/);
    await expect(github.rerunFailedJobs(7)).rejects.toThrow(/whether it was carried out is not known/);
    expect(seen).toHaveLength(3);
  });

  test('a status: sent again, because the newest counts', async () => {
    const { github, seen } = await start(later({ status: 201 }));
    await github.setCommitStatus(sha, status);
    expect(seen.map((request) => request.body)).toEqual(Array(2).fill({ context: 'bert-e', state: 'pending', description: 'waiting' }));
  });

  test('a changed comment, a closed pull request: sent again', async () => {
    const { github, seen } = await start((_request, count) => (count % 2 === 1 ? { status: 500 } : { json: {} }));
    await github.updateComment(3, 'new');
    await github.closePullRequest(7);
    expect(seen.map((request) => [request.method, request.path, request.body])).toEqual([
      ...Array<unknown>(2).fill(['PATCH', '/repos/scality/ring/issues/comments/3', { body: 'new' }]),
      ...Array<unknown>(2).fill(['PATCH', '/repos/scality/ring/pulls/7', { state: 'closed' }]),
    ]);
  });

  test('a deletion that had happened: the repetition is told 404, which is fine', async () => {
    const { github } = await start(later({ status: 404 }));
    await expect(github.deleteComment(3)).resolves.toBeUndefined();
  });

  test('a pull request that had been opened: the repetition finds it', async () => {
    const { github } = await start(({ method }, count) =>
      count === 1 ? { status: 502 } : method === 'POST' ? { status: 422, json: { message: 'Validation Failed', errors: [{ message: 'A pull request already exists for scality:feature/x.' }] } } : { json: [rawPullRequest(9)] },
    );
    expect((await github.createPullRequest({ title: 't', body: 'b', head: 'feature/x', base: 'development/5.1' })).number).toBe(9);
  });
});

describe('a second pull request from the same branch to the same branch', () => {
  const wanted = { title: 't', body: 'b', head: 'feature/x', base: 'development/5.1' };

  test('GitHub refuses it: the existing one is answered, read past the memory', async () => {
    let existing: unknown[] = [];
    const { github } = await start(({ method }) =>
      method === 'POST' ? { status: 422, json: { message: 'Validation Failed', errors: [{ message: 'A pull request already exists for scality:feature/x.' }] } } : { json: existing },
    );
    expect(await github.openPullRequests({ head: 'feature/x', base: 'development/5.1' })).toEqual([]);
    existing = [rawPullRequest(3, { base: { ref: 'development/4.3', sha, repo: { id: 42 } } }), rawPullRequest(9)];

    expect((await github.createPullRequest(wanted)).number).toBe(9);
  });

  test('GitHub refuses for another reason: so do we', async () => {
    const { github, seen } = await start(() => ({ status: 422, json: { message: 'Validation Failed', errors: [{ message: 'No commits between a and b' }] } }));

    await expect(github.createPullRequest(wanted)).rejects.toThrow(/No commits between/);
    expect(seen).toHaveLength(1);
  });

  test('it says there is one, but none is found: a refusal', async () => {
    const { github } = await start(({ method }) => (method === 'POST' ? { status: 422, json: { message: 'already exists' } } : { json: [] }));
    await expect(github.createPullRequest(wanted)).rejects.toThrow(GitHubRefusal);
  });
});

describe('what is sent', () => {
  test('a long description is cut to 140 characters and never inside one', async () => {
    const { github, seen } = await start(() => ({ status: 201 }));

    await github.setCommitStatus(sha, { ...status, description: `line\r\nbreak ${'🦀'.repeat(200)}`, targetUrl: 'https://github.test/run' });
    const sent = seen[0]?.body as { description: string; target_url: string };
    expect(Array.from(sent.description)).toHaveLength(140);
    expect(sent.description).toBe(`line break ${'🦀'.repeat(128)}…`);
    expect(sent.target_url).toBe('https://github.test/run');
  });

  test('a comment goes out as it is, and comes back with its number', async () => {
    const { github, seen } = await start(() => ({ status: 201, json: rawComment(77, { user: { login: 'bert-e[bot]' } }) }));

    expect(await github.createComment(7, '{x} :y 🦀\n<!-- -->')).toMatchObject({ id: 77, author: 'bert-e[bot]' });
    expect(seen[0]?.body).toEqual({ body: '{x} :y 🦀\n<!-- -->' });
  });

  test('dispatch and re-run name the workflow, the branch and the run', async () => {
    const { github, seen } = await start(() => ({ status: 204 }));
    await github.dispatchWorkflow('ci.yml', 'q/w/7/5.1/feature/x');
    await github.rerunFailedJobs(55);
    expect(seen.map((request) => [request.method, request.path, request.body])).toEqual([
      ['POST', '/repos/scality/ring/actions/workflows/ci.yml/dispatches', { ref: 'q/w/7/5.1/feature/x' }],
      ['POST', '/repos/scality/ring/actions/runs/55/rerun-failed-jobs', null],
    ]);
  });
});

describe('files of the default branch', () => {
  test('a file: its text', async () => {
    const content = Buffer.from('robot: bért-e\n').toString('base64');
    const { github, seen } = await start(() => ({ json: { type: 'file', encoding: 'base64', content: `${content.slice(0, 6)}\n${content.slice(6)}\n` } }));

    expect(await github.readFileOfDefaultBranch('/.github/bert-e.yml')).toBe('robot: bért-e\n');
    expect(seen[0]?.path).toBe('/repos/scality/ring/contents/.github/bert-e.yml');
    expect(seen[0]?.query.has('ref')).toBe(false);
  });

  test.each<[string, unknown, RegExp]>([
    ['a directory', [{ type: 'file', name: 'x' }], /not a file/],
    ['a submodule', { type: 'submodule' }, /not a file/],
    ['more than GitHub gives', { type: 'file', encoding: 'none', content: '' }, /too large/],
  ])('%s: a refusal', async (_what, json, message) => {
    const { github } = await start(() => ({ json }));
    const failure: unknown = await github.readFileOfDefaultBranch('x').catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(GitHubRefusal);
    expect((failure as Error).message).toMatch(message);
  });
});
