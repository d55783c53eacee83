import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createWorld, type World, type WorldOptions } from '../../sandbox/world/index.js';

/**
 * A robot of a few lines, to try the world without the real one: greets a new pull request and sets a status; on a comment
 * "land" pushes the head to the base; on "fail" fails; on "loop" comments so that it hears itself.
 */
const smallRobot = `
import { execFileSync } from 'node:child_process';
import { appendFileSync, readFileSync } from 'node:fs';
const env = process.env;
const event = JSON.parse(readFileSync(env.GITHUB_EVENT_PATH, 'utf8'));
const token = env.INPUT_TOKEN;
const api = async (method, path, body) => {
  const response = await fetch(env.GITHUB_API_URL + '/repos/' + env.GITHUB_REPOSITORY + path, {
    method, headers: { authorization: 'Bearer ' + token, 'content-type': 'application/json' }, ...(body ? { body: JSON.stringify(body) } : {}),
  });
  if (!response.ok) throw new Error(method + ' ' + path + ' ' + response.status + ' ' + await response.text());
  return response.json();
};
const output = (name, value) => appendFileSync(env.GITHUB_OUTPUT, name + '=' + value + '\\n');
const say = (number, code, text) => api('POST', '/issues/' + number + '/comments', { body: text + '\\n\\n<!-- bert-e: code=' + code + ' content=ab -->' });
const git = (...args) => execFileSync('git', args, { stdio: 'pipe', env: { PATH: env.PATH, HOME: env.HOME, GIT_TERMINAL_PROMPT: '0',
  GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'http.extraheader', GIT_CONFIG_VALUE_0: 'Authorization: basic ' + Buffer.from('x-access-token:' + token).toString('base64') } });

if (env.GITHUB_EVENT_NAME === 'pull_request_target' && event.action === 'opened') {
  await say(event.number, 100, 'Hello');
  await api('POST', '/statuses/' + event.pull_request.head.sha, { state: 'pending', context: 'bert-e', description: 'waiting' });
  output('code', 100);
} else if (env.GITHUB_EVENT_NAME === 'issue_comment' && event.comment.body === 'land') {
  const pull = await api('GET', '/pulls/' + event.issue.number);
  const url = env.GITHUB_SERVER_URL + '/' + env.GITHUB_REPOSITORY + '.git';
  git('clone', '--quiet', '--bare', url, env.RUNNER_TEMP + '/r.git');
  git('--git-dir=' + env.RUNNER_TEMP + '/r.git', 'push', '--quiet', '--atomic', url, pull.head.sha + ':refs/heads/' + pull.base.ref);
  console.log('sent 1 request, started 2 git processes');
  output('code', 102);
  output('merged', '[' + pull.number + ']');
} else if (env.GITHUB_EVENT_NAME === 'issue_comment' && event.comment.body === 'fail') {
  console.log('::error::no');
  process.exitCode = 1;
} else if (env.GITHUB_EVENT_NAME === 'issue_comment' && /^loop/.test(event.comment.body)) {
  await say(event.issue.number, 104, 'loop');
} else if (env.GITHUB_EVENT_NAME === 'workflow_dispatch') {
  output('code', env.INPUT_COMMAND === 'sweep' ? 307 : 308);
} else {
  output('code', 302);
}
`;

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'small-robot-'));
  await mkdir(join(folder, 'dist'));
  await writeFile(join(folder, 'dist', 'package.json'), '{"type":"module"}');
  await writeFile(join(folder, 'dist', 'index.js'), smallRobot);
  await writeFile(join(folder, 'action.yml'), "name: small\ninputs: { token: { default: '${{ github.token }}' }, command: {}, branch: {} }\nruns: { using: node24, main: dist/index.js }\n");
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function inWorld(story: (world: World) => Promise<void>, options: WorldOptions = {}): Promise<void> {
  const world = await createWorld({ bundle: join(folder, 'dist', 'index.js'), ...options });
  try {
    await story(world);
  } catch (error) {
    await world.discard();
    throw error;
  }
  await world.finish();
}

async function openedPullRequest(world: World): Promise<number> {
  await world.author.push('bugfix/x', { from: 'development/4.3' });
  return world.author.openPullRequest('bugfix/x', 'development/4.3');
}

async function greetedPullRequest(world: World): Promise<number> {
  const number = await openedPullRequest(world);
  await world.deliverAll();
  world.robotSays();
  world.statusesSet();
  return number;
}

describe('a new world', () => {
  test('three self-contained development branches, named by where their commits were first seen', async () => {
    await inWorld(async (world) => {
      expect(await world.refs()).toEqual({
        'development/10.0': 'development/10.0@0', 'development/4.3': 'development/4.3@0', 'development/5.1': 'development/5.1@0',
      });
      expect(await world.isSelfContained()).toBe(true);
      expect(await world.github.readFile(world.repository, 'development/10.0', '.github/bert-e.yml')).toContain('robot: bert-e[bot]');
      expect(world.pending).toEqual([]);
    });
  });

  test('default branch main: the settings are there too', async () => {
    await inWorld(async (world) => {
      expect(world.github.repository(world.repository).defaultBranch).toBe('main');
      expect(await world.github.readFile(world.repository, 'main', '.github/bert-e.yml')).toContain('dashboard: create');
    }, { defaultBranch: 'main', settings: { dashboard: 'create' } });
  });
});

