import type { ActingTrigger } from '../../src/edge/look-at.js';
import { mustHaveTold, mustMerge, mustRest } from './ending.js';
import type { WorldEvent } from './conversations.js';
import { Exploration, showTheTruth } from './exploration.js';
import { count, faultKinds } from './faults.js';
import type { BrokenLaw } from './laws.js';
import { branchesLike } from './act.js';
import { mergeByButton, newVersion } from './branch-acts.js';
import { peopleActs } from './people.js';
import { pickRound, randomFrom } from './random.js';
import type { Scenario } from './scenario.js';

type RobotAct = (exploration: Exploration, which: number, how: number) => Promise<string | null> | string | null;

const mostRunsAtOnce = 3;
/** See `begin`: without a pause. */
const undisturbedly = 4;

/** What happens to runs of the robot, and between them and GitHub. */
const robotActs = {
  deliver: (exploration, which, how) => {
    const { events } = exploration.world;
    const position = events.length === 0 ? 0 : which % Math.min(events.length, 4);
    const [event] = events.splice(position, 1);
    return event === undefined ? null : begin(exploration, event, how);
  },
  deliverAgain: (exploration, which, how) => {
    const event = pickRound(exploration.world.events, which);
    if (event === null) return null;
    count(exploration.faults, 'event twice');
    return begin(exploration, event, how);
  },
  lose: ({ world, faults }, which) => {
    if (world.events.length === 0) return null;
    const lost = world.events.splice(0, 1 + (which % world.events.length)).length;
    count(faults, 'event lost');
    return `${lost} events are lost`;
  },
  sweep: (exploration, _which, how) => begin(exploration, causedBy({ kind: 'sweep', why: 'schedule' }), how),
  order: (exploration, which, how) => {
    const name = pickRound(['rebuild-queues', 'delete-queues', 'force-merge-queues'] as const, which) ?? 'rebuild-queues';
    return exploration.settings.useQueues ? begin(exploration, causedBy({ kind: 'command', command: { name } }), how) : null;
  },
  /** As with `newVersion`, nothing can hold a merge that is under way back from not knowing of it. */
  createBranch: (exploration) => {
    const command = { name: 'create-branch', branch: 'development/11.0', branchFrom: null } as const;
    return exploration.runs.length === 0 ? begin(exploration, causedBy({ kind: 'command', command }), undisturbedly) : null;
  },
  deleteVersion: (exploration, which, how) => {
    const branch = pickRound(branchesLike(exploration.world, /^(?:development|hotfix)\//), which);
    return branch === null ? null : begin(exploration, causedBy({ kind: 'command', command: { name: 'delete-branch', branch } }), how);
  },
  mergeByButton: ({ settings, world }, which) => (settings.gateOnly ? mergeByButton(world, which) : null),
  advance: async (exploration, which, how) => {
    const run = pickRound(exploration.runs, which);
    if (run === null) return null;
    exploration.tell(`run ${run.number} goes on for ${1 + (how % 9)} requests`);
    await exploration.advance(run, 1 + (how % 9), which);
    return '';
  },
  finish: async (exploration, which, how) => {
    const run = pickRound(exploration.runs, which);
    if (run === null) return null;
    exploration.tell(`run ${run.number} goes on to its end`);
    await exploration.finish(run, how);
    return '';
  },
  kill: (exploration, which, how) => {
    const run = pickRound(exploration.runs, which);
    if (run === null) return null;
    const words = run.kill(how % 2 === 0);
    exploration.runs = exploration.runs.filter((other) => other !== run);
    exploration.disturbed += 1;
    count(exploration.faults, 'killed');
    return `run ${run.number} is killed ${words}`;
  },
  fault: ({ faults }, which, how) => {
    const kind = pickRound(faultKinds, which) ?? faultKinds[0];
    faults.armed.push({ kind, after: how % 12 });
    return `soon: ${kind}`;
  },
  lag: ({ world, faults }, which) => {
    const what = pickRound(['pull requests', 'builds', 'unfiltered'] as const, which);
    count(faults, `lag of ${what ?? ''}`);
    if (what === 'pull requests') {
      world.shownPullRequests = new Map(world.pullRequests);
      return 'from now on, pull requests are shown as they are now';
    }
    if (what === 'builds') {
      world.shownRuns = world.runs;
      world.shownStatuses = world.statuses;
      world.shownCheckRuns = world.checkRuns;
      return 'from now on, builds are shown as they are now';
    }
    world.listsUnfiltered = true;
    return 'from now on, lists of builds hold those of other commits';
  },
  catchUp: ({ world }) => {
    showTheTruth(world);
    return 'GitHub shows the truth again';
  },
  newVersion: ({ runs, world }) => (runs.length === 0 ? newVersion(world) : null),
  quiet: async (exploration) => {
    exploration.tell('for a while nothing happens but sweeps');
    await mustRest(exploration);
    return '';
  },
} as const satisfies Readonly<Record<string, RobotAct>>;

function causedBy(trigger: ActingTrigger): WorldEvent {
  return { trigger, comment: null };
}

/** Starts a run; every third stays under way after some requests, and some stop where a change does most harm. */
async function begin(exploration: Exploration, event: WorldEvent, how: number): Promise<string | null> {
  if (exploration.runs.length >= mostRunsAtOnce) return null;
  const point = how % 3 === 0 ? `after ${how} requests` : how % 7 === 1 ? 'live read' : how % 7 === 2 ? 'push' : null;
  exploration.tell(`run ${exploration.started + 1} begins for ${wordsOf(event.trigger)}${point === null ? '' : `, and pauses ${how % 3 === 0 ? point : `before its next ${point}`}`}`);
  const run = await exploration.start(event);
  if (point === 'live read' || point === 'push') await exploration.advanceTo(run, point);
  else await (point === null ? exploration.finish(run, how) : exploration.advance(run, how, how));
  return '';
}

function wordsOf(trigger: ActingTrigger): string {
  switch (trigger.kind) {
    case 'pull-request':
      return `#${trigger.number}`;
    case 'branches':
      return `the build of ${trigger.branches.join(', ')}`;
    case 'command':
      return `the command ${trigger.command.name}`;
    case 'queue':
    case 'sweep':
      return `the ${trigger.kind}`;
  }
}

const weights: Readonly<Record<ActName, number>> = {
  push: 5, forcePush: 2, rename: 2, approve: 14, requestChanges: 2, remark: 1, dismiss: 1, close: 1, reopen: 2, open: 2, retarget: 1,
  option: 4, privilegeGrab: 1, command: 4, removeComment: 3, editComment: 1, forge: 1,
  strangerCommand: 1, openFromFork: 2, deleteFork: 1,
  workOnIntegration: 2, workOnQueue: 1, deleteQueueBranch: 1, deleteIntegrationBranch: 1, rewindBranch: 1, backport: 1, twin: 2, landByHand: 1, newVersion: 1,
  createBranch: 1, deleteVersion: 1, tagHotfix: 3, mergeByButton: 3,
  buildStarts: 4, buildSucceeds: 6, buildFails: 5, buildRestarts: 3, buildsGoOn: 16, decoy: 4, ownRun: 1, report: 6, reportDecoy: 4,
  deliver: 24, deliverAgain: 2, lose: 2, sweep: 8, order: 1, advance: 14, finish: 6, kill: 4, fault: 5, lag: 2, catchUp: 3, quiet: 1,
};

const acts: Readonly<Record<ActName, RobotAct>> = {
  ...(Object.fromEntries(
    Object.entries(peopleActs).map(([name, act]) => [name, ({ world }: Exploration, which: number, how: number) => act(world, which, how)]),
  ) as Record<keyof typeof peopleActs, RobotAct>),
  ...robotActs,
};

export type ActName = keyof typeof peopleActs | keyof typeof robotActs;

/** One step: what, and two numbers that say to which of what is there, and how. Steps mean something in every world. */
export type Step = readonly [act: ActName, which: number, how: number];

/** Each name as often as its weight says. */
const lots = (Object.entries(weights) as Array<[ActName, number]>).flatMap(([name, weight]) => Array.from({ length: weight }, () => name));

export function stepsFrom(seed: number): readonly Step[] {
  const random = randomFrom(seed);
  return Array.from({ length: 20 + random.below(70) }, () => [lots[random.below(lots.length)] ?? 'sweep', random.below(30), random.below(60)] as const);
}

/** How a schedule went. */
export interface Course {
  readonly broken: BrokenLaw | null;
  readonly story: readonly string[];
  /** Positions of the steps that found something to do. */
  readonly effective: readonly number[];
  readonly faults: ReadonlyMap<string, number>;
  readonly runs: number;
  readonly merged: number;
  readonly outcomes: ReadonlyMap<number, number>;
  /** How often each act found something to do. */
  readonly acts: ReadonlyMap<string, number>;
}

/** Plays a schedule to its end, or to the first law that breaks. */
export async function play(scenario: Scenario, steps: readonly Step[]): Promise<Course> {
  const exploration = new Exploration(scenario);
  const effective: number[] = [];
  const done = new Map<string, number>();
  const { laws, story } = exploration;
  for (const [position, [act, which, how]] of steps.entries()) {
    const words = await acts[act](exploration, which, how);
    if (words !== null) {
      effective.push(position);
      done.set(act, (done.get(act) ?? 0) + 1);
    }
    if (words !== null && words !== '') exploration.tell(words);
    if (laws.broken.length > 0) break;
  }
  const endings = [mustRest, mustMerge, mustRest];
  for (const ending of endings) {
    if (laws.broken.length > 0) break;
    await ending(exploration);
  }
  if (laws.broken.length === 0 && endings.length > 0) mustHaveTold(exploration);
  const merged = [...exploration.world.pullRequests.values()].filter((pullRequest) => pullRequest.merged).length;
  return { broken: laws.broken[0] ?? null, story, effective, faults: exploration.faults.happened, runs: exploration.started, merged, outcomes: exploration.outcomes, acts: done };
}
