import { afterEach, describe, expect, jest, test } from '@jest/globals';
import type { RestFault } from '../../../sandbox/github/faults.js';
import { createWorld, type RobotRun, type World } from '../../../sandbox/world/index.js';
import { forgetEvents, look } from '../main-job/stories.js';
import { cause, causeOnceEach, emptyAnswer, requestsOf, troubles, wordsOf } from './every-request.js';
import type { Asked, Trouble } from './every-request.js';
import { startHurrying, type Hurry } from './hurry.js';
import { longerRuns, merge, type Ordinary } from './ordinary-runs.js';
import { differences, seen, wrongs, type Seen } from './seen.js';

/**
 * Every request with every trouble takes minutes; without it, two of three requests meet one of them, in turn. A value
 * other than 1 chooses the cases whose words match it, e.g. `receive-pack.*: no JSON`.
 */
const every = process.env.BERT_E_EVERY_TROUBLE ?? '';
const complete = every !== '';
const chosen = new RegExp(every === '1' ? '' : every);
jest.setTimeout(complete ? 3_600_000 : 300_000);

/** To be too slow takes four times the limit of a request, in real time. */
const quick = troubles.filter(({ rest }) => rest.kind !== 'delay');

interface Case {
  readonly asked: Asked;
  readonly trouble: Trouble;
  readonly words: string;
}

function casesOf(run: RobotRun): readonly Case[] {
  const all = requestsOf(run).flatMap((asked, index) =>
    (complete ? troubles : troublesOf(asked, index)).map((trouble) => ({ asked, trouble, words: `${wordsOf(asked)}: ${trouble.says}` })));
  return all.filter(({ words }) => chosen.test(words));
}

function troublesOf(asked: Asked, index: number): readonly Trouble[] {
  // git takes an empty answer for an empty repository, so that every branch of the push seems to have moved.
  if (asked.surface === 'git' && asked.service === 'git-receive-pack' && asked.step === 'discovery') return [emptyAnswer];
  return index % 3 === 2 ? [] : quick.slice(index % quick.length, (index % quick.length) + 1);
}

/** What is to be ended after a test, however it went. */
const open = new Set<World>();
const hurries = new Set<Hurry>();

afterEach(async () => {
  for (const world of open) await discard(world);
  for (const hurry of hurries) await hurry.end();
  hurries.clear();
});

async function discard(world: World): Promise<void> {
  open.delete(world);
  await world.discard();
}

async function hurried(requestLimit?: number): Promise<Hurry['environment']> {
  const hurry = await startHurrying(requestLimit);
  hurries.add(hurry);
  return hurry.environment;
}

interface Prepared {
  readonly world: World;
  readonly number: number;
  readonly before: Seen;
}

async function prepared({ world: options, prepare }: Ordinary): Promise<Prepared> {
  const world = await createWorld(options);
  open.add(world);
  const number = await prepare(world);
  forgetEvents(world);
  return { world, number, before: await seen(world) };
}

/** The run that meets no trouble, and what it leaves behind. */
interface Nominal {
  readonly run: RobotRun;
  readonly goal: Seen;
}

const nominals = new Map<Ordinary, Promise<Nominal>>();

function nominalOf(story: Ordinary): Promise<Nominal> {
  const known = nominals.get(story) ?? runWithoutTrouble(story);
  nominals.set(story, known);
  return known;
}

async function runWithoutTrouble(story: Ordinary): Promise<Nominal> {
  const { world, number } = await prepared(story);
  const run = await story.run(world, number, {});
  expect(run.code).toBe(story.code);
  const goal = await seen(world);
  await discard(world);
  return { run, goal };
}

/** What follows makes good what the run missed; then there must be nothing left to do. */
async function afterwards({ run, next = (world, number) => run(world, number, {}) }: Ordinary, { world, number }: Prepared, goal: Seen): Promise<readonly string[]> {
  for (let again = 0; again < (complete ? 2 : 1); again += 1) await next(world, number);
  const told = differences(await seen(world), goal);
  const { code, writes } = await look(world, number);
  return [...told, ...(writes.length === 0 ? [] : [`afterwards a look (${code}) still writes: ${writes.join(', ')}`])];
}

function reads(run: RobotRun): number {
  return run.requests.filter(({ method }) => method === 'GET').length;
}

describe.each(complete ? [merge, ...longerRuns] : [merge])('a run that $says', (story) => {
  test('whatever befalls any one of its requests: no verdict but 133 or the right one, nothing by halves; afterwards all is done and said, once', async () => {
    const environment = await hurried(1_500);
    const { run: nominal, goal } = await nominalOf(story);
    const cases = casesOf(nominal);
    const failures: Array<readonly string[]> = [];
    let outages = 0;
    let current: Prepared | null = null;
    for (const { asked, trouble, words } of cases) {
      current ??= await prepared(story);
      const { world, number, before } = current;
      const disarm = cause(world, asked, trouble);
      const run = await story.run(world, number, trouble.waits ? { environment } : {});
      disarm();
      const after = await seen(world);
      outages += run.code === 133 ? 1 : 0;
      const wrong = [...wrongs(run, story.code, before, after, goal)];
      const untouched = differences(after, before).length === 0;
      if (!untouched) wrong.push(...await afterwards(story, current, goal));
      if (wrong.length > 0) failures.push([words, ...wrong]);
      if (untouched && wrong.length === 0) continue;
      await discard(world);
      current = null;
    }
    // The world that was kept from everything is still good: it was only not looked at.
    if (current !== null) {
      await story.run(current.world, current.number, {});
      const wrong = differences(await seen(current.world), goal);
      if (wrong.length > 0) failures.push(['a run without trouble, after the last ones that came to nothing', ...wrong]);
    }
    expect(failures).toEqual([]);
    // What was chosen may all come after the push, when the merge is true whatever fails.
    if (every === '' || every === '1') expect(outages).toBeGreaterThan(cases.length / 3);
  });

  test('each of its reads fails at first, each in another way, and then goes well: as if nothing had happened', async () => {
    const environment = await hurried();
    const ways: readonly RestFault[] = [
      { kind: 'status', status: 502 }, { kind: 'drop' }, { kind: 'cut' }, { kind: 'nonsense' }, { kind: 'rate-limit', limit: 'secondary', retryAfter: 1 },
      { kind: 'status', status: 429, headers: { 'retry-after': '1' } }, { kind: 'delay', milliseconds: 100 }, { kind: 'status', status: 503, headers: { 'retry-after': '2' } },
    ];
    const { run: nominal } = await nominalOf(story);
    for (let firstWay = 0; firstWay < (complete ? ways.length : 2); firstWay += 1) {
      const { world, number } = await prepared(story);
      const troubled = causeOnceEach(world, ways, firstWay * 3);
      const run = await story.run(world, number, { environment });
      troubled.stop();
      // To be late is no failure, so that one is not asked again.
      const failed = troubled.caused.filter(({ kind }) => kind !== 'delay').length;
      expect([firstWay, run.code, reads(run), failed > 0]).toEqual([firstWay, story.code, reads(nominal) + failed, true]);
      await discard(world);
    }
  });
});
