import { describe, expect, test } from '@jest/globals';
import type { RunInput } from '../../../sandbox/github/api.js';
import { readAccounts } from '../../../sandbox/demo/run-account.js';
import type { RobotRun, World } from '../../../sandbox/world/index.js';
import { ciWorkflowPath, robotWorkflowPath } from '../../../sandbox/world/scenery.js';
import { approvedPullRequest, forgetEvents, integration, inWorld, look, newPullRequest, oneVersion, onlyRead, readyPullRequest, simplePullRequest, source, tested, told } from './stories.js';

const ci = { name: 'CI', path: ciWorkflowPath };

/** A run of the source branch's commit, green unless said otherwise. */
async function runOfSource(world: World, run: Partial<RunInput>): Promise<RunInput> {
  return { workflow: ci, headBranch: source, headSha: await world.tip(source), ...run };
}

/** The job summary's account of runs: for each branch, how many are counted, and why the others are not. */
function accountOf(run: RobotRun): Readonly<Record<string, { readonly counted: number; readonly ignored: readonly string[] }>> {
  return Object.fromEntries(readAccounts(run.result.summary).map(({ branch, runs }) => [
    branch,
    { counted: runs.filter(({ counts }) => counts).length, ignored: runs.filter(({ counts }) => !counts).map(({ why }) => why) },
  ]));
}

/** Nothing was pushed or said; the status alone may have changed, and not to success. */
function waits(world: World, run: RobotRun, code: number): void {
  const { comments, statuses } = told(world);
  expect([run.code, run.state, run.conclusion, run.pushes, run.moved, run.merged, comments.filter((said) => said !== 100)]).toEqual([code, 'pending', 'success', [], [], [], []]);
  expect(statuses.filter((status) => !status.startsWith('bert-e pending'))).toEqual([]);
}

describe('the incident of 2026-05-20', () => {
  test('source branch renamed, old name green, new name running, approval arrives: 303 and no push; green under the new name: merged', async () => {
    await inWorld({}, async (world) => {
      const renamed = 'bugfix/x-form';
      const newTested = [renamed, `w/5.1/${renamed}`, `w/10.0/${renamed}`];
      const old = await newPullRequest(world);
      await world.deliverNext();
      forgetEvents(world);
      for (const branch of tested) world.ci.succeeds(branch);
      // The new names stand on the very commits of the old ones.
      for (const [index, branch] of tested.entries()) await world.author.createBranch(newTested[index] ?? '', await world.tip(branch));
      const number = await world.author.openPullRequest(renamed, 'development/4.3');
      await world.author.closes(old);
      await world.author.deleteBranch(source);
      await world.deliverAll();
      told(world);
      for (const branch of newTested) world.ci.starts(branch);
      const before = await world.refs();
      expect(before).toMatchObject({ [renamed]: 'bugfix/x@0', [newTested[1] ?? '']: 'w/5.1/bugfix/x@0', [newTested[2] ?? '']: 'w/10.0/bugfix/x@0' });
      // By commit alone everything is green: this is what the robot of the incident saw.
      for (const branch of newTested) {
        const conclusions = world.ci.simulator.runs({ sha: await world.tip(branch) }).map(({ conclusion }) => conclusion);
        expect(conclusions.sort()).toEqual([null, 'success'].sort());
      }

      await world.reviewer.approve(number);
      const approval = await world.deliverNext();
      expect(approval.subject).toBe('pull_request_review submitted');
      waits(world, approval, 303);
      expect(await world.refs()).toEqual(before);
      for (const branch of newTested) {
        const { counted, ignored } = accountOf(approval)[branch] ?? {};
        // On the source there are also the robot's own runs, of both pull requests.
        expect([counted, ignored?.some((why) => why.startsWith('no: belongs to branch'))]).toEqual([1, true]);
      }

      for (const branch of newTested) world.ci.succeeds(branch);
      const runs = await world.deliverAll();
      expect(runs.filter(({ code }) => code === 102)).toHaveLength(1);
      expect(runs.find(({ code }) => code === 102)?.moved).toEqual([
        'development/10.0: development/10.0@0 → w/10.0/bugfix/x@0', 'development/4.3: development/4.3@0 → bugfix/x@0',
        'development/5.1: development/5.1@0 → w/5.1/bugfix/x@0',
        `w/10.0/${renamed}: w/10.0/bugfix/x@0 → none`, `w/5.1/${renamed}: w/5.1/bugfix/x@0 → none`,
      ]);
      expect(told(world).comments).toEqual([102]);
    });
  });

  test('renamed with git while the pull request is open (GitHub closes it): nothing is merged under either name', async () => {
    await inWorld({}, async (world) => {
      const number = await readyPullRequest(world);
      await world.author.renameBranch(source, 'bugfix/other');
      const run = await look(world, number);
      expect([run.code, run.merged, run.moved.filter((change) => change.startsWith('development/'))]).toEqual([305, [], []]);
      expect(told(world).comments).toEqual([]);
    });
  });
});

