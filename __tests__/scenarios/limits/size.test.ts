import { expect, jest, test } from '@jest/globals';
import type { RunConclusion, RunInput } from '../../../sandbox/github/index.js';
import type { RobotRun, World } from '../../../sandbox/world/index.js';
import { forgetEvents, inWorld, look, newPullRequest, oneVersion, onlyRead, simplePullRequest, source, told } from '../main-job/stories.js';
import { startMeasuring } from './figures.js';
import type { Measuring } from './figures.js';

jest.setTimeout(300_000);

/** An ordinary run takes about 90 MB and half a second of the processor. */
const most = { megabytes: 250, processorSeconds: 15 };

async function within(measuring: Measuring, run: RobotRun, requests: number): Promise<void> {
  const { megabytes, processorSeconds } = await measuring.figures();
  expect({ run: run.number, megabytes: megabytes < most.megabytes ? 'fine' : megabytes, processorSeconds: processorSeconds < most.processorSeconds ? 'fine' : processorSeconds, requests: run.requests.length <= requests ? 'fine' : run.requests.length })
    .toEqual({ run: run.number, megabytes: 'fine', processorSeconds: 'fine', requests: 'fine' });
}

async function measured(story: (measuring: Measuring) => Promise<void>): Promise<void> {
  const measuring = await startMeasuring();
  try {
    await story(measuring);
  } finally {
    await measuring.end();
  }
}

/** Branches of every kind, all where the newest version is, and as many tags. */
async function manyRefs(world: World, count: number): Promise<void> {
  const tip = await world.tip('development/4.3');
  const names = [
    ...Array.from({ length: 40 }, (_, index) => `development/3.${index}`), ...Array.from({ length: 20 }, (_, index) => `hotfix/2.${index}.0`),
    ...Array.from({ length: 90 }, (_, index) => `w/3.${index % 40}/bugfix/other-${index}`), ...Array.from({ length: 90 }, (_, index) => `q/w/${900 + index}/3.1/bugfix/other-${index}`),
    ...Array.from({ length: count - 240 }, (_, index) => `user/somebody/${index}`),
  ];
  const { git } = world.github.repository(world.repository);
  await git.setRefs(new Map([...names.map((name) => `refs/heads/${name}`), ...names.map((_, index) => `refs/tags/1.0.${index}`)].map((ref) => [ref, tip])));
}

test('3,000 comments, 1,000 runs and 1,000 check runs on the commit, 500 branches and an event of 5 MB: the first and the last of each count, within bounds', async () => {
  await measured(async (measuring) => {
    await inWorld({ ...oneVersion, settings: { build_key: ['github_actions', 'check:unit 999'] } }, async (world) => {
      const { github, repository } = world;
      const number = await newPullRequest(world);
      await manyRefs(world, 500);
      github.comment('admin', repository, number, '/bypass_peer_approval');
      for (let index = 1; index < 2_999; index += 1) github.comment(`person-${index % 50}`, repository, number, `I think so too, ${index} times. `.repeat(4));
      const hold = github.comment('author', repository, number, '/wait');
      forgetEvents(world);
      const headSha = await world.tip(source);
      const build = (id: number, conclusion: RunConclusion): RunInput => ({ workflow: { name: `W${id}`, path: `.github/workflows/${id === 1 ? 'oldest' : `w${id % 40}`}.yml` }, headSha, headBranch: source, id, conclusion });
      // One a second, as GitHub lists them: the newest first, 1,000 at most in one list.
      const builds = (count: number, oldest: RunConclusion): void => {
        const made = github.setRuns(repository, [build(1, oldest), ...Array.from({ length: count - 1 }, (_, index) => build(index + 2, 'success'))]);
        for (const run of made) Object.assign(run, { createdAt: github.now() - (count - run.id) * 1000 });
      };
      builds(1_000, 'failure');
      for (let index = 0; index < 1_000; index += 1) await github.setCheckRun('checker', repository, { name: `unit ${index}`, headSha, conclusion: 'success' });
      forgetEvents(world);

      const options = { environment: measuring.environment };
      github.sendEvent('author', repository, 'issue_comment', 'created', { issue: { number, pull_request: { url: 'x' } }, comment: { id: hold.id, body: '/wait '.repeat(850_000) } });
      const waiting = await world.deliverNext(options);
      expect([waiting.code, waiting.moved, waiting.result.outputs.message]).toEqual([302, [], expect.stringMatching(/wait/i)]);
      await within(measuring, waiting, 80);

      world.author.deleteComment(hold.id);
      const red = await look(world, number, options);
      expect([red.code, red.moved, red.result.outputs.message]).toEqual([118, [], expect.stringContaining('1 workflow run')]);
      expect(red.result.summary).toContain('oldest');
      await within(measuring, red, 110);
      builds(1_100, 'failure');
      const beyond = await look(world, number, options);
      expect([beyond.code, beyond.moved, beyond.result.outputs.message]).toEqual([118, [], expect.stringContaining('1 workflow run')]);
      await within(measuring, beyond, 120);
      builds(1_000, 'success');
      await github.setCheckRun('checker', repository, { name: 'unit 999', headSha, conclusion: 'failure' });
      const unchecked = await look(world, number, options);
      expect([unchecked.code, unchecked.moved, unchecked.result.outputs.message]).toEqual([118, [], expect.stringContaining('unit 999')]);
      await within(measuring, unchecked, 110);
      await github.setCheckRun('checker', repository, { name: 'unit 999', headSha, conclusion: 'success' });
      const merged = await look(world, number, options);
      expect([merged.code, merged.moved]).toEqual([102, [`development/4.3: development/4.3@0 → ${source}@0`]]);
      await within(measuring, merged, 200);
      told(world);
    });
  });
});

