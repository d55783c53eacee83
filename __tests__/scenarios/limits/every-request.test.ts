import { afterEach, describe, expect, jest, test } from '@jest/globals';
import type { RestFault } from '../../../sandbox/github/faults.js';
import { createWorld, type HandleOptions, type RobotRun, type World, type WorldOptions } from '../../../sandbox/world/index.js';
import { forgetEvents, look, newPullRequest, onlyRead, readyPullRequest, simplePullRequest } from '../main-job/stories.js';
import { cause, causeOnceEach, requestsOf, troubles, wordsOf } from './every-request.js';
import type { Asked, Trouble } from './every-request.js';
import { startHurrying } from './hurry.js';

/** Every request with every trouble takes minutes; without it, two of three requests meet one of them, in turn. */
const complete = process.env.BERT_E_EVERY_TROUBLE === '1';
jest.setTimeout(complete ? 3_600_000 : 300_000);

/** To be too slow takes four times the limit of a request, in real time. */
const quick = troubles.filter(({ rest }) => rest.kind !== 'delay');

/** An ordinary run that does something, in a world prepared for it. */
interface Ordinary {
  readonly says: string;
  readonly world: WorldOptions;
  readonly prepare: (world: World) => Promise<number>;
  readonly run: (world: World, number: number, options: HandleOptions) => Promise<RobotRun>;
  readonly code: number;
}

const withoutQueue: WorldOptions = { settings: { use_queues: false, build_key: ['github_actions', 'ci/outside', 'check:unit'] }, versions: ['4.3'] };
const queue: WorldOptions = { settings: { use_queues: true }, versions: ['4.3', '5.1'] };

async function withOtherBuilds(world: World): Promise<number> {
  const number = await simplePullRequest(world);
  const headSha = await world.tip('bugfix/x');
  await world.github.setStatus('reviewer', world.repository, { sha: headSha, context: 'ci/outside', state: 'success' });
  await world.github.setCheckRun('reviewer', world.repository, { name: 'unit', headSha, conclusion: 'success' });
  return number;
}

async function queued(world: World): Promise<number> {
  world.ci.plan('**', 'success');
  const number = await newPullRequest(world);
  await world.reviewer.approve(number);
  await look(world, number);
  await look(world, number);
  return number;
}

async function lookAtQueue(world: World, _number: number, options: HandleOptions): Promise<RobotRun> {
  forgetEvents(world);
  world.github.sendEvent('author', world.repository, 'push', null, { ref: 'refs/heads/development/5.1' });
  const run = await world.deliverNext(options);
  forgetEvents(world);
  return run;
}

const ordinary: readonly Ordinary[] = [
  { says: 'merges', world: withoutQueue, prepare: withOtherBuilds, run: look, code: 102 },
  ...(complete
    ? [
        { says: 'merges along the cascade', world: { settings: { use_queues: false } }, prepare: readyPullRequest, run: look, code: 102 },
        { says: 'makes integration branches and pull requests', world: { settings: { use_queues: false, always_create_integration_pull_requests: true } }, prepare: newPullRequest, run: look, code: 115 },
        { says: 'merges the queue', world: queue, prepare: queued, run: lookAtQueue, code: 306 },
      ]
    : []),
];

/** What there is to see of a world: branches, and what the robot said on pull requests and set on commits. */
interface Seen {
  readonly refs: Readonly<Record<string, string>>;
  readonly comments: readonly string[];
  readonly statuses: readonly string[];
}

async function seen(world: World): Promise<Seen> {
  const { comments, statuses } = world.github.repository(world.repository);
  const codes = [...comments.values()].filter(({ author }) => author === world.robot.login).map(({ number, body }) => `#${number} ${/code=(?<code>\d+)/.exec(body)?.groups?.code ?? 'none'}`);
  return {
    refs: await world.refs(), comments: codes.sort(),
    // GitHub keeps each one that was set; to set the same again, because its answer was lost, changes nothing.
    statuses: [...new Set(statuses.filter(({ creator }) => creator === world.robot.login).map(({ state, sha }) => `${state} on ${world.names.of(sha)}`))],
  };
}

function differs(one: Seen, other: Seen): boolean {
  return JSON.stringify(one) !== JSON.stringify(other);
}

const open = new Set<World>();

