import { expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { World } from '../../../sandbox/world/index.js';
import { inWorld, look, newPullRequest, source, tested, told } from '../main-job/stories.js';
import { openElsewhere } from './elsewhere.js';

const execute = promisify(execFile);
const hooks = ['pre-push', 'reference-transaction', 'post-checkout', 'post-merge', 'pre-receive', 'update', 'fsmonitor', 'proc-receive', 'post-index-change', 'pre-auto-gc'];

/** A machine on which every way to have git execute something, or go elsewhere, was taken. Whatever is executed leaves a file in `marks`. */
interface Trap {
  readonly environment: Readonly<Record<string, string>>;
  readonly marks: string;
  readonly folder: string;
}

async function setTrap(serverUrl: string, elsewhereUrl: string): Promise<Trap> {
  const folder = await mkdtemp(join(tmpdir(), 'trap-'));
  const [home, marks, programs, temp] = ['home', 'marks', 'programs', 'home/temp'].map((name) => join(folder, name)) as [string, string, string, string];
  for (const directory of [join(home, '.config', 'git'), marks, programs, temp, join(home, '.ssh')]) await mkdir(directory, { recursive: true });
  const mark = async (name: string): Promise<string> => {
    const program = join(programs, name);
    await writeFile(program, `#!/bin/sh\ntouch '${marks}/${name}'\nexit 1\n`, { mode: 0o755 });
    return program;
  };
  for (const name of [...hooks, 'git-remote-http', 'git-remote-ext', 'git-merge-tree', 'git-fetch', 'git-push']) await mark(name);
  const configuration = `
[url "${elsewhereUrl}/"]
  insteadOf = ${serverUrl}/
  pushInsteadOf = ${serverUrl}/
[url "ext::${await mark('ext')} "]
  insteadOf = http://
[http]
  extraheader = AUTHORIZATION: basic b3RoZXI=
  proxy = ${elsewhereUrl}
  cookieFile = ${home}/cookies
  saveCookies = true
  followRedirects = true
[http "${serverUrl}/"]
  extraheader = AUTHORIZATION: basic b3RoZXI=
  proxy = ${elsewhereUrl}
[core]
  hooksPath = ${programs}
  fsmonitor = ${join(programs, 'fsmonitor')}
  sshCommand = ${await mark('ssh-command')}
  askPass = ${await mark('core-askpass')}
  gitProxy = ${await mark('git-proxy')}
  editor = ${await mark('editor')}
  pager = ${await mark('pager')}
  attributesFile = ${home}/attributes
  alternateRefsCommand = ${await mark('alternate-refs')}
[credential]
  helper = !${await mark('credential-helper')}
  helper = store
[protocol]
  allow = always
[protocol "ext"]
  allow = always
[filter "evil"]
  clean = ${await mark('clean')}
  smudge = ${await mark('smudge')}
  process = ${await mark('process')}
  required = true
[merge]
  renames = false
  default = evil
[merge "evil"]
  driver = ${await mark('merge-driver')}; false
[diff "evil"]
  textconv = ${await mark('textconv')}
  command = ${await mark('external-diff')}
[gpg]
  program = ${await mark('gpg')}
[commit]
  gpgSign = true
[push]
  gpgSign = true
  followTags = true
  default = matching
[submodule]
  recurse = true
[fetch]
  fsckObjects = true
  recurseSubmodules = true
  prune = true
[uploadpack]
  packObjectsHook = ${await mark('pack-objects')}
[remote "origin"]
  vcs = ext
  pushurl = ${elsewhereUrl}/acme/product
[alias]
  fetch = !${await mark('alias')}
  push = !${join(programs, 'alias')}
[include]
  path = ${home}/included
`;
  for (const file of [join(home, '.gitconfig'), join(home, '.config', 'git', 'config'), join(home, 'included')]) await writeFile(file, file.endsWith('included') ? '' : configuration);
  await writeFile(join(home, 'attributes'), '* merge=evil filter=evil diff=evil\n');
  // The home, with the temporary folder of the runner in it, is a repository that is configured just so.
  await execute('git', ['init', '--quiet', home], { env: { PATH: process.env.PATH ?? '', HOME: folder } });
  await writeFile(join(home, '.git', 'config'), configuration, { flag: 'a' });
  for (const name of hooks) await writeFile(join(home, '.git', 'hooks', name), `#!/bin/sh\ntouch '${marks}/hook-${name}'\nexit 1\n`, { mode: 0o755 });
  return {
    folder, marks,
    environment: {
      PATH: process.env.PATH ?? '', HOME: home, XDG_CONFIG_HOME: join(home, '.config'), RUNNER_TEMP: temp,
      GIT_CONFIG: join(home, '.gitconfig'), GIT_CONFIG_GLOBAL: join(home, '.gitconfig'), GIT_CONFIG_SYSTEM: join(home, '.gitconfig'), GIT_CONFIG_NOSYSTEM: '0',
      GIT_CONFIG_PARAMETERS: `'core.hooksPath'='${programs}' 'http.proxy'='${elsewhereUrl}'`,
      GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'http.proxy', GIT_CONFIG_VALUE_0: elsewhereUrl,
      GIT_DIR: join(home, '.git'), GIT_WORK_TREE: home, GIT_COMMON_DIR: join(home, '.git'), GIT_INDEX_FILE: '/nowhere', GIT_OBJECT_DIRECTORY: '/nowhere',
      GIT_ALTERNATE_OBJECT_DIRECTORIES: '/nowhere', GIT_NAMESPACE: 'x', GIT_EXEC_PATH: programs, GIT_TEMPLATE_DIR: join(home, '.git'),
      GIT_ASKPASS: join(programs, 'core-askpass'), SSH_ASKPASS: join(programs, 'core-askpass'), GIT_SSH: join(programs, 'ssh-command'), GIT_SSH_COMMAND: join(programs, 'ssh-command'),
      GIT_PROXY_COMMAND: join(programs, 'git-proxy'), GIT_EXTERNAL_DIFF: join(programs, 'external-diff'), GIT_EDITOR: join(programs, 'editor'), GIT_PAGER: join(programs, 'pager'), PAGER: join(programs, 'pager'),
      GIT_ALLOW_PROTOCOL: 'ext:file:http', GIT_PROTOCOL_FROM_USER: '1', GIT_TERMINAL_PROMPT: '1', GIT_TRACE: join(marks, 'trace'), GIT_TRACE_CURL: join(marks, 'trace-curl'),
      GIT_TRACE_CURL_NO_DATA: '0', GIT_TRACE_REDACT: '0', GIT_TRACE2_EVENT: join(marks, 'trace2'), GIT_SSL_NO_VERIFY: '1', GIT_CURL_VERBOSE: '1', GIT_REPLACE_REF_BASE: 'refs/heads/',
      GIT_AUTHOR_NAME: 'evil', GIT_COMMITTER_EMAIL: 'evil', GIT_QUARANTINE_PATH: '/nowhere', BASH_ENV: join(programs, 'pager'), ENV: join(programs, 'pager'),
    },
  };
}

/** A commit on a branch with files no person could push by a verb: a submodule, a link out of the repository. */
async function hostileContent(world: World, branch: string, elsewhereUrl: string, own: string): Promise<void> {
  await world.author.push(branch, { from: 'development/4.3', files: {
    [`${own}.txt`]: `${own}\r\n`,
    '.gitmodules': `[submodule "x"]\n\tpath = sub\n\turl = ${elsewhereUrl}/sub\n\tupdate = !touch canary\n\tshallow = true\n`,
    '.gitattributes': '* filter=evil diff=evil merge=evil export-subst ident text eol=lf working-tree-encoding=UTF-16\n', '.gitconfig': '[core]\n\tfsmonitor = touch canary\n',
    'hooks/pre-push': '#!/bin/sh\ntouch canary\n', config: '[core]\n\tfsmonitor = touch canary\n', HEAD: 'ref: refs/heads/x\n', '.mailmap': 'evil <evil@example.org> <author@example.org>\n', '.lfsconfig': `[lfs]\n\turl = ${elsewhereUrl}\n`,
  } });
  const { directory } = world.github.repository(world.repository).git;
  const environment = { PATH: process.env.PATH ?? '', GIT_DIR: directory, GIT_INDEX_FILE: join(directory, 'hostile-index'), GIT_CONFIG_NOSYSTEM: '1', HOME: directory };
  const git = async (...args: readonly string[]): Promise<string> => (await execute('git', args, { env: { ...environment, GIT_AUTHOR_NAME: 'a', GIT_AUTHOR_EMAIL: 'a@example.org', GIT_COMMITTER_NAME: 'a', GIT_COMMITTER_EMAIL: 'a@example.org' } })).stdout.trim();
  const tip = await world.tip(branch);
  await git('read-tree', tip);
  await git('update-index', '--add', '--cacheinfo', `160000,${'b'.repeat(40)},sub`);
  const link = await git('hash-object', '-w', join(directory, 'HEAD'));
  await git('update-index', '--add', '--cacheinfo', `120000,${link},link`);
  const commit = await git('commit-tree', await git('write-tree'), '-p', tip, '-m', 'add a submodule and a link');
  await rm(join(directory, 'hostile-index'));
  await world.author.forcePush(branch, commit);
}

test('hooks, filters, drivers, helpers, addresses and variables on the machine, attributes and submodules in the repository: nothing of it is executed, and nobody else is contacted', async () => {
  const other = await openElsewhere();
  let trap: Trap | undefined;
  try {
    await inWorld({}, async (world) => {
      const set = await setTrap(world.github.url, other.url);
      trap = set;
      // The trap works: a git that is started as people start it falls into it.
      const plain = Object.fromEntries(Object.entries(set.environment).filter(([name]) => !['GIT_EXEC_PATH', 'GIT_DIR'].includes(name)));
      await expect(execute('git', ['ls-remote', `${world.github.url}/acme/product`], { env: plain, cwd: set.folder })).rejects.toThrow();
      expect(await readdir(set.marks)).toContain('trace');
      await rm(set.marks, { recursive: true });
      await mkdir(set.marks);
      const visits = other.visits.length;

      await newPullRequest(world);
      await world.author.forcePush(source, await world.tip('development/4.3'));
      await hostileContent(world, source, other.url, 'ours');
      // The other side of the merges has the same, so that attributes and submodule are met on both.
      await hostileContent(world, 'user/later', other.url, 'theirs');
      await world.admin.merges('user/later', 'development/5.1');
      await world.admin.merges('development/5.1', 'development/10.0');
      await world.author.deleteBranch('user/later');
      const number = world.github.repository(world.repository).nextNumber - 1;
      if (world.github.pullRequest(world.repository, number).state === 'closed') await world.author.reopens(number);
      const options = { environment: set.environment, debug: true };
      const opened = await look(world, number, options);
      expect([opened.code, opened.moved.length]).toEqual([115, 2]);
      await world.reviewer.approve(number);
      for (const branch of tested) world.ci.succeeds(branch);
      const merged = await look(world, number, options);
      expect([merged.code, merged.moved.length]).toEqual([102, 5]);

      expect(await readdir(set.marks)).toEqual([]);
      expect(other.visits.length).toBe(visits);
      expect(await readdir(join(set.folder, 'home', 'temp'))).toEqual([]);
      // Merged as it is: no line ending, keyword or encoding was changed; made by the robot and not by whom the variables name.
      expect(await world.github.readFile(world.repository, 'development/10.0', 'ours.txt')).toBe('ours\r\n');
      expect(await world.github.readFile(world.repository, 'development/10.0', 'theirs.txt')).toBe('theirs\r\n');
      const { directory } = world.github.repository(world.repository).git;
      const { stdout } = await execute('git', ['log', '-1', '--format=%an %ce', 'development/10.0'], { cwd: directory });
      expect(stdout.trim()).toBe('bert-e[bot] bert-e@example.org');
      told(world);
    });
  } finally {
    await other.close();
    if (trap !== undefined) await rm(trap.folder, { recursive: true, force: true });
  }
});
