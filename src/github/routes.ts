import type { Sha } from '../ports/git.js';
import { GitHubRefusal } from '../ports/github.js';

/**
 * A path of the API from its parts. Names come from users: each is encoded whole, and one that would climb (`..`) is
 * refused, because URLs resolve it even when encoded. So is half a character, which no address can hold.
 */
export function route(operation: string, ...parts: ReadonlyArray<string | number>): string {
  for (const part of parts) {
    if (part === '' || part === '.' || part === '..' || /\p{Cs}/u.test(String(part))) {
      throw new GitHubRefusal(operation, 404, 'a name in it cannot be one of GitHub');
    }
  }
  return `/${parts.map((part) => encodeURIComponent(part)).join('/')}`;
}

/** GitHub answers all runs for an empty SHA and none for an abbreviated one: neither may ever be asked for. */
export function fullSha(commit: Sha): Sha {
  if (!/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(commit)) {
    throw new RangeError('a full commit SHA is needed: 40 or 64 lower-case hexadecimal digits');
  }
  return commit;
}

export function isNumber(number: number): boolean {
  return Number.isSafeInteger(number) && number > 0;
}

/** A number of a pull request, comment or run. */
export function checkedNumber(number: number): number {
  if (!isNumber(number)) {
    throw new RangeError('a positive whole number is needed');
  }
  return number;
}
