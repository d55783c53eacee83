import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { branchBlindState } from '../../sandbox/demo/branch-blind.js';
import { type DemoOptions, readOptions } from '../../sandbox/demo/options.js';
import { Problem } from '../../sandbox/demo/problem.js';
import { readAccounts } from '../../sandbox/demo/run-account.js';
import { replayIncident } from '../../sandbox/demo/story.js';
import { createTerminal, tableLines, visible } from '../../sandbox/demo/terminal.js';
import type { WorkflowRun } from '../../sandbox/github/index.js';

const project = fileURLToPath(new URL('../..', import.meta.url));
const storyTime = 60_000;
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'demo-test-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function told(options: Partial<DemoOptions>): Promise<{ readonly held: boolean; readonly text: string }> {
  const written: string[] = [];
  const terminal = createTerminal({ write: (text) => written.push(text) }, {});
  const defaults = readOptions(['--out', join(folder, 'out')], folder);
  if (defaults.kind !== 'demo') throw new Error('no demo');
  const held = await replayIncident({ ...defaults, ...options }, terminal);
  return { held, text: written.join('') };
}

/** The bundle with pieces of text replaced, each in whichever of its files holds it. */
async function tamperedBundle(name: string, replacements: Readonly<Record<string, string>>): Promise<string> {
  const root = join(folder, name);
  await cp(join(project, 'dist'), join(root, 'dist'), { recursive: true });
  await cp(join(project, 'action.yml'), join(root, 'action.yml'));
  for (const [from, to] of Object.entries(replacements)) {
    let replaced = 0;
    for (const file of (await readdir(join(root, 'dist'))).filter((entry) => entry.endsWith('.js'))) {
      const text = await readFile(join(root, 'dist', file), 'utf8');
      replaced += text.split(from).length - 1;
      if (text.includes(from)) await writeFile(join(root, 'dist', file), text.replaceAll(from, to));
    }
    if (replaced !== 1) throw new Error(`The bundle holds the text to replace ${replaced} times.`);
  }
  return join(root, 'dist', 'index.js');
}

describe('the replayed incident', () => {
  test('the built action: every claim of the story holds, and the page has the story and both summaries', async () => {
    const { held, text } = await told({});
    expect(text).not.toContain('✗');
    expect(held).toBe(true);
    expect(text).toContain('303 build-in-progress');
    expect(text).toMatch(/success, success, success → would merge now/);
    expect(text).toMatch(/one atomic push of 5 refs/);
    expect(text).not.toContain('\u001b');
    const page = await readFile(join(folder, 'out', 'incident.html'), 'utf8');
    expect(page).toContain('Verdict by branch');
    expect(page).toContain('→ 303 build-in-progress');
    expect(page).toContain('→ 102 merged');
  }, storyTime);

  test('a bundle that does not ask for the branch of a run: the story fails where the incident happened', async () => {
    const bundle = await tamperedBundle('branch-blind', { '!input.branches.has(run.headBranch)': 'false' });
    const { held, text } = await told({ bundle });
    expect(held).toBe(false);
    expect(text).toMatch(/✗ the robot waits: 303/);
    expect(text).toMatch(/✗ nothing was pushed/);
  }, storyTime);

  test('a bundle that does not ask for an atomic push, and does not tell why runs are ignored: both claims fail', async () => {
    const bundle = await tamperedBundle('not-atomic', { "'--atomic'": "'--no-atomic'", 'belongs to branch ': 'lies on ' });
    const { held, text } = await told({ bundle });
    expect(held).toBe(false);
    expect(text).toMatch(/✗ one atomic push moved all three versions/);
    expect(text).toMatch(/✗ the green runs of the old names are listed as ignored/);
  }, storyTime);
});

