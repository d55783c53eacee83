import type { TreeMerge } from '../ports/git.js';
import { isObjectName } from './object-name.js';

/** Whether an answer begins as one must; anything else would be waited for in vain. */
export function isMergeStatus(start: Buffer | undefined): boolean {
  return start?.[0] === 0x30 || start?.[0] === 0x31;
}

/** Whether a merge's whole answer has arrived: its list of file names ends with an empty one. */
export function isCompleteMergeRecord(record: Buffer): boolean {
  return record.length > 2 && record.at(-1) === 0 && record.at(-2) === 0;
}

/**
 * Reads one answer of `git merge-tree --stdin -z --name-only --no-messages`: status, tree, names of the files in
 * conflict, each ended by NUL, and an empty field at the end. In this mode 1 is clean and 0 is a conflict. Null if
 * the answer is none of that.
 */
export function parseMergeRecord(record: Buffer): TreeMerge | null {
  const [status, tree, ...rest] = record.toString('utf8').split('\0');
  const files = rest.slice(0, -2);
  if (!isObjectName(tree) || rest.length < 2 || rest.at(-1) !== '' || rest.at(-2) !== '' || files.includes('')) return null;
  if (status === '1') return files.length === 0 ? { kind: 'clean', tree } : null;
  if (status === '0') return { kind: 'conflict', files: [...new Set(files)].sort() };
  return null;
}
