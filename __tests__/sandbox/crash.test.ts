import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { judge, outdated } from '../../sandbox/crash/by-design.js';
import { compare } from '../../sandbox/crash/compare.js';
import type { WorldRecord } from '../../sandbox/crash/record.js';
import { rehearse } from '../../sandbox/crash/rehearse.js';
import type { Story } from '../../sandbox/crash/rehearse.js';
import type { World } from '../../sandbox/world/index.js';

// Some tellings side by side, each of some runs of a process, on a machine that may be busy.
jest.setTimeout(180_000);

async function evaluate(world: World, number: number): Promise<void> {
  await world.dispatch({ command: 'evaluate', 'pull-request': String(number) });
}

async function approved(world: World, branch: string, base: string): Promise<number> {
  await world.author.push(branch, { from: base });
  const number = await world.author.openPullRequest(branch, base);
  await world.reviewer.approve(number);
  return number;
}

/** From its first look to its landing: integration branches and their pull requests, approval, one push for both versions. */
const direct: Story = {
  options: { versions: ['4.3', '5.1'], settings: { use_queues: false, always_create_integration_pull_requests: true } },
  tell: async (world) => {
    world.ci.plan('**', 'success');
    await world.author.push('bugfix/x', { from: 'development/4.3' });
    const number = await world.author.openPullRequest('bugfix/x', 'development/4.3');
    await evaluate(world, number);
    await world.reviewer.approve(number);
    await evaluate(world, number);
  },
};

/** Two pull requests enter the queue and merge together; the sweep after it finds what is untold. */
const queue: Story = {
  options: { versions: ['10.0'] },
  tell: async (world) => {
    world.ci.plan('**', 'success');
    world.ci.plan('q/**', 'queued');
    const first = await approved(world, 'bugfix/a', 'development/10.0');
    await evaluate(world, first);
    const second = await approved(world, 'bugfix/b', 'development/10.0');
    await evaluate(world, second);
    world.ci.succeeds(`q/w/${second}/10.0/bugfix/b`);
    await world.sweep();
    await world.sweep();
  },
};

describe('killed after its first effect, its second, and so on, and after each in turn; then run again', () => {
  test('a direct merge with integration pull requests: the same world at the end', async () => {
    const { effects, kills, differences } = await rehearse(direct, ['each']);
    expect(differences).toEqual([]);
    expect(effects).toEqual([6, 4]);
    expect(kills).toBeGreaterThan(6);
  });

  test('two pull requests that are queued and merge together: the same world at the end', async () => {
    const { effects, kills, differences } = await rehearse(queue, ['each']);
    expect(differences).toEqual([]);
    expect(effects).toEqual([4, 4, 5, 0]);
    expect(kills).toBeGreaterThan(8);
  });
});

describe('a robot that does not look at what it has done', () => {
  /** Says hello and sets a status whenever it is started. */
  const forgetful = `
const { INPUT_TOKEN: token, GITHUB_API_URL: api, GITHUB_REPOSITORY: repository, INPUT_BRANCH: sha } = process.env;
for (const [path, body] of [['/issues/1/comments', { body: 'Hello\\n\\n<!-- bert-e: code=100 content=ab -->' }], ['/statuses/' + sha, { state: 'success', context: 'bert-e', description: 'ok' }]]) {
  await fetch(api + '/repos/' + repository + path, { method: 'POST', headers: { authorization: 'Bearer ' + token, 'content-type': 'application/json' }, body: JSON.stringify(body) });
}
`;
  let folder = '';

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'forgetful-robot-'));
    await mkdir(join(folder, 'dist'));
    await writeFile(join(folder, 'dist', 'package.json'), '{"type":"module"}');
    await writeFile(join(folder, 'dist', 'index.js'), forgetful);
    await writeFile(join(folder, 'action.yml'), 'name: forgetful\ninputs: { token: {}, command: {}, branch: {} }\nruns: { using: node24, main: dist/index.js }\n');
  });

  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  test('says everything twice: each kill shows it', async () => {
    const told = await rehearse({
      options: { bundle: join(folder, 'dist', 'index.js') },
      tell: async (world) => {
        await world.author.push('bugfix/x', { from: 'development/4.3' });
        await world.author.openPullRequest('bugfix/x', 'development/4.3');
        await world.dispatch({ branch: await world.tip('bugfix/x') });
      },
    }, [1, 2]);
    expect(told).toMatchObject({ effects: [2], kills: 2 });
    expect(told.differences).toEqual([
      'killed after 1: - #1 conversation: 100', 'killed after 1: + #1 conversation: 100, 100',
      'killed after 2: - #1 conversation: 100', 'killed after 2: - status bert-e on bugfix/x@0: success (ok)',
      'killed after 2: + #1 conversation: 100, 100', 'killed after 2: + status bert-e on bugfix/x@0: success (ok), set again: success (ok)',
    ]);
  });
});

