import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Git } from '../../src/git/git.js';
import { parseHistory } from '../../src/git/history.js';
import { parseRemoteRefs } from '../../src/git/remote-refs.js';
import { GitOutage } from '../../src/ports/git.js';
import type { Sha } from '../../src/ports/git.js';
import { createWorld, lines } from './world.js';
import type { World } from './world.js';

jest.setTimeout(30_000);

describe('reading the remote', () => {
  let world: World;
  let git: Git;
  let base: Sha;

  beforeEach(async () => {
    world = await createWorld();
    base = world.branch('development/1', world.commit({ file: lines() }));
    git = await world.git();
  });
  afterEach(() => world.end());

  test('branches, light and annotated tags, pull request heads: listed in one process, tags peeled', async () => {
    const next = world.branch('feature/a', world.commit({ file: 'x' }, [base]));
    world.run('tag', '1.0', base);
    world.run('tag', '-a', '-m', 'annotated', '1.1', base);
    world.run('update-ref', 'refs/pull/7/head', next);
    world.run('update-ref', 'refs/pull/7/merge', base);
    world.run('update-ref', 'refs/pull/12/head', base);
    world.run('update-ref', 'refs/other/thing', base);
    const refs = await git.listRefs();
    expect(git.processCount).toBe(1);
    expect(refs).toEqual({
      branches: new Map([['development/1', base], ['feature/a', next]]),
      tags: new Map([['1.0', base], ['1.1', base]]),
      pullRequestHeads: new Map([[7, next], [12, base]]),
    });
    expect((await git.listRefs([7, 99])).pullRequestHeads).toEqual(new Map([[7, next]]));
    expect(await git.listRefs([])).toEqual({ ...refs, pullRequestHeads: new Map() });
  });

  test('a repository without a branch: no run is started in one, so that is no answer', async () => {
    world.run('update-ref', '-d', 'refs/heads/development/1');
    await expect(git.listRefs()).rejects.toThrow('names no branch');
  });

  test('ten thousand branches: listed in less than two seconds', async () => {
    world.run('pack-refs', '--all');
    for (let index = 0; index < 10; index += 1) {
      world.run('fetch', '--quiet', world.bare, ...Array.from({ length: 1000 }, (_, n) => `${base}:refs/heads/many/${index}/${n}`));
    }
    const start = Date.now();
    expect((await git.listRefs()).branches.size).toBe(10_001);
    expect(Date.now() - start).toBeLessThan(2_000);
  });

  test.each([401, 403, 404, 500, 502])('the server answers %i: listing and fetching are outages', async (status) => {
    world.server.answer = () => ({ status, headers: { 'www-authenticate': 'Basic realm="x"' } });
    await expect(git.listRefs()).rejects.toMatchObject({ name: 'GitOutage', operation: 'ls-remote' });
    await expect(git.fetch([base])).rejects.toMatchObject({ name: 'GitOutage', operation: 'fetch' });
  });

  test('the server fails once, then answers: the listing is repeated', async () => {
    const patient = await world.git({ retryDelays: [1, 1] });
    let failures = 1;
    world.server.answer = () => (failures-- > 0 ? { status: 503 } : null);
    expect((await patient.listRefs()).branches.get('development/1')).toBe(base);
    expect(patient.processCount).toBe(2);
  });

  test('the server says the token is wrong: not repeated', async () => {
    const patient = await world.git({ retryDelays: [1, 1], token: 'wrong' });
    await expect(patient.listRefs()).rejects.toBeInstanceOf(GitOutage);
    // One listing, and the version for the explanation.
    expect(patient.processCount).toBe(2);
  });

  test('the server sends us to another host: not followed, the token does not go there', async () => {
    const other = await createWorld();
    try {
      world.server.answer = (request) => ({ status: 301, headers: { location: `${other.server.url}${request.path}?${request.query}` } });
      await expect(git.listRefs()).rejects.toBeInstanceOf(GitOutage);
      expect(other.server.requests).toEqual([]);
    } finally {
      await other.end();
    }
  });

  test('git lists a part of the branches and then fails: an outage, never a shorter list', async () => {
    const program = join(world.directory, 'failing-git');
    writeFileSync(program, `#!/bin/sh\nprintf '${base}\\trefs/heads/development/1\\n'\nexit 128\n`, { mode: 0o755 });
    const failing = await world.git({ gitProgram: program });
    await expect(failing.listRefs()).rejects.toMatchObject({ name: 'GitOutage', operation: 'ls-remote', detail: expect.stringContaining('exit status 128') });
  });

  test('the server answers nonsense: an outage', async () => {
    world.server.answer = () => ({ status: 200, headers: { 'content-type': 'application/x-git-upload-pack-advertisement' }, body: 'hello' });
    await expect(git.listRefs()).rejects.toBeInstanceOf(GitOutage);
  });

  test('a fetch brings all ancestors, no blobs, no refs of the remote', async () => {
    const next = world.branch('feature/a', world.commit({ file: 'next' }, [base]));
    await git.fetch([next]);
    expect((await git.readHistory([next])).map((record) => record.sha)).toEqual([next, base]);
    expect(git.processCount).toBe(2);
  });

  test('commits that are here already cost nothing: no process, no request', async () => {
    const next = world.branch('feature/a', world.commit({ file: 'next' }, [base]));
    await git.fetch([next]);
    await git.readHistory([next]);
    const created = await git.createCommit({ tree: world.run('rev-parse', `${base}^{tree}`), parents: [base], message: 'x' });
    const [processes, requests] = [git.processCount, world.server.requests.length];
    await git.fetch([next, base, created]);
    await git.fetch([]);
    expect([git.processCount, world.server.requests.length]).toEqual([processes, requests]);
  });

  test('two callers fetch the same commit at once: one process', async () => {
    await Promise.all([git.fetch([base]), git.fetch([base])]);
    expect(git.processCount).toBe(1);
  });

  test('a commit no branch leads to any more: fetched by its name', async () => {
    const orphan = world.commit({ file: 'orphan' }, [base]);
    await git.fetch([orphan]);
    expect((await git.readHistory([orphan]))[0]?.sha).toBe(orphan);
  });

  test('a commit the server does not have: an outage, and other commits can be fetched afterwards', async () => {
    await expect(git.fetch(['1'.repeat(40), base])).rejects.toBeInstanceOf(GitOutage);
    await git.fetch([base]);
    expect(await git.readHistory([base])).toHaveLength(1);
  });

  test('the history of a commit that was not fetched: an outage, without asking the server', async () => {
    await git.fetch([base]);
    const later = world.commit({ file: 'later' }, [base]);
    const requests = world.server.requests.length;
    await expect(git.readHistory([later])).rejects.toBeInstanceOf(GitOutage);
    expect(world.server.requests.length).toBe(requests);
  });

  test('a history with merges and odd texts: parents in order, addresses, subjects as they are', async () => {
    const left = world.commit({ a: '1' }, [base], 'subject é "quoted" $(x)\n\nbody');
    const right = world.commit({ b: '1' }, [base], '');
    const merge = world.branch('m', world.commit({ a: '1', b: '1' }, [right, left], 'merge\nsecond line\n'));
    await git.fetch([merge]);
    const history = new Map((await git.readHistory([merge, merge])).map((record) => [record.sha, record]));
    expect(history.size).toBe(4);
    expect(history.get(merge)).toEqual({ sha: merge, parents: [right, left], authorEmail: 'dev@example.com', committerEmail: 'web@example.com', subject: 'merge second line' });
    expect(history.get(left)?.subject).toBe('subject é "quoted" $(x)');
    expect(history.get(right)?.subject).toBe('');
    expect(history.get(base)?.parents).toEqual([]);
  });

  test('no tips: no history, no process', async () => {
    expect(await git.readHistory([])).toEqual([]);
    expect(git.processCount).toBe(0);
  });

  test('the server accepts the connection and says nothing: an outage after the time allowed', async () => {
    const silent = createServer((socket) => socket.on('error', () => undefined).resume());
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const impatient = await world.git({ timeouts: { listRefs: 500 }, serverUrl: `http://127.0.0.1:${(silent.address() as AddressInfo).port}` });
    await expect(impatient.listRefs()).rejects.toThrow('no answer within');
    await new Promise((resolve) => silent.close(resolve));
  });
});

