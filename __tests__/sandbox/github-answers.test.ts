import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { routes } from '../../sandbox/github/routes/index.js';
import { findRoute } from '../../sandbox/github/router.js';
import type { SandboxGitHub } from '../../sandbox/github/index.js';
import { violations } from './github-openapi.js';
import { name, openOne, rest, smallWorld } from './github-world.js';
import type { Rest, RestAnswer } from './github-world.js';

let github: SandboxGitHub;
let app: Rest;
let person: Rest;
const seen = new Set<string>();
const base = `/repos/${name}`;

/** Sends, checks the answer against GitHub's description, and answers its body. */
async function checked(send: Rest, method: string, path: string, body?: unknown, status = method === 'POST' ? 201 : 200): Promise<Record<string, unknown>> {
  const answer: RestAnswer = await send(method, path, body);
  const { route } = findRoute(routes, method, path.split('?')[0] ?? '');
  seen.add(`${route.method} ${route.pattern}`);
  expect({ path, status: answer.status, body: answer.status === status ? null : answer.body }).toEqual({ path, status, body: null });
  expect(violations(method, route.pattern, answer.status, answer.body)).toEqual([]);
  return answer.body as Record<string, unknown>;
}

beforeAll(async () => {
  github = await smallWorld();
  github.createTeam('acme', 'leaders', ['carol']);
  github.setRulesets(name, [
    { name: 'development', enforcement: 'active', include: ['refs/heads/development/*'], exclude: [], rules: [{ type: 'deletion' }, { type: 'non_fast_forward' }, { type: 'required_status_checks', parameters: { required_status_checks: [{ context: 'bert-e' }], strict_required_status_checks_policy: false } }] },
  ]);
  github.startCi(name, [{ name: 'ci', on: { push: {}, pull_request: {}, workflow_dispatch: true }, jobs: ['build', 'lint'], plan: ({ event }) => (event === 'pull_request' ? 'failure' : 'success') }]);
  await openOne(github);
  app = rest(github);
  person = rest(github, 'user', 'bob');
});

afterAll(() => github.close());

