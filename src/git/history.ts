import { GitOutage } from '../ports/git.js';
import type { CommitRecord, Sha } from '../ports/git.js';
import { isObjectName } from './object-name.js';

/** Fields end with NUL, which cannot occur inside; git adds a line feed after each record. */
export const historyFormat = 'tformat:%H%x00%T%x00%P%x00%ae%x00%ce%x00%s%x00';

/** Number of fields of a record. */
const fieldCount = 6;

/** What was read of a history. */
export interface History {
  readonly records: readonly CommitRecord[];
  /** The root tree of each commit, which nobody but the adapter needs. */
  readonly trees: ReadonlyMap<Sha, Sha>;
}

/** Reads what `git rev-list --format=<historyFormat>` printed. An answer that does not fit the format is an outage. */
export function parseHistory(output: Buffer): History {
  const fields = output.toString('utf8').split('\0');
  const rest = fields.pop();
  if ((rest !== '' && rest !== '\n') || fields.length % fieldCount !== 0) throw unreadable();
  const records: CommitRecord[] = [];
  const trees = new Map<Sha, Sha>();
  for (let index = 0; index < fields.length; index += fieldCount) {
    const [first, tree, parentNames, authorEmail, committerEmail, subject] = fields.slice(index, index + fieldCount);
    const sha = index === 0 ? first : first?.slice(1);
    const parents = parentNames === undefined || parentNames === '' ? [] : parentNames.split(' ');
    if (!isObjectName(sha) || !isObjectName(tree) || !parents.every(isObjectName)) throw unreadable();
    if (authorEmail === undefined || committerEmail === undefined || subject === undefined) throw unreadable();
    trees.set(sha, tree);
    records.push({ sha, parents, authorEmail, committerEmail, subject });
  }
  return { records, trees };
}

function unreadable(): GitOutage {
  return new GitOutage('rev-list', 'the answer cannot be read');
}
