import { describe, expect, test } from '@jest/globals';
import { stateIn } from '../../../src/dashboard/section.js';
import type { DashboardState } from '../../../src/dashboard/state.js';
import type { RobotRun, World } from '../../../sandbox/world/index.js';
import { approvedPullRequest, forgetEvents, green, inWorld, look, lookAtQueue, queuedPullRequest, told } from '../queue/stories.js';

const create = { settings: { dashboard: 'create' } };

interface Shown {
  readonly number: number;
  readonly body: string;
  readonly author: string;
  readonly state: string;
}

/** The issues of the repository, oldest first. */
function issues(world: World): readonly Shown[] {
  return [...world.github.repository(world.repository).issues.values()].map(({ number, body, author, state }) => ({ number, body: body ?? '', author, state }));
}

function shown(world: World, index = 0): DashboardState {
  const state = stateIn(issues(world)[index]?.body ?? '');
  if (state === null) throw new Error('There is no dashboard.');
  return state;
}

/** Requests of a run that concern issues themselves, and not comments on pull requests. */
function issueRequests(run: RobotRun): readonly string[] {
  return run.requests.filter(({ path }) => /\/issues(?:\/\d+)?(?:\?|$)/.test(path)).map(({ method, path }) => `${method} ${path.replace(/^.*\/issues/, 'issues').replace(/\?.*$/, '')}`);
}

/** Nobody reads what the robot says on the pull requests here. */
async function sweep(world: World): Promise<RobotRun> {
  forgetEvents(world);
  const run = await world.sweep();
  forgetEvents(world);
  told(world);
  return run;
}

async function evaluate(world: World, number: number, options: Parameters<typeof look>[2] = {}): Promise<RobotRun> {
  const run = await look(world, number, options);
  told(world);
  return run;
}

describe('dashboard: create', () => {
  test('from the first look to the merge: opened once, kept up to date, the queue and the merge in it', async () => {
    await inWorld(create, async (world) => {
      await world.author.push('bugfix/other', { from: 'development/5.1' });
      const other = await world.author.openPullRequest('bugfix/other', 'development/5.1', { title: 'Other | @octocat work' });
      const first = await evaluate(world, other);
      expect(first.code).toBe(115);
      expect(issueRequests(first)).toEqual(['GET issues', 'GET issues', 'POST issues']);
      expect(issues(world)).toMatchObject([{ author: world.robot.login, state: 'open' }]);
      expect(shown(world)).toMatchObject({ complete: false, queue: [], open: [{ number: other, reason: '1 approval missing', state: 'pending', destination: 'development/5.1' }] });
      expect(issues(world)[0]?.body).toContain('Other \\| \\@\u200Boctocat work');

      const number = await queuedPullRequest(world, { branch: 'bugfix/x' });
      expect(shown(world).open.map((each) => each.number)).toEqual([other, number]);
      expect(shown(world).queue).toMatchObject([{ number, cells: { '10.0': 'not-started' } }]);
      expect(shown(world).queue[0]?.since).toBeGreaterThan(Date.now() / 60_000 - 10);

      green(world, `q/w/${number}/10.0/bugfix/x`);
      const merge = await lookAtQueue(world);
      told(world);
      expect([merge.code, issueRequests(merge)]).toEqual([306, ['GET issues', `PATCH issues/${issues(world)[0]?.number ?? 0}`]]);
      expect(shown(world)).toMatchObject({ queue: [], open: [{ number: other }], merged: [{ number, branches: ['development/10.0'] }] });
      expect(shown(world).waits).toHaveLength(1);
      expect(issues(world)).toHaveLength(1);
    });
  });

  test('nothing changed: one read, no write; and the summary has no note', async () => {
    await inWorld(create, async (world) => {
      const number = await queuedPullRequest(world);
      await sweep(world);
      const before = issues(world);
      expect(shown(world).complete).toBe(true);
      const again = await sweep(world);
      expect(issueRequests(again)).toEqual(['GET issues']);
      const one = await evaluate(world, number);
      expect(issueRequests(one)).toEqual(['GET issues']);
      expect(issues(world)).toEqual(before);
      expect(one.result.summary).not.toContain('Notes');
    });
  });

  test('a pull request was closed while its event was lost, and another run undid our part: the next sweep puts it right', async () => {
    await inWorld(create, async (world) => {
      const closed = await approvedPullRequest(world, { branch: 'bugfix/closed', base: 'development/5.1' });
      const kept = await approvedPullRequest(world, { branch: 'bugfix/kept', base: 'development/5.1' });
      await sweep(world);
      expect(shown(world).open.map(({ number }) => number)).toEqual([closed, kept]);
      await world.author.closes(closed);
      const [dashboard] = issues(world);
      await evaluate(world, kept);
      await evaluate(world, kept);
      expect(shown(world).queue.map(({ number }) => number)).toEqual([kept]);
      // What a run wrote that had read the issue before.
      const stored = [...world.github.repository(world.repository).issues.values()][0];
      if (stored !== undefined) stored.body = dashboard?.body ?? '';
      expect(shown(world).queue).toEqual([]);
      await sweep(world);
      expect(shown(world).open.map(({ number }) => number)).toEqual([kept]);
      expect(shown(world).queue.map(({ number }) => number)).toEqual([kept]);
    });
  });

  test('two runs at once both opened one: the older stays, the younger is closed', async () => {
    await inWorld(create, async (world) => {
      const number = await approvedPullRequest(world, { base: 'development/5.1' });
      await evaluate(world, number);
      world.github.openIssue(world.robot.login, world.repository, 'the same', issues(world)[0]?.body ?? '');
      await sweep(world);
      expect(issues(world).map(({ state }) => state)).toEqual(['open', 'closed']);
      expect(shown(world).complete).toBe(true);
    });
  });

  test('a person opened an issue with the mark of a dashboard: it is left alone, and no other is opened', async () => {
    await inWorld(create, async (world) => {
      const number = await approvedPullRequest(world, { base: 'development/5.1' });
      world.github.openIssue('author', world.repository, 'mine', '<!-- bert-e dashboard: begin; the robot writes what follows -->');
      const run = await evaluate(world, number);
      expect(run.result.summary).toMatch(/has the mark of one\\?, but was opened by author/);
      expect(issues(world)).toHaveLength(1);
      expect(issues(world)[0]?.body).toBe('<!-- bert-e dashboard: begin; the robot writes what follows -->');
      expect(run.code).toBe(304);
    });
  });

  test('an event about nothing, and a dry run: GitHub is asked nothing, and nothing is written', async () => {
    await inWorld(create, async (world) => {
      const number = await approvedPullRequest(world, { base: 'development/5.1' });
      const dry = await look(world, number, { inputs: { 'dry-run': 'true' } });
      expect([issueRequests(dry), dry.writes, issues(world)]).toEqual([[], [], []]);
      world.github.comment('author', world.repository, world.github.openIssue('author', world.repository, 'a plain issue').number, 'hello');
      const [nothing] = await world.deliverAll();
      expect([nothing?.code, nothing?.requests]).toEqual([302, []]);
    });
  });
});

