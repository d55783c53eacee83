import { createRequire } from 'node:module';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { noCommand } from '../../src/trigger/command.js';
import type { CommandInputs } from '../../src/trigger/command.js';
import { readTrigger } from '../../src/trigger/trigger.js';

type Payload = Readonly<Record<string, unknown>> & { readonly action?: string };
const webhooks = createRequire(import.meta.url)('@octokit/webhooks-examples') as ReadonlyArray<{ readonly name: string; readonly examples: readonly Payload[] }>;

/** Real payloads of an event. */
function examples(name: string): readonly Payload[] {
  const found = webhooks.find((event) => event.name === name)?.examples ?? [];
  expect(found.length).toBeGreaterThan(0);
  return found;
}

const sha = 'a'.repeat(40);

describe('real payloads', () => {
  test.each(['pull_request', 'pull_request_target'])('%s: that pull request, whatever the action', (eventName) => {
    for (const payload of examples('pull_request')) {
      const { number } = payload.pull_request as { number: number };
      expect(readTrigger(eventName, payload)).toEqual({ kind: 'pull-request', number, why: `${eventName} (${String(payload.action)})` });
    }
  });

  test('pull_request_review: that pull request', () => {
    for (const payload of examples('pull_request_review')) {
      const { number } = payload.pull_request as { number: number };
      expect(readTrigger('pull_request_review', payload)).toMatchObject({ kind: 'pull-request', number });
    }
  });

  test('issue_comment on an issue: nothing; on a pull request: that pull request', () => {
    for (const payload of examples('issue_comment')) {
      const issue = payload.issue as Record<string, unknown>;
      expect(readTrigger('issue_comment', payload)).toEqual({ kind: 'nothing', reason: 'the comment is not on a pull request' });
      const onPullRequest = { ...payload, issue: { ...issue, pull_request: { url: 'https://api.github.com/repos/o/r/pulls/1' } } };
      expect(readTrigger('issue_comment', onPullRequest)).toMatchObject({ kind: 'pull-request', number: issue.number });
    }
  });

  test('workflow_run: its branch and commit once it is completed', () => {
    for (const payload of examples('workflow_run')) {
      const run = payload.workflow_run as { head_branch: string; head_sha: string };
      expect(readTrigger('workflow_run', payload)).toEqual(
        payload.action === 'completed'
          ? { kind: 'branches', branches: [run.head_branch], headSha: run.head_sha, why: 'workflow_run' }
          : { kind: 'nothing', reason: 'the workflow run is not completed' },
      );
    }
  });

  test('check_suite and check_run: their branch and commit', () => {
    for (const payload of examples('check_suite')) {
      const suite = payload.check_suite as { head_branch: string; head_sha: string };
      expect(readTrigger('check_suite', payload)).toEqual({ kind: 'branches', branches: [suite.head_branch], headSha: suite.head_sha, why: 'check_suite' });
    }
    for (const payload of examples('check_run')) {
      const run = payload.check_run as { check_suite: { head_branch: string }; head_sha: string };
      expect(readTrigger('check_run', payload)).toEqual({ kind: 'branches', branches: [run.check_suite.head_branch], headSha: run.head_sha, why: 'check_run' });
    }
  });

  test('status: its commit; the branches of the payload, which do not have it as their head, are not named', () => {
    for (const payload of examples('status')) {
      expect(readTrigger('status', payload)).toEqual({ kind: 'branches', branches: [], headSha: payload.sha, why: 'status' });
    }
  });

  test('push: the queue for its branches and those the robot writes, nothing else', () => {
    for (const payload of examples('push')) {
      expect(readTrigger('push', payload).kind).toBe('nothing');
      for (const branch of ['development/4.3', 'hotfix/4.2.17', 'q/5.1', 'q/w/7/5.1/feature/x']) {
        expect(readTrigger('push', { ...payload, ref: `refs/heads/${branch}` })).toEqual({ kind: 'queue', why: 'push' });
        expect(readTrigger('push', { ...payload, ref: `refs/tags/${branch}` }).kind).toBe('nothing');
      }
      for (const branch of ['feature/x', 'w/5.1/feature/x', 'development', 'q/', 'user/q/5.1', 'developments/4']) {
        expect(readTrigger('push', { ...payload, ref: `refs/heads/${branch}` }).kind).toBe('nothing');
      }
    }
  });

  test('workflow_dispatch without a command, schedule: a sweep', () => {
    for (const payload of examples('workflow_dispatch')) {
      expect(readTrigger('workflow_dispatch', payload)).toEqual({ kind: 'sweep', why: 'workflow_dispatch' });
    }
    expect(readTrigger('schedule', { schedule: '*/10 * * * *' })).toEqual({ kind: 'sweep', why: 'schedule' });
  });

  test('every other event: nothing, with a reason', () => {
    const understood = new Set(['pull_request', 'pull_request_review', 'issue_comment', 'workflow_run', 'check_suite', 'check_run', 'status', 'push', 'workflow_dispatch']);
    const others = webhooks.filter((event) => !understood.has(event.name));
    expect(others.map((event) => event.name)).toContain('merge_group');
    for (const { name, examples: payloads } of others) {
      for (const payload of payloads) {
        expect(readTrigger(name, payload)).toEqual({ kind: 'nothing', reason: expect.stringMatching(/./) });
      }
    }
  });
});

