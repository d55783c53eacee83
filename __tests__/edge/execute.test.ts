import { describe, expect, test } from '@jest/globals';
import { executeDeeds, executeTelling } from '../../src/edge/execute.js';
import { markerLine } from '../../src/conversation/marker.js';
import { emptyPlan } from '../../src/plan/plan.js';
import type { Plan, PlannedComment } from '../../src/plan/plan.js';
import { GitHubOutage, GitHubRefusal } from '../../src/ports/github.js';
import { GitOutage } from '../../src/ports/git.js';
import { robotComment, someRobot } from '../builders/comment.js';
import { recordingPorts } from './recording-ports.js';

const plan: Plan = {
  push: [{ ref: 'refs/heads/w/5.1/bugfix/x', from: null, to: 'c'.repeat(40) }],
  openPullRequests: [{ title: 't', body: 'b', head: 'w/5.1/bugfix/x', base: 'development/5.1' }],
  closePullRequests: [8, 9],
  dispatches: [{ workflow: 'ci.yml', branch: 'w/5.1/bugfix/x' }],
  reruns: [11],
  statuses: [{ commit: 'c0ffee', context: 'bert-e', state: 'pending', description: 'd', targetUrl: null }],
  deleteComments: [5],
  comments: [message(115, 'a1')],
};

function message(code: number, key: string, pullRequest = 7): PlannedComment {
  return { pullRequest, key, body: `Something.\n\n${markerLine({ code, key, data: {} })}` };
}

const refusal = new GitHubRefusal('new pull request', 403, 'Resource not accessible by integration');

describe('the deeds of a plan', () => {
  test('the push first, then what is read is forgotten, then pull requests, dispatches and re-runs; nothing is told yet', async () => {
    const { ports, deeds } = recordingPorts();
    expect(await executeDeeds(plan, ports)).toEqual({ kind: 'done', notes: [] });
    expect(deeds).toEqual(['push refs/heads/w/5.1/bugfix/x', 'forget', 'open w/5.1/bugfix/x', 'close #8', 'close #9', 'dispatch ci.yml on w/5.1/bugfix/x', 'rerun 11']);
  });

  test('an empty plan: nothing is done, not even a push of nothing', async () => {
    const { ports, deeds } = recordingPorts();
    expect(await executeDeeds(emptyPlan, ports)).toEqual({ kind: 'done', notes: [] });
    expect(deeds).toEqual([]);
  });

  test('a branch moved: stale, and nothing else is done', async () => {
    const { ports, deeds } = recordingPorts({ push: { kind: 'stale', refs: ['refs/heads/w/5.1/bugfix/x'] } });
    expect(await executeDeeds(plan, ports)).toEqual({ kind: 'stale', refs: ['refs/heads/w/5.1/bugfix/x'] });
    expect(deeds).toHaveLength(1);
  });

  test('the answer to the push is lost, and everything is where it was to be: it was done', async () => {
    const cutOff = new GitOutage('push', 'cut off');
    const both = { ...plan, push: [...plan.push, { ref: 'refs/heads/q/4.3', from: 'd'.repeat(40), to: null } as const] };
    const { ports, deeds } = recordingPorts({ push: cutOff, branches: { 'w/5.1/bugfix/x': 'c'.repeat(40), 'development/4.3': 'd'.repeat(40) } });
    expect(await executeDeeds(both, ports)).toEqual({ kind: 'done', notes: [] });
    expect(deeds.at(-1)).toBe('rerun 11');
    const half = recordingPorts({ push: cutOff, branches: { 'w/5.1/bugfix/x': 'c'.repeat(40), 'q/4.3': 'd'.repeat(40) } });
    await expect(executeDeeds(both, half.ports)).rejects.toBe(cutOff);
  });

  test('the push is refused: 221 names the branches, and nothing else is done', async () => {
    const { ports, deeds } = recordingPorts({ push: { kind: 'refused', refs: ['refs/heads/development/4', 'refs/tags/4.3'], reason: 'protected', cause: 'protected-branch' } });
    expect(await executeDeeds(plan, ports)).toEqual({
      kind: 'refused', pushed: false,
      outcome: { code: 221, operation: 'push', cause: 'protected-branch', detail: 'protected', branches: ['development/4', '4.3'] },
    });
    expect(deeds).toHaveLength(1);
  });

  test('refused after the push: 221 says that the push was done, and what comes later is not', async () => {
    const { ports, deeds } = recordingPorts({ failures: { open: refusal } });
    expect(await executeDeeds(plan, ports)).toMatchObject({ kind: 'refused', pushed: true, outcome: { code: 221, operation: 'new pull request', detail: refusal.detail } });
    expect(deeds.at(-1)).toBe('open w/5.1/bugfix/x');
    const withoutPush = recordingPorts({ failures: { open: refusal } });
    expect(await executeDeeds({ ...plan, push: [] }, withoutPush.ports)).toMatchObject({ kind: 'refused', pushed: false });
  });

  test('it is not known what became of a step: an outage, never an outcome', async () => {
    const cutOff = new GitOutage('push', 'cut off');
    await expect(executeDeeds(plan, recordingPorts({ push: cutOff }).ports)).rejects.toBe(cutOff);
    const down = new GitHubOutage('closing of #8', 502, 'bad gateway');
    await expect(executeDeeds(plan, recordingPorts({ failures: { close: down } }).ports)).rejects.toBe(down);
  });
});

