/**
 * Versions as they stand in branch names and tags: one to four numbers (spec 1). The number of parts says what a
 * version is, so `version.length` tells the members of the union apart.
 */
export type MajorVersion = readonly [major: number];
export type MinorVersion = readonly [major: number, minor: number];
export type PatchVersion = readonly [major: number, minor: number, patch: number];
/** The revision counts what was delivered from one hotfix branch; 0 means before general availability. */
export type RevisionVersion = readonly [major: number, minor: number, patch: number, revision: number];

/** What a development branch may be called after. */
export type DevelopmentVersion = MajorVersion | MinorVersion | PatchVersion;

/** What a tag that counts in version arithmetic stands for. */
export type TagVersion = PatchVersion | RevisionVersion;

export type Version = DevelopmentVersion | RevisionVersion;

/**
 * Reads one to four numbers joined by dots; `null` for anything else, surrounding blanks included.
 *
 * Numbers are canonical (see `parseNumber`), so two different texts are never the same version and
 * `formatVersion(parseVersion(text))` is `text`.
 */
export function parseVersion(text: string): Version | null {
  // Five pieces are one too many already: a hostile name with a million dots is not split any further.
  const parts = text.split('.', 5).map(parseNumber);
  return isVersion(parts) ? parts : null;
}

export function formatVersion(version: Version): string {
  return version.join('.');
}

/**
 * The order of the cascade, total over all versions: negative if `left` comes first, 0 only for equal versions.
 * A missing part comes after every number, as the branch that carries on when the longer ones have been released:
 * `4.3.17.1 < 4.3.17 < 4.3 < 4.4.2 < 4.4 < 4 < 5.1`.
 */
export function compareVersions(left: Version, right: Version): number {
  for (const position of [0, 1, 2, 3]) {
    const leftPart = left[position] ?? Infinity;
    const rightPart = right[position] ?? Infinity;
    if (leftPart !== rightPart) {
      return leftPart < rightPart ? -1 : 1;
    }
  }
  return 0;
}

/**
 * The version a tag stands for: `X.Y.Z`, `X.Y.Z.N`, each also with a leading `v`. All other tags are ignored: `null`.
 *
 * Two things the specification leaves open are as in the reference. `vX.Y.Z.N` counts, because a repository that
 * writes `v` before its releases writes it before the revisions of its hotfixes too. Leading zeros are tolerated,
 * unlike in branch names: what `10.00.07` has delivered must not be delivered again as 10.0.7.
 */
export function parseTag(tag: string): TagVersion | null {
  const numbers = /^v?(?<numbers>[0-9]+(?:\.[0-9]+){2,3})$/.exec(tag)?.groups?.numbers;
  const parts = numbers?.split('.').map(safeInteger) ?? [];
  return isVersion(parts) && (parts.length === 3 || parts.length === 4) ? parts : null;
}

/**
 * ASCII digits without leading zeros, else `null`.
 *
 * A number too large to be exact is `null` as well: rounding would make two branches one. Such a name is therefore
 * unrecognised, which leaves it alone; no real version comes near 9,007,199,254,740,991.
 */
export function parseNumber(text: string): number | null {
  return /^(?:0|[1-9][0-9]*)$/.test(text) ? safeInteger(text) : null;
}

function safeInteger(digits: string): number | null {
  const number = Number(digits);
  return Number.isSafeInteger(number) ? number : null;
}

function isVersion(parts: ReadonlyArray<number | null>): parts is Version {
  return parts.length >= 1 && parts.length <= 4 && !parts.includes(null);
}