describe('the command line', () => {
  const run = (...args: readonly string[]) => spawnSync(process.execPath, ['--import', 'tsx', join(project, 'sandbox/demo/main.ts'), ...args], { cwd: project, encoding: 'utf8' });

  test('--help: every option, exit status 0', () => {
    const { status, stdout } = run('--help');
    expect(status).toBe(0);
    for (const option of ['--repo', '--versions', '--branch', '--onto', '--resolve', '--no-repair', '--out', '--bundle', '--verbose', '--help']) {
      expect(stdout).toContain(option);
    }
  }, storyTime);

  test('a bundle that is not there: what to do, exit status 2, no stack trace', () => {
    const { status, stderr } = run('--bundle', join(folder, 'nowhere.js'));
    expect(status).toBe(2);
    expect(stderr).toContain('npm run build');
    expect(stderr).not.toMatch(/^\s+at /m);
  }, storyTime);

  test.each([
    [['--resolve', 'ours'], /belongs to a rehearsal/],
    [['--repo', '.', '--resolve', 'mine'], /--resolve cannot be used/],
    [['--repo', '.', '--versions', 'main,main'], /--versions cannot be used/],
    [['--repo', '.', '--versions', ','], /--versions cannot be used/],
    [['--nonsense'], /--nonsense/],
    [['surplus'], /surplus/],
  ])('%j: refused', (args, message) => {
    expect(() => readOptions(args, '/')).toThrow(Problem);
    expect(() => readOptions(args, '/')).toThrow(message);
  });

  test('paths are taken from the folder of the caller', () => {
    expect(readOptions(['--repo', 'clone', '--out', 'pages', '--versions', ' main , release/1 '], '/srv')).toMatchObject({
      kind: 'rehearsal', repository: '/srv/clone', out: '/srv/pages', versions: ['main', 'release/1'], branch: null, resolve: null, repair: true,
    });
  });
});

describe('the terminal', () => {
  test.each([
    [{ isTTY: true }, {}, true],
    [{ isTTY: true }, { NO_COLOR: '' }, true],
    [{ isTTY: true }, { NO_COLOR: '1' }, false],
    [{ isTTY: true }, { TERM: 'dumb' }, false],
    [{}, {}, false],
  ])('output %j, environment %j: colours %s', (output, environment, colour) => {
    const terminal = createTerminal({ ...output, write: () => true }, environment);
    expect(terminal.colour).toBe(colour);
    expect(terminal.paint('good', 'x') === 'x').toBe(!colour);
  });

  test('text that steers a terminal: becomes spaces', () => {
    expect(visible('a\u001b[2Jb\r\nc\u202Ed')).toBe('a [2Jb c d');
    const terminal = createTerminal({ write: () => true }, {});
    expect(tableLines(terminal, [{ title: 'branch' }, { title: 'state' }], [['a\u001bb', 'x'], ['longer', 'y']])).toEqual(['branch  state', 'a b     x', 'longer  y']);
  });
});

describe('the account in a job summary', () => {
  const summary = [
    '⏳ [`w/5.1/bugfix/a`](http://x/tree/w/5.1/bugfix/a) at [`abcdef0`](http://x/commit/abcdef0): **in-progress**', '',
    '| Run | Attempt | Event | Result | Counts? |', '| --- | :---: | --- | --- | --- |',
    '| [`CI`](http://x/actions/runs/12) | 1 | `push` | ⏳ `in_progress` | **yes** |',
    '| [`C\\|I`](http://x/actions/runs/7) | 1 | `push` | ✅ `success` | no: belongs to branch `w/5.1/bugfix/b`, not to this one |', '',
    '| Other | table |', '| --- | --- |', '| not | a run |',
  ].join('\n');

  test('runs of a branch, counted and ignored', () => {
    expect(readAccounts(summary)).toEqual([{
      branch: 'w/5.1/bugfix/a', state: 'in-progress',
      runs: [
        { id: 12, result: '⏳ in_progress', counts: true, why: 'yes' },
        { id: 7, result: '✅ success', counts: false, why: 'no: belongs to branch w/5.1/bugfix/b, not to this one' },
      ],
    }]);
  });

  test('nothing of the kind, or text made to be slow: nothing, at once', () => {
    expect(readAccounts('# 303\n\n| Run | Counts? |\n| --- | --- |\n| x | **yes** |')).toEqual([]);
    const started = performance.now();
    readAccounts(`[\`${'`a '.repeat(20_000)}`);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

describe('the branch-blind aggregation', () => {
  const run = (workflowId: number, status: WorkflowRun['status'], conclusion: WorkflowRun['conclusion']) => ({ workflowId, status, conclusion }) as WorkflowRun;

  test('best of each workflow, worst of all workflows', () => {
    expect(branchBlindState([])).toBe('no runs');
    expect(branchBlindState([run(1, 'completed', 'success'), run(1, 'in_progress', null)])).toBe('success');
    expect(branchBlindState([run(1, 'completed', 'success'), run(2, 'in_progress', null)])).toBe('in progress');
    expect(branchBlindState([run(1, 'completed', 'failure'), run(1, 'queued', null), run(2, 'completed', 'failure')])).toBe('failure');
  });
});
