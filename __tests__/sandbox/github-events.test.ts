import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { SandboxGitHub } from '../../sandbox/github/index.js';
import { name, openOne, smallWorld } from './github-world.js';

type Json = Record<string, unknown>;

interface Example {
  readonly name: string;
  readonly examples: readonly Json[];
}

const examples = createRequire(import.meta.url)('@octokit/webhooks-examples') as readonly Example[];

function kind(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
}

/** Null for a repository or issue that has none of it, though the few examples of one event may all have it. */
const mayBeNull = /\.(?:description|language|license|homepage|assignee|milestone|body|mergeable|rebaseable)$/u;
/** What differs from app to app, or is there for apps only; and a slip of the examples, where plain issues have a `draft`. */
const free = /^\w+\.installation$|\.app\.permissions$|^issues\.issue\.draft$/u;

/** Keys which every example of this place has must be there, with a type one of the examples has. */
function differences(ours: unknown, theirs: readonly unknown[], path: string): readonly string[] {
  if (free.test(path) || (ours === null && mayBeNull.test(path))) return [];
  const kinds = new Set(theirs.map(kind));
  // Where examples only ever show null nothing is known of the type.
  const onlyNull = kinds.size === 1 && kinds.has('null');
  if (!kinds.has(kind(ours)) && !onlyNull) return [`${path} is ${kind(ours)}, GitHub's is ${[...kinds].join(' or ')}`];
  if (kind(ours) !== 'object') return [];
  const objects = theirs.filter((value): value is Json => kind(value) === 'object');
  if (objects.length === 0) return [];
  const everywhere = Object.keys(objects[0] ?? {}).filter((key) => objects.every((object) => key in object));
  const object = ours as Json;
  return everywhere.flatMap((key) => (key in object || free.test(`${path}.${key}`) ? differences(object[key], objects.map((other) => other[key]), `${path}.${key}`) : [`${path}.${key} is missing`]));
}

let github: SandboxGitHub;

beforeAll(async () => {
  github = await smallWorld();
  // GitHub's examples of runs and dispatches come from organisations; so does this repository.
  github.startCi(name, [{ name: 'ci', on: { push: {}, workflow_dispatch: true, pull_request: {} } }]);
  const number = await openOne(github);
  await github.pushCommit('alice', name, 'bugfix/TEST-1', { message: 'more', files: { more: 'm' } });
  await github.review('bob', name, number, 'APPROVED', 'fine');
  const review = await github.review('carol', name, number, 'CHANGES_REQUESTED', 'no');
  await github.dismissReview('carol', name, number, review.id);
  const comment = github.comment('bob', name, number, 'hello');
  github.editComment('bob', name, comment.id, 'hello again');
  github.deleteComment('bob', name, comment.id);
  await github.setStatus('bert-e[bot]', name, { sha: (await github.resolve(name, 'bugfix/TEST-1')) ?? '', state: 'pending' });
  github.openIssue('alice', name, 'an issue', 'text');
  await github.closePullRequest('alice', name, number);
  await github.reopen('alice', name, number);
  await github.createTag('alice', name, '4.3.1', 'development/4.3');
  await github.forcePush('alice', name, 'development/4.3', 'bugfix/TEST-1');
  await github.deleteBranch('alice', name, 'bugfix/TEST-1');
  const token = github.createToken({ kind: 'user', login: 'alice' }).value;
  await fetch(`${github.apiUrl}/repos/${name}/actions/workflows/ci.yml/dispatches`, {
    method: 'POST', headers: { authorization: `token ${token}` }, body: JSON.stringify({ ref: 'development/5.1', inputs: { a: 'b' } }),
  });
});

afterAll(() => github.close());

describe('webhook payloads have what GitHub\'s own examples have', () => {
  const wanted: ReadonlyArray<readonly [string, string | null]> = [
    ['push', null], ['create', null], ['delete', null], ['status', null], ['workflow_dispatch', null],
    ['pull_request', 'opened'], ['pull_request', 'synchronize'], ['pull_request', 'closed'], ['pull_request', 'reopened'],
    ['pull_request_review', 'submitted'], ['pull_request_review', 'dismissed'],
    ['issue_comment', 'created'], ['issue_comment', 'edited'], ['issue_comment', 'deleted'], ['issues', 'opened'],
    ['workflow_run', 'requested'], ['workflow_run', 'completed'],
    ['check_suite', 'requested'], ['check_suite', 'completed'], ['check_run', 'created'], ['check_run', 'completed'],
  ];
  test.each(wanted)('%s %s', (event, action) => {
    const ours = github.events.filter((candidate) => candidate.name === event && candidate.action === action);
    const known = examples.find((candidate) => candidate.name === event)?.examples ?? [];
    const theirs = known.filter((example) => (example.action ?? null) === action);
    expect(ours.length).toBeGreaterThan(0);
    expect(theirs.length).toBeGreaterThan(0);
    expect([...new Set(ours.flatMap(({ payload }) => differences(payload, theirs, event)))]).toEqual([]);
  });

  test('an event without its main object: the comparison objects', () => {
    const theirs = examples.find((candidate) => candidate.name === 'issue_comment')?.examples ?? [];
    expect(differences({ action: 'created' }, theirs, 'issue_comment')).toContain('issue_comment.comment is missing');
  });

  test('an event nobody caused, such as merge_group: it is sent in the usual frame', () => {
    github.sendEvent('alice', name, 'merge_group', 'checks_requested', { merge_group: { head_ref: 'x' } });
    expect(github.events.at(-1)).toMatchObject({ name: 'merge_group', payload: { action: 'checks_requested', sender: { login: 'alice' }, repository: { full_name: name } } });
  });
});

describe('which events start workflows', () => {
  test('pushed by a person or an app: yes; by the token of a job: no, except a dispatch', async () => {
    const job = github.actorOf(github.createToken({ kind: 'job', login: 'github-actions[bot]' }).value);
    const app = github.actorOf(github.createToken({ kind: 'app', login: 'bert-e[bot]' }).value);
    const runs = (): number => github.repository(name).runs.size;
    const before = runs();
    await github.createBranch(job, name, 'w/5.1/bugfix/a', 'development/5.1');
    expect(github.events.at(-1)).toMatchObject({ name: 'push', startsWorkflows: false });
    expect(runs()).toBe(before);
    await github.createBranch(app, name, 'w/5.1/bugfix/b', 'development/5.1');
    expect(runs()).toBe(before + 1);
    const token = job.token?.value ?? '';
    await fetch(`${github.apiUrl}/repos/${name}/actions/workflows/ci.yml/dispatches`, { method: 'POST', headers: { authorization: `Bearer ${token}` }, body: JSON.stringify({ ref: 'w/5.1/bugfix/a' }) });
    const run = [...github.repository(name).runs.values()].at(-1);
    expect(run).toMatchObject({ event: 'workflow_dispatch', headBranch: 'w/5.1/bugfix/a', conclusion: 'success' });
    expect(github.events.find((event) => event.name === 'workflow_dispatch' && event.actor.kind === 'job')?.startsWorkflows).toBe(true);
  });
});
