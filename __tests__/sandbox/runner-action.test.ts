import { afterEach, describe, expect, test } from '@jest/globals';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runAction, type ActionRequest, type ActionRun } from '../../sandbox/runner/index.js';

const token = 'ghs_a-secret-of-some-length';
const folders: string[] = [];

const metadata = `
name: fake
inputs:
  token: { default: '\${{ github.token }}' }
  config-file: { default: .github/bert-e.yml }
  old thing: { deprecationMessage: use the new thing }
  empty: {}
runs: { using: node24, main: dist/index.js }
`;

afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

async function run(script: string, request: Partial<ActionRequest> = {}): Promise<ActionRun> {
  const folder = await mkdtemp(join(tmpdir(), 'fake-action-'));
  folders.push(folder);
  await mkdir(join(folder, 'dist'));
  await writeFile(join(folder, 'action.yml'), metadata);
  await writeFile(join(folder, 'dist', 'package.json'), '{"type":"module"}');
  await writeFile(join(folder, 'dist', 'index.js'), `import fs from 'node:fs';\nimport { spawn } from 'node:child_process';\n${script}`);
  return runAction({
    bundle: join(folder, 'dist', 'index.js'),
    event: { name: 'status', payload: { sha: 'abc' } },
    repository: { fullName: 'acme/product', id: 42 },
    workflowRef: 'acme/product/.github/workflows/bert-e.yml@refs/heads/development/10.0',
    token,
    apiUrl: 'http://127.0.0.1:1/api/v3',
    serverUrl: 'http://127.0.0.1:1',
    ...request,
  });
}

describe('what a step sees', () => {
  async function environment(request: Partial<ActionRequest> = {}): Promise<Record<string, string>> {
    const result = await run('fs.appendFileSync(process.env.GITHUB_OUTPUT, "environment=" + JSON.stringify(process.env));', request);
    return JSON.parse(result.outputs.environment ?? '') as Record<string, string>;
  }

  test('variables of the service: those of the repository, the workflow and the event', async () => {
    expect(await environment()).toMatchObject({
      GITHUB_ACTIONS: 'true', GITHUB_EVENT_NAME: 'status', GITHUB_REPOSITORY: 'acme/product', GITHUB_REPOSITORY_ID: '42', GITHUB_REPOSITORY_OWNER: 'acme',
      GITHUB_REF: 'refs/heads/development/10.0', GITHUB_REF_NAME: 'development/10.0', GITHUB_WORKFLOW: '.github/workflows/bert-e.yml',
      GITHUB_GRAPHQL_URL: 'http://127.0.0.1:1/api/graphql', RUNNER_OS: 'Linux', CI: 'true',
    });
  });

  test('branch with an at sign: whole', async () => {
    const workflowRef = 'acme/product/.github/workflows/bert-e.yml@refs/heads/bugfix/a@b';
    expect(await environment({ workflowRef })).toMatchObject({ GITHUB_REF: 'refs/heads/bugfix/a@b', GITHUB_WORKFLOW: '.github/workflows/bert-e.yml' });
  });

  test('variables of the parent process: none but PATH', async () => {
    process.env.SECRET_OF_THE_PARENT = 'x';
    const seen = await environment();
    delete process.env.SECRET_OF_THE_PARENT;
    expect(seen.SECRET_OF_THE_PARENT).toBeUndefined();
    expect(seen.PATH).toBe(process.env.PATH);
    expect(seen.HOME).not.toBe(process.env.HOME);
    expect(seen.GITHUB_TOKEN).toBeUndefined();
  });

  test('inputs: defaults applied, names in capitals, dashes kept, spaces replaced, an empty one stays empty', async () => {
    const seen = await environment({ inputs: { 'old thing': 'y', 'Config-File': '' } });
    expect(seen).toMatchObject({ INPUT_TOKEN: token, 'INPUT_CONFIG-FILE': '', INPUT_OLD_THING: 'y' });
    expect(seen).not.toHaveProperty('INPUT_EMPTY');
  });

  test('unknown and deprecated inputs: warnings', async () => {
    const result = await run('', { inputs: { tokn: 'x', 'old thing': 'y' } });
    expect(result.annotations.map((annotation) => annotation.message)).toEqual([
      "Unexpected input(s) 'tokn', valid inputs are ['token', 'config-file', 'old thing', 'empty']",
      "Input 'old thing' has been deprecated with message: use the new thing",
    ]);
    expect(result.conclusion).toBe('success');
  });

  test('event file: the payload', async () => {
    const result = await run('console.log(fs.readFileSync(process.env.GITHUB_EVENT_PATH, "utf8"));');
    expect(result.log).toEqual(['{"sha":"abc"}']);
  });

  test('no metadata file: the step cannot start', async () => {
    await expect(run('', { metadata: '/nowhere/action.yml' })).rejects.toThrow(/ENOENT/);
  });
});

