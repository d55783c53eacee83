import { describe, expect, test } from '@jest/globals';
import type { Ruleset } from '../../../sandbox/github/state.js';
import type { RobotRun, World, WorldOptions } from '../../../sandbox/world/index.js';
import { robotWorkflow } from '../../doctor/facts.js';
import { command, inWorld, queued, readAll, summary } from './stories.js';

/** The status is required on version branches. */
const ruleset: Omit<Ruleset, 'id'> = {
  name: 'versions', enforcement: 'active', include: ['refs/heads/development/**', 'refs/heads/hotfix/**'], exclude: [],
  rules: [{ type: 'required_status_checks', parameters: { strict_required_status_checks_policy: false, required_status_checks: [{ context: 'bert-e' }] } }],
  bypass: ['bert-e[bot]', 'github-actions[bot]'],
};

/** Everything as the documentation recommends it. */
const healthy: WorldOptions = { robotWorkflow, settings: { required_workflows: ['ci.yml'] } };

async function healthyWorld(differences: WorldOptions, story: (world: World) => Promise<void>): Promise<void> {
  await inWorld({ ...healthy, ...differences, settings: { ...healthy.settings, ...differences.settings } }, async (world) => {
    world.github.setRulesets(world.repository, [ruleset]);
    await story(world);
  });
}

/** Whatever was found, nothing was changed. */
async function doctor(world: World): Promise<{ readonly run: RobotRun; readonly found: readonly string[] }> {
  const run = await command(world, { command: 'doctor' });
  expect([run.pushes, run.writes, run.moved]).toEqual([[], [], []]);
  return { run, found: findingsIn(run) };
}

/** The findings in the log: one line each, with what is to be copied at its end. */
function findingsIn(run: RobotRun): readonly string[] {
  const lines = run.result.log.map((line) => line.replaceAll('\u200B', ''));
  return lines.flatMap((line, index) => {
    const next = lines.slice(index + 1).findIndex((other) => !other.startsWith('  '));
    return /^\[(?:error|warning|note)\] /.test(line) ? [[line, ...lines.slice(index + 1, index + 1 + (next === -1 ? lines.length : next)).map((other) => other.trim())].join(' ')] : [];
  });
}

const outcome = (run: RobotRun): unknown => [run.code, run.state, run.conclusion];

/** The files of the default branch, changed past the robot. */
async function changeFiles(world: World, files: Readonly<Record<string, string | null>>): Promise<void> {
  await world.github.pushCommit('admin', world.repository, 'development/10.0', { message: 'change the installation', files });
}

