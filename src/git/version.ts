/** A git release, as far as it matters here. */
export interface GitVersion {
  readonly major: number;
  readonly minor: number;
}

/** `merge-tree --stdin` came with 2.39 (git's release notes). */
const needed: GitVersion = { major: 2, minor: 39 };

/** Reads the line that `git version` prints, whatever the vendor adds to it; null if it is no such line. */
export function parseVersion(line: string): GitVersion | null {
  const numbers = /^git version (?<major>[0-9]{1,4})\.(?<minor>[0-9]{1,4})/.exec(line)?.groups;
  return numbers === undefined ? null : { major: Number(numbers.major), minor: Number(numbers.minor) };
}

/** What is wrong with this version; null if nothing is, or if it is not known. */
export function describeOutdated(version: GitVersion | null): string | null {
  if (version === null || isAtLeast(version, needed)) return null;
  return `git ${version.major}.${version.minor} was found, ${needed.major}.${needed.minor} or newer is needed`;
}

function isAtLeast(version: GitVersion, other: GitVersion): boolean {
  return version.major > other.major || (version.major === other.major && version.minor >= other.minor);
}
