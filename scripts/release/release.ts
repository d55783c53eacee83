import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compareReleases, readChangelog } from './changelog.js';
import type { Changelog } from './changelog.js';
import { GitFailure, Repository } from './repository.js';

export interface ReleaseOptions {
  /** The checkout. */
  readonly directory: string;
  /** Name or address of where it is published. */
  readonly remote: string;
  /** Looks at everything and changes nothing. */
  readonly dryRun: boolean;
  /** Builds `dist/` into this folder. */
  readonly build: (folder: string) => void;
}

export type Release =
  /** Nothing was changed. Every problem says what to do about it. */
  | { readonly kind: 'refused'; readonly problems: readonly string[] }
  /** A dry run found nothing that is always wrong. `missing`: what still has to be done before this can be released. */
  | { readonly kind: 'rehearsed'; readonly tag: string; readonly missing: readonly string[]; readonly pushes: readonly string[]; readonly notes: string }
  | { readonly kind: 'released'; readonly tag: string; readonly pushes: readonly string[]; readonly notes: string };

/**
 * Publishes the commit that is checked out: the tag of its version, and the tag of its major version, in one atomic push.
 * Started again after it was interrupted, it does what is left.
 */
export function release(options: ReleaseOptions): Release {
  const { directory, remote, dryRun } = options;
  const repository = new Repository(directory, remote);
  const changelog = readChangelog(readFileSync(join(directory, 'CHANGELOG.md'), 'utf8'));
  const { version, problems: versionProblems } = readVersion(directory);
  const wrong = [...versionProblems, ...changelog.problems, ...bundleProblems(options)];
  const prepared = version === null ? [] : [...unprepared(version, changelog), ...otherMajors(version, directory)];
  const published = version === null ? { problems: [], updates: [] } : planOf(version, repository);
  const missing = [...prepared, ...published.problems];
  const tag = `v${version ?? '?'}`;
  const notes = releaseNotes(changelog, version, directory, repository);
  if (wrong.length > 0 || (!dryRun && missing.length > 0)) {
    return { kind: 'refused', problems: [...wrong, ...missing] };
  }
  const pushes = published.updates.map(({ ref, from }) => `${ref.replace('refs/tags/', '')} ${from === null ? 'is new' : `moves from ${from.slice(0, 12)}`}`);
  if (dryRun) {
    return { kind: 'rehearsed', tag, missing, pushes, notes };
  }
  const commit = repository.head();
  const updates = published.updates.map(({ ref, from }) => ({ ref, from, to: ref === `refs/tags/${tag}` ? repository.makeTag(commit, tag) : commit }));
  if (updates.length > 0) {
    try {
      repository.push(updates);
    } catch (error) {
      if (error instanceof GitFailure) {
        return { kind: 'refused', problems: [`The push was refused, and nothing was changed. Look at the tags of ${remote}, and start again. git says: ${error.detail}`] };
      }
      throw error;
    }
  }
  return { kind: 'released', tag, pushes, notes };
}

interface Manifest {
  readonly version?: unknown;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly packages?: Readonly<Record<string, { readonly version?: unknown }>>;
}

function manifest(directory: string, name: string): Manifest {
  return JSON.parse(readFileSync(join(directory, name), 'utf8')) as Manifest;
}

function readVersion(directory: string): { readonly version: string | null; readonly problems: readonly string[] } {
  const { version } = manifest(directory, 'package.json');
  if (typeof version !== 'string' || !/^(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)$/.test(version)) {
    return { version: null, problems: [`package.json: the version ${String(version)} is not of the form X.Y.Z.`] };
  }
  const lock = manifest(directory, 'package-lock.json');
  const agrees = lock.version === version && lock.packages?.['']?.version === version;
  return { version, problems: agrees ? [] : [`package-lock.json says ${String(lock.version)}, package.json says ${version}: run npm install --package-lock-only, and commit it.`] };
}