describe('what a step says', () => {
  test('annotations on standard output and error: collected, and the exit status decides', async () => {
    const result = await run('console.log("::error title=T::broken%0Athing"); console.error("::notice::seen");');
    expect(result.annotations).toContainEqual({ level: 'error', message: 'broken\nthing', properties: { title: 'T' } });
    expect(result.annotations).toContainEqual({ level: 'notice', message: 'seen', properties: {} });
    expect(result).toMatchObject({ exitCode: 0, conclusion: 'success' });
  });

  test('exit status: anything but zero fails the step', async () => {
    expect(await run('process.exitCode = 3;')).toMatchObject({ exitCode: 3, conclusion: 'failure', ending: { kind: 'exited', code: 3 } });
  });

  test('twelve warnings: ten are kept, the log has all', async () => {
    const result = await run('for (let i = 0; i < 12; i++) console.log(`::warning::${i}`);');
    expect(result.annotations).toHaveLength(10);
    expect(result.droppedAnnotations).toHaveLength(2);
    expect(result.log).toContain('##[warning]11');
  });

  test('stopped commands: text until the token comes', async () => {
    const result = await run('console.log("::stop-commands::tok\\n::error::no\\n::tok::\\n::error::yes");');
    expect(result.annotations.map((annotation) => annotation.message)).toEqual(['yes']);
    expect(result.log).toContain('::error::no');
  });

  test('masks: hidden in log, annotations and summary, in base64 too, and kept in the raw log', async () => {
    const result = await run(`
      console.log('::add-mask::hunter2hunter2');
      console.log('${token} hunter2hunter2 ' + Buffer.from('x-access-token:${token}').toString('base64'));
      console.log('::error::${token}');
      fs.writeFileSync(process.env.GITHUB_STEP_SUMMARY, 'hunter2hunter2 ${token}');`);
    expect(result.masks).toEqual([token, 'hunter2hunter2']);
    expect(result.log[0]).toMatch(/^\*\*\* \*\*\* .{1,28}\*\*\*.{0,4}$/);
    expect(result.annotations[0]?.message).toBe('***');
    expect(result.summary).toBe('*** ***');
    expect(result.rawLog.join('\n')).toContain(token);
  });

  test('outputs and state: lines and heredocs', async () => {
    const result = await run(`
      fs.appendFileSync(process.env.GITHUB_OUTPUT, 'code=102\\nmessage<<END\\none\\n\\ntwo\\nEND\\nlink=a=b<<c\\n');
      fs.appendFileSync(process.env.GITHUB_STATE, 'seen=yes\\n');
      fs.appendFileSync(process.env.GITHUB_ENV, 'NAME=value\\n');
      console.log('::set-output name=old::1');`);
    expect(result.outputs).toEqual({ code: '102', message: 'one\n\ntwo', link: 'a=b<<c', old: '1' });
    expect(result.state).toEqual({ seen: 'yes' });
    expect(result.exportedEnvironment).toEqual({ NAME: 'value' });
  });

  test('heredoc without its end: the step fails and nothing is taken from the file', async () => {
    const result = await run(`fs.appendFileSync(process.env.GITHUB_OUTPUT, 'code=102\\nmessage<<END\\none');`);
    expect(result.outputs).toEqual({});
    expect(result.conclusion).toBe('failure');
    expect(result.annotations[0]?.message).toContain("Matching delimiter not found 'END'");
  });

  test('disabled set-env command: the step fails', async () => {
    expect(await run(`console.log('x ##[set-env name=NODE_OPTIONS]y');`)).toMatchObject({ conclusion: 'failure', exportedEnvironment: {} });
  });

  test('summary of exactly 1 MiB: kept; one byte more: dropped with an error, the step succeeds', async () => {
    const write = (bytes: number): string => `fs.writeFileSync(process.env.GITHUB_STEP_SUMMARY, 'x'.repeat(${bytes}));`;
    expect((await run(write(1024 * 1024))).summary).toHaveLength(1024 * 1024);
    const dropped = await run(write(1024 * 1024 + 1));
    expect(dropped).toMatchObject({ summary: '', summaryBytes: 1024 * 1024 + 1, conclusion: 'success' });
    expect(dropped.annotations[0]?.message).toContain('upload aborted, supports content up to a size of 1024k');
  });
});

