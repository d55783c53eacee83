import type { Sha } from '../../src/ports/git.js';
import type { CheckRun } from '../../src/ports/github.js';
import type { World } from './world.js';

/** What builds outside of GitHub Actions say of a commit: by a status, or by a check run. */
export type Report = 'pending' | 'success' | 'failure';

const builder = 'builder[bot]';

/** Names that a key does not mean, however much they look like it. */
const otherNames: Readonly<Record<'status' | 'check', ReadonlyArray<{ readonly name: string; readonly app: string }>>> = {
  status: [{ name: 'ci/build-more', app: '' }, { name: 'build', app: '' }, { name: 'ci', app: '' }],
  check: [{ name: 'Build', app: 'ci-app' }, { name: 'ci/build', app: 'ci-app' }, { name: 'build', app: 'ci-app-two' }, { name: 'ci-app/build', app: 'ci-app' }],
};

/** A report for one of the build keys of this world (`ci/build`, `check:build`, `check:ci-app/build`). */
export function reportFor(world: World, key: string, commit: Sha, report: Report): void {
  if (key.startsWith('check:')) reportCheck(world, { name: 'build', appSlug: 'ci-app' }, commit, report);
  else reportStatus(world, key, commit, report);
  world.report({ kind: 'branches', branches: [], headSha: commit, why: key.startsWith('check:') ? 'check_run' : 'status' });
}

/** A success under a name that looks like the key. An app of any name counts where the key pins none. */
export function reportUnderOtherName(world: World, key: string, commit: Sha, which: number): string {
  const kind = key.startsWith('check:') ? 'check' : 'status';
  const { name, app } = otherNames[kind][which % otherNames[kind].length] ?? { name: 'other', app: 'other' };
  if (kind === 'check') reportCheck(world, { name, appSlug: app }, commit, 'success');
  else reportStatus(world, name, commit, 'success');
  return `${kind} ${name}${app === '' ? '' : ` of ${app}`}`;
}

/** People write a context in any case; GitHub takes it for the same. */
function reportStatus(world: World, context: string, commit: Sha, report: Report): void {
  const written = world.tick() % 5 === 0 ? context.toUpperCase() : context;
  world.setStatus(commit, { context: written, state: report, description: `build ${world.moment}`, targetUrl: null }, builder);
}

/** A running check is finished by its own report; whatever comes after is another check run. */
function reportCheck(world: World, { name, appSlug }: Pick<CheckRun, 'name' | 'appSlug'>, commit: Sha, report: Report): void {
  const result = report === 'pending' ? ({ status: 'in_progress', conclusion: null } as const) : ({ status: 'completed', conclusion: report } as const);
  const newest = world.checkRuns.findLast((check) => check.headSha === commit && check.name === name && check.appSlug === appSlug);
  world.tick();
  if (newest !== undefined && newest.status !== 'completed') {
    world.checkRuns = world.checkRuns.map((check) => (check.id === newest.id ? { ...check, ...result } : check));
    return;
  }
  world.checkRuns = [...world.checkRuns, { id: world.nextId(), name, appSlug, headSha: commit, htmlUrl: null, startedAt: world.timestamp, ...result }];
}

/** Whoever builds for the keys says so when a build begins, once for a commit. */
export function reportBegin(world: World, commit: Sha): void {
  for (const key of world.otherKeys.filter((each) => stateOf(world, each, commit) === null)) reportFor(world, key, commit, 'pending');
}

/** Every report of the commits becomes green, also that of another app which once spoke under the name of a key. */
export function reportEverythingGreen(world: World, commits: readonly Sha[]): void {
  for (const commit of new Set(commits)) {
    for (const key of world.otherKeys.filter((each) => stateOf(world, each, commit) !== 'success')) reportFor(world, key, commit, 'success');
  }
}

/** What was said last by whoever builds; null: nothing. */
function stateOf(world: World, key: string, commit: Sha): string | null {
  if (!key.startsWith('check:')) return world.statuses.get(commit)?.find(({ context }) => context.toLowerCase() === key)?.state ?? null;
  const newest = world.checkRuns.findLast((check) => check.headSha === commit && check.name === 'build' && check.appSlug === 'ci-app');
  return newest === undefined ? null : (newest.conclusion ?? newest.status);
}
