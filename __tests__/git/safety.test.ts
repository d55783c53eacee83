import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { baseEnvironment, localEnvironment, networkEnvironment } from '../../src/git/environment.js';
import { createGit } from '../../src/git/git.js';
import type { Git } from '../../src/git/git.js';
import { cleanDetail, secretForms } from '../../src/git/redaction.js';
import { remoteAddress } from '../../src/git/remote-address.js';
import type { Sha } from '../../src/ports/git.js';
import { commandLines, createWorld, lines, robot, token } from './world.js';
import type { World } from './world.js';

jest.setTimeout(30_000);

const forms = [
  token, encodeURIComponent(token), Buffer.from(token).toString('base64').replace(/=+$/, ''),
  Buffer.from(`x-access-token:${token}`).toString('base64').replace(/=+$/, ''),
];

function secretsIn(text: string): readonly string[] {
  return forms.filter((form) => text.includes(form));
}

/** Everything in the files and names below a directory. */
function everyByte(directory: string): string {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .map((entry) => entry.name + (entry.isFile() ? readFileSync(join(entry.parentPath, entry.name), 'latin1') : ''))
    .join('\n');
}

describe('what git gets to see', () => {
  let world: World;
  let base: Sha;
  let ours: Sha;
  let theirs: Sha;
  let temporary: string;

  beforeEach(async () => {
    world = await createWorld();
    base = world.branch('development/1', world.commit({ file: lines() }));
    ours = world.branch('feature/a', world.commit({ file: lines({ 1: 'ours' }) }, [base]));
    theirs = world.branch('feature/b', world.commit({ file: lines({ 8: 'theirs' }) }, [base]));
    temporary = join(world.directory, 'temporary');
  });
  afterEach(() => world.end());

  async function everything(git: Git): Promise<void> {
    await git.listRefs();
    await git.fetch([base, ours, theirs]);
    await git.readHistory([ours, theirs]);
    const merge = await git.mergeTrees(ours, theirs);
    if (merge.kind !== 'clean') throw new Error(merge.kind);
    const commit = await git.createCommit({ tree: merge.tree, parents: [ours, theirs], message: 'merge' });
    expect(await git.push([{ ref: 'refs/heads/w/2/a', from: null, to: commit }])).toEqual({ kind: 'pushed' });
  }

  test('the token: in no argument, in no file, in no log line, at any request of a whole run', async () => {
    const log: string[] = [];
    const seen: string[] = [];
    const git = await world.git({ log: (line) => log.push(line) });
    const look = (): void => {
      seen.push(...commandLines(), everyByte(temporary));
    };
    world.server.answer = () => {
      look();
      return null;
    };
    world.server.beforeReceive = look;
    await everything(git);
    look();
    const all = seen.join('\n');
    // The look was taken at the right moments: transport processes and the repository's files were there.
    for (const sign of ['remote-http origin http://127.0.0.1', ' push --atomic ', 'merge-tree --stdin', 'fetch --quiet', 'ls-remote', 'partialCloneFilter']) {
      expect(all).toContain(sign);
    }
    expect(secretsIn(all)).toEqual([]);
    expect(log.length).toBeGreaterThan(3);
    expect(secretsIn(log.join('\n'))).toEqual([]);
    expect(world.server.requests.every((request) => request.authorizations.length === 1)).toBe(true);
  });

  test('a server that repeats the credentials in its errors: they are masked in every message', async () => {
    const git = await world.git();
    await git.fetch([base, ours]);
    world.server.answer = () => ({ status: 403, headers: { 'content-type': 'text/plain' }, body: `\u001b[31mno entry for ${forms.join(' or ')}\u001b[0m\r\n` });
    const failures = await Promise.all([
      git.listRefs(), git.fetch([theirs]), git.push([{ ref: 'refs/heads/x', from: null, to: ours }]), git.mergeTrees(base, theirs),
    ].map((work) => work.then(() => { throw new Error('must fail'); }, (error: unknown) => error as Error)));
    for (const failure of failures) {
      expect(failure.name).toBe('GitOutage');
      expect(secretsIn(`${failure.message} ${JSON.stringify(failure)} ${String(failure.cause)}`)).toEqual([]);
      expect(failure.message).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
      expect(failure.message.length).toBeLessThan(800);
    }
    expect(failures[0]?.message).toContain('no entry for ***');
  });

  test('the user configured git to go elsewhere, with hooks, helpers and a header of its own: without effect', async () => {
    const home = join(world.directory, 'user');
    const hooks = join(home, 'hooks');
    mkdirSync(join(home, '.config', 'git'), { recursive: true });
    mkdirSync(hooks);
    for (const name of ['pre-push', 'reference-transaction', 'post-checkout', 'update', 'pre-receive', 'fsmonitor-watchman']) {
      writeFileSync(join(hooks, name), `#!/bin/sh\ntouch ${home}/executed\nexit 1\n`, { mode: 0o755 });
    }
    const configuration = `
[url "http://127.0.0.1:1/"]
  insteadOf = ${world.server.url}/
  pushInsteadOf = ${world.server.url}/
[http]
  extraheader = AUTHORIZATION: basic b3RoZXI=
  proxy = http://127.0.0.1:1
[http "${world.server.url}/"]
  extraheader = AUTHORIZATION: basic b3RoZXI=
[core]
  hooksPath = ${hooks}
  fsmonitor = ${hooks}/fsmonitor-watchman
  attributesFile = ${home}/attributes
  gitProxy = ${hooks}/update
[credential]
  helper = "!touch ${home}/executed"
[merge]
  renames = false
  default = evil
[merge "evil"]
  driver = touch ${home}/executed; false
[push]
  gpgSign = true
  followTags = true
`;
    writeFileSync(join(home, '.gitconfig'), configuration);
    writeFileSync(join(home, '.config', 'git', 'config'), configuration);
    writeFileSync(join(home, 'attributes'), '* merge=evil filter=evil\n');
    const git = await world.git({
      environment: {
        PATH: process.env.PATH, HOME: home, XDG_CONFIG_HOME: join(home, '.config'), GIT_CONFIG: join(home, '.gitconfig'),
        GIT_CONFIG_GLOBAL: join(home, '.gitconfig'), GIT_CONFIG_SYSTEM: join(home, '.gitconfig'), GIT_CONFIG_PARAMETERS: "'core.hooksPath'='/x'",
        GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'http.proxy', GIT_CONFIG_VALUE_0: 'http://127.0.0.1:1', GIT_DIR: '/nowhere', GIT_INDEX_FILE: '/nowhere',
        GIT_OBJECT_DIRECTORY: '/nowhere', GIT_NAMESPACE: 'x', GIT_EXEC_PATH: hooks, GIT_ASKPASS: join(hooks, 'update'), GIT_TRACE: join(home, 'executed'),
        GIT_SSL_NO_VERIFY: '1', GIT_TEMPLATE_DIR: hooks, GIT_AUTHOR_NAME: 'evil', LD_PRELOAD: '/nowhere', GIT_QUARANTINE_PATH: '/nowhere',
      },
    });
    // The same configuration does take effect where it is read.
    expect(() => execFileSync('git', ['ls-remote', `${world.server.url}/org/project`], { env: { PATH: process.env.PATH, HOME: home }, stdio: 'pipe' })).toThrow();
    await everything(git);
    expect(existsSync(join(home, 'executed'))).toBe(false);
  });

  test('the machine configured git to go elsewhere: without effect', async () => {
    const system = join(world.directory, 'system');
    writeFileSync(system, `[url "http://127.0.0.1:1/"]\n\tinsteadOf = ${world.server.url}/\n`);
    const program = join(world.directory, 'git-of-the-machine');
    writeFileSync(program, `#!/bin/sh\nGIT_CONFIG_SYSTEM='${system}' exec git "$@"\n`, { mode: 0o755 });
    // The same configuration does take effect where it is read.
    expect(() => execFileSync(program, ['ls-remote', `${world.server.url}/org/project`], { env: { PATH: process.env.PATH, HOME: world.directory }, stdio: 'pipe' })).toThrow('127.0.0.1:1');
    await everything(await world.git({ gitProgram: program }));
  });

  test('submodules, hooks and configuration inside the repository: nothing of them is read or executed', async () => {
    const elsewhere = await createWorld();
    try {
      const marker = join(world.directory, 'executed');
      const hostile = {
        '.gitmodules': `[submodule "x"]\n\tpath = sub\n\turl = ${elsewhere.server.url}/org/project\n\tupdate = !touch ${marker}\n`,
        'hooks/pre-push': `#!/bin/sh\ntouch ${marker}\n`, config: `[core]\n\tfsmonitor = touch ${marker}\n`, HEAD: 'ref: refs/heads/x\n',
        '.gitattributes': '* filter=evil diff=evil merge=evil export-subst text eol=crlf\n',
      };
      base = world.branch('development/1', world.commit({ ...hostile, file: lines() }));
      ours = world.branch('feature/a', world.commit({ ...hostile, file: lines({ 1: 'a' }) }, [base]));
      theirs = world.branch('feature/b', world.commit({ ...hostile, file: lines({ 8: 'b' }) }, [base]));
      await everything(await world.git());
      expect(existsSync(marker)).toBe(false);
      expect(elsewhere.server.requests).toEqual([]);
      // The content was merged as it is: no line ending was converted.
      expect(world.run('show', 'w/2/a:file')).toBe(lines({ 1: 'a', 8: 'b' }).trimEnd());
    } finally {
      await elsewhere.end();
    }
  });

  test('the private directory: for its owner only, no worktree, no hooks, and gone at the end with all processes', async () => {
    const git = await world.git();
    await everything(git);
    const [name] = readdirSync(temporary);
    const root = join(temporary, name ?? '');
    expect(statSync(root).mode & 0o777).toBe(0o700);
    expect(readdirSync(root).sort()).toEqual(['home', 'repository.git']);
    expect(readdirSync(join(root, 'repository.git')).sort()).toEqual(['HEAD', 'config', 'objects', 'packed-refs', 'refs']);
    await git.dispose();
    expect(readdirSync(temporary)).toEqual([]);
    expect(commandLines().filter((line) => line.includes(world.server.url))).toEqual([]);
    await expect(git.listRefs()).rejects.toThrow('disposed');
    await expect(git.mergeTrees(ours, theirs)).rejects.toThrow('disposed');
  });

  test('disposed of while a merge waits for the server: the merge fails, no process is left', async () => {
    const program = join(world.directory, 'slow-git');
    writeFileSync(program, '#!/bin/sh\ncase "$1" in merge-tree) exec sleep 97531;; esac\nexec git "$@"\n', { mode: 0o755 });
    const git = await world.git({ gitProgram: program });
    await git.fetch([ours, theirs]);
    const merge = git.mergeTrees(ours, theirs).catch((error: unknown) => error);
    while (!commandLines().some((line) => line.includes('sleep 97531'))) await new Promise((resolve) => setTimeout(resolve, 20));
    await git.dispose();
    expect(await merge).toBeInstanceOf(Error);
    expect(commandLines().filter((line) => line.includes('sleep 97531'))).toEqual([]);
  });

  test.each([
    ['git@github.com:org/project', 'org/project'], ['ext::sh -c id', 'org/project'], ['file:///etc', 'org/project'], ['--upload-pack=id', 'org/project'],
    ['https://user:secret@github.com', 'org/project'], ['https://github.com?x', 'org/project'], ['https://github.com', '../x'], ['https://github.com', 'org'],
    ['https://github.com', 'org/project/x'], ['https://github.com', 'org/pro ject'], ['https://github.com', 'org/x?y'],
  ])('server %s, repository %s: refused before anything is started', async (serverUrl, repository) => {
    await expect(createGit({ serverUrl, repository, token, robot, temporaryDirectory: temporary, now: () => new Date() })).rejects.toThrow('must');
    expect(readdirSync(temporary)).toEqual([]);
  });

  test('a server under a path, with a slash at the end: the repository is below it', () => {
    expect(remoteAddress('https://git.example.com/base/', 'org/.github')).toEqual({ serverUrl: 'https://git.example.com/base', remoteUrl: 'https://git.example.com/base/org/.github' });
  });
});