describe('what a step leaves', () => {
  test('files in workspace, temporary folder and home: listed, with those that hold a secret', async () => {
    const result = await run(`
      fs.writeFileSync('a.txt', 'plain');
      fs.mkdirSync(process.env.RUNNER_TEMP + '/deep');
      fs.writeFileSync(process.env.RUNNER_TEMP + '/deep/b', Buffer.from('x:${token}').toString('base64'));
      fs.writeFileSync(process.env.HOME + '/.gitconfig', '');`);
    expect(result.leftovers).toEqual([
      { path: 'home/.gitconfig', bytes: 0, secret: false },
      { path: 'temp/deep/b', bytes: 40, secret: true },
      { path: 'workspace/a.txt', bytes: 5, secret: false },
    ]);
  });

  test('a clean step: nothing', async () => {
    expect((await run('')).leftovers).toEqual([]);
  });
});

describe('how a step ends', () => {
  const hang = `
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' });
    console.log('child ' + child.pid);
    setInterval(() => {}, 1000);`;

  /** A process that was killed and not yet collected by its new parent is as good as gone. */
  async function isAlive(pid: number): Promise<boolean> {
    try {
      return !/^State:\s+[ZX]/m.test(await readFile(`/proc/${pid}/status`, 'utf8'));
    } catch {
      return false;
    }
  }

  test('killed at a moment the test decides: it and its children are gone', async () => {
    const kill = new AbortController();
    const result = await run(hang, { killSignal: kill.signal, onLine: (line) => { if (line.startsWith('child')) kill.abort(); } });
    expect(result).toMatchObject({ ending: { kind: 'killed', signal: 'SIGKILL', reason: 'killed' }, exitCode: null, conclusion: 'failure' });
    expect(await isAlive(Number(result.rawLog[0]?.split(' ')[1]))).toBe(false);
  });

  test('killed after a time: what it had written is read', async () => {
    const result = await run(`fs.writeFileSync(process.env.GITHUB_OUTPUT, 'code=1');${hang}`, { killAfter: 400 });
    expect(result).toMatchObject({ ending: { reason: 'killed' }, outputs: { code: '1' } });
  });

  test('out of time and deaf to signals: interrupted, then ended, then killed', async () => {
    const deaf = `for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => console.log(signal));${hang}`;
    const result = await run(deaf, { timeout: 400, cancelGrace: { interrupt: 150, terminate: 150 } });
    expect(result.rawLog).toEqual(expect.arrayContaining(['SIGINT', 'SIGTERM']));
    expect(result).toMatchObject({ ending: { kind: 'killed', signal: 'SIGKILL', reason: 'timed-out' }, conclusion: 'failure' });
  });

  test('a child outlives it: the child is ended too', async () => {
    const result = await run(`
      const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' });
      child.unref();
      console.log('child ' + child.pid);`);
    expect(result.conclusion).toBe('success');
    expect(await isAlive(Number(result.rawLog[0]?.split(' ')[1]))).toBe(false);
  });
});