/** What runs is `dist/`: it must be what `src/` gives, with the licence of everything in it. */
function bundleProblems({ directory, build }: ReleaseOptions): readonly string[] {
  const dist = join(directory, 'dist');
  const fresh = mkdtempSync(join(tmpdir(), 'release-'));
  try {
    build(join(fresh, 'dist'));
    const names = [...new Set([...filesIn(dist), ...filesIn(join(fresh, 'dist'))])].sort();
    const different = names.filter((name) => contentOf(join(dist, name)) !== contentOf(join(fresh, 'dist', name)));
    return [
      ...(different.length === 0 ? [] : [`dist/ is not what a build gives (${different.join(', ')}): run npm run build, and commit it.`]),
      ...unlicensed(directory).map((name) => `dist/licenses.txt lacks the licence of ${name}, which is in the bundle: run npm run build, and commit it.`),
    ];
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

function filesIn(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}

function contentOf(file: string): string | null {
  return existsSync(file) ? readFileSync(file, 'base64') : null;
}

/** The build collects the licences of all that is bundled; what we depend on by name must be among them. */
function unlicensed(directory: string): readonly string[] {
  const file = join(directory, 'dist/licenses.txt');
  const lines = new Set(existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []);
  return Object.keys(manifest(directory, 'package.json').dependencies ?? {}).filter((name) => !lines.has(name));
}

function unprepared(version: string, { sections }: Changelog): readonly string[] {
  const unreleased = sections.find((section) => section.version === null);
  const newest = sections.find((section) => section.version !== null);
  const own = sections.find((section) => section.version === version);
  return [
    ...(unreleased === undefined || unreleased.notes === '' ? [] : [`CHANGELOG.md still has something under Unreleased: move it to "## ${version} - <date>".`]),
    ...(own === undefined || own.notes === '' ? [`CHANGELOG.md says nothing about ${version}, the version in package.json.`] : []),
    ...(newest !== undefined && own !== undefined && newest !== own ? [`CHANGELOG.md has ${String(newest.version)} as its newest version, package.json says ${version}.`] : []),
  ];
}

/** What people copy names the major tag: it must be the one that moves. */
function otherMajors(version: string, directory: string): readonly string[] {
  const major = version.split('.')[0] ?? '';
  const copied = ['README.md', ...filesIn(join(directory, 'examples')).map((name) => `examples/${name}`)].filter((name) => existsSync(join(directory, name)));
  const other = copied.filter((name) => [...readFileSync(join(directory, name), 'utf8').matchAll(/berte-action@v(?<major>\d+)/g)].some(({ groups }) => groups?.major !== major));
  return other.length === 0 ? [] : [`${other.join(', ')} ${other.length === 1 ? 'names' : 'name'} another major tag than v${major}, the one of ${version}.`];
}

interface Update {
  readonly ref: string;
  /** Null: it must not exist. */
  readonly from: string | null;
}

function planOf(version: string, repository: Repository): { readonly problems: readonly string[]; readonly updates: readonly Update[] } {
  const head = repository.head();
  const changed = repository.changedFiles();
  const dirty = changed.length === 0 ? [] : [`Files differ from the commit that is checked out (${changed.slice(0, 5).join(', ')}${changed.length > 5 ? ', …' : ''}): commit them, or put them aside.`];
  try {
    const refs = repository.remoteRefs();
    const place = repository.isOnMain(head) ? [] : [`The commit ${head.slice(0, 12)} is not on main of ${repository.remote}: push it there first.`];
    const tag = `refs/tags/v${version}`;
    const at = refs.get(`${tag}^{}`) ?? refs.get(tag) ?? null;
    const taken = at === null || at === head ? [] : [`v${version} is published already, at ${at.slice(0, 12)}, and never moves: give the next version in package.json, package-lock.json and CHANGELOG.md.`];
    return { problems: [...dirty, ...place, ...taken], updates: [...(at === null ? [{ ref: tag, from: null }] : []), ...majorTag(version, head, refs)] };
  } catch (error) {
    if (error instanceof GitFailure) {
      return { problems: [...dirty, `${repository.remote} could not be read. git says: ${error.detail}`], updates: [] };
    }
    throw error;
  }
}

/** The major tag moves to the newest version only: a fix for 1.2 after 1.3 leaves it where it is. */
function majorTag(version: string, head: string, refs: ReadonlyMap<string, string>): readonly Update[] {
  const major = version.split('.')[0] ?? '';
  const ref = `refs/tags/v${major}`;
  const published = [...refs.keys()].flatMap((name) => /^refs\/tags\/v(?<version>\d+\.\d+\.\d+)$/.exec(name)?.groups?.version ?? []);
  const newer = published.some((other) => other.startsWith(`${major}.`) && compareReleases(other, version) > 0);
  const at = refs.get(`${ref}^{}`) ?? refs.get(ref) ?? null;
  return newer || at === head ? [] : [{ ref, from: refs.get(ref) ?? null }];
}

/** What the changelog says, and by what a reader can check the bundle. */
function releaseNotes({ sections }: Changelog, version: string | null, directory: string, repository: Repository): string {
  const section = sections.find((each) => each.version !== null && each.version === version) ?? sections.find((each) => each.version === null);
  const bundle = join(directory, 'dist/index.js');
  const hash = existsSync(bundle) ? createHash('sha256').update(readFileSync(bundle)).digest('hex') : '';
  return `${section?.notes ?? ''}\n\nCommit \`${repository.head()}\`, SHA-256 of \`dist/index.js\` \`${hash}\`.\n`;
}
