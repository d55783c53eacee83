import { describe, expect, test } from '@jest/globals';
import { CommitGraph } from '../../src/history/commit-graph.js';
import { readQueue } from '../../src/queue/model.js';
import { orderQueue } from '../../src/queue/order.js';
import { begunRebuild, rebuildBranch, writeRebuild } from '../../src/queue/rebuild.js';
import type { Rebuild } from '../../src/queue/rebuild.js';
import { person, robotEmail, shaOf } from '../builders/history.js';
import { standingQueue } from './standing-queue.js';

/** What a later run reads of the subject of a commit on the branch. */
function read(subject: string, { author = robotEmail, committer = robotEmail, branch = rebuildBranch } = {}): Rebuild | null {
  const record = shaOf(subject);
  const graph = new CommitGraph([{ sha: record, parents: [], authorEmail: author, committerEmail: committer, subject }]);
  return begunRebuild({ branches: new Map([[branch, record]]) }, graph, robotEmail)?.rebuild ?? null;
}

function memberNumber(wanted: number) {
  const history = standingQueue();
  const member = orderQueue(readQueue(history.refs()), history.graph()).members.find(({ pullRequest }) => pullRequest === wanted);
  if (member === undefined) throw new Error(`#${wanted} is not queued`);
  return member;
}

describe('the record of a rebuild', () => {
  const rebuilds: readonly Rebuild[] = [
    { cause: 'incoherent', requeue: [7, 1, 2], ejected: null },
    { cause: 'command', requeue: [3], ejected: null },
    { cause: 'eject', requeue: [], ejected: { member: memberNumber(1), head: shaOf('head') } },
    { cause: 'eject', requeue: [2, 3], ejected: { member: memberNumber(7), head: null } },
  ];

  test.each(rebuilds)('$cause: read as it was written, in one line', (rebuild) => {
    const subject = writeRebuild(rebuild);
    expect(subject).not.toMatch(/[\n\r]/);
    expect(read(subject)).toEqual(rebuild);
  });

  test('a name of a branch may hold whatever git lets it', () => {
    const [entry] = memberNumber(1).entries;
    if (entry === undefined) throw new Error('no entry');
    const source = 'bugfix/100%-%zz,out=;é';
    const named = { ...entry, source, branch: `q/w/1/${entry.version}/${source}` };
    const rebuild: Rebuild = { cause: 'eject', requeue: [], ejected: { member: { ...memberNumber(1), versions: [entry.version], entries: [named] }, head: null } };
    expect(read(writeRebuild(rebuild))).toEqual(rebuild);
  });

  test('what somebody else wrote, or changed, or what is not such a record, is none', () => {
    const subject = writeRebuild({ cause: 'command', requeue: [1], ejected: null });
    const [entry] = memberNumber(1).entries;
    expect(read(subject)).not.toBeNull();
    expect(read(subject, { author: person })).toBeNull();
    expect(read(subject, { committer: person })).toBeNull();
    expect(read(subject, { branch: 'q/rebuilt' })).toBeNull();
    for (const other of [
      'Rebuild the queue', `${subject} `, `${subject}0x1`, subject.replace('requeue=1', 'requeue=0'), subject.replace('command', 'eject'),
      `${subject} out=${entry?.tip ?? ''}:${entry?.branch ?? ''}`, subject.replace('command', 'eject').concat(` out=${shaOf('x')}:%zz`),
      subject.replace('command', 'eject').concat(` out=${shaOf('x')}:q/w/1/5.1/bugfix/a out=${shaOf('y')}:q/w/2/10.0/bugfix/b`),
    ]) {
      expect([other, read(other)]).toEqual([other, null]);
    }
  });
});
