import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { startGitHub } from '../../sandbox/github/index.js';
import type { SandboxGitHub } from '../../sandbox/github/index.js';
import { createGitHub } from '../../src/github/create-github.js';
import type { GitHubPort } from '../../src/ports/github.js';

jest.setTimeout(30_000);

/** The adapter against the sandbox, whose answers are checked against GitHub's own description of its API. */
describe('the adapter and the sandbox GitHub', () => {
  let service: SandboxGitHub;
  let github: GitHubPort;
  let head = '';

  beforeAll(async () => {
    service = await startGitHub();
    service.createAccount('ada');
    service.createAccount('grace');
    await service.createRepository({
      fullName: 'scality/ring',
      defaultBranch: 'development/5.1',
      collaborators: { ada: 'admin', grace: 'push' },
      commits: [
        { branch: 'development/5.1', message: 'first', files: { '.github/bert-e.yml': 'robot: ada\n' } },
        { branch: 'feature/x', message: 'change', parents: ['development/5.1'], files: { x: '1' } },
      ],
    });
    head = (await service.resolve('scality/ring', 'feature/x')) ?? '';
    const { value } = service.createToken({ kind: 'user', login: 'ada' });
    github = await createGitHub({ token: value, apiUrl: service.apiUrl, repository: { owner: 'scality', name: 'ring' }, log: () => undefined });
  });
  afterAll(() => service.close());

  test('a pull request is opened once, read, commented, and closed', async () => {
    const wanted = { title: 'A change', body: 'text', head: 'feature/x', base: 'development/5.1' };
    const opened = await github.createPullRequest(wanted);
    expect(opened).toMatchObject({ author: 'ada', state: 'open', merged: false, head: { branch: 'feature/x', sha: head, fork: false }, base: { branch: 'development/5.1' } });
    expect(await github.createPullRequest(wanted)).toEqual(opened);

    expect(await github.openPullRequests({ head: 'feature/x' })).toEqual([opened]);
    const comment = await github.createComment(opened.number, 'hello');
    await github.updateComment(comment.id, 'hello again');
    expect(await github.comments(opened.number)).toMatchObject([{ id: comment.id, author: 'ada', body: 'hello again' }]);
    await github.deleteComment(comment.id);
    expect(await github.comments(opened.number)).toEqual([]);

    await service.review('grace', 'scality/ring', opened.number, 'APPROVED');
    expect(await github.liveReviews(opened.number)).toMatchObject([{ author: 'grace', state: 'APPROVED', commitId: head }]);

    await github.closePullRequest(opened.number);
    expect(await github.pullRequest(opened.number)).toMatchObject({ state: 'closed', merged: false });
    expect(await github.pullRequest(4711)).toBeNull();
  });

  test('hundreds of runs, statuses and check runs of one commit', async () => {
    service.setRuns('scality/ring', Array.from({ length: 234 }, (_, index) => ({ headSha: head, headBranch: index === 0 ? 'w/5.1/feature/x' : 'feature/x', status: 'completed' as const, conclusion: 'success' as const })));
    const runs = await github.liveWorkflowRuns(head);
    expect(runs).toHaveLength(234);
    expect(runs.filter((run) => run.headBranch === 'w/5.1/feature/x')).toHaveLength(1);

    await github.setCommitStatus(head, { context: 'bert-e', state: 'pending', description: 'waiting', targetUrl: null });
    await github.setCommitStatus(head, { context: 'bert-e', state: 'success', description: 'merged', targetUrl: 'https://example.test/run' });
    expect(await github.commitStatuses(head)).toEqual([{ context: 'bert-e', state: 'success', description: 'merged', targetUrl: 'https://example.test/run', creator: 'ada' }]);

    await service.setCheckRun('ada', 'scality/ring', { name: 'scan', headSha: head, status: 'completed', conclusion: 'success' });
    expect(await github.checkRuns(head)).toMatchObject([{ name: 'scan', conclusion: 'success', headSha: head }]);
  });

  test('settings file, permissions, and a live read that is answered 304', async () => {
    expect(await github.readFileOfDefaultBranch('.github/bert-e.yml')).toBe('robot: ada\n');
    expect(await github.readFileOfDefaultBranch('.github/none.yml')).toBeNull();
    expect(await github.permissionOf('grace')).toBe('write');
    expect(await github.permissionOf('nobody-of-that-name')).toBe('none');

    const before = await github.liveWorkflowRuns(head);
    expect(await github.liveWorkflowRuns(head)).toEqual(before);
    expect(service.requests.at(-1)?.status).toBe(304);
  });
});
