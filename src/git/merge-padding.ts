import type { Sha } from '../ports/git.js';
import { writeObject } from './loose-object.js';
import type { ObjectFormat } from './object-name.js';
import { parseMergeRecord } from './merge-record.js';

/** Longer than what a C library keeps back of output that goes to a pipe: glibc 4,096 bytes, musl 1,024. */
const fileName = 'x'.repeat(9_000);

/** Two commits that conflict in one file with a very long name. */
export interface MergePadding {
  readonly ours: Sha;
  readonly theirs: Sha;
}

/**
 * Until 2.49 `git merge-tree --stdin` left its answers in its buffer until that was full or its input ended. A merge whose
 * answer is longer than the buffer pushes the answer before it out, so that one process can serve a run with any git. Its
 * commits are few bytes, nothing references them, and no merge of anybody meets them.
 *
 * @param objects the `objects` directory of the repository
 */
export async function writeMergePadding(objects: string, format: ObjectFormat): Promise<MergePadding> {
  const store = (kind: 'blob' | 'tree' | 'commit', content: Buffer): Promise<Sha> => writeObject(objects, kind, content, format);
  const tree = async (text: string): Promise<Sha> => {
    const blob = await store('blob', Buffer.from(text));
    return store('tree', Buffer.concat([Buffer.from(`100644 ${fileName}\0`), Buffer.from(blob, 'hex')]));
  };
  const commit = (of: Sha, parents: readonly Sha[]): Promise<Sha> => {
    const signature = 'padding <padding@invalid> 0 +0000';
    const lines = [`tree ${of}`, ...parents.map((parent) => `parent ${parent}`), `author ${signature}`, `committer ${signature}`, '', 'padding\n'];
    return store('commit', Buffer.from(lines.join('\n')));
  };
  const [before, changed, deleted] = await Promise.all([tree('before\n'), tree('after\n'), store('tree', Buffer.alloc(0))]);
  const base = await commit(before, []);
  const [ours, theirs] = await Promise.all([commit(changed, [base]), commit(deleted, [base])]);
  return { ours, theirs };
}

/** Whether this is git's answer to the padding: if not, answers have got out of step with what was asked. */
export function isPaddingRecord(record: Buffer): boolean {
  const merge = parseMergeRecord(record);
  return merge?.kind === 'conflict' && merge.files.length === 1 && merge.files[0] === fileName;
}
