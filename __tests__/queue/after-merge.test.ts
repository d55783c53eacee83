import { describe, expect, test } from '@jest/globals';
import { destinationMove, landedExtent, landedVersions, queueLandingRecord } from '../../src/queue/after-merge.js';
import { queueMatrix } from '../../src/queue/matrix.js';
import { decideQueueMerge } from '../../src/queue/merging.js';
import { readQueue } from '../../src/queue/model.js';
import { orderQueue } from '../../src/queue/order.js';
import { asked } from './evidence.js';
import { entryName, standingQueue } from './standing-queue.js';

const history = standingQueue();
const refs = history.refs();
const model = readQueue(refs);
const ordered = orderQueue(model, history.graph());
const builds = asked(ordered.members, {}, 'successful');

function merged() {
  const decision = decideQueueMerge({ model, refs, graph: history.graph(), builds, onFailure: 'wait', deleteSourcesOf: new Set() });
  if (decision.kind !== 'merge') throw new Error(decision.kind);
  return decision;
}

function memberOf(pullRequest: number) {
  const member = merged().merged.find((candidate) => candidate.pullRequest === pullRequest);
  if (member === undefined) throw new Error(`#${pullRequest} did not merge`);
  return member;
}

describe('how much has landed', () => {
  test('the head is in the destination: all of it', () => {
    expect(landedExtent(history.sha('s1'), history.sha('1@4.3'), history.graph())).toEqual({ kind: 'whole' });
  });

  test('commits came after queueing: they are listed, oldest first', () => {
    const later = standingQueue();
    later.push('bugfix/one', 'first afterthought');
    const head = later.push('bugfix/one', 'second afterthought');
    expect(landedExtent(head, later.sha('1@4.3'), later.graph())).toEqual({
      kind: 'part',
      remaining: [
        { sha: later.sha('first afterthought'), subject: 'first afterthought' },
        { sha: head, subject: 'second afterthought' },
      ],
    });
  });

  test('the history of the head was not read: an error, not a guess', () => {
    expect(() => landedExtent('f'.repeat(40), history.sha('1@4.3'), history.graph())).toThrow(/not read/);
  });

  test('the destination is the oldest version of the pull request', () => {
    expect(destinationMove(memberOf(3), merged().moves)).toMatchObject({ destination: 'development/5.1', to: history.sha('3@5.1') });
  });
});

describe('landing record', () => {
  const shown = (pullRequest: number) =>
    landedVersions(memberOf(pullRequest), merged()).map(({ branch, before, after, tested }) => [branch, history.nameOf(before), history.nameOf(after), history.nameOf(tested?.commit ?? null)]);

  test('each pull request has moved the branch from the entry before its own to its own; the newest was tested', () => {
    expect(shown(1)).toEqual([
      ['development/4.3', 'd4.3', '1@4.3', '1@4.3'],
      ['development/5.1', 'd5.1', '1@5.1', '3@5.1'],
      ['development/10.0', 'd10.0', '1@10.0', '3@10.0'],
    ]);
    expect(shown(2)).toEqual([['development/10.0', '1@10.0', '2@10.0', '3@10.0']]);
    expect(shown(3)).toEqual([
      ['development/5.1', '1@5.1', '3@5.1', '3@5.1'],
      ['development/10.0', '2@10.0', '3@10.0', '3@10.0'],
    ]);
    expect(shown(7)).toEqual([['hotfix/4.2.7', 'h4.2.7', '7@4.2.7.1', '7@4.2.7.1']]);
  });

  test('whole: with the evidence of the entry that vouched, and what the queue does not know', () => {
    const known = { head: history.sha('s2'), approvals: [], options: [], settingsHash: 'abc' };
    const record = queueLandingRecord(memberOf(2), merged(), builds, known);
    expect(record).toMatchObject({ ...known, pullRequest: 2, forced: false, buildsSkipped: null });
    expect(record.versions[0]?.tested).toMatchObject({ branch: entryName(3, '10.0'), evidence: { state: 'successful', branch: entryName(3, '10.0') } });
    expect(queueLandingRecord(memberOf(2), merged(), { kind: 'no-build-key' }, known).buildsSkipped).toBe('no-build-key');
  });
});

test('the matrix: no column for a version on which nothing is queued', () => {
  const emptied = standingQueue();
  emptied.deleteBranch(entryName(7, '4.2.7.1'));
  const queue = orderQueue(readQueue(emptied.refs()), emptied.graph());
  expect(queueMatrix(queue, builds).versions.map(({ version }) => version)).toEqual(['4.3', '5.1', '10.0']);
});

test('the matrix: a row for each pull request with its position, a cell for each version with its state', () => {
  const matrix = queueMatrix(ordered, asked(ordered.members, { '1/4.3': 'successful', '3/10.0': 'failed' }));
  expect(matrix.versions).toEqual([
    { version: '4.2.7.1', destination: 'hotfix/4.2.7' },
    { version: '4.3', destination: 'development/4.3' },
    { version: '5.1', destination: 'development/5.1' },
    { version: '10.0', destination: 'development/10.0' },
  ]);
  expect(matrix.rows.map(({ pullRequest, source, position, cells }) => [pullRequest, source, position, ...cells.map((cell) => cell?.state ?? '')])).toEqual([
    [7, 'bugfix/other', 1, 'not-read', '', '', ''],
    [1, 'bugfix/one', 1, '', 'successful', 'not-read', 'not-read'],
    [2, 'feature/two', 2, '', '', '', 'not-read'],
    [3, 'bugfix/three', 3, '', '', 'not-read', 'failed'],
  ]);
  expect(queueMatrix(ordered, { kind: 'no-build-key' }).rows[0]?.cells[0]?.state).toBe('not-asked');
});