describe('dashboard: the number of an issue', () => {
  test('an issue of a person: the robot writes its own section, and leaves the rest alone', async () => {
    await inWorld({ settings: { dashboard: 1 } }, async (world) => {
      expect(world.github.openIssue('author', world.repository, 'Our releases', 'Hello\r\n\r\n- mine').number).toBe(1);
      const number = await approvedPullRequest(world, { base: 'development/5.1' });
      await evaluate(world, number);
      expect(issues(world)[0]?.body).toMatch(/^Hello\r\n\r\n- mine\n\n<!-- bert-e dashboard: begin[^]*end -->$/);
      expect(shown(world).open).toMatchObject([{ number }]);
      await evaluate(world, number);
      expect(issues(world)[0]?.body).toMatch(/^Hello\r\n\r\n- mine\n\n<!-- bert-e dashboard: begin[^]*at position 1 of 1[^]*end -->$/);
      expect(issues(world)[0]?.body.match(/dashboard: begin/g)).toHaveLength(1);
    });
  });

  test.each([
    ['does not exist', () => undefined, /there is no issue \\?#\u200B?1\b/],
    ['belongs to a stranger', (world: World) => world.github.openIssue('stranger', world.repository, 'x', 'mine'), /was opened by stranger, who may not write/],
  ] as const)('an issue that %s: a note, the outcome as ever, and nothing is written', async (_name, prepare, note) => {
    await inWorld({ settings: { dashboard: 1 } }, async (world) => {
      prepare(world);
      const before = issues(world);
      if (before.length === 0) {
        // Number 1 is to be nobody's.
        world.github.repository(world.repository).nextNumber = 2;
      }
      const number = await approvedPullRequest(world, { base: 'development/5.1' });
      const run = await evaluate(world, number);
      expect(run.code).toBe(304);
      expect(run.conclusion).toBe('success');
      expect(run.result.summary.replaceAll('\\', '')).toMatch(note);
      expect(issues(world)).toEqual(before);
    });
  });

  test('a number of a pull request: its description is left alone', async () => {
    await inWorld({ settings: { dashboard: 1 } }, async (world) => {
      const number = await approvedPullRequest(world, { base: 'development/5.1' });
      expect(number).toBe(1);
      const run = await evaluate(world, number);
      expect(run.result.summary).toContain('is a pull request');
      expect(run.writes.filter((write) => write.startsWith('PATCH'))).toEqual([]);
    });
  });
});

describe('a dashboard that fails', () => {
  test.each([
    ['GitHub is down', { kind: 'status', status: 503, headers: { 'retry-after': '600' } }],
    ['the token may not', { kind: 'status', status: 403 }],
  ] as const)('%s: the outcome is what it would be without, and a note says why', async (_name, fault) => {
    await inWorld(create, async (world) => {
      const number = await approvedPullRequest(world, { base: 'development/5.1' });
      const disarm = world.github.faults.rest({ method: 'GET', path: /\/issues$/ }, fault, Infinity);
      const run = await evaluate(world, number);
      disarm();
      expect([run.code, run.conclusion]).toEqual([304, 'success']);
      expect(run.result.summary).toContain('The dashboard was not brought up to date');
    });
  });
});
