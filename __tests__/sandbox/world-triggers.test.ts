import { describe, expect, test } from '@jest/globals';
import type { SandboxEvent } from '../../sandbox/github/state.js';
import { markerCode, usualRobotWorkflow, WorkflowTriggers } from '../../sandbox/world/index.js';

function event(name: string, action: string | null, payload: Readonly<Record<string, unknown>> = {}, startsWorkflows = true): SandboxEvent {
  return { id: 1, name, action, payload, repository: 'acme/product', actor: { login: 'author', kind: 'person', token: null }, startsWorkflows, at: 0 };
}

function triggersOf(workflow: string, ...events: readonly SandboxEvent[]): readonly string[] {
  const triggers = new WorkflowTriggers(workflow);
  return events.flatMap((one) => triggers.deliveriesOf(one)).map(({ trigger }) => trigger);
}

describe('which events start the installed workflow', () => {
  test('event of a pull request: starts what listens to pull_request and pull_request_target', () => {
    expect(triggersOf('on: [pull_request, pull_request_target]', event('pull_request', 'opened'))).toEqual(['pull_request', 'pull_request_target']);
  });

  test('pull request without types: only opened, synchronize and reopened', () => {
    expect(triggersOf('on: pull_request_target', event('pull_request', 'closed'), event('pull_request', 'synchronize'))).toEqual(['pull_request_target']);
  });

  test('review without types: every action', () => {
    expect(triggersOf('on: pull_request_review', event('pull_request_review', 'dismissed'))).toEqual(['pull_request_review']);
  });

  test('what the job’s own token caused: nothing', () => {
    expect(triggersOf('on: issue_comment', event('issue_comment', 'created', {}, false))).toEqual([]);
  });

  test('workflow_run: by name of the workflow, action and branch', () => {
    const workflow = 'on: { workflow_run: { workflows: [CI], types: [completed], branches: ["w/**"] } }';
    const run = (name: string, head_branch: string): SandboxEvent => event('workflow_run', 'completed', { workflow_run: { name, head_branch } });
    expect(triggersOf(workflow, run('CI', 'w/5.1/bugfix/x'))).toEqual(['workflow_run']);
    expect(triggersOf(workflow, run('Bert-E', 'w/5.1/bugfix/x'), run('CI', 'bugfix/x'))).toEqual([]);
    expect(triggersOf(workflow, event('workflow_run', 'requested', { workflow_run: { name: 'CI', head_branch: 'w/5.1/x' } }))).toEqual([]);
  });

  test('push with branches: those branches, tags never', () => {
    const push = (ref: string): SandboxEvent => event('push', null, { ref });
    const workflow = 'on: { push: { branches: ["development/**", "!development/4.*"] } }';
    expect(triggersOf(workflow, push('refs/heads/development/5.1'))).toEqual(['push']);
    expect(triggersOf(workflow, push('refs/heads/development/4.3'), push('refs/heads/bugfix/x'), push('refs/tags/development/5.1'))).toEqual([]);
  });

  test('pull request with branches: filtered by its base', () => {
    const opened = event('pull_request', 'opened', { pull_request: { base: { ref: 'development/5.1' } } });
    expect(triggersOf('on: { pull_request_target: { branches: [main] } }', opened)).toEqual([]);
    expect(triggersOf('on: { pull_request_target: { branches-ignore: [main] } }', opened)).toEqual(['pull_request_target']);
  });

  test('the usual workflow: listens to everything the action understands', () => {
    const events = [
      event('pull_request', 'closed'), event('pull_request_review', 'submitted'), event('issue_comment', 'edited'), event('schedule', null),
      event('workflow_dispatch', null), event('push', null, { ref: 'refs/heads/q/5.1' }), event('merge_group', 'checks_requested'),
    ];
    expect(triggersOf(usualRobotWorkflow, ...events)).toEqual(['pull_request_target', 'pull_request_review', 'issue_comment', 'schedule', 'workflow_dispatch', 'push']);
  });

  test('text that is no workflow: refused', () => {
    expect(() => new WorkflowTriggers('name: x')).toThrow('no "on" section');
  });
});

describe('the hidden marker of a comment', () => {
  test('last line: read; quoted earlier or absent: null', () => {
    expect(markerCode('Hello\n\n<!-- bert-e: code=125 content=ab12 version=5.1 -->\n')).toBe(125);
    expect(markerCode('> <!-- bert-e: code=125 content=ab12 -->\nHello')).toBeNull();
    expect(markerCode('Hello')).toBeNull();
  });
});