describe('runs of the commit that say nothing about the branch', () => {
  test('the destination shares the commit of the integration branch, and is green: 303, since the branch itself is still building', async () => {
    await inWorld({}, async (world) => {
      const number = await approvedPullRequest(world);
      world.ci.succeeds(source);
      world.ci.succeeds(integration[1]);
      const sha = await world.tip(integration[0]);
      world.github.addRuns(world.repository, [
        { workflow: ci, headBranch: 'development/5.1', headSha: sha },
        { workflow: ci, headBranch: integration[1], headSha: sha },
        { workflow: ci, headBranch: source, headSha: sha },
        { workflow: ci, headBranch: null, headSha: sha },
      ]);
      const run = await look(world, number);
      waits(world, run, 303);
      expect(accountOf(run)[integration[0]]).toMatchObject({ counted: 1, ignored: Array(4).fill(expect.stringContaining('branch')) });
      expect(accountOf(run)[integration[0]]?.ignored.join()).toContain('development/5.1');
    });
  });

  test('a fork with the same branch name and commit, a gone fork, a dispatched run, the robot’s own: none is counted, 304', async () => {
    await inWorld(oneVersion, async (world) => {
      const number = await simplePullRequest(world, 'unfinished');
      await world.github.createFork(world.repository, 'reviewer');
      world.github.setRuns(world.repository, []);
      world.github.addRuns(world.repository, [
        await runOfSource(world, { headRepository: 'reviewer/product', event: 'pull_request' }),
        await runOfSource(world, { headRepository: null, event: 'pull_request' }),
        await runOfSource(world, { event: 'workflow_dispatch' }),
        await runOfSource(world, { workflow: { name: 'CI', path: robotWorkflowPath }, event: 'pull_request_target' }),
      ]);
      const run = await look(world, number);
      waits(world, run, 304);
      const { counted, ignored } = accountOf(run)[source] ?? {};
      expect(counted).toBe(0);
      const reasons = ['own workflow', 'started by hand', 'repository it came from is gone', 'another repository (a fork)'];
      expect(ignored).toEqual(reasons.map((reason) => expect.stringContaining(reason)));
      // The same with the workflow under another name: it is known by its path.
      world.github.addRuns(world.repository, [await runOfSource(world, {})]);
      expect((await look(world, number)).code).toBe(102);
      told(world);
    });
  });

  test('the robot’s own run is in progress on the head: it does not wait for itself', async () => {
    await inWorld(oneVersion, async (world) => {
      const number = await simplePullRequest(world);
      world.github.addRuns(world.repository, [await runOfSource(world, { workflow: { name: 'Bert-E', path: robotWorkflowPath }, event: 'pull_request_target', status: 'in_progress' })]);
      expect((await look(world, number)).code).toBe(102);
      told(world);
    });
  });
});

describe('lists of runs that are long, late or stale', () => {
  test('150 runs on the commit and the running one is the last of them: found on page 2, 303', async () => {
    await inWorld(oneVersion, async (world) => {
      const number = await simplePullRequest(world);
      const running = await runOfSource(world, { workflow: { name: 'slow', path: '.github/workflows/slow.yml' }, id: 1, status: 'in_progress' });
      const green = await runOfSource(world, {});
      world.github.addRuns(world.repository, [running, ...Array.from({ length: 149 }, () => green)]);
      const run = await look(world, number);
      waits(world, run, 303);
      const sha = await world.tip(source);
      const pages = run.requests.filter(({ path, query }) => path.endsWith('/actions/runs') && query.head_sha === sha).map(({ query }) => query.page);
      expect(pages).toEqual(['1', '2']);
    });
  });

  test('the search index lags and finds no run at all: 304 and not green; when it has caught up: merged', async () => {
    await inWorld(oneVersion, async (world) => {
      const number = await simplePullRequest(world);
      world.github.faults.searchLag = { kind: 'empty' };
      waits(world, await look(world, number), 304);
      world.github.faults.searchLag = { kind: 'none' };
      expect((await look(world, number)).code).toBe(102);
      told(world);
    });
  });

  test('a filtered list answers with runs of another commit: they do not count', async () => {
    await inWorld({}, async (world) => {
      const number = await approvedPullRequest(world);
      for (const branch of integration) world.ci.succeeds(branch);
      const elsewhere = await world.tip('development/4.3');
      world.github.addRuns(world.repository, [await runOfSource(world, { workflow: { name: 'other', path: '.github/workflows/other.yml' }, raw: { head_sha: elsewhere } })]);
      waits(world, await look(world, number), 303);
    });
  });
});