describe('delivering events', () => {
  test('new pull request: the robot runs for it, and again for its own comment', async () => {
    await inWorld(async (world) => {
      const number = await openedPullRequest(world);
      const runs = await world.deliverAll();
      expect(runs.map((run) => [run.subject, run.code])).toEqual([['pull_request_target opened', 100], ['issue_comment created', 302]]);
      expect(world.codesSaid(number)).toEqual([100]);
      expect(world.statusesSet()).toMatchObject([{ commit: 'bugfix/x@0', context: 'bert-e', state: 'pending', description: 'waiting' }]);
      expect(runs[0]?.writes).toEqual([`POST /repos/acme/product/issues/${number}/comments`, expect.stringMatching(/^POST .*\/statuses\//)]);
      expect(runs[0]?.pushes).toEqual([]);
    });
  });

  test('a push by the robot: refs before and after, what was asked, the figures printed, in readable names', async () => {
    await inWorld(async (world) => {
      const number = await greetedPullRequest(world);
      world.leader.comment(number, 'land');
      const run = await world.deliverNext();
      expect(run.moved).toEqual(['development/4.3: development/4.3@0 → bugfix/x@0']);
      expect(run.pushes).toEqual([['development/4.3: development/4.3@0 → bugfix/x@0']]);
      expect(run.printed).toEqual({ requests: 1, gitProcesses: 2 });
      expect([run.code, run.merged]).toEqual([102, [number]]);
      expect(world.history).toEqual(['author: bugfix/x: none → bugfix/x@0', 'bert-e[bot]: development/4.3: development/4.3@0 → bugfix/x@0']);
      expect(await world.graph()).toContain('bugfix/x@0 (development/4.3, bugfix/x) work 1 on bugfix/x');
      expect(world.pending.map(({ trigger }) => trigger)).toContain('push');
      await world.deliverAll();
    });
  });

  test('the run itself: listed on the commit it is attached to, over when it is over', async () => {
    await inWorld(async (world) => {
      await greetedPullRequest(world);
      const own = [...world.github.repository(world.repository).runs.values()].filter(({ path }) => path === '.github/workflows/bert-e.yml');
      expect(own.map(({ event, headBranch, status, conclusion }) => ({ event, headBranch, status, conclusion }))).toEqual([
        { event: 'pull_request_target', headBranch: 'bugfix/x', status: 'completed', conclusion: 'success' },
        { event: 'issue_comment', headBranch: 'development/10.0', status: 'completed', conclusion: 'success' },
      ]);
    });
  });

  test('by hand and by the clock: dispatch passes its inputs on, sweep is a schedule', async () => {
    await inWorld(async (world) => {
      expect((await world.dispatch({ command: 'sweep' })).code).toBe(307);
      expect((await world.sweep()).code).toBe(302);
      expect(world.pending).toEqual([]);
    });
  });

  test('a workflow that does not listen: nothing starts', async () => {
    await inWorld(async (world) => {
      await openedPullRequest(world);
      expect(await world.deliverAll()).toEqual([]);
      await expect(world.sweep()).rejects.toThrow('does not listen to schedule');
    }, { robotWorkflow: 'name: Bert-E\non: workflow_dispatch\n' });
  });

  test('at the same time: every event is handled', async () => {
    await inWorld(async (world) => {
      await world.author.push('bugfix/y', { from: 'development/5.1' });
      const numbers = [await openedPullRequest(world), await world.author.openPullRequest('bugfix/y', 'development/5.1')];
      await world.deliverAll({ concurrently: true });
      expect(numbers.map((number) => world.codesSaid(number))).toEqual([[100], [100]]);
      expect(world.statusesSet()).toHaveLength(2);
    });
  });

  test('a robot that answers itself for ever: stopped with an error', async () => {
    await inWorld(async (world) => {
      const number = await greetedPullRequest(world);
      world.author.comment(number, 'loop');
      await expect(world.deliverAll({ mostRuns: 3 })).rejects.toThrow('does not come to rest');
      world.robotSays();
    });
  });
});

describe('CI', () => {
  test('a push: its run waits, starts and ends when told, and the robot hears of the end', async () => {
    await inWorld(async (world) => {
      await world.author.push('bugfix/x', { from: 'development/4.3' });
      expect(world.ci.unfinished()).toEqual(['bugfix/x']);
      expect(world.ci.starts('bugfix/x')).toMatchObject([{ status: 'in_progress' }]);
      world.ci.fails('bugfix/x');
      expect(world.pending.map(({ trigger, event }) => [trigger, event.action])).toEqual([['workflow_run', 'completed']]);
      expect(() => world.ci.succeeds('bugfix/x')).toThrow('no unfinished workflow run');
      await world.deliverAll();
    });
  });

  test('planned for a pattern: later runs there end by themselves', async () => {
    await inWorld(async (world) => {
      world.ci.plan('w/**', 'success');
      await world.author.push('w/5.1/bugfix/x', { from: 'development/5.1' });
      expect(world.ci.unfinished()).toEqual([]);
      await world.deliverAll();
    });
  });

  test('branch renamed with git: the new name has runs of its own on the same commit', async () => {
    await inWorld(async (world) => {
      await world.author.push('bugfix/x', { from: 'development/4.3' });
      world.ci.succeeds('bugfix/x');
      await world.author.renameBranch('bugfix/x', 'bugfix/y');
      expect(world.ci.unfinished()).toEqual(['bugfix/y']);
      expect((await world.refs())['bugfix/y']).toBe('bugfix/x@0');
      await world.deliverAll();
    });
  });
});

describe('behind the robot’s back', () => {
  test('lost event: no run; losing what is not there is an error', async () => {
    await inWorld(async (world) => {
      await openedPullRequest(world);
      expect(world.loseEvents(({ name }) => name === 'pull_request')).toBe(1);
      expect(await world.deliverAll()).toEqual([]);
      expect(() => world.loseEvents()).toThrow('nothing was lost');
    });
  });

  test('refused push: asked for, and nothing moved', async () => {
    await inWorld(async (world) => {
      const number = await greetedPullRequest(world);
      world.refuseNextPush('protected branch');
      world.leader.comment(number, 'land');
      const run = await world.deliverNext();
      expect(run.conclusion).toBe('failure');
      expect(run.pushes).toHaveLength(1);
      expect(run.moved).toEqual([]);
    });
  });

  test('branch moved between decision and push: the robot meets it', async () => {
    await inWorld(async (world) => {
      const number = await greetedPullRequest(world);
      world.beforeNextPush(() => world.admin.push('development/4.3'));
      world.leader.comment(number, 'land');
      const run = await world.deliverNext();
      expect(run.conclusion).toBe('failure');
      expect(run.moved).toEqual(['development/4.3: development/4.3@0 → development/4.3@1']);
      expect(world.history.at(-1)).toBe('admin: development/4.3: development/4.3@0 → development/4.3@1');
      await world.deliverAll();
    });
  });

  test('killed as its push arrives: the run is dead, the push happened all the same', async () => {
    await inWorld(async (world) => {
      const number = await greetedPullRequest(world);
      world.leader.comment(number, 'land');
      const run = await world.deliverNext({ killAt: ({ receivePack }) => receivePack });
      expect(run.result.ending).toMatchObject({ kind: 'killed', reason: 'killed' });
      expect(run.code).toBeNull();
      expect(run.moved).toEqual(['development/4.3: development/4.3@0 → bugfix/x@0']);
      await world.deliverAll();
    });
  });

  test('killed at its first request, which is answered late: waited for, and nothing after it was asked', async () => {
    await inWorld(async (world) => {
      const number = await openedPullRequest(world);
      world.github.faults.rest({}, { kind: 'delay', milliseconds: 400 });
      const run = await world.deliverNext({ killAt: (_request, index) => index === 0 });
      expect(run.result.exitCode).toBeNull();
      expect(run.requests).toHaveLength(1);
      expect(world.codesSaid(number)).toEqual([100]);
      await world.deliverAll();
    });
  });
});

describe('nothing goes unread', () => {
  async function complaint(story: (world: World) => Promise<void>): Promise<string> {
    try {
      await inWorld(story);
    } catch (error) {
      return String(error);
    }
    return 'none';
  }

  test('comment and status nobody looked at: the end names them', async () => {
    const text = await complaint(async (world) => {
      await openedPullRequest(world);
      await world.deliverAll();
    });
    expect(text).toContain('comment 100 on #1: Hello');
    expect(text).toContain('status bert-e pending on bugfix/x@0: waiting');
  });

  test('failed run nobody looked at: the end names it; looked at: it does not', async () => {
    const fail = async (world: World, look: boolean): Promise<void> => {
      const number = await greetedPullRequest(world);
      world.author.comment(number, 'fail');
      const [run] = await world.deliverAll();
      if (look) expect(run?.conclusion).toBe('failure');
    };
    expect(await complaint((world) => fail(world, false))).toContain('failed run 3 (issue_comment created)');
    expect(await complaint((world) => fail(world, true))).toBe('none');
  });

  test('edited comment: unread again', async () => {
    const text = await complaint(async (world) => {
      const number = await openedPullRequest(world);
      await world.deliverAll();
      world.statusesSet();
      const [comment] = world.robotSays(number);
      world.github.editComment(world.robot.login, world.repository, comment?.id ?? 0, 'changed');
    });
    expect(text).toContain('comment without a code on #1: changed');
  });

  test('fault never met: the end names it', async () => {
    const refused = await complaint((world) => {
      world.refuseNextPush();
      return Promise.resolve();
    });
    const moved = await complaint((world) => {
      world.beforeNextPush(() => Promise.resolve());
      return Promise.resolve();
    });
    expect([refused, moved]).toEqual([expect.stringContaining('a fault was armed and never met'), expect.stringContaining('beforeNextPush was armed and never met')]);
  });
});
