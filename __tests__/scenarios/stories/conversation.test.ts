import { describe, expect, test } from '@jest/globals';
import { account, evaluation, forget, inWorld, opened, reaction } from './story.js';

const base = 'development/10.0';
const versions = ['10.0'];

describe('options and commands', () => {
  test('greeting once, help each time, unknown word answered once, what the robot itself says is not obeyed', async () => {
    await inWorld({ versions }, async (world) => {
      const number = await opened(world, { base });
      const first = await reaction(world);
      expect(first.told).toEqual({ code: 115, said: [100, 115], status: ['pending: 1 approval missing'], moved: [] });
      expect(first.comments[0]?.body).toContain('Hello @author!');
      expect(first.comments[0]?.body).toContain('| `/wait` | do nothing until this comment is removed | everybody |');
      expect(first.comments[0]?.body).toContain('| `/retry`, `/build` |');
      expect((await evaluation(world, number)).told).toEqual({ code: 115, said: [], status: [], moved: [] });

      // A stranger may ask, too. The robot hears its own answer and is quiet.
      world.person('passer-by').comment(number, '@bert-e help');
      const help = account(world, await world.deliverNext());
      expect(help.told).toEqual({ code: 101, said: [101], status: [], moved: [] });
      expect((await evaluation(world, number)).told).toMatchObject({ code: 115, said: [115] });
      world.author.comment(number, '/help');
      expect((await reaction(world)).told).toMatchObject({ code: 101, said: [101] });
      world.author.comment(number, '/help');
      expect((await reaction(world)).told).toMatchObject({ code: 101, said: [101] });

      world.reviewer.comment(number, '@bert-e status?');
      const unknown = await reaction(world);
      expect(unknown.told).toEqual({ code: 122, said: [122], status: ['failure: Unknown command: status?'], moved: [] });
      expect(unknown.text).toContain('Did you mean `status`?');
      expect((await evaluation(world, number)).told).toEqual({ code: 115, said: [115], status: ['pending: 1 approval missing'], moved: [] });
    });
  });

  test('wait: nothing is pushed or said until it is edited or deleted; edited means what it says now', async () => {
    await inWorld({ settings: { required_peer_approvals: 0 } }, async (world) => {
      world.ci.plan('**', 'success');
      const number = await opened(world);
      const comment = world.author.comment(number, '/wait');
      expect((await reaction(world)).told).toEqual({ code: 302, said: [100], status: ['pending: On hold: option wait, set by author'], moved: [] });
      await world.author.push('bugfix/x');
      expect((await reaction(world)).told).toEqual({ code: 302, said: [], status: ['pending: On hold: option wait, set by author'], moved: [] });
      world.author.editComment(comment.id, '/unanimity');
      expect((await reaction(world)).told).toMatchObject({
        code: 304, said: [121], moved: ['w/10.0/bugfix/x: none → w/10.0/bugfix/x@0', 'w/5.1/bugfix/x: none → w/5.1/bugfix/x@0'],
      });
      world.author.editComment(comment.id, '/wait /unanimity');
      const again = await reaction(world);
      expect(again.told).toEqual({ code: 302, said: [], status: ['pending: On hold: option wait, set by author'], moved: [] });
      world.author.deleteComment(comment.id);
      const merged = await reaction(world);
      expect(merged.told).toMatchObject({ code: 102, said: [102] });
      expect(merged.text).toContain('<sub>No options set');
    });
  });

  test('bypasses: refused to everybody but admins, quoted harmlessly; an admin may, also by the input; recorded', async () => {
    await inWorld({ versions, settings: { required_leader_approvals: 1 } }, async (world) => {
      const number = await opened(world, { base });
      const attempt = world.reviewer.comment(number, '/bypass_peer_approval, /bypass_build_status');
      const refused = await reaction(world);
      expect(refused.told).toEqual({ code: 123, said: [100, 123], status: ['failure: reviewer may not use bypass_peer_approval'], moved: [] });
      world.reviewer.editComment(attempt.id, '/bypass_build_status @octo-org/everyone <!-- bert-e: code=100 key=a --> ```');
      expect((await reaction(world)).told.code).toBe(115);
      world.reviewer.editComment(attempt.id, '@bert-e bypass_build_status');
      const quoted = await reaction(world);
      expect(quoted.told).toMatchObject({ code: 123, said: [123] });
      expect(quoted.text).toContain('> \\@');
      expect(quoted.text).not.toMatch(/(?<![\w/[`])@bert-e/);
      world.reviewer.deleteComment(attempt.id);

      world.admin.comment(number, '/bypass_peer_approval /bypass_build_status');
      const input = { inputs: { options: 'bypass_leader_approval' } };
      expect((await reaction(world)).told).toMatchObject({ code: 115, said: [115], status: ['pending: 1 approval missing (1 of a leader)'] });
      const merged = await evaluation(world, number, input);
      expect(merged.told).toMatchObject({ code: 102, said: [102], moved: [`${base}: ${base}@0 → bugfix/x@0`] });
      expect(merged.text).toContain('**Builds were not looked at:** `bypass_build_status` is in force.');
      expect(merged.text).toMatch(/`bypass_build_status` \(by \[`admin`\][^]*`bypass_leader_approval` \(by the input `options`/);
    });
  });

  test('an admin on their own pull request may bypass; wrong syntax 130; approve by somebody else 134', async () => {
    await inWorld({ versions, settings: { need_author_approval: true } }, async (world) => {
      await world.admin.push('bugfix/own', { from: base });
      const number = await world.admin.openPullRequest('bugfix/own', base);
      const wrong = world.reviewer.comment(number, '/wait=maybe');
      expect((await reaction(world)).told).toEqual({ code: 130, said: [100, 130], status: ['failure: Option not understood: wait=maybe'], moved: [] });
      world.reviewer.editComment(wrong.id, '/approve');
      expect((await reaction(world)).told).toEqual({ code: 134, said: [134], status: ['failure: Only the author may use approve'], moved: [] });
      world.reviewer.editComment(wrong.id, '/wait=false');
      const asked = await reaction(world);
      expect(asked.told).toEqual({ code: 115, said: [115], status: ['pending: 1 approval missing; the author has not approved'], moved: [] });
      world.admin.comment(number, '/approve');
      expect((await reaction(world)).told).toMatchObject({ code: 115, said: [115], status: ['pending: 1 approval missing'] });
      world.admin.comment(number, '/bypass_build_status /bypass_peer_approval');
      expect((await reaction(world)).told).toMatchObject({ code: 102, said: [102] });
    });
  });

  test('quotes, code and prose: asked for nothing', async () => {
    await inWorld({ versions }, async (world) => {
      const number = await opened(world, { base });
      expect((await reaction(world)).told.code).toBe(115);
      for (const body of ['> /wait', '```\n/wait\n```', '    /wait', 'I would /wait here', '`/wait`', '<!-- /wait -->', '/wait until tomorrow, please', 'ask @bert-e wait']) {
        world.author.comment(number, body);
      }
      expect((await reaction(world)).told).toEqual({ code: 115, said: [], status: [], moved: [] });
    });
  });

  test('status: a real report of every check, of each run counted or ignored', async () => {
    await inWorld({}, async (world) => {
      world.ci.plan('w/**', 'success');
      const number = await opened(world);
      expect((await reaction(world)).told.code).toBe(115);
      world.ci.fails('bugfix/x');
      world.github.addRuns(world.repository, [
        { workflow: { name: 'CI', path: '.github/workflows/ci.yml' }, headBranch: 'bugfix/old-name', headSha: await world.tip('bugfix/x'), conclusion: 'success' },
      ]);
      world.reviewer.comment(number, '@bert-e status');
      const status = await reaction(world);
      expect(status.told).toEqual({ code: 104, said: [104], status: [], moved: [] });
      expect(status.text).toContain('| 🛑 | approvals | **1 approval missing** |');
      expect(status.text).toContain('| 🛑 | builds | **CI failed on bugfix\\/x\\: 1 workflow run** |');
      expect(status.text).toMatch(/✅ \| integration branches \| `w\/5\.1\/bugfix\/x` unchanged, `w\/10\.0\/bugfix\/x` unchanged/);
      expect(status.text).toMatch(/bugfix\/x<\/code>: 1 run counted[^]*bugfix\/old-name/);
      expect(status.text).toContain('#### Cascade');
      expect(status.run.state).toBe('neutral');
    });
  });

  test('retry and build: failed runs really run again, 137; clear removes what the robot said before but greeting and branches, 138', async () => {
    await inWorld({ settings: { required_peer_approvals: 0 } }, async (world) => {
      const number = await opened(world);
      expect((await reaction(world)).told.code).toBe(304);
      world.ci.succeeds('bugfix/x');
      world.ci.fails('w/5.1/bugfix/x');
      world.ci.succeeds('w/10.0/bugfix/x');
      expect((await reaction(world)).told).toMatchObject({ code: 118, said: [118], status: ['failure: CI failed on w/5.1/bugfix/x: 1 workflow run'] });

      world.author.comment(number, '/retry');
      const retry = account(world, await world.deliverNext());
      expect(retry.told).toEqual({ code: 137, said: [137], status: [], moved: [] });
      expect(world.ci.simulator.unfinished.map(({ headBranch, runAttempt }) => [headBranch, runAttempt])).toEqual([['w/5.1/bugfix/x', 2]]);
      expect(retry.run.writes.filter((write) => write.includes('rerun'))).toHaveLength(1);
      expect((await evaluation(world, number)).told).toMatchObject({ code: 303, said: [] });

      world.ci.fails('w/5.1/bugfix/x');
      expect((await reaction(world)).told).toMatchObject({ code: 118, said: [118] });
      world.author.comment(number, '@bert-e build');
      expect((await reaction(world)).told).toMatchObject({ code: 137, said: [137] });

      world.reviewer.comment(number, 'Looks good so far.');
      forget(world);
      world.author.comment(number, '/clear');
      expect((await reaction(world)).told).toEqual({ code: 138, said: [138], status: [], moved: [] });
      const left = world.github.comments(world.repository, number);
      expect(left.map(({ author, body }) => `${author}: ${/code=(\d+)/.exec(body)?.[1] ?? body}`)).toEqual([
        'bert-e[bot]: 100', 'bert-e[bot]: 121', 'author: /retry', 'author: @bert-e build', 'reviewer: Looks good so far.', 'author: /clear', 'bert-e[bot]: 138',
      ]);
      // The commands of before are not carried out once more.
      expect((await evaluation(world, number)).told).toMatchObject({ code: 303, said: [] });
      world.ci.succeeds('w/5.1/bugfix/x');
      expect((await reaction(world)).told).toMatchObject({ code: 102, said: [102] });
      expect(world.ci.simulator.runs({ branch: 'w/5.1/bugfix/x' }).map(({ runAttempt }) => runAttempt)).toEqual([3]);
    });
  });

  test('a bot author with standing bypasses: merges without approval, for nobody else', async () => {
    await inWorld({ versions, settings: { pr_author_options: { 'dependabot[bot]': ['bypass_peer_approval', 'bypass_author_approval'] } } }, async (world) => {
      world.ci.plan('**', 'success');
      world.github.createAccount('dependabot[bot]', 'Bot');
      const bot = world.person('dependabot[bot]');
      await bot.push('dependabot/npm/left-pad-1.3.0', { from: base });
      await bot.openPullRequest('dependabot/npm/left-pad-1.3.0', base);
      const merged = await reaction(world);
      expect(merged.told).toMatchObject({ code: 102, said: [100, 102] });
      expect(merged.comments[0]?.body).toContain('Hello `dependabot[bot]`!');
      expect(merged.text).toContain('`bypass_peer_approval` (by the settings');
      await opened(world, { base });
      expect((await reaction(world)).told).toMatchObject({ code: 115, said: [100, 115] });
    });
  });
});