describe('a healthy installation', () => {
  test('nothing is found: 307', async () => {
    await healthyWorld({}, async (world) => {
      await queued(world);
      const { run, found } = await doctor(world);
      expect(found).toEqual([]);
      expect(outcome(run)).toEqual([307, 'success', 'success']);
      expect(summary(run)).toMatch(/^## ✅ The installation is in order\n\nCommand `doctor` · \*\*Nothing is in the way\*\*/);
    });
  });
});

describe('an installation that is broken in one way: found, with the fix, and nothing else', () => {
  const ci = '.github/workflows/ci.yml';
  const own = '.github/workflows/bert-e.yml';
  const robotChanged = (from: string, to: string): WorldOptions => {
    if (!robotWorkflow.includes(from)) throw new Error(from);
    return { robotWorkflow: robotWorkflow.replace(from, to) };
  };
  const rulesets = (world: World, ...all: ReadonlyArray<typeof ruleset>): Promise<void> => {
    world.github.setRulesets(world.repository, all);
    return Promise.resolve();
  };
  const nothing = (): Promise<void> => Promise.resolve();

  test.each<[string, WorldOptions, (world: World) => Promise<void>, readonly RegExp[]]>([
    ['the setting robot is wrong', { settings: { robot: 'github-actions[bot]' } }, nothing, [/^\[error\] The token acts as a GitHub App, but the setting robot is github-actions\[bot\]\..* Set robot to the login of the app/]],
    ['no sweep', robotChanged("  schedule: [{ cron: '7,22,37,52 * * * *' }]\n", ''), nothing, [/^\[warning\] .github\/workflows\/bert-e\.yml does not listen to schedule\..* schedule: \[\{ cron:/]],
    ['runs are cancelled', robotChanged('queue: max', 'cancel-in-progress: true'), nothing, [/^\[error\] .*bert-e\.yml cancels runs that are in progress\./]],
    ['the end of CI is not heard of', robotChanged('workflows: [CI]', 'workflows: [Build]'), nothing, [/^\[warning\] .*waits for workflows that do not exist: Build\./, /^\[warning\] .*does not hear of the end of CI\..*workflows: \[CI\]/]],
    ['CI does not listen to w/** and q/**', {}, (world) => changeFiles(world, { [ci]: 'name: CI\non: { push: { branches: ["bugfix/**"] } }\njobs: {}\n' }), [/^\[error\] ci\.yml is required, and does not start on w\/\*\*\..*branches: \['w\/\*\*'\]/, /^\[error\] ci\.yml is required, and does not start on q\/\*\*/]],
    ['a required workflow is not there', { settings: { required_workflows: ['ci.yml', 'test.yml'] } }, nothing, [/^\[error\] required_workflows names test\.yml/]],
    ['the robot’s workflow is not on the default branch', {}, (world) => changeFiles(world, { [own]: null }), [/^\[error\] The robot’s workflow .* is not on development\/10\.0, the default branch\..*Put the file on development\/10\.0/]],
    ['the status is not required', {}, (world) => rulesets(world), [/^\[warning\] The status bert-e is not required on development\/4\.3, development\/5\.1, development\/10\.0\./]],
    ['versions are not self-contained', {}, async (world) => { await world.admin.push('development/5.1'); }, [/^\[error\] development\/10\.0 does not include development\/5\.1\..*git merge origin\/development\/5\.1/]],
    ['a released version has its branch still', { versions: ['4.3', '5.1', '10.0'] }, async (world) => {
      await world.admin.createBranch('development/5.1.2', 'development/4.3');
      await world.github.createTag('admin', world.repository, 'v5.1.2', 'development/5.1.2');
      world.github.setRulesets(world.repository, [{ ...ruleset, exclude: ['refs/heads/development/5.1.2'] }, { ...ruleset, include: ['refs/heads/development/5.1.2'], exclude: [], bypass: [] }]);
    }, [/^\[error\] Ruleset \d+ on development\/5\.1\.2 requires status checks.* the robot may not bypass it \(never\)/, /^\[error\] development\/5\.1\.2 exists, but the tag v5\.1\.2 says that 5\.1\.2 is released\..*hotfix\/5\.1\.2/]],
    ['the queue contradicts itself', {}, async (world) => {
      await queued(world);
      await world.admin.push('q/10.0');
    }, [/^\[error\] The queue contradicts itself\. Q005: q\/10\.0 is ahead.*nowhere else, q\/10\.0 \([0-9a-f]{12}\)/]],
    ['no settings file', {}, (world) => changeFiles(world, { '.github/bert-e.yml': null }), [
      /^\[error\] The token acts as a GitHub App, but the setting robot is github-actions\[bot\]/,
      /^\[note\] There is no settings file/,
    ]],
    ['a job is called like the status', robotChanged('  robot:', '  bert-e:'), nothing, [/^\[warning\] A job is called bert-e/]],
    ['rulesets keep the robot from making its branches', {}, (world) => rulesets(world, ruleset, { ...ruleset, include: ['refs/heads/q/**'], rules: [{ type: 'creation' }], bypass: [] }), [/^\[error\] Ruleset \d+ on the queue branches q\/\*\* restricts creations, and the robot may not bypass it/]],
  ])('%s', async (_, differences, breaking, expected) => {
    await healthyWorld(differences, async (world) => {
      await breaking(world);
      const { run, found } = await doctor(world);
      expect(found).toHaveLength(expected.length);
      found.forEach((line, index) => expect(line).toMatch(expected[index] ?? /^$/));
      const wrong = found.some((line) => !line.startsWith('[note]'));
      expect(outcome(run)).toEqual(wrong ? [308, 'failure', 'failure'] : [307, 'success', 'success']);
      readAll(world);
    });
  });

  test('the token of the job: its pushes start no CI, and its permissions are too few', async () => {
    await healthyWorld({ tokenKind: 'job', robotWorkflow: robotWorkflow.replace('permissions: {}', 'permissions: { contents: write, statuses: write }') }, async (world) => {
      const { run, found } = await doctor(world);
      expect(outcome(run)).toEqual([308, 'failure', 'failure']);
      expect(found.map((line) => line.slice(0, 70))).toEqual([
        '[error] The token is the one of the job, and the setting dispatch is em',
        '[error] The token of the job lacks pull-requests: write (comments), act',
      ].map((line) => line.slice(0, 70)));
    });
  });

  test('the token may not push, and not read runs: told by the server, without a change', async () => {
    await healthyWorld({}, async (world) => {
      const restricted = world.github.createToken({ kind: 'app', login: 'bert-e[bot]', permissions: { contents: 'read', pull_requests: 'write', statuses: 'write' } });
      const run = await command(world, { command: 'doctor' }, { inputs: { token: restricted.value } });
      expect(run.code).toBe(308);
      expect(findingsIn(run)).toEqual([expect.stringMatching(/^\[error\] The token may not push: .*denied/), expect.stringMatching(/^\[error\] The token may not read workflow runs: .*actions: write/)]);
      expect(summary(run)).toContain('### ❌ 2 errors');
      expect(summary(run)).toMatch(/^1\. \*\*The token may not push: .*denied/m);
      expect(summary(run)).toMatch(/^ {3}\*\*What to do:\*\* Give the token the permission contents: write/m);
      expect([run.pushes, run.writes]).toEqual([[], []]);
    });
  });

  test('malformed settings: 220 with the line, before anything else is looked at', async () => {
    await healthyWorld({ settingsText: 'use_queues: perhaps\n' }, async (world) => {
      const run = await command(world, { command: 'doctor' });
      expect(run.code).toBe(220);
      expect(summary(run)).toContain('use_queues');
    });
  });

  test('GitHub is down: 133, no finding', async () => {
    await healthyWorld({}, async (world) => {
      world.github.faults.rest({ path: /\/rules\/branches\// }, { kind: 'status', status: 503, headers: { 'retry-after': '600' } }, Infinity);
      const run = await command(world, { command: 'doctor' });
      expect(run.code).toBe(133);
      world.github.faults.clear();
    });
  });
});
