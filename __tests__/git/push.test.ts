import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { argumentSpace, spaceOf } from '../../src/git/argument-space.js';
import type { Git } from '../../src/git/git.js';
import { GitOutage } from '../../src/ports/git.js';
import type { PushResult, RefUpdate, Sha } from '../../src/ports/git.js';
import { leaseArguments, pushOrder } from '../../src/git/push-arguments.js';
import { createWorld, lines, token } from './world.js';
import type { World } from './world.js';

jest.setTimeout(30_000);

describe('an atomic push with a lease on every ref', () => {
  let world: World;
  let git: Git;
  let base: Sha;
  let next: Sha;
  let other: Sha;

  beforeEach(async () => {
    world = await createWorld();
    base = world.branch('development/1', world.commit({ file: lines() }));
    world.branch('development/2', base);
    next = world.branch('feature/a', world.commit({ file: lines({ 1: 'a' }) }, [base]));
    other = world.branch('feature/b', world.commit({ file: lines({ 8: 'b' }) }, [base]));
    git = await world.git();
    await git.fetch([base, next, other]);
  });
  afterEach(() => world.end());

  function head(name: string, from: Sha | null, to: Sha | null): RefUpdate {
    return { ref: `refs/heads/${name}`, from, to };
  }

  async function expectNothingChanged(push: () => Promise<PushResult>): Promise<PushResult> {
    const before = world.refs();
    const result = await push();
    expect(world.refs()).toEqual(before);
    return result;
  }

  test('every lease holds: updates, creations and deletions happen together, in one process', async () => {
    const before = git.processCount;
    expect(await git.push([
      head('development/1', base, next), head('w/2/feature/a', null, next), head('feature/b', other, null),
      { ref: 'refs/tags/1.0', from: null, to: base },
    ])).toEqual({ kind: 'pushed' });
    expect(git.processCount).toBe(before + 1);
    expect(world.refs()).toEqual({
      'refs/heads/development/1': next, 'refs/heads/development/2': base, 'refs/heads/feature/a': next,
      'refs/heads/w/2/feature/a': next, 'refs/tags/1.0': base,
    });
  });

  test('one of several refs was moved: stale names that one, and no ref changes', async () => {
    world.branch('development/2', other);
    const result = await expectNothingChanged(() => git.push([
      head('development/1', base, next), head('development/2', base, next), head('q/1', null, next),
    ]));
    expect(result).toEqual({ kind: 'stale', refs: ['refs/heads/development/2'] });
  });

  test('a ref that must not exist does: stale, nothing changes', async () => {
    const result = await expectNothingChanged(() => git.push([head('development/1', base, next), head('feature/b', null, next)]));
    expect(result).toEqual({ kind: 'stale', refs: ['refs/heads/feature/b'] });
  });

  test('a tag that must not exist does: stale, nothing changes', async () => {
    world.run('tag', '1.0', base);
    const result = await expectNothingChanged(() => git.push([{ ref: 'refs/tags/1.0', from: null, to: next }]));
    expect(result).toEqual({ kind: 'stale', refs: ['refs/tags/1.0'] });
  });

  test('a ref to delete was moved or is gone: stale, nothing changes', async () => {
    const result = await expectNothingChanged(() => git.push([
      head('feature/b', next, null), head('feature/gone', next, null), head('development/1', base, next),
    ]));
    expect(result).toEqual({ kind: 'stale', refs: ['refs/heads/feature/b', 'refs/heads/feature/gone'] });
  });

  test('a ref is moved after the server listed it: the server notices, stale, nothing else changes', async () => {
    world.server.beforeReceive = () => world.branch('development/2', other);
    expect(await git.push([head('development/1', base, next), head('development/2', base, next)]))
      .toEqual({ kind: 'stale', refs: ['refs/heads/development/2'] });
    expect(world.refs()).toMatchObject({ 'refs/heads/development/1': base, 'refs/heads/development/2': other });
  });

  test('a ref is created after the server listed its refs: stale, nothing else changes', async () => {
    world.server.beforeReceive = () => world.branch('w/2/x', other);
    expect(await git.push([head('development/1', base, next), head('w/2/x', null, next)])).toEqual({ kind: 'stale', refs: ['refs/heads/w/2/x'] });
    expect(world.refs()).toMatchObject({ 'refs/heads/development/1': base, 'refs/heads/w/2/x': other });
  });

  test('a ref is deleted after the server listed it: stale, nothing else changes', async () => {
    world.server.beforeReceive = () => world.run('update-ref', '-d', 'refs/heads/development/2');
    expect(await git.push([head('development/1', base, next), head('development/2', base, next)]))
      .toEqual({ kind: 'stale', refs: ['refs/heads/development/2'] });
    expect(world.refs()).toMatchObject({ 'refs/heads/development/1': base });
  });

  test('a ref that stays as it is was moved: stale, nothing changes', async () => {
    world.branch('feature/a', other);
    const result = await expectNothingChanged(() => git.push([head('feature/a', next, next), head('development/1', base, next)]));
    expect(result).toEqual({ kind: 'stale', refs: ['refs/heads/feature/a'] });
  });

  test('the refs are there already: pushed, nothing is sent', async () => {
    expect(await expectNothingChanged(() => git.push([head('feature/a', base, next)]))).toEqual({ kind: 'pushed' });
    expect(world.server.requests.filter((request) => request.path.endsWith('/git-receive-pack'))).toEqual([]);
  });

  test('a commit made here goes along with the ref that names it', async () => {
    const merge = await git.mergeTrees(next, other);
    if (merge.kind !== 'clean') throw new Error(merge.kind);
    const commit = await git.createCommit({ tree: merge.tree, parents: [next, other], message: 'merge' });
    expect(await git.push([head('w/2/a', null, commit)])).toEqual({ kind: 'pushed' });
    expect(world.run('show', `${commit}:file`)).toBe(lines({ 1: 'a', 8: 'b' }).trimEnd());
    expect(world.run('fsck', '--strict')).toBe('');
  });

  test('the server has a hook that declines: refused with its words, nothing changes', async () => {
    world.hook('pre-receive', 'echo "GH006: Protected branch update failed for refs/heads/development/1."; exit 1');
    const result = await expectNothingChanged(() => git.push([head('development/1', base, next)]));
    expect(result).toMatchObject({ kind: 'refused', refs: ['refs/heads/development/1'], cause: 'protected-branch' });
    expect(result.kind === 'refused' ? result.reason : '').toContain('Protected branch update failed');
  });

  test('the server declines one ref of several: only that one is named, nothing changes', async () => {
    world.hook('update', 'case "$1" in refs/heads/development/2) echo "no"; exit 1;; esac');
    const result = await expectNothingChanged(() => git.push([head('development/1', base, next), head('development/2', base, next), head('q/2', null, next)]));
    expect(result).toMatchObject({ kind: 'refused', refs: ['refs/heads/development/2'], cause: 'other' });
  });

  test('a branch is in the way of another one: refused, because trying again would not help', async () => {
    const result = await expectNothingChanged(() => git.push([head('feature/a/b', null, next), head('development/1', base, next)]));
    expect(result).toMatchObject({ kind: 'refused', refs: ['refs/heads/feature/a/b'] });
  });

  test('the token may not write: refused as not permitted', async () => {
    // GitHub's own words come through only when the server explains itself in the body.
    world.server.answer = (request) => request.query.includes('receive-pack')
      ? { status: 403, headers: { 'content-type': 'text/plain' }, body: 'Permission to org/project.git denied to bert-e[bot].\n' }
      : null;
    expect(await git.push([head('development/1', base, next)])).toMatchObject({ kind: 'refused', cause: 'not-permitted', refs: ['refs/heads/development/1'] });
  });

  test.each([401, 403, 404, 500, 503])('the server answers %i: an outage, neither refused nor stale, and the push is not repeated', async (status) => {
    const impatient = await world.git({ retryDelays: [1, 1] });
    await impatient.fetch([base, next]);
    world.server.answer = () => ({ status });
    const before = world.server.requests.length;
    const outage = await impatient.push([head('development/1', base, next)]).catch((error: unknown) => error);
    expect(outage).toBeInstanceOf(GitOutage);
    expect((outage as GitOutage).operation).toBe('push');
    // git itself asks a second time after a 401.
    expect(world.server.requests.length - before).toBeLessThanOrEqual(status === 401 ? 2 : 1);
  });

  test('the answer to a push gets lost after the server carried it out: an outage', async () => {
    world.server.answer = (request) => {
      if (!request.path.endsWith('/git-receive-pack')) return null;
      world.branch('development/1', next);
      return { status: 502 };
    };
    await expect(git.push([head('development/1', base, next)])).rejects.toBeInstanceOf(GitOutage);
  });

  test('the server does not answer in time: an outage', async () => {
    world.hook('pre-receive', 'sleep 30');
    const impatient = await world.git({ timeouts: { push: 700 } });
    await impatient.fetch([base, next]);
    const start = Date.now();
    await expect(impatient.push([head('development/1', base, next)])).rejects.toThrow('no answer within');
    expect(Date.now() - start).toBeLessThan(10_000);
  });

  test('nothing to push: pushed, without a process', async () => {
    const before = git.processCount;
    expect(await git.push([])).toEqual({ kind: 'pushed' });
    expect(git.processCount).toBe(before);
  });

  test.each<[string, readonly RefUpdate[]]>([
    ['a short ref name', [{ ref: 'development/1', from: null, to: '1'.repeat(40) }]],
    ['a ref that is neither branch nor tag', [{ ref: 'refs/pull/1/head', from: null, to: '1'.repeat(40) }]],
    ['an option as a ref', [{ ref: '--mirror', from: null, to: '1'.repeat(40) }]],
    ['a ref with a colon', [{ ref: 'refs/heads/a:refs/heads/b', from: null, to: '1'.repeat(40) }]],
    ['a pattern', [{ ref: 'refs/heads/*', from: null, to: '1'.repeat(40) }]],
    ['an abbreviated commit', [{ ref: 'refs/heads/a', from: null, to: '1234567' }]],
    ['a forced refspec as a commit', [{ ref: 'refs/heads/a', from: null, to: `+${'1'.repeat(40)}` }]],
    ['an abbreviated lease', [{ ref: 'refs/heads/a', from: '1234567', to: '1'.repeat(40) }]],
    ['neither old nor new commit', [{ ref: 'refs/heads/a', from: null, to: null }]],
    ['the same ref twice', [{ ref: 'refs/heads/a', from: null, to: '1'.repeat(40) }, { ref: 'refs/heads/a', from: null, to: '2'.repeat(40) }]],
  ])('%s: a plain error, no process, no request', async (_, updates) => {
    const [processes, requests] = [git.processCount, world.server.requests.length];
    const error = await git.push(updates).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Error);
    expect(error).not.toBeInstanceOf(GitOutage);
    expect([git.processCount, world.server.requests.length]).toEqual([processes, requests]);
  });

  test('branch names full of shell and git metacharacters: created, moved and deleted as they are', async () => {
    const names = [
      'a/--force', 'a/-x', "a/it's", 'a/"quoted"', 'a/$HOME', 'a/$(touch${IFS}x)', 'a/`id`', 'a/x;reboot', 'a/x&&y', 'a/x|y', 'a/#1', 'a/é漢字🚀',
      'a/100%', 'a/@', 'a/{x}', 'a/x@y', '-dash', 'a/!bang', 'a/<x>', 'a/+plus', 'a/=x', 'a/,x', 'HEAD', 'a/##error',
    ];
    expect(await git.push(names.map((name) => head(name, null, base)))).toEqual({ kind: 'pushed' });
    expect([...(await git.listRefs([])).branches.keys()]).toEqual(expect.arrayContaining(names));
    expect(await git.push(names.map((name) => head(name, base, next)))).toEqual({ kind: 'pushed' });
    expect(names.map((name) => world.refs()[`refs/heads/${name}`])).toEqual(names.map(() => next));
    expect(await git.push([head('development/1', base, base), ...names.map((name) => head(name, next, null))])).toEqual({ kind: 'pushed' });
    expect(Object.keys(world.refs())).toHaveLength(4);
  });

  test('a branch bears a full ref name as its short name: refused without a push, and neither branch changes', async () => {
    world.branch('refs/heads/w/2/x', other);
    await git.listRefs([]);
    const result = await expectNothingChanged(() => git.push([head('w/2/x', other, null), head('development/1', base, next)]));
    expect(result).toMatchObject({ kind: 'refused', refs: ['refs/heads/w/2/x'] });
  });

  test('fifteen hundred refs of long names in one push: pushed, and the refs are no arguments', async () => {
    const updates = Array.from({ length: 1500 }, (_, index) => head(`q/w/${index}/4.3/improvement/${'a-name-as-long-as-git-lets-it-be-'.repeat(6)}${index}`, null, next));
    const { arguments: line } = pushOrder(updates, 'https://example.com/org/project', '/tmp/push.config');
    expect(spaceOf(line, {})).toBeLessThan(spaceOf(leaseArguments(updates), {}) + 1000);
    expect(await git.push(updates)).toEqual({ kind: 'pushed' });
    expect(Object.keys(world.refs())).toHaveLength(1504);
  });

  test('more refs than a command of this system can name: refused in plain words, no process, nothing changes', async () => {
    const narrow = await world.git({ argumentSpace: 4000 });
    const updates = Array.from({ length: 50 }, (_, index) => head(`q/w/${index}/4.3/improvement/x`, null, next));
    expect(narrow.fitsOnePush?.(updates)).toBe(false);
    expect(narrow.fitsOnePush?.(updates.slice(0, 5))).toBe(true);
    const before = narrow.processCount;
    const result = await expectNothingChanged(() => narrow.push(updates));
    expect(result).toMatchObject({ kind: 'refused', refs: [], reason: expect.stringContaining('50 branches and tags at once are more') });
    expect(narrow.processCount).toBe(before);
    expect(await narrow.push(updates.slice(0, 5))).toEqual({ kind: 'pushed' });
  });

  test('the server quotes credentials in its refusal: they are masked', async () => {
    world.hook('pre-receive', `printf 'token %s and %s \\033[31mred\\033[0m\\n' '${token}' '${Buffer.from(`x-access-token:${token}`).toString('base64')}'; exit 1`);
    const result = await git.push([head('development/1', base, next)]);
    const reason = result.kind === 'refused' ? result.reason : '';
    expect(reason).toContain('token *** and *** red');
    expect(reason).not.toMatch(/[\u0000-\u001f]/);
  });
});

describe('what a command of this system can name', () => {
  test.each<[string, NodeJS.Platform, number | null, number]>([
    ['the usual limit of the stack', 'linux', 8 * 2 ** 20, 2 * 2 ** 20],
    ['a limit that is not known', 'linux', null, 2 * 2 ** 20],
    ['no limit', 'linux', Number.POSITIVE_INFINITY, 6 * 2 ** 20],
    ['hardly any stack', 'linux', 65_536, 131_072],
    ['macOS', 'darwin', null, 2 ** 20],
    ['Windows', 'win32', null, 32_767],
  ])('%s: less than the system allows', (_, platform, stack, allowed) => {
    const space = argumentSpace(platform, stack);
    expect(space).toBeLessThan(allowed);
    expect(space).toBeGreaterThan(allowed * 0.7);
  });

  test('pointers, variables and characters of several bytes count', () => {
    expect(spaceOf(['é'], { A: 'b' })).toBe(2 + 1 + 8 + 3 + 1 + 8);
  });
});
