import { GitOutage } from '../ports/git.js';
import type { CommitRecord } from '../ports/git.js';
import { isObjectName } from './object-name.js';

/** Fields end with NUL, which cannot occur inside; git adds a line feed after each record. */
export const historyFormat = 'tformat:%H%x00%P%x00%ae%x00%ce%x00%s%x00';

/** Reads what `git rev-list --format=<historyFormat>` printed. An answer that does not fit the format is an outage. */
export function parseHistory(output: Buffer): readonly CommitRecord[] {
  const fields = output.toString('utf8').split('\0');
  const rest = fields.pop();
  if ((rest !== '' && rest !== '\n') || fields.length % 5 !== 0) throw unreadable();
  const records: CommitRecord[] = [];
  for (let index = 0; index < fields.length; index += 5) {
    const [first, parentNames, authorEmail, committerEmail, subject] = fields.slice(index, index + 5);
    const sha = index === 0 ? first : first?.slice(1);
    const parents = parentNames === undefined || parentNames === '' ? [] : parentNames.split(' ');
    if (!isObjectName(sha) || !parents.every(isObjectName)) throw unreadable();
    if (authorEmail === undefined || committerEmail === undefined || subject === undefined) throw unreadable();
    records.push({ sha, parents, authorEmail, committerEmail, subject });
  }
  return records;
}

function unreadable(): GitOutage {
  return new GitOutage('rev-list', 'the answer cannot be read');
}