describe('environments', () => {
  const places = { root: '/r', home: '/r/home', repository: '/r/repository.git' };
  const base = baseEnvironment(places, { PATH: '/bin', https_proxy: 'http://proxy', GIT_DIR: '/x', SECRET: 'x' });

  test('a process that talks to the server: first drops other headers, then sends ours, over one protocol', () => {
    const key = 'http.https://github.com/.extraheader';
    expect(networkEnvironment(base, { serverUrl: 'https://github.com', token: 'abc' })).toEqual({
      ...base, GIT_ALLOW_PROTOCOL: 'https', GIT_CONFIG_COUNT: '2', GIT_CONFIG_KEY_0: key, GIT_CONFIG_VALUE_0: '',
      GIT_CONFIG_KEY_1: key, GIT_CONFIG_VALUE_1: 'AUTHORIZATION: basic eC1hY2Nlc3MtdG9rZW46YWJj',
    });
  });

  test('a process that works on local objects: no token, no protocol, nothing of the runner but path and proxy', () => {
    const names = Object.keys(localEnvironment(base, places));
    expect(names.filter((name) => !name.startsWith('GIT_')).sort()).toEqual(['HOME', 'LC_ALL', 'PATH', 'TMPDIR', 'https_proxy']);
    expect(names).not.toContain('GIT_CONFIG_COUNT');
    expect(localEnvironment(base, places)).toMatchObject({ GIT_ALLOW_PROTOCOL: 'none', GIT_DIR: '/r/repository.git' });
  });
});

