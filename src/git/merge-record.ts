import type { TreeMerge } from '../ports/git.js';
import { isObjectName } from './object-name.js';

/** Whether an answer begins as one must; anything else would be waited for in vain. */
export function isMergeStatus(start: number | undefined): boolean {
  return start === 0x30 || start === 0x31;
}

/** Cuts what `git merge-tree --stdin -z` prints into answers. Each ends with two NULs, and no field inside is empty. */
export class MergeRecords {
  #pieces: Buffer[] = [];
  #length = 0;

  /** Takes what arrived, and answers the records that are complete with it. */
  add(chunk: Buffer): readonly Buffer[] {
    const records: Buffer[] = [];
    let rest = chunk;
    for (let end = this.#endIn(rest); end !== null; end = this.#endIn(rest)) {
      records.push(Buffer.concat([...this.#pieces, rest.subarray(0, end)]));
      rest = rest.subarray(end);
      this.#pieces = [];
      this.#length = 0;
    }
    if (rest.length > 0) {
      this.#pieces.push(rest);
      this.#length += rest.length;
    }
    return records;
  }

  /** Bytes of the record that is not complete yet. */
  get length(): number {
    return this.#length;
  }

  /** First byte of the record that is not complete yet. */
  get start(): number | undefined {
    return this.#pieces[0]?.[0];
  }

  #endIn(chunk: Buffer): number | null {
    if (chunk[0] === 0 && this.#pieces.at(-1)?.at(-1) === 0) return 1;
    const end = chunk.indexOf('\0\0');
    return end === -1 ? null : end + 2;
  }
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