describe('workflow runs of our own workflow', () => {
  const [payload] = examples('workflow_run').filter((example) => (example.workflow_run as { path?: string }).path !== undefined && example.action === 'completed');

  test('the path is ours, with a ref on either side: nothing, or the workflow would start itself', () => {
    expect(readTrigger('workflow_run', payload, { ownWorkflowPath: '.github/workflows/test.yml' }).kind).toBe('nothing');
    expect(readTrigger('workflow_run', payload, { ownWorkflowPath: '.github/workflows/test.yml@refs/heads/main' }).kind).toBe('nothing');
  });

  test('the path is another, or ours is not known: its branch', () => {
    expect(readTrigger('workflow_run', payload, { ownWorkflowPath: '.github/workflows/bert-e.yml' }).kind).toBe('branches');
    expect(readTrigger('workflow_run', payload).kind).toBe('branches');
  });
});

describe('events that are about a commit and no branch', () => {
  test('no branch, or an empty one: the commit alone', () => {
    for (const head_branch of [null, '', 7, undefined]) {
      expect(readTrigger('check_suite', { check_suite: { head_branch, head_sha: sha } })).toMatchObject({ kind: 'branches', branches: [], headSha: sha });
    }
  });

  test('no usable commit either: nothing', () => {
    for (const head_sha of ['abc', null, 7, { toString: () => sha }]) {
      expect(readTrigger('check_run', { check_run: { head_sha } }).kind).toBe('nothing');
      expect(readTrigger('status', { sha: head_sha }).kind).toBe('nothing');
    }
  });
});