describe('details of errors', () => {
  const secrets = secretForms(token);

  test('a secret split by escape sequences or invisible characters: masked all the same', () => {
    for (const splitter of ['\u001b[1m', '\u0000', '\u200b', '\u0007', '\u00ad']) {
      expect(cleanDetail(`x ${token.slice(0, 9)}${splitter}${token.slice(9)} y`, secrets)).toBe('x *** y');
    }
  });

  test('a secret where the text is cut: no piece of it is left', () => {
    for (let before = 250; before < 310; before += 1) {
      const detail = cleanDetail(`${'a'.repeat(before)}${token}${'b'.repeat(20_000)}`, secrets);
      expect(detail).not.toContain(token.slice(0, 6));
      expect(detail.length).toBeLessThan(620);
    }
  });

  test('line breaks of any kind: one line', () => {
    expect(cleanDetail('a\r\nb\u2028c\u0085\td\n', secrets)).toBe('a b c d');
  });

  test('credentials in a URL: masked', () => {
    expect(cleanDetail("unable to access 'https://me:pw@proxy.example/': no", [])).toBe("unable to access 'https://***@proxy.example/': no");
  });

  test('a megabyte of hostile text: cleaned in no time', () => {
    const start = Date.now();
    for (const piece of ['\u001b[', '\u001b[1;', '://', 'a@', ' ', '\u0000', '://x@']) cleanDetail(piece.repeat(400_000), secrets);
    expect(Date.now() - start).toBeLessThan(3_000);
  });

  test('no token: nothing is masked', () => {
    expect(cleanDetail('text', secretForms(''))).toBe('text');
  });
});
