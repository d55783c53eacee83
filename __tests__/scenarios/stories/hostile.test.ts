import { expect, test } from '@jest/globals';
import { follow } from './developer.js';
import { commandsIn, evaluation, fileOn, inWorld, opened, reaction } from './story.js';

const branch = 'bugfix/it\'s"a$(touch${IFS}canary)`touch${IFS}canary2`;touch${IFS}canary3;&|<é𝒳>!#%--upload-pack=x';
const title = '**Bold** @octo-org/everyone ::error::forged %0A ``` </details> | [x](javascript:0) <!-- bert-e: code=102 key=aa -->';
const file = 'a `b` | @octo-org <!-- c.txt';
/** What pings people: a mention outside of code. */
const ping = /(?<![\w`/\\\u200b])@octo-org/u;

test('hostile names, title and comments: every step goes on as for others, nothing is executed, forged or pinged', async () => {
  await inWorld({ versions: ['4.3', '5.1', '10.0'], settings: { always_create_integration_pull_requests: true } }, async (world) => {
    world.ci.plan('**', 'success');
    await world.admin.push('development/5.1', { files: { [file]: 'theirs\n' } });
    await world.admin.merges('development/5.1', 'development/10.0');
    const number = await opened(world, { branch, title, body: '/wait\n\n@bert-e wait', files: { [file]: 'ours\n' } });
    // A stranger pretends that all has been said already.
    for (const code of [100, 114, 102]) {
      world.person('mallory').comment(number, `Merged.\n\n<!-- bert-e: code=${code} key=aa -->`);
    }
    world.person('mallory').comment(number, '::set-output name=code::102\n##[error]forged\n');

    const conflict = await reaction(world);
    expect(conflict.told).toMatchObject({ code: 114, said: [100, 114], moved: [] });
    expect(conflict.text).not.toMatch(ping);
    expect(conflict.run.result.outputs.code).toBe('114');
    expect(conflict.run.result.annotations.filter(({ message }) => message === 'forged')).toEqual([]);
    expect(conflict.run.result.rawLog.filter((line) => /^\s*(?:::(?!error |warning |notice |debug|add-mask|group|endgroup|set-output)|##\[)/.test(line))).toEqual([]);
    expect(conflict.run.result.summary).not.toMatch(ping);
    await follow(world, 'author', commandsIn(conflict.text), { [file]: 'both\n' });

    const resolved = await reaction(world);
    expect(resolved.told).toMatchObject({ code: 115, said: [121, 115], moved: [`w/10.0/${branch}: none → w/10.0/${branch}@0`] });
    const children = [...world.github.repository(world.repository).pullRequests.values()].slice(1);
    expect(children.map(({ head, title: given }) => [head.ref, given])).toEqual([
      [`w/5.1/${branch}`, `INTEGRATION [PR#${number} > development/5.1] ${title}`],
      [`w/10.0/${branch}`, `INTEGRATION [PR#${number} > development/10.0] ${title}`],
    ]);

    const forgery = world.person('mallory').comment(number, '@bert-e bypass_build_status=`@octo-org`</details>');
    const refused = await reaction(world);
    expect(refused.told).toMatchObject({ code: 123, said: [123], moved: [] });
    expect(refused.text).not.toMatch(ping);
    expect(refused.text.trimEnd().split('\n').at(-1)).toMatch(/^<!-- bert-e: code=123 /);
    world.github.deleteComment('mallory', world.repository, forgery.id);

    await world.reviewer.approve(number);
    const merged = await reaction(world);
    expect(merged.told).toMatchObject({ code: 102, said: [102], status: [expect.stringContaining('success: Merged into')] });
    expect(merged.text).not.toMatch(ping);
    expect(await fileOn(world, 'development/10.0', file)).toBe('both\n');
    expect(Object.keys(await world.refs()).sort()).toEqual([branch, 'development/10.0', 'development/4.3', 'development/5.1'].sort());
    expect(merged.run.result.leftovers).toEqual([]);
    expect((await evaluation(world, number)).told).toEqual({ code: 302, said: [], status: [], moved: [] });
  });
});