describe('answers of the sandbox have the shape GitHub describes', () => {
  test('access: the token, the repository, collaborators, teams, rules', async () => {
    await checked(person, 'GET', '/user');
    await checked(app, 'GET', '/rate_limit');
    await checked(app, 'GET', '/installation/repositories');
    await checked(app, 'GET', '/orgs/acme/teams/leaders/members');
    await checked(app, 'GET', '/orgs/acme/teams/leaders/memberships/Carol');
    await checked(app, 'GET', base);
    await github.createFork(name, 'mallory');
    await checked(app, 'GET', '/repos/mallory/widget');
    for (const login of ['carol', 'dave', 'github-actions%5Bbot%5D']) await checked(app, 'GET', `${base}/collaborators/${login}/permission`);
    await checked(app, 'GET', `${base}/collaborators`);
    expect(await checked(app, 'GET', `${base}/rules/branches/development/4.3`)).toHaveLength(3);
    const [ruleset] = (await checked(app, 'GET', `${base}/rulesets`)) as unknown as ReadonlyArray<{ readonly id: number }>;
    expect(await checked(app, 'GET', `${base}/rulesets/${String(ruleset?.id)}`)).toMatchObject({ current_user_can_bypass: 'never' });
  });

  test('pull requests and reviews', async () => {
    await checked(app, 'GET', `${base}/pulls`);
    await github.createBranch('bob', name, 'feature/x', 'development/5.1');
    await github.pushCommit('bob', name, 'feature/x', { message: 'x', files: { x: 'x', 'README.md': null } });
    const { number } = await checked(app, 'POST', `${base}/pulls`, { title: 'x', head: 'feature/x', base: 'development/5.1', body: 'text' });
    const path = `${base}/pulls/${String(number)}`;
    await checked(app, 'GET', path);
    await checked(app, 'PATCH', path, { title: 'renamed' });
    await checked(app, 'GET', `${path}/commits`);
    expect(await checked(app, 'GET', `${path}/files`)).toHaveLength(2);
    const review = await checked(person, 'POST', `${path}/reviews`, { event: 'APPROVE' }, 200);
    await checked(app, 'GET', `${path}/reviews`);
    await checked(app, 'GET', `${path}/reviews/${String(review.id)}`);
    await checked(app, 'PUT', `${path}/reviews/${String(review.id)}/dismissals`, { message: 'no' });
    await checked(app, 'POST', `${path}/requested_reviewers`, { reviewers: ['carol'], team_reviewers: ['leaders'] });
    await checked(app, 'GET', `${path}/requested_reviewers`);
    await checked(app, 'DELETE', `${path}/requested_reviewers`, { reviewers: ['carol'] });
    await checked(app, 'PUT', `${path}/merge`, {});
    expect(await checked(app, 'GET', path)).toMatchObject({ merged: true, state: 'closed' });
    await checked(app, 'GET', `${base}/pulls?state=all&sort=updated&direction=desc&per_page=1`);
  });

  test('issues and comments', async () => {
    const { number } = await checked(app, 'POST', `${base}/issues`, { title: 'dashboard', labels: ['queue'] });
    await checked(app, 'GET', `${base}/issues?state=all`);
    await checked(app, 'GET', `${base}/issues/1`);
    await checked(app, 'PATCH', `${base}/issues/${String(number)}`, { body: 'new', state: 'closed' });
    const comment = await checked(app, 'POST', `${base}/issues/1/comments`, { body: 'hello' });
    const path = `${base}/issues/comments/${String(comment.id)}`;
    await checked(app, 'GET', `${base}/issues/1/comments`);
    await checked(app, 'GET', `${base}/issues/comments`);
    await checked(app, 'GET', path);
    await checked(app, 'PATCH', path, { body: 'edited' });
    await checked(app, 'DELETE', path, undefined, 204);
    expect((await app('GET', path)).status).toBe(404);
  });

  test('commits, statuses, comparison', async () => {
    const sha = (await github.resolve(name, 'bugfix/TEST-1')) ?? '';
    await checked(app, 'GET', `${base}/commits?sha=bugfix/TEST-1`);
    await checked(app, 'GET', `${base}/commits/${sha}`);
    await checked(app, 'GET', `${base}/commits/bugfix/TEST-1`);
    await checked(app, 'POST', `${base}/statuses/${sha}`, { state: 'pending', context: 'bert-e', description: 'wait', target_url: 'https://example.com/1' });
    await checked(app, 'GET', `${base}/commits/bugfix/TEST-1/status`);
    await checked(app, 'GET', `${base}/commits/${sha}/statuses`);
    expect(await checked(app, 'GET', `${base}/commits/${sha}/branches-where-head`)).toMatchObject([{ name: 'bugfix/TEST-1' }]);
    expect(await checked(app, 'GET', `${base}/commits/${sha}/pulls`)).toMatchObject([{ number: 1 }]);
    expect(await checked(app, 'GET', `${base}/compare/development/4.3...bugfix/TEST-1`)).toMatchObject({ status: 'ahead', ahead_by: 1, behind_by: 0 });
  });

  test('checks', async () => {
    const sha = await github.resolve(name, 'bugfix/TEST-1');
    const made = await checked(app, 'POST', `${base}/check-runs`, { name: 'bert-e', head_sha: sha, status: 'in_progress' });
    await checked(app, 'GET', `${base}/check-runs/${String(made.id)}`);
    await checked(app, 'PATCH', `${base}/check-runs/${String(made.id)}`, { conclusion: 'success', output: { title: 'fine', summary: 'all' } });
    const list = await checked(app, 'GET', `${base}/commits/bugfix/TEST-1/check-runs`);
    // One per job of the push run and of the pull request run, and the one above.
    expect(list.total_count).toBe(5);
    const suites = await checked(app, 'GET', `${base}/commits/${String(sha)}/check-suites`);
    await checked(app, 'GET', `${base}/check-suites/${String((suites.check_suites as Array<{ id: number }>)[0]?.id)}`);
  });

  test('branches, tags and refs', async () => {
    await checked(app, 'GET', `${base}/branches`);
    await checked(app, 'GET', `${base}/branches/development/4.3`);
    await checked(app, 'GET', `${base}/branches/development%2F4.3`);
    expect((await app('GET', `${base}/branches/development/4.3/protection`)).status).toBe(403);
    seen.add('GET /repos/{owner}/{repo}/branches/{+branch}/protection');
    await checked(app, 'GET', `${base}/tags`);
    await checked(app, 'GET', `${base}/git/ref/heads/development/4.3`);
    await checked(app, 'GET', `${base}/git/matching-refs/heads/dev`);
    expect(await app('GET', `${base}/git/refs`)).toMatchObject({ status: 200 });
    seen.add('GET /repos/{owner}/{repo}/git/refs');
    const sha = await github.resolve(name, 'development/5.1');
    await checked(app, 'POST', `${base}/git/refs`, { ref: 'refs/heads/feature/new', sha: await github.resolve(name, 'development/4.3') });
    await checked(app, 'PATCH', `${base}/git/refs/heads/feature/new`, { sha });
    await checked(app, 'POST', `${base}/branches/feature/new/rename`, { new_name: 'feature/newer' });
    await checked(app, 'DELETE', `${base}/git/refs/heads/feature/newer`, undefined, 204);
  });

  test('contents: a file, a directory, raw', async () => {
    const file = await checked(app, 'GET', `${base}/contents/README.md?ref=development/4.3`);
    expect(Buffer.from(String(file.content), 'base64').toString()).toBe('hello\n');
    await checked(app, 'GET', `${base}/contents/src`);
    await checked(app, 'GET', `${base}/contents/.github/workflows`);
    const root = await app('GET', `${base}/contents`);
    expect(root.body).toHaveLength(3);
    seen.add('GET /repos/{owner}/{repo}/contents');
    expect(await app('GET', `${base}/contents/README.md`, undefined, { accept: 'application/vnd.github.raw+json' })).toMatchObject({ status: 200, body: 'hello\n' });
    expect((await app('GET', `${base}/contents/nothing`)).status).toBe(404);
  });

  test('workflows and their runs', async () => {
    const { workflows } = (await checked(app, 'GET', `${base}/actions/workflows`)) as unknown as { workflows: Array<{ id: number }> };
    await checked(app, 'GET', `${base}/actions/workflows/ci.yml`);
    await checked(app, 'GET', `${base}/actions/workflows/${workflows[0]?.id ?? 0}/runs`);
    await checked(app, 'POST', `${base}/actions/workflows/ci.yml/dispatches`, { ref: 'development/4.3', return_run_details: true }, 200);
    const list = (await checked(app, 'GET', `${base}/actions/runs?event=pull_request`)) as unknown as { workflow_runs: Array<{ id: number }> };
    const run = `${base}/actions/runs/${list.workflow_runs[0]?.id ?? 0}`;
    await checked(app, 'GET', run);
    await checked(app, 'POST', `${run}/rerun`);
    await checked(app, 'POST', `${run}/rerun-failed-jobs`);
    expect(await checked(app, 'GET', run)).toMatchObject({ run_attempt: 3, conclusion: 'failure' });
    expect(await checked(app, 'GET', `${run}/jobs`)).toMatchObject({ total_count: 2 });
    expect(await checked(app, 'GET', `${run}/jobs?filter=all`)).toMatchObject({ total_count: 6 });
  });

  test('every route was looked at', () => {
    expect(routes.map(({ method, pattern }) => `${method} ${pattern}`).filter((route) => !seen.has(route))).toEqual([]);
  });

  test('an answer that lacks a field: the description objects', () => {
    expect(violations('GET', '/repos/{owner}/{repo}/issues/comments/{id}', 200, { id: 1 })).not.toEqual([]);
    expect(violations('GET', '/repos/{owner}/{repo}/no-such-route', 200, {})).toEqual(['GitHub has no /repos/{owner}/{repo}/no-such-route']);
  });
});
