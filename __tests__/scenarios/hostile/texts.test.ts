import { expect, test } from '@jest/globals';
import { commandsIn } from '../stories/story.js';
import { forgetEvents, inWorld, look, newPullRequest, source, told } from '../main-job/stories.js';
import { expectHarmlessComments, expectHarmlessMarkdown, expectObeysNobody, manyLines, oneLine } from './harmless.js';

/** What a login cannot be on GitHub, and what an answer could say nevertheless. */
const login = `mallory ${oneLine}`;

test('title, body, logins, comments, reviews, file names, commits, runs, checks and statuses that forge, ping, close and command: shown, and nothing but shown', async () => {
  await inWorld({ versions: ['4.3', '5.1'], settings: { build_key: ['github_actions', 'ci/outside', 'check:unit'] } }, async (world) => {
    const { github, repository } = world;
    const file = `a ${oneLine.replaceAll('/', '')} b`.slice(0, 200);
    await world.admin.push('development/5.1', { files: { [file]: 'theirs\n' }, message: manyLines });
    const number = await newPullRequest(world, { [file]: 'ours\n' });
    const pullRequest = github.pullRequest(repository, number);
    Object.assign(pullRequest, { title: manyLines, body: manyLines });
    github.setCollaborator(repository, login, 'push');
    for (const body of [manyLines, `/status ${oneLine}`, oneLine]) github.comment(login, repository, number, body);
    github.comment(login, repository, number, manyLines.replaceAll('102', '100'));
    await github.review(login, repository, number, 'CHANGES_REQUESTED', manyLines);
    const asked = await look(world, number, { debug: true });
    expect([asked.code, expectHarmlessComments(world)]).toEqual([104, [100, 104]]);
    const conflict = await look(world, number, { debug: true });
    expect([conflict.code, expectHarmlessComments(world)]).toEqual([114, [114]]);

    // With commands that a person pastes into a shell: the name of the file is not among them.
    github.comment(login, repository, number, `/bypass_build_status=${oneLine}`);
    const refused = await look(world, number, { debug: true });
    expect([refused.code, expectHarmlessComments(world)]).toEqual([123, [123]]);
    for (const { id, author } of github.comments(repository, number)) if (author === login) github.deleteComment(login, repository, id);

    await world.admin.merges(source, 'development/5.1', { [file]: 'both\n' });
    const headSha = await world.tip(source);
    github.addRuns(repository, [{ workflow: { name: manyLines, path: `.github/workflows/${oneLine}.yml` }, headSha, headBranch: source, actor: login }]);
    await github.setStatus(login, repository, { sha: headSha, context: 'ci/outside', state: 'failure', description: oneLine.slice(0, 140), targetUrl: 'javascript:alert(1)//](http://evil.example)' });
    await github.setCheckRun(login, repository, { name: 'unit', headSha, appSlug: oneLine, conclusion: 'failure' });
    await github.review(login, repository, number, 'APPROVED', manyLines);
    github.comment('author', repository, number, '/status');
    world.ci.plan('**', 'success');
    const status = await look(world, number, { debug: true });
    forgetEvents(world);
    const failed = await look(world, number, { debug: true });
    expectHarmlessComments(world);
    expect(failed.code).toBe(118);
    for (const run of [asked, conflict, refused, status, failed]) {
      expectObeysNobody(run);
      expectHarmlessMarkdown(run.result.summary, world);
    }
    expect(commandsIn(failed.result.summary)).toEqual([]);
    told(world);
  });
});

test('what the service itself says when it refuses: shown, and nothing but shown', async () => {
  await inWorld({ versions: ['4.3'] }, async (world) => {
    const number = await newPullRequest(world);
    await world.reviewer.approve(number);
    world.ci.succeeds(source);
    world.refuseNextPush(manyLines);
    const push = await look(world, number, { debug: true });
    world.github.faults.rest({ path: /\/reviews$/ }, { kind: 'status', status: 422, message: manyLines });
    const read = await look(world, number, { debug: true });
    expect([push.code, read.code, push.moved]).toEqual([221, 221, []]);
    for (const run of [push, read]) {
      expectObeysNobody(run);
      expectHarmlessMarkdown(run.result.summary, world);
    }
    expectHarmlessComments(world);
    told(world);
  });
});
