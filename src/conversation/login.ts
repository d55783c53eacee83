/** Who wrote something, as GitHub tells it. */
export interface Author {
  /** Login; null when the account was deleted. */
  readonly author: string | null;
  /** What GitHub says the account is. Where it is known, an app's login may lack the suffix `[bot]`, as in GraphQL answers. */
  readonly authorKind?: 'user' | 'bot';
}

const appSuffix = '[bot]';

/**
 * True if the author is the account of that login. Case does not matter. The suffix `[bot]` does: anybody may register
 * the plain name of an app as a user, so `name` and `name[bot]` are two accounts. A deleted account is nobody's.
 */
export function isBy(who: Author, login: string | null): boolean {
  const { author } = who;
  const lacksSuffix = who.authorKind === 'bot' && author?.toLowerCase().endsWith(appSuffix) === false;
  return isSameLogin(lacksSuffix ? author + appSuffix : author, login);
}

/** True if both are the same login, in any case. Null, a deleted account, is nobody, not even itself. */
export function isSameLogin(left: string | null, right: string | null): boolean {
  return left !== null && right !== null && left.toLowerCase() === right.toLowerCase();
}

/** The name by which an account is addressed in comments: without `[bot]`, in lower case. */
export function addressedName(login: string): string {
  const name = login.toLowerCase();
  return name.endsWith(appSuffix) ? name.slice(0, -appSuffix.length) : name;
}