describe('answers that cannot be read', () => {
  const sha = '1'.repeat(40);

  test.each([
    ['ends in the middle of a line', `${sha}\trefs/heads/a\n${sha}\trefs/he`],
    ['has no ref', `${sha}\t\n`],
    ['has no object name', 'hello\trefs/heads/a\n'],
    ['has an empty line', `\n${sha}\trefs/heads/a\n`],
  ])('a listing that %s: an outage, never a shorter list', (_, text) => {
    expect(() => parseRemoteRefs(Buffer.from(text))).toThrow(GitOutage);
  });

  test('a branch name that is not UTF-8: left out, the others stay', () => {
    const refs = parseRemoteRefs(Buffer.concat([Buffer.from(`${sha}\trefs/heads/a`), Buffer.from([0xff]), Buffer.from(`\n${sha}\trefs/heads/b\n`)]));
    expect([...refs.branches.keys()]).toEqual(['b']);
  });

  test('names that objects have in JavaScript: just names', () => {
    const refs = parseRemoteRefs(Buffer.from(`${sha}\trefs/heads/__proto__\n${sha}\trefs/heads/constructor\n`));
    expect([...refs.branches.keys()]).toEqual(['__proto__', 'constructor']);
  });

  test.each(['x', `${sha}\0\0a\0b\0`, `${sha}\0zz\0a\0b\0s\0\n`, `\n${sha}\0\0a\0b\0s\0\n`])('a history %j: an outage', (text) => {
    expect(() => parseHistory(Buffer.from(text))).toThrow(GitOutage);
  });
});
