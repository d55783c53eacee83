import { GitOutage } from '../ports/git.js';
import type { RemoteRefs, Sha } from '../ports/git.js';
import { isObjectName } from './object-name.js';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads the answer of `git ls-remote`. A line that cannot be read makes the whole answer an outage: a listing with
 * gaps would be taken for the truth. Only a name that is not UTF-8 is left out, because neither JavaScript nor
 * GitHub's interface can name such a branch.
 */
export function parseRemoteRefs(output: Buffer): RemoteRefs {
  const branches = new Map<string, Sha>();
  const tags = new Map<string, Sha>();
  const pullRequestHeads = new Map<number, Sha>();
  if (output.length > 0 && output.at(-1) !== 0x0a) throw new GitOutage('ls-remote', 'the answer ends in the middle of a line');
  for (let start = 0; start < output.length;) {
    const end = output.indexOf(0x0a, start);
    const line = decode(output.subarray(start, end));
    start = end + 1;
    if (line === null) continue;
    const tab = line.indexOf('\t');
    const sha = line.slice(0, Math.max(tab, 0));
    const ref = line.slice(tab + 1);
    if (!isObjectName(sha) || ref === '') throw new GitOutage('ls-remote', 'a line of the answer cannot be read');
    if (ref.startsWith('refs/heads/')) branches.set(ref.slice('refs/heads/'.length), sha);
    // The peeled value `<name>^{}` follows the tag object and replaces it; no ref name can hold `^` or `{}` there.
    else if (ref.startsWith('refs/tags/')) tags.set(ref.slice('refs/tags/'.length).replace(/\^\{\}$/, ''), sha);
    else {
      const number = /^refs\/pull\/(?<number>[1-9][0-9]{0,14})\/head$/.exec(ref)?.groups?.number;
      if (number !== undefined) pullRequestHeads.set(Number(number), sha);
    }
  }
  // A repository in which a workflow runs has a branch. A page of a proxy, taken by git for the old protocol, has none.
  if (branches.size === 0) throw new GitOutage('ls-remote', 'the answer names no branch');
  return { branches, tags, pullRequestHeads };
}

function decode(line: Buffer): string | null {
  try {
    return utf8.decode(line);
  } catch {
    return null;
  }
}
