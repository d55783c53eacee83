import { expect, jest, test } from '@jest/globals';
import { forgetEvents, inWorld, look } from '../main-job/stories.js';
import { expectHarmlessComments, expectHarmlessMarkdown, expectObeysNobody, manyLines, oneLine } from './harmless.js';

jest.setTimeout(300_000);

/** Everything git allows in a name, and each a way to be taken for something else. */
const names = [
  '--upload-pack=touch${IFS}canary/-rf/$(touch${IFS}canary)`touch${IFS}canary`;touch${IFS}canary&|>canary<\'"!#%', 'refs/heads/development/4.3/HEAD/@/{@}',
  '0123456789abcdef0123456789abcdef01234567', 'CON/nul.txt/com1/__proto__', 'cafe\u0301', 'caf\u00e9', '\u202egnp\u2066.\u200b\ufeff\u2028\u2029𝒳',
  '%0A%0D%2e%2e%2F%3A%3Aerror%3A%3Aforged/$&$1$$$`$\'/<!--x-->/</details>/```/|@octo-org|@octocat|', `${'long'.repeat(59)}x`,
];

test('every name git allows goes the whole way, through integration branches and the queue, side by side; nothing is executed, obeyed or mixed up', async () => {
  await inWorld({ versions: ['4.3', '5.1'], settings: { use_queues: true } }, async (world) => {
    world.ci.plan('**', 'success');
    const branches = names.map((name) => `bugfix/${name}`);
    const numbers: number[] = [];
    for (const [index, branch] of branches.entries()) {
      await world.author.push(branch, { from: 'development/4.3', files: { [`${index}.txt`]: `${index}\n` }, message: manyLines });
      numbers.push(await world.author.openPullRequest(branch, 'development/4.3', { title: `${index} ${oneLine}`.slice(0, 250) }));
      await world.reviewer.approve(numbers.at(-1) ?? 0);
    }
    const before = await world.refs();
    forgetEvents(world);
    const made = await world.sweep({ debug: true });
    forgetEvents(world);
    const queued = await world.sweep({ debug: true });
    forgetEvents(world);
    world.github.sendEvent('author', world.repository, 'push', null, { ref: 'refs/heads/development/5.1' });
    const merged = await world.deliverNext({ debug: true });
    for (const run of [made, queued, merged]) {
      expectObeysNobody(run);
      expectHarmlessMarkdown(run.result.summary, world);
      expect(run.conclusion).toBe('success');
    }
    expect([made.code, queued.code, merged.code]).toEqual([304, 125, 306]);
    expect([queued.queued, merged.merged].map((found) => [...found].sort((one, other) => one - other))).toEqual([numbers, numbers]);
    for (const [index] of branches.entries()) {
      for (const version of ['4.3', '5.1']) expect(await world.github.readFile(world.repository, `development/${version}`, `${index}.txt`)).toBe(`${index}\n`);
    }
    // Each source branch is where it was, the versions have moved, and what was in between is gone.
    expect(Object.fromEntries(Object.entries(await world.refs()).filter(([ref]) => !/^(?:development|q)\//.test(ref)))).toEqual(
      Object.fromEntries(Object.entries(before).filter(([ref]) => !ref.startsWith('development/'))));
    // Greeting, branches made, approvals or builds; queued; merged.
    expect(expectHarmlessComments(world).filter((code) => code === 102)).toHaveLength(names.length);
    for (const { description } of world.statusesSet()) expect(description).not.toMatch(/[\p{Cc}\p{Zl}\p{Bidi_Control}]/u);
    forgetEvents(world);
  });
});

test('names of runs that git itself would refuse, in lists and in the event: compared and nothing else', async () => {
  await inWorld({ versions: ['4.3'] }, async (world) => {
    const odd = ['@{-1}', '--upload-pack=x', '../../x', 'a..b', 'x.lock', 'refs/heads/bugfix/x', ' bugfix/x', 'bugfix/x\n', 'BUGFIX/X', ':', '*', '', manyLines];
    const headSha = await world.author.push('bugfix/x', { from: 'development/4.3' });
    const number = await world.author.openPullRequest('bugfix/x', 'development/4.3');
    await world.reviewer.approve(number);
    world.github.setRuns(world.repository, odd.map((headBranch) => ({ workflow: { name: manyLines, path: `.github/workflows/${oneLine}.yml` }, headSha, headBranch })));
    const run = await look(world, number, { debug: true });
    expect([run.code, run.moved]).toEqual([304, []]);
    expectObeysNobody(run);
    expectHarmlessMarkdown(run.result.summary, world);
    for (const headBranch of odd.slice(0, 2)) {
      world.github.sendEvent('mallory', world.repository, 'workflow_run', 'completed', { workflow_run: { name: 'CI', head_branch: headBranch, head_sha: headSha, head_repository: { full_name: manyLines }, id: headBranch } });
      const event = await world.deliverNext();
      expect([headBranch, event.code, event.moved, event.writes]).toEqual([headBranch, event.code === 304 ? 304 : 302, [], []]);
      expectObeysNobody(event);
    }
    expect(expectHarmlessComments(world)).toEqual([100]);
    world.statusesSet();
  });
});
