import type { RobotRun, World } from '../world/index.js';
import type { Expectations } from './expectations.js';
import { expectStatus, type Incident, shasOf } from './story-approval.js';
import type { Telling } from './telling.js';
import { printIndented } from './terminal.js';

const versions = ['4.3', '5.1', '10.0'];

/** CI ends, one branch after the other; the robot hears of it and merges once all are green. Null: it never merged. */
export async function ciGoesGreen(telling: Telling, expectations: Expectations, incident: Incident): Promise<RobotRun | null> {
  const { world, terminal } = telling;
  terminal.chapter('CI of the new names goes green: everything lands, or nothing');
  const [first, last] = incident.branches.slice(1);
  if (first === undefined || last === undefined) {
    throw new Error('The story needs two integration branches.');
  }
  world.ci.succeeds(first.branch);
  const before = await shasOf(world);
  const early = await telling.deliver();
  expectations.expect('one of two is green: the robot goes on waiting, and pushes nothing', early.code === 303 && before === (await shasOf(world)), { code: early.code, pushes: early.pushes });

  if (world.ci.unfinished().includes(last.branch)) {
    world.ci.succeeds(last.branch);
  }
  const merge = await telling.deliver();
  telling.printPushes(merge);
  await expectMerged(telling, expectations, incident, merge);
  await telling.deliverAll();
  await printGraph(telling);
  return merge.code === 102 ? merge : null;
}

async function expectMerged(telling: Telling, expectations: Expectations, incident: Incident, merge: RobotRun): Promise<void> {
  const { world } = telling;
  expectations.expect(`merged (102): #${incident.pullRequest}`, merge.code === 102 && merge.merged.includes(incident.pullRequest), { code: merge.code, merged: merge.merged });
  const [push = []] = merge.pushes;
  const moved = versions.every((version) => push.some((change) => change.startsWith(`development/${version}: `)));
  expectations.expect('one atomic push moved all three versions and removed the integration branches', telling.pushedOnceAndAtomically(merge) && push.length === 5 && moved, merge.pushes);
  const contained = await Promise.all(versions.map((version, index) => isContained(world, incident.branches[index]?.commit, `development/${version}`)));
  expectations.expect('each version contains exactly the commit that was tested for it', contained.every(Boolean), contained);
  const selfContained = await world.isSelfContained(versions);
  expectations.expect('each version still contains the one before it', selfContained, selfContained);
  expectStatus(telling, expectations, incident, 'success');
}

async function isContained(world: World, commit: string | undefined, branch: string): Promise<boolean> {
  return commit !== undefined && world.github.isAncestor(world.repository, commit, await world.tip(branch));
}

async function printGraph({ world, terminal }: Telling): Promise<void> {
  terminal.print('\n  the branches now (a commit is named after the branch on which it was first seen):');
  printIndented(terminal, (await world.graph({ colour: terminal.colour })).split('\n'));
}