describe('telling', () => {
  test('statuses, then comments that go, then new ones', async () => {
    const { ports, deeds } = recordingPorts();
    expect(await executeTelling(plan, [], someRobot, ports)).toEqual({ kind: 'done', notes: [] });
    expect(deeds).toEqual(['status bert-e pending on c0ffee', 'delete comment 5', 'comment #7']);
  });

  test('a status is refused: 221; comments are posted, but not those that stand for the status too', async () => {
    const { ports, deeds } = recordingPorts({ failures: { status: refusal } });
    expect(await executeTelling(plan, [], someRobot, ports)).toMatchObject({ kind: 'refused', outcome: { code: 221 } });
    expect(deeds).toEqual(['status bert-e pending on c0ffee', 'delete comment 5', 'comment #7']);
    const implied = recordingPorts({ failures: { status: refusal } });
    expect(await executeTelling({ ...plan, commentsImplyStatuses: true }, [], someRobot, implied.ports)).toMatchObject({ kind: 'refused', outcome: { code: 221 } });
    expect(implied.deeds).toEqual(['status bert-e pending on c0ffee']);
  });

  test('the token writes under another name: a note tells, once', async () => {
    const { ports } = recordingPorts({ writesAs: 'github-actions[bot]' });
    const execution = await executeTelling({ ...plan, comments: [message(115, 'a1'), message(121, 'a2')] }, [], someRobot, ports);
    expect(execution).toMatchObject({ kind: 'done', notes: [expect.stringContaining('github-actions[bot]')] });
  });
});

describe('two runs say the same at the same moment', () => {
  const before = robotComment(115, 'a1', { id: 1 });

  /** Tells while another run has posted `theirs`, which this one did not know. Ids of what stands afterwards. */
  async function tellBeside(theirs: ReadonlyArray<Parameters<typeof robotComment>>, planned: readonly PlannedComment[], nextId = 100) {
    const others = theirs.map((each) => robotComment(...each));
    const recording = recordingPorts({ comments: [before, ...others], nextId });
    await executeTelling({ ...emptyPlan, comments: planned }, [before], someRobot, recording.ports);
    return recording.comments.map(({ id }) => id).sort((left, right) => left - right);
  }

  test('the later of the two removes its own', async () => {
    expect(await tellBeside([[115, 'a2', { id: 50 }]], [message(115, 'a2')])).toEqual([1, 50]);
  });

  test('the earlier of the two leaves both alone: the other run removes its own', async () => {
    expect(await tellBeside([[115, 'a2', { id: 150 }]], [message(115, 'a2')])).toEqual([1, 100, 150]);
  });

  test('another content, another code, or somebody else’s copy: no double', async () => {
    expect(await tellBeside([[115, 'a3', { id: 50 }], [118, 'a2', { id: 51 }], [115, 'a2', { id: 52, author: 'eve' }]], [message(115, 'a2')])).toEqual([1, 50, 51, 52, 100]);
  });

  test('an equal message that was known before is no double: it was meant to be said again', async () => {
    expect(await tellBeside([], [message(115, 'a1')])).toEqual([1, 100]);
  });

  test('a merge is told once, even if the other run had fewer facts and so other words', async () => {
    expect(await tellBeside([[102, 'b1', { id: 50 }]], [message(102, 'b2')])).toEqual([1, 50]);
  });

  test('several messages: only the doubled one goes', async () => {
    expect(await tellBeside([[100, 'c1', { id: 50 }]], [message(100, 'c1'), message(115, 'a2')])).toEqual([1, 50, 101]);
  });

  test('the same message on two pull requests, or twice by this run: no double', async () => {
    const recording = recordingPorts();
    await executeTelling({ ...emptyPlan, comments: [message(136, 'd1', 7), message(136, 'd1', 8), message(101, 'e1', 8), message(101, 'e1', 8)] }, [], someRobot, recording.ports);
    expect(recording.comments).toHaveLength(4);
  });
});
