import { describe, expect, test } from '@jest/globals';
import type { World } from '../../../sandbox/world/index.js';
import { approvedPullRequest, forgetEvents, green, inWorld, look, lookAtQueue, queueBranches, queuedPullRequest, told } from './stories.js';

/** A queue with two pull requests over two versions: the first on both, the second on the newest. */
interface Queue {
  readonly first: string;
  readonly later: string;
  readonly second: string;
  readonly numbers: readonly [number, number];
}

interface Damage {
  readonly rule: string;
  readonly what: string;
  readonly damage: (world: World, queue: Queue) => Promise<unknown>;
}

/** What people do to branches they should leave alone; none of it creates a commit that exists in the queue only. */
const damages: readonly Damage[] = [
  { rule: 'Q001', what: 'a queue is deleted', damage: (world) => world.admin.deleteBranch('q/5.1') },
  { rule: 'Q002', what: 'somebody pushes to a version branch', damage: (world) => world.admin.push('development/10.0') },
  {
    rule: 'Q003',
    what: 'the entries of a version are deleted',
    damage: (world, { first, later, second }) => Promise.all([first, later, second].map((branch) => world.admin.deleteBranch(branch))),
  },
  { rule: 'Q004', what: 'a queue is rewound', damage: (world, { later }) => world.admin.forcePush('q/10.0', later) },
  { rule: 'Q005', what: 'the newest entry is deleted', damage: (world, { second }) => world.admin.deleteBranch(second) },
  {
    rule: 'Q006',
    what: 'the newest entry is replaced by something else',
    damage: async (world, { second }) => {
      await world.author.push('user/other', { from: 'development/10.0' });
      await world.admin.forcePush(second, 'user/other');
    },
  },
  { rule: 'Q007', what: 'an entry is rewound', damage: (world, { later }) => world.admin.forcePush(later, 'development/10.0') },
  { rule: 'Q007', what: 'a pull request is gone from one version', damage: (world, { later }) => world.admin.deleteBranch(later) },
  {
    rule: 'Q008',
    what: 'a pull request is queued under two names',
    damage: (world, { second, numbers: [, number] }) => world.admin.createBranch(`q/w/${number}/10.0/bugfix/renamed`, second),
  },
];

async function twoQueued(world: World): Promise<Queue> {
  const one = await queuedPullRequest(world, { branch: 'bugfix/x', base: 'development/5.1' });
  const two = await queuedPullRequest(world, { branch: 'bugfix/y' });
  return { first: `q/w/${one}/5.1/bugfix/x`, later: `q/w/${one}/10.0/bugfix/x`, second: `q/w/${two}/10.0/bugfix/y`, numbers: [one, two] };
}

function problemsIn(text: string | undefined): readonly string[] {
  return [...new Set((text ?? '').match(/Q00\d/g) ?? [])].sort();
}

/** Puts back every branch as it was. */
async function restore(world: World, before: ReadonlyMap<string, string>): Promise<void> {
  const now = await world.github.refs(world.repository);
  for (const [ref, sha] of before) {
    const branch = ref.replace('refs/heads/', '');
    if (!ref.startsWith('refs/heads/') || now.get(ref) === sha) continue;
    if (now.has(ref)) await world.admin.forcePush(branch, sha);
    else await world.admin.createBranch(branch, sha);
  }
  for (const ref of now.keys()) {
    if (ref.startsWith('refs/heads/') && !before.has(ref)) await world.admin.deleteBranch(ref.replace('refs/heads/', ''));
  }
}

describe('an incoherent queue', () => {
  test('queue_recovery: block: every damage is named, nothing is merged, pushed or queued, until somebody repairs it', async () => {
    await inWorld({ settings: { queue_recovery: 'block' } }, async (world) => {
      const queue = await twoQueued(world);
      green(world, queue.first, queue.later, queue.second);
      const third = await approvedPullRequest(world, { branch: 'bugfix/z' });
      const before = await world.github.refs(world.repository);
      for (const { rule, what, damage } of damages) {
        await damage(world, queue);
        const run = await lookAtQueue(world);
        expect([what, run.code, run.state, run.pushes, run.writes]).toEqual([what, 214, 'failure', [], []]);
        expect([what, problemsIn(run.result.outputs.message)]).toEqual([what, expect.arrayContaining([rule])]);
        if (what === 'a queue is rewound') {
          const entering = await look(world, third);
          expect([entering.code, entering.pushes]).toEqual([127, []]);
          expect(problemsIn(world.robotSays(third).at(-1)?.body)).toEqual(['Q004']);
        }
        await restore(world, before);
        forgetEvents(world);
      }
      expect((await lookAtQueue(world)).merged).toEqual(queue.numbers);
      told(world);
    });
  });

  test('queue_recovery: rebuild: repaired by deleting and queueing again, in order, each told once', async () => {
    await inWorld({}, async (world) => {
      const queue = await twoQueued(world);
      // One each of what is gone, behind, forgotten and there twice; the rules themselves are held above.
      const kinds = ['a queue is deleted', 'somebody pushes to a version branch', 'the newest entry is deleted', 'a pull request is queued under two names'];
      for (const { what, damage } of damages.filter((each) => kinds.includes(each.what))) {
        await damage(world, queue);
        const run = await lookAtQueue(world);
        expect([what, run.code, run.state]).toEqual([what, 302, 'neutral']);
        // The same words for the same damage are not repeated.
        const said = told(world).comments;
        expect([what, what === 'a queue is deleted' ? said : said.slice(2)]).toEqual([what, what === 'a queue is deleted' ? ['#1 125', '#2 125'] : []]);
        // Where nothing tells any more that it was queued, it comes back as if it never was.
        if (what === 'the newest entry is deleted') expect((await look(world, queue.numbers[1])).code).toBe(125);
        expect((await queueBranches(world)).filter((branch) => branch.startsWith('q/w/'))).toEqual([queue.later, queue.first, queue.second]);
        const again = await lookAtQueue(world);
        expect([what, again.code, again.pushes, again.writes]).toEqual([what, 302, [], []]);
      }
      green(world, queue.second, queue.first, queue.later);
      expect([...(await lookAtQueue(world)).merged].sort()).toEqual(queue.numbers);
      told(world);
    });
  });

  test('somebody pushed to the queue: their commit is not lost, it blocks until it is saved; a newcomer is told 127', async () => {
    await inWorld({}, async (world) => {
      const queue = await twoQueued(world);
      const precious = await world.author.push(queue.second, { files: { 'precious.txt': 'work\n' } });
      const run = await lookAtQueue(world);
      expect([run.code, run.pushes]).toEqual([214, []]);
      expect(run.result.log.join('\n')).toContain(precious.slice(0, 7));
      const third = await approvedPullRequest(world, { branch: 'bugfix/z' });
      const entering = await look(world, third);
      expect([entering.code, entering.pushes]).toEqual([127, []]);
      expect(told(world).comments).toEqual([`#${third} 100`, `#${third} 127`]);
      await world.author.createBranch('user/saved', precious);
      // The same look now repairs the queue first, and then queues: no word of an error that is none any more.
      const repaired = await look(world, third);
      expect([repaired.code, repaired.queued]).toEqual([125, [...queue.numbers, third]]);
      expect(told(world).comments).toEqual([...queue.numbers, third].map((number) => `#${number} 125`));
      expect(await world.tip('user/saved')).toBe(precious);
    });
  });
});
