import type { Act } from './act.js';
import { onPullRequest } from './act.js';
import { addDecoy, addOwnRun, builtHeads, decoys, decoysOfForks, finishBuild, finishedBuilds, restartBuild, runningBuilds, startBuild } from './continuous-integration.js';
import { pickRound } from './random.js';
import { reportEverythingGreen, reportFor, reportUnderOtherName } from './reports.js';
import type { BuiltBranch, World } from './world.js';

/** What CI does, and what looks like it. */
export const buildActs = {
  buildStarts: (world, which) => {
    const build = pickRound(world.unbuilt, which);
    if (build === null) return null;
    startBuild(world, build);
    return `the build of ${build.branch} starts`;
  },
  buildSucceeds: (world, which) => finished(world, which, 'success'),
  buildFails: (world, which, how) => finished(world, which, pickRound(['failure', 'cancelled', 'timed_out', 'stale', 'action_required'], how) ?? 'failure'),
  buildRestarts: (world, which) => {
    const run = pickRound(finishedBuilds(world), which);
    if (run === null) return null;
    restartBuild(world, run);
    return `the build of ${run.headBranch ?? ''} is started again`;
  },
  buildsGoOn: (world, which) => {
    world.unbuilt.forEach((build) => startBuild(world, build));
    const running = runningBuilds(world).filter((_run, index) => which % 5 !== 0 || index % 2 === 0);
    running.forEach((run) => finishBuild(world, run, 'success'));
    if (which % 3 !== 0) reportEverythingGreen(world, builtHeads(world).flatMap(({ commit }, index) => (which % 5 !== 0 || index % 2 === 0 ? [commit] : [])));
    return running.length === 0 ? null : `builds succeed on ${running.map(({ headBranch }) => headBranch ?? '').join(', ')}`;
  },
  decoy: (world, which, how) => {
    const build = pickRound(headsToTest(world), which);
    if (build === null) return null;
    const decoy = pickRound(build.fork === undefined ? decoys : decoysOfForks, how);
    if (decoy === null) return null;
    addDecoy(world, build.branch, build.commit, decoy.overrides);
    return `a build of ${decoy.words} succeeds on the commit of ${build.branch}`;
  },
  /** What builds say by statuses and checks, where a build key asks for them. */
  report: (world, which, how) => {
    const [build, key] = [pickRound(headsToTest(world), which), pickRound(world.otherKeys, how)];
    if (build === null || key === null) return null;
    const said = pickRound(['pending', 'success', 'failure', 'success', 'pending'] as const, how) ?? 'pending';
    reportFor(world, key, build.commit, said);
    return `${key} says ${said} of the commit of ${build.branch}`;
  },
  reportDecoy: (world, which, how) => {
    const [build, key] = [pickRound(headsToTest(world), which), pickRound(world.otherKeys, how)];
    if (build === null || key === null) return null;
    return `the ${reportUnderOtherName(world, key, build.commit, how)} says success of the commit of ${build.branch}`;
  },
  ownRun: onPullRequest((world, number) => {
    const { head } = world.pullRequest(number);
    addOwnRun(world, head.branch, head.sha);
    return `a run of the robot's own workflow hangs on the head of #${number}`;
  }),
} as const satisfies Readonly<Record<string, Act>>;

function headsToTest(world: World): readonly BuiltBranch[] {
  return builtHeads(world).filter(({ branch, fork }) => fork !== undefined || /^(?:w|q|bugfix|feature)\//.test(branch));
}

function finished(world: World, which: number, conclusion: string): string | null {
  const run = pickRound(runningBuilds(world), which);
  if (run === null) return null;
  finishBuild(world, run, conclusion);
  return `the build of ${run.headBranch ?? ''} ends: ${conclusion}`;
}