describe('two tellings of a scenario', () => {
  function world(facts: readonly string[], more: Partial<WorldRecord> = {}): WorldRecord {
    return { kind: 'world', scenario: 'a story', file: 'a.test.ts', index: 0, how: 'finished', runs: [], end: { facts, words: [] }, swept: null, ...more };
  }
  const state = (...facts: readonly string[]): WorldRecord['end'] => ({ facts, words: [] });

  test('the same end: no difference', () => {
    expect(compare([world(['a', 'b'])], [world(['b', 'a'])])).toMatchObject({ equal: 1, equalAfterSweep: 0, differences: [] });
  });

  test('another end: told with the run after which it began; what there is twice is not the same as once', () => {
    const run = (facts: readonly string[]): WorldRecord['runs'][number] => ({ subject: 'schedule', kills: 1, leftAlone: false, effects: 2, after: state(...facts) });
    const { differences, kills } = compare([world(['a', 'b'], { runs: [run([]), run(['a'])] })], [world(['a', 'a'], { runs: [run([]), run(['c'])] })]);
    expect(differences).toMatchObject([{ since: 'run 2 (schedule)', lines: ['- b', '+ a'] }]);
    expect(kills).toBe(2);
  });

  test('the same only after a sweep: counted apart', () => {
    const compared = compare([world(['a'], { swept: state('a') })], [world([], { swept: state('a') })]);
    expect(compared).toMatchObject({ equal: 0, equalAfterSweep: 1, differences: [] });
  });

  test('worlds made side by side: matched by how they ended, whatever their order', () => {
    expect(compare([world(['a']), world(['b'], { index: 1 })], [world(['b']), world(['a'], { index: 1 })])).toMatchObject({ equal: 2, differences: [] });
  });

  test('a story that never came to its end: a difference', () => {
    expect(compare([world(['a'])], []).differences).toMatchObject([{ lines: ['world 1 of this scenario never came to its end'] }]);
  });

  test('a difference by design: told with its reason, and outdated once nothing differs', () => {
    const { differences } = compare([world(['a'])], [world(['b'])]);
    const table = { everywhere: [], scenarios: [{ scenario: 'a story', kind: 'by design' as const, reason: 'so it is' }] };
    expect(judge(differences, table)).toMatchObject({ known: [{ kind: 'by design', reason: 'so it is' }], wrong: [] });
    expect(judge(differences, { everywhere: [], scenarios: [] })).toMatchObject({ known: [], wrong: [{ scenario: 'a story' }] });
    expect(outdated(new Set(['a story']), differences, table)).toEqual([]);
    expect(outdated(new Set(['a story']), [], table)).toEqual(table.scenarios);
    expect(outdated(new Set(), [], table)).toEqual([]);
  });

  test('the notice of integration branches is missing where the repetition merged at once: right everywhere; a merge that is not told never is', () => {
    const between = (one: string, other: string): ReturnType<typeof judge> => judge(compare([world([one])], [world([other])]).differences);
    expect(between('#1 conversation: 100, 121, 102', '#1 conversation: 100, 102')).toMatchObject({ known: [{ reason: expect.stringContaining('121') }], wrong: [] });
    expect(between('#1 conversation: 100, 121, 102', '#1 conversation: 100, 121')).toMatchObject({ known: [], wrong: [{}] });
    expect(between('#1 conversation: 100, 121, 115', '#1 conversation: 100, 115')).toMatchObject({ known: [], wrong: [{}] });
  });
});
