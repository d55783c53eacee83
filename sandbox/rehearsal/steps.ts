import type { Expectations } from '../demo/expectations.js';
import type { RehearsalOptions } from '../demo/options.js';
import type { Telling } from '../demo/telling.js';
import { counted, printIndented, visible } from '../demo/terminal.js';
import type { RobotRun } from '../world/index.js';
import { CommandProblem, Developer } from './developer.js';
import type { SafeGit } from './safe-git.js';
import { repairVersions, shortList } from './repair.js';
import { commandsIn, plainComment } from './robot-comment.js';

/** What a rehearsal came to. */
export type Ending =
  | { readonly kind: 'merged'; readonly run: RobotRun }
  /** A person has to decide; `why` says what. */
  | { readonly kind: 'needs-a-person'; readonly why: string }
  /** Something that should not be. */
  | { readonly kind: 'unexpected'; readonly why: string };

export interface Way {
  readonly telling: Telling;
  readonly expectations: Expectations;
  readonly git: SafeGit;
  readonly options: RehearsalOptions;
  readonly temporary: string;
  readonly pullRequest: number;
  /** Names in the rehearsal, oldest first. */
  readonly versions: readonly string[];
  /** Runs whose summaries go to the page, with what had happened. */
  readonly remember: (run: RobotRun, title: string) => void;
}

/** Plays author, reviewer and CI, always as the robot's last answer asks for, until it has merged or somebody must decide. */
export async function goTheWay(way: Way): Promise<Ending> {
  const { telling, versions } = way;
  telling.terminal.chapter('What the robot does, and what people do about it');
  let run = await telling.deliverNewest();
  // Each version can conflict once, and be built again after that; more steps than this would be a circle.
  const most = 6 + 4 * versions.length;
  for (let step = 0; step < most; step += 1) {
    if (run === null) {
      return { kind: 'unexpected', why: 'nothing is left that would start the robot, and nothing has merged' };
    }
    const ending = await react(way, run);
    if (ending !== null) {
      return ending;
    }
    run = (await telling.deliverNewest()) ?? (await afterBuilds(telling));
  }
  return { kind: 'unexpected', why: `after ${counted(most, 'step')} nothing has merged` };
}

/** Does what the outcome asks for; an ending when there is nothing more to do. */
async function react(way: Way, run: RobotRun): Promise<Ending | null> {
  const { telling, pullRequest, remember } = way;
  const { print } = telling.terminal;
  switch (run.code) {
    case 102:
      remember(run, 'CI is green');
      return { kind: 'merged', run };
    case 115:
      telling.printPushes(run);
      print('  reviewer approves');
      await telling.world.reviewer.approve(pullRequest);
      return null;
    case 303: case 304:
      telling.printPushes(run);
      return null;
    case 114:
      remember(run, 'two versions differ in the same lines');
      return resolveConflict(way, run);
    case 210:
      remember(run, 'the version branches do not contain each other');
      return repair(way, run);
    default:
      remember(run, run.subject);
      printIndented(telling.terminal, shortList((run.result.outputs.message ?? run.result.log.slice(-10).join('\n')).split('\n').map(visible)));
      return { kind: 'unexpected', why: `the robot answered ${run.code ?? 'without a code'}: ${visible(run.result.outputs.message ?? `exit status ${run.result.exitCode ?? 'none'}`)}` };
  }
}

/** CI of everything that waits for it succeeds; the version branches first, so that the newest event is one of the pull request. */
async function afterBuilds(telling: Telling): Promise<RobotRun | null> {
  const { world, terminal } = telling;
  const rank = (branch: string): number => (branch.startsWith('development/') ? 0 : 1);
  const waiting = [...world.ci.unfinished()].sort((one, other) => rank(one) - rank(other));
  if (waiting.length === 0) {
    return null;
  }
  terminal.print(`  CI: ${terminal.paint('good', 'success')} on ${waiting.map(visible).join(', ')}`);
  for (const branch of waiting) {
    world.ci.succeeds(branch);
  }
  return telling.deliverNewest();
}

async function resolveConflict({ telling, git, options, temporary, pullRequest }: Way, run: RobotRun): Promise<Ending | null> {
  const { world, terminal } = telling;
  const { print, paint } = terminal;
  telling.printPushes(run);
  const comment = world.robotSays(pullRequest).findLast(({ code }) => code === 114);
  if (comment === undefined) {
    return { kind: 'unexpected', why: 'the robot found a conflict (114) and did not say in a comment how to resolve it' };
  }
  print('  the robot’s comment:');
  // The commands follow as they are carried out; without anybody to do so they are shown here.
  const shown = options.resolve === null ? comment.body : (comment.body.split(/^`{3,}sh$/m)[0] ?? '');
  printIndented(terminal, plainComment(shown).map((line) => `${paint('wait', '▏')} ${visible(line)}`));
  if (options.resolve === null) {
    return { kind: 'needs-a-person', why: 'a developer has to resolve this conflict; --resolve ours or --resolve theirs simulates that' };
  }
  print(`  a developer does what the comment says, and takes “${options.resolve}” of every file in conflict:`);
  try {
    await new Developer(git, world, 'author', temporary).follow(commandsIn(comment.body), options.resolve, (line) => print(`    ${paint('dim', visible(line))}`));
  } catch (error) {
    if (error instanceof CommandProblem) {
      return { kind: 'unexpected', why: `a command of the robot’s comment fails: ${error.message}` };
    }
    throw error;
  }
  return null;
}

async function repair({ telling, git, options, temporary, versions, pullRequest }: Way, run: RobotRun): Promise<Ending | null> {
  const { world, terminal } = telling;
  terminal.print(`    ${visible(run.result.outputs.message ?? '')}`);
  if (!options.repair) {
    return { kind: 'needs-a-person', why: 'the version branches must contain each other first; without --no-repair that is done in the copy' };
  }
  terminal.print(`  ${terminal.paint('wait', 'repair, in the copy only:')} each version branch is merged into the next one`);
  const stop = await repairVersions({ git, world, terminal, temporary, resolve: options.resolve }, versions);
  if (stop !== null) {
    return { kind: 'needs-a-person', why: `${stop.older} and ${stop.newer} conflict, so that a person has to merge them; --resolve ours or --resolve theirs simulates that` };
  }
  // The pushes to version branches concern the queue, which is off: somebody has the pull request looked at again.
  if (world.pending.length > 0) {
    world.loseEvents();
  }
  world.author.comment(pullRequest, 'The version branches contain each other now.');
  return null;
}
