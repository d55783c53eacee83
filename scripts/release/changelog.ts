/** One section of CHANGELOG.md. */
export interface ChangelogSection {
  /** `1.2.3`; null: not released yet. */
  readonly version: string | null;
  /** Without its heading; empty if nothing is under it. */
  readonly notes: string;
}

export interface Changelog {
  /** Newest first, as in the file. */
  readonly sections: readonly ChangelogSection[];
  /** What is wrong with the file, whatever is to be released. */
  readonly problems: readonly string[];
}

const released = /^(?<version>\d+\.\d+\.\d+) - (?<date>\d{4}-\d{2}-\d{2})$/;

/** Reads a changelog: `## Unreleased`, then `## X.Y.Z - date`, newest first. */
export function readChangelog(text: string): Changelog {
  const parts = text.split(/^## /m).slice(1).map((part) => {
    const end = part.indexOf('\n');
    return { heading: (end === -1 ? part : part.slice(0, end)).trim(), notes: end === -1 ? '' : part.slice(end + 1).trim() };
  });
  const isKnown = ({ heading }: { readonly heading: string }): boolean => heading === 'Unreleased' || released.test(heading);
  const strange = parts.filter((part) => !isKnown(part));
  const sections = parts.filter(isKnown).map(({ heading, notes }) => ({ version: released.exec(heading)?.groups?.version ?? null, notes }));
  const versions = sections.flatMap(({ version }) => version ?? []);
  const misplaced = versions.filter((version, index) => index > 0 && compareReleases(version, versions[index - 1] ?? '') >= 0);
  return {
    sections,
    problems: [
      ...strange.map(({ heading }) => `CHANGELOG.md: the heading "${heading}" is neither "Unreleased" nor "X.Y.Z - YYYY-MM-DD".`),
      ...(sections.slice(1).some(({ version }) => version === null) ? ['CHANGELOG.md: "Unreleased" must be the first section.'] : []),
      ...misplaced.map((version) => `CHANGELOG.md: ${version} stands below an older version; the newest comes first.`),
    ],
  };
}

/** By the numbers of `X.Y.Z`: negative if the left one is older. */
export function compareReleases(left: string, right: string): number {
  const [one, other] = [left, right].map((version) => version.split('.').map(Number));
  return [0, 1, 2].map((index) => (one?.[index] ?? 0) - (other?.[index] ?? 0)).find((difference) => difference !== 0) ?? 0;
}
