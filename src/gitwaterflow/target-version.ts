import type { DevelopmentBranch, HotfixBranch } from './branch-name.js';
import { compareVersions, parseTag } from './version.js';
import type { DevelopmentVersion, PatchVersion, RevisionVersion, TagVersion } from './version.js';

/** Everything that version arithmetic looks at (spec 1, versions). */
export interface KnownVersions {
  readonly development: readonly DevelopmentVersion[];
  readonly hotfixes: readonly PatchVersion[];
  /** Tags that count, by version, then by name. */
  readonly tags: readonly ReleaseTag[];
}

interface ReleaseTag {
  readonly name: string;
  readonly version: TagVersion;
}

/** Tags that are no version are left out here. */
export function knownVersions(repository: {
  readonly development: readonly DevelopmentBranch[];
  readonly hotfixes: readonly HotfixBranch[];
  readonly tags: readonly string[];
}): KnownVersions {
  return {
    development: repository.development.map((branch) => branch.version),
    hotfixes: repository.hotfixes.map((branch) => branch.version),
    tags: [...repository.tags]
      .sort()
      .flatMap((name) => {
        const version = parseTag(name);
        return version === null ? [] : [{ name, version }];
      })
      .sort((left, right) => compareVersions(left.version, right.version)),
  };
}

/**
 * The version of the hotfix branch of `version`: one revision after the highest tagged one. A plain `X.Y.Z` tag is
 * revision 0; without a tag nothing has been delivered, and the revision is 0.
 */
export function hotfixVersion(version: PatchVersion, known: Pick<KnownVersions, 'tags'>): RevisionVersion {
  const revisions = tagsOfPatch(version, known).map((tag) => tag.version[3] ?? 0);
  return [...version, highest(revisions) + 1];
}

/** Names of the tags that say that a three-part development branch is released. Shorter versions never are. */
export function tagsReleasing(version: DevelopmentVersion, known: Pick<KnownVersions, 'tags'>): readonly string[] {
  return version.length === 3 ? tagsOfPatch(version, known).map((tag) => tag.name) : [];
}

/** The version in which a change to this development branch will be delivered. */
export function developmentTargetVersion(version: DevelopmentVersion, known: KnownVersions): PatchVersion {
  switch (version.length) {
    case 3:
      return version;
    case 2:
      return [...version, nextPatch(version[0], version[1], known)];
    case 1:
      return [...version, nextMinor(version[0], known), 0];
  }
}

function nextPatch(major: number, minor: number, { development, tags }: KnownVersions): number {
  const ofThisMinor = (version: DevelopmentVersion | RevisionVersion): boolean =>
    version[0] === major && version[1] === minor;
  const branched = new Set(development.filter(ofThisMinor).flatMap((version) => version[2] ?? []));
  const tagged = tags.map((tag) => tag.version).filter(ofThisMinor).map((version) => version[2]);
  let patch = highest(tagged.length > 0 ? tagged : [...branched]) + 1;
  while (branched.has(patch)) {
    patch += 1;
  }
  return patch;
}

function nextMinor(major: number, { development, hotfixes, tags }: KnownVersions): number {
  const minors = [...development, ...hotfixes, ...tags.map((tag) => tag.version)]
    .filter((version) => version[0] === major)
    .flatMap((version) => version[1] ?? []);
  return highest(minors) + 1;
}

function tagsOfPatch([major, minor, patch]: PatchVersion, { tags }: Pick<KnownVersions, 'tags'>): readonly ReleaseTag[] {
  return tags.filter(({ version }) => version[0] === major && version[1] === minor && version[2] === patch);
}

/** The largest of these, -1 if there is none. Not `Math.max(...)`, which fails on very many arguments. */
function highest(numbers: readonly number[]): number {
  return numbers.reduce((left, right) => Math.max(left, right), -1);
}