describe('hostile payloads', () => {
  const names = ['pull_request', 'pull_request_target', 'pull_request_review', 'issue_comment', 'workflow_run', 'check_suite', 'check_run', 'status', 'push', 'merge_group', 'x'];

  test.each([undefined, null, 0, '', 'text', [], {}, { pull_request: [] }, { issue: { pull_request: true, number: 1 } }, { workflow_run: null, action: 'completed' }, { ref: {} }])('%j: nothing', (payload) => {
    for (const name of names) {
      expect(readTrigger(name, payload)).toMatchObject({ kind: 'nothing', reason: expect.stringMatching(/./) });
    }
  });

  test.each([0, -1, 1.5, '12', Number.NaN, 2 ** 60, null, { valueOf: () => 3 }])('a pull request numbered %p: nothing', (number) => {
    expect(readTrigger('pull_request', { pull_request: { number } }).kind).toBe('nothing');
  });

  test('an action with line breaks is not repeated', () => {
    expect(readTrigger('pull_request', { action: 'x\n::error::', pull_request: { number: 3 } })).toEqual({ kind: 'pull-request', number: 3, why: 'pull_request' });
  });

  test('names that every object inherits lead nowhere', () => {
    expect(readTrigger('push', Object.create({ ref: 'refs/heads/q/5.1' })).kind).toBe('nothing');
  });

  test('anything at all: an answer, never an exception', () => {
    const keys = fc.constantFrom('pull_request', 'issue', 'workflow_run', 'check_suite', 'check_run', 'sha', 'ref', 'action', 'number', 'head_branch', 'head_sha', 'branches', '__proto__');
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof({ maxDepth: 4 }, fc.anything(), fc.dictionary(keys, tie('value')), fc.constantFrom('completed', sha, 'refs/heads/q/5')),
    }));
    fc.assert(fc.property(fc.constantFrom(...names), value, (name, payload) => {
      expect(readTrigger(name, payload).kind).toMatch(/./);
    }));
  });
});

describe('commands', () => {
  const read = (inputs: Partial<CommandInputs>, eventName = 'workflow_dispatch') => readTrigger(eventName, {}, { inputs: { ...noCommand, ...inputs } });

  test.each<[Partial<CommandInputs>, unknown]>([
    [{ command: 'evaluate', pullRequest: '12' }, { name: 'evaluate', pullRequest: 12 }],
    [{ command: ' evaluate ', pullRequest: ' #12 ' }, { name: 'evaluate', pullRequest: 12 }],
    [{ command: 'create-branch', branch: 'development/5.2' }, { name: 'create-branch', branch: 'development/5.2', branchFrom: null }],
    [{ command: 'create-branch', branch: 'development/5.2', branchFrom: 'abc1234' }, { name: 'create-branch', branch: 'development/5.2', branchFrom: 'abc1234' }],
    [{ command: 'delete-branch', branch: 'hotfix/4.2.1' }, { name: 'delete-branch', branch: 'hotfix/4.2.1' }],
    ...(['sweep', 'delete-queues', 'rebuild-queues', 'force-merge-queues', 'doctor'] as const).map((name): [Partial<CommandInputs>, unknown] => [{ command: name }, { name }]),
  ])('%j', (inputs, command) => {
    expect(read(inputs)).toEqual({ kind: 'command', command });
  });

  test.each<[Partial<CommandInputs>, RegExp]>([
    [{ command: 'merge-everything' }, /no such command; known are create-branch, .*doctor$/],
    [{ command: 'rebuild-queue' }, /no such command; did you mean rebuild-queues\?$/],
    [{ command: 'evaluate', pullRequest: 'abc' }, /pull-request: the number of a pull request, for example 42; found the text "abc"$/],
    [{ command: 'constructor' }, /no such command/],
    [{ command: 'Evaluate', pullRequest: '1' }, /no such command/],
    [{ command: 'evaluate' }, /pull-request/],
    ...['0', '-1', '1e3', '1 2', 'x', '9'.repeat(16), '٣'].map((pullRequest): [Partial<CommandInputs>, RegExp] => [{ command: 'evaluate', pullRequest }, /pull-request/]),
    [{ command: 'create-branch' }, /branch/],
    [{ command: 'delete-branch', branch: '  ' }, /branch/],
  ])('%j: refused', (inputs, reason) => {
    expect(read(inputs)).toEqual({ kind: 'refused', reason: expect.stringMatching(reason) });
  });

  test.each(['schedule', 'push', 'pull_request', 'issue_comment', 'repository_dispatch'])('a command on %s: refused, since that needs no write access', (eventName) => {
    expect(read({ command: 'force-merge-queues' }, eventName)).toMatchObject({ kind: 'refused' });
  });

  test('inputs without a command: a sweep', () => {
    expect(read({ command: '  ', pullRequest: '3' })).toEqual({ kind: 'sweep', why: 'workflow_dispatch' });
  });
});