async function discard(world: World): Promise<void> {
  open.delete(world);
  await world.discard();
}

afterEach(async () => {
  for (const world of open) await discard(world);
});

async function prepared({ world: options, prepare }: Ordinary): Promise<{ readonly world: World; readonly number: number; readonly before: Seen }> {
  const world = await createWorld(options);
  open.add(world);
  const number = await prepare(world);
  forgetEvents(world);
  return { world, number, before: await seen(world) };
}

describe.each(ordinary)('a run that $says', (story) => {
  test('whatever befalls any one of its requests: no verdict but 133 or the right one, nothing by halves; afterwards all is done and said, once', async () => {
    const slow = await startHurrying(1_500);
    const nominal = await prepared(story);
    const first = await story.run(nominal.world, nominal.number, {});
    expect(first.code).toBe(story.code);
    const goal = await seen(nominal.world);
    const asked = requestsOf(first);
    await discard(nominal.world);

    const cases: ReadonlyArray<readonly [Asked, Trouble]> = complete
      ? asked.flatMap((one) => troubles.map((trouble) => [one, trouble] as const))
      : asked.flatMap((one, index) => (index % 3 === 2 ? [] : quick.slice(index % quick.length, (index % quick.length) + 1).map((trouble) => [one, trouble] as const)));
    let current: Awaited<ReturnType<typeof prepared>> | null = null;
    let outages = 0;
    for (const [one, trouble] of cases) {
      current ??= await prepared(story);
      const { world, number, before } = current;
      const disarm = cause(world, one, trouble);
      const run = await story.run(world, number, trouble.waits ? { environment: slow.environment } : {});
      disarm();
      const after = await seen(world);
      const words = `${wordsOf(one)}: ${trouble.says}`;
      // A lost request may have been carried out, and a read may be repeated: then the right answer is given.
      expect([words, run.code === 133 || run.code === story.code]).toEqual([words, true]);
      expect([words, run.conclusion]).toEqual([words, 'success']);
      outages += run.code === 133 ? 1 : 0;
      // Branches move together or not at all, and nothing is said that an ordinary run would not say.
      const landed = JSON.stringify(after.refs) === JSON.stringify(goal.refs);
      expect([words, landed || JSON.stringify(after.refs) === JSON.stringify(before.refs)]).toEqual([words, true]);
      expect([words, after.comments.filter((code) => !goal.comments.includes(code)), after.statuses.filter((status) => !goal.statuses.includes(status))]).toEqual([words, [], []]);
      if (!landed) expect([words, run.merged]).toEqual([words, []]);
      if (!differs(after, before)) {
        expect([words, onlyRead(run) || run.code === 133]).toEqual([words, true]);
        continue;
      }
      for (let again = 0; again < (complete ? 2 : 1); again += 1) await story.run(world, number, {});
      const rest = await look(world, number);
      expect([words, await seen(world), rest.writes]).toEqual([words, goal, []]);
      await discard(world);
      current = null;
    }
    expect(outages).toBeGreaterThan(cases.length / 2);
    // The world that was kept from everything is still good: it was only not looked at.
    if (current !== null) {
      await story.run(current.world, current.number, {});
      expect(await seen(current.world)).toEqual(goal);
      await discard(current.world);
    }
    await slow.end();
  });

  test('each of its reads fails at first, each in another way, and then goes well: as if nothing had happened', async () => {
    const hurry = await startHurrying();
    const ways: readonly RestFault[] = [
      { kind: 'status', status: 502 }, { kind: 'drop' }, { kind: 'cut' }, { kind: 'nonsense' }, { kind: 'rate-limit', limit: 'secondary', retryAfter: 1 },
      { kind: 'status', status: 429, headers: { 'retry-after': '1' } }, { kind: 'delay', milliseconds: 100 }, { kind: 'status', status: 503, headers: { 'retry-after': '2' } },
    ];
    for (let firstWay = 0; firstWay < (complete ? ways.length : 2); firstWay += 1) {
      const { world, number } = await prepared(story);
      const stop = causeOnceEach(world, ways, firstWay * 3);
      const run = await story.run(world, number, { environment: hurry.environment });
      stop();
      expect([run.code, run.requests.filter(({ status }) => status === 0 || status >= 400).length > 4]).toEqual([story.code, true]);
      await discard(world);
    }
    await hurry.end();
  });
});