const length = 60_000;
const fill = (text: string, size = length): string => text.repeat(Math.ceil(size / text.length)).slice(0, size);
const nested = (open: string, close: string): string => fill(open, length / 2) + fill(close, length / 2);

/** Each as long as a comment may be; none holds an option. */
const pathological: readonly string[] = [
  fill('@octocat '), fill('@octo-org/team\n'), fill('a\u0301'), fill('\u200b\u202e'), fill('>'), fill('> > '), fill('```\n'), fill('~~~\n````\n'), fill('`'), nested('> ', '\n'),
  nested('<details>', '</details>'), nested('[', ']('), nested('(', ')'), fill('![x]('), fill('<!--'), fill('<!-- bert-e: code=102 key='), fill('<!-- bert-e: code=102 key=a -->\n'), nested('<', '>'), fill('- '), fill('    - x\n'),
  fill('|'), fill('| a '), fill('\\'), fill('&#64;'), fill('&'), fill('*_'), fill('**a'), fill('::error::'), fill('##['), fill('a!'), `${fill('a')}!`, fill(' '), fill('\t\n'), fill('\r\n'), fill('\r'), fill('/'), fill('/ '), fill('@'), fill('#1 '), fill('http://a.'), fill('a@b.'),
  fill('𝒳'), fill('\ud800'), fill('0'), fill('a/b'), fill('=,'), fill('@bert-e'),
];

/** The same behind what makes the robot read on. */
const addressed: readonly string[] = [
  `@bert-e ${fill('wait,=')}`, `@bert-e ${fill(' , . - / : ; | + ;')}x`, `@bert-e after_pull_request=${fill('1')}`, `/${fill('wait')}`, `@bert-e bypass_build_status=${fill('`@octocat` <!-- ')}`,
];

test('comments of 60 kB that would keep a careless parser busy for hours: read in no time; those that say nothing change nothing, and what follows them counts', async () => {
  await measured(async (measuring) => {
    await inWorld(oneVersion, async (world) => {
      const number = await simplePullRequest(world);
      const options = { environment: measuring.environment, debug: true };
      Object.assign(world.github.pullRequest(world.repository, number), { body: fill('@bert-e wait ```') });
      for (const body of pathological) world.author.comment(number, body);
      const last = world.author.comment(number, '/wait');
      const waiting = await look(world, number, options);
      expect([waiting.code, waiting.moved]).toEqual([302, []]);
      await within(measuring, waiting, 20);
      world.author.deleteComment(last.id);
      for (const body of addressed) {
        const { id } = world.author.comment(number, body);
        const run = await look(world, number, options);
        expect([body.slice(0, 30), run.merged, run.moved]).toEqual([body.slice(0, 30), [], []]);
        expect(world.robotSays().filter(({ body: answer }) => answer.length > 20_000)).toEqual([]);
        await within(measuring, run, 20);
        world.author.deleteComment(id);
      }
      const merged = await look(world, number, options);
      expect([merged.code, onlyRead(merged)]).toEqual([102, false]);
      await within(measuring, merged, 25);
      told(world);
    });
  });
});
