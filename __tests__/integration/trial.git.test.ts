import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { CommitGraph } from '../../src/history/commit-graph.js';
import { tryLanding } from '../../src/integration/landing.js';
import { tryIntegration } from '../../src/integration/trial.js';
import type { IntegrationTrial } from '../../src/integration/trial.js';
import type { Git } from '../../src/git/git.js';
import type { Sha } from '../../src/ports/git.js';
import { createWorld, lines, robot } from '../git/world.js';
import type { World } from '../git/world.js';

const source = 'bugfix/x';
let world: World;
let git: Git;

beforeAll(async () => {
  world = await createWorld();
  git = await world.git();
  const four = world.branch('development/4', world.commit({ text: lines(), 'four.txt': '4' }));
  const five = world.branch('development/5', world.commit({ text: lines({ 0: 'five' }), 'four.txt': '4' }, [four]));
  world.branch('development/6', world.commit({ text: lines({ 0: 'five', 9: 'six' }), 'four.txt': '4' }, [five]));
  world.branch(source, world.commit({ text: lines({ 5: 'fixed' }), 'four.txt': '4' }, [four]));
});

afterAll(() => world.end());

const tip = (branch: string): Sha => world.refs()[`refs/heads/${branch}`] ?? '';
const at = (branch: string) => ({ branch, tip: tip(branch) });

async function graph(): Promise<CommitGraph> {
  const tips = Object.values(world.refs());
  await git.fetch(tips);
  return new CommitGraph(await git.readHistory(tips));
}

async function attempt(from = source, destination = 'development/4', octopus = true): Promise<IntegrationTrial> {
  const later = ['5', '6'].map((version) => {
    const integrationBranch = `w/${version}/${from}`;
    return { destination: at(`development/${version}`), integrationBranch, integrationTip: world.refs()[`refs/heads/${integrationBranch}`] ?? null };
  });
  return tryIntegration({ source: at(from), destination: at(destination), later, pullRequest: 7, octopus, leaveComplete: false, robotEmail: robot.email }, git, await graph());
}

async function push(trial: IntegrationTrial): Promise<void> {
  const updates = trial.steps.filter(({ kind }) => kind !== 'unchanged').map(({ branch, from, to }) => ({ ref: `refs/heads/${branch}`, from, to }));
  expect(await git.push(updates)).toEqual({ kind: 'pushed' });
}

const parents = (commit: Sha): readonly Sha[] => world.run('rev-list', '--no-walk', '--parents', commit).split(' ').slice(1);

/** One repository that goes through the life of a pull request. */
describe('with real git', () => {
  test('integration branches are created, with content, parents, author and message as they should be', async () => {
    const trial = await attempt();
    await push(trial);
    const [five, six] = trial.steps.map(({ to }) => to);
    expect(trial.obstacle).toBeNull();
    expect(parents(five ?? '')).toEqual([tip('development/5'), tip(source)]);
    expect(parents(six ?? '')).toEqual([tip('development/6'), five]);
    expect(world.run('show', `${six ?? ''}:text`)).toBe(lines({ 0: 'five', 5: 'fixed', 9: 'six' }).trimEnd());
    expect(world.run('show', '--no-patch', '--format=%an <%ae> %s', five ?? '')).toBe(`${robot.name} <${robot.email}> Merge ${source} into w/5/${source} (#7)`);
    expect((await attempt()).steps.map(({ kind }) => kind)).toEqual(['unchanged', 'unchanged']);
  });

  test('source and destination move on: one octopus on top of what was there', async () => {
    const before = tip(`w/5/${source}`);
    world.branch('development/5', world.commit({ text: lines({ 0: 'five', 1: 'more' }), 'four.txt': '4' }, [tip('development/5')]));
    world.branch('development/6', world.commit({ text: lines({ 0: 'five', 1: 'more', 9: 'six' }), 'four.txt': '4' }, [tip('development/6'), tip('development/5')]));
    world.branch(source, world.commit({ text: lines({ 5: 'fixed', 6: 'better' }), 'four.txt': '4' }, [tip(source)]));
    const consecutive = await attempt(source, 'development/4', false);
    expect(parents(world.run('rev-parse', before))).toHaveLength(2);
    const trial = await attempt();
    await push(trial);
    expect(parents(trial.steps[0]?.to ?? '')).toEqual([before, tip('development/5'), tip(source)]);
    expect(consecutive.steps[0]?.to).not.toBe(trial.steps[0]?.to);
    expect(world.run('show', `${trial.steps[1]?.to ?? ''}:text`)).toBe(lines({ 0: 'five', 1: 'more', 5: 'fixed', 6: 'better', 9: 'six' }).trimEnd());
  });

  test('it lands: fast-forwards to exactly what was tested, each version with the one before it', async () => {
    const known = await graph();
    const targets = [source, `w/5/${source}`, `w/6/${source}`].map((branch, index) => ({ destination: at(`development/${index + 4}`), tested: at(branch) }));
    const landing = await tryLanding(targets, 7, true, git, known);
    expect(landing.kind === 'clean' ? landing.moves.map(({ to }) => to) : null).toEqual(targets.map(({ tested }) => tested.tip));
  });

  test('a source that is the version branch below: the merge of one commit with itself has one parent, and is known again', async () => {
    const first = await attempt('development/5', 'development/4');
    expect(parents(world.run('rev-parse', tip('development/5')))).toHaveLength(1);
    await push(first);
    expect(parents(first.steps[0]?.to ?? '')).toEqual([tip('development/5')]);
    const again = await attempt('development/5', 'development/4');
    expect(again.obstacle).toBeNull();
    expect(again.steps.map(({ kind }) => kind)).toEqual(['unchanged', 'unchanged']);
  });

  test('the same lines changed: a conflict with the file; no common history: one without', async () => {
    world.branch('bugfix/clash', world.commit({ text: lines({ 0: 'mine' }), 'four.txt': '4' }, [tip('development/4')]));
    expect((await attempt('bugfix/clash')).obstacle).toMatchObject({ kind: 'conflict', conflict: { branch: 'w/5/bugfix/clash', startFrom: 'development/5', files: ['text'] } });
    world.branch('bugfix/stranger', world.commit({ other: 'x' }));
    expect((await attempt('bugfix/stranger')).obstacle).toMatchObject({ kind: 'conflict', conflict: { where: 'source', files: [] } });
  });

  test('the source was rebased: the commit that it lost is named', async () => {
    const lost = world.run('rev-parse', `${tip(source)}~1`);
    world.branch(source, world.commit({ text: lines({ 5: 'rebased' }), 'four.txt': '4' }, [tip('development/4')]));
    expect((await attempt()).obstacle).toMatchObject({ kind: 'history-mismatch', integrationBranch: `w/5/${source}`, commit: lost });
  });
});