describe('conclusions and attempts', () => {
  test('a conclusion nobody knows today, cancelled, waiting for a click: 118; neutral beside a success: green', async () => {
    await inWorld(oneVersion, async (world) => {
      const number = await simplePullRequest(world);
      const special = { name: 'special', path: '.github/workflows/special.yml' };
      for (const conclusion of ['mystery', 'cancelled', 'action_required']) {
        const [added] = world.github.addRuns(world.repository, [await runOfSource(world, { workflow: special, raw: { conclusion } })]);
        const run = await look(world, number);
        expect([conclusion, run.code, run.conclusion, run.pushes, told(world).statuses.length <= 1]).toEqual([conclusion, 118, 'failure', [], true]);
        world.github.repository(world.repository).runs.delete(added?.id ?? 0);
      }
      world.github.addRuns(world.repository, [await runOfSource(world, { workflow: special, conclusion: 'neutral' })]);
      expect((await look(world, number)).code).toBe(102);
      told(world);
    });
  });

  test('somebody restarts a run that was green: its second attempt is in progress, 303', async () => {
    await inWorld({}, async (world) => {
      const number = await readyPullRequest(world);
      const [run] = world.ci.simulator.runs({ branch: integration[1] });
      Object.assign(run ?? {}, { runAttempt: 2, status: 'in_progress', conclusion: null });
      waits(world, await look(world, number), 303);
      world.ci.succeeds(integration[1]);
      expect((await look(world, number)).code).toBe(102);
      told(world);
    });
  });

  test('best and latest: a failure after a success is forgiven by the first, and fails by the second', async () => {
    const code = async (run_selection: string): Promise<number | null> => {
      let found: number | null = null;
      await inWorld({ ...oneVersion, settings: { run_selection } }, async (world) => {
        const number = await simplePullRequest(world);
        world.github.addRuns(world.repository, [await runOfSource(world, { conclusion: 'failure' })]);
        const run = await look(world, number);
        expect(run.merged).toEqual(run.code === 102 ? [number] : []);
        found = run.code;
        told(world);
      });
      return found;
    };
    expect(await Promise.all([code('best'), code('latest')])).toEqual([102, 118]);
  });

  test('everything skipped: 304, and green only where the settings allow it', async () => {
    const code = async (allow_all_skipped: boolean): Promise<number | null> => {
      let found: number | null = null;
      await inWorld({ ...oneVersion, settings: { allow_all_skipped } }, async (world) => {
        const number = await simplePullRequest(world, 'unfinished');
        world.ci.ends(source, 'skipped');
        found = (await look(world, number)).code;
        told(world);
      });
      return found;
    };
    expect(await Promise.all([code(false), code(true)])).toEqual([304, 102]);
  });

  test('a required workflow that never ran: 304 although all others are green; when it ran on every branch: merged', async () => {
    await inWorld({ settings: { required_workflows: ['security.yml'] } }, async (world) => {
      const number = await readyPullRequest(world);
      const run = await look(world, number);
      waits(world, run, 304);
      expect(run.result.outputs.message).toContain('security.yml');
      const shas = await Promise.all(tested.map((branch) => world.tip(branch)));
      const security = tested.map((headBranch, index) => ({ workflow: { name: 'Security', path: '.github/workflows/security.yml' }, headBranch, headSha: shas[index] ?? '' }));
      world.github.addRuns(world.repository, security.slice(0, 2));
      waits(world, await look(world, number), 304);
      world.github.addRuns(world.repository, security.slice(2));
      const merge = await look(world, number);
      expect([merge.code, onlyRead(merge)]).toEqual([102, false]);
      told(world);
    });
  });
});
