import { access, cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { git } from './git.js';

/** A history without pull requests. The same numbers give the same commits, on every machine. */
export interface HistorySize {
  readonly commits: number;
  readonly files: number;
  readonly largeFileKilobytes: number;
  readonly versions: number;
}

/** The first files are left to pull requests, so that these conflict with nothing. */
const reservedFiles = 0.1;
const largeFiles = 20;
const start = 1_700_000_000;

export function versionNames(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `${index + 1}.0`);
}

function pathOf(file: number): string {
  return `src/part-${Math.floor(file / 100)}/file-${file}.txt`;
}

/** The file that only this pull request changes. */
export function fileOfPullRequest(number: number, { files }: Pick<HistorySize, 'files'>): string {
  return number < files * reservedFiles ? pathOf(number) : `pull-requests/file-${number}.txt`;
}

/** A small generator of numbers (xorshift), so that nothing depends on chance. */
function* numbers(seed: number): Generator<number> {
  for (let state = seed; ;) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    yield state >>> 0;
  }
}

function data(content: string | Buffer): Buffer {
  const bytes = Buffer.from(content);
  return Buffer.concat([Buffer.from(`data ${bytes.length}\n`), bytes, Buffer.from('\n')]);
}

/** The head of a commit in the language of `git fast-import`. */
export function commitHead(branch: string, second: number, message: string, parents: readonly string[], mark: number | null = null): Buffer {
  const [from, ...merged] = parents;
  return Buffer.concat([
    Buffer.from(`commit refs/heads/${branch}\n${mark === null ? '' : `mark :${mark}\n`}committer Somebody <somebody@example.com> ${start + second} +0000\n`),
    data(message),
    Buffer.from(`${from === undefined ? '' : `from ${from}\n`}${merged.map((parent) => `merge ${parent}\n`).join('')}`),
  ]);
}

export function fileChange(path: string, content: string | Buffer): Buffer {
  return Buffer.concat([Buffer.from(`M 100644 inline ${path}\n`), data(content)]);
}

/** A long trunk up to the oldest version branch; each further one starts at the one before, which it so contains. */
function* history(size: HistorySize): Generator<Buffer> {
  const random = numbers(size.commits + size.files);
  const next = (below: number): number => (random.next().value as number) % below;
  const names = versionNames(size.versions).map((version) => `development/${version}`);
  const oldest = names[0] ?? '';
  yield commitHead(oldest, 0, 'begin', []);
  for (let file = 0; file < size.files; file += 1) yield fileChange(pathOf(file), `file ${file}\n${'line\n'.repeat(20)}`);
  for (let file = 0; file < largeFiles && size.largeFileKilobytes > 0; file += 1) {
    const content = Buffer.alloc(size.largeFileKilobytes * 1024);
    for (let at = 0; at + 4 <= content.length; at += 4) content.writeUInt32LE(random.next().value as number, at);
    yield fileChange(`assets/large-${file}.bin`, content);
  }
  const reserved = Math.ceil(size.files * reservedFiles);
  const change = (second: number): Buffer => {
    const file = reserved + next(Math.max(1, size.files - reserved));
    return fileChange(pathOf(file), `file ${file}\n${'line\n'.repeat(next(20))}changed at ${second}\n${'line\n'.repeat(next(20))}`);
  };
  const own = Math.max(1, Math.floor(size.commits / 20 / size.versions));
  const trunk = Math.max(1, size.commits - own * size.versions);
  let second = 0;
  for (let commit = 1; commit < trunk; commit += 1) {
    second += 60;
    yield commitHead(oldest, second, `change ${commit}`, []);
    yield change(second);
  }
  for (const [index, name] of names.entries()) {
    if (index > 0) yield Buffer.from(`reset refs/heads/${name}\nfrom refs/heads/${names[index - 1] ?? ''}\n\n`);
    for (let commit = 0; commit < own; commit += 1) {
      second += 60;
      yield commitHead(name, second, `change ${commit} of ${name}`, []);
      yield change(second);
    }
  }
  yield Buffer.from('done\n');
}

/** The bare repository of a history, generated at the first time and kept in the directory. */
export async function historyRepository(directory: string, size: HistorySize): Promise<string> {
  const place = join(directory, `history-${size.commits}-${size.files}-${size.largeFileKilobytes}-${size.versions}.git`);
  if (await exists(place)) return place;
  const work = `${place}.new`;
  await rm(work, { recursive: true, force: true });
  await mkdir(work, { recursive: true });
  await git(work, ['init', '--quiet', '--bare']);
  await fastImport(work, history(size));
  // As a server keeps it: one pack, with what makes reading it fast.
  await git(work, ['repack', '-a', '-d', '-q', '--write-bitmap-index']);
  await git(work, ['commit-graph', 'write', '--reachable']);
  await git(work, ['pack-refs', '--all']);
  await rename(work, place);
  return place;
}

export async function fastImport(repository: string, stream: Iterable<Buffer>): Promise<void> {
  await git(repository, ['fast-import', '--quiet', '--done', '--force'], Readable.from(stream));
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(() => true, () => false);
}

const serverConfiguration = `[core]
	repositoryformatversion = 0
	bare = true
	logAllRefUpdates = false
[http]
	receivepack = true
[uploadpack]
	allowFilter = true
	allowAnySHA1InWant = true
[receive]
	advertiseAtomic = true
	autogc = false
[gc]
	auto = 0
`;

/** A server's repository over a history: what is added and moved in it can be undone. */
export class ServedRepository {
  private before: string | null = null;

  private constructor(readonly directory: string) {}

  static async create(directory: string, history: string): Promise<ServedRepository> {
    await rm(directory, { recursive: true, force: true });
    for (const folder of ['objects/info', 'objects/pack', 'refs/heads']) await mkdir(join(directory, folder), { recursive: true });
    await writeFile(join(directory, 'config'), serverConfiguration);
    await writeFile(join(directory, 'HEAD'), 'ref: refs/heads/development/1.0\n');
    await writeFile(join(directory, 'objects/info/alternates'), `${join(history, 'objects')}\n`);
    await cp(join(history, 'packed-refs'), join(directory, 'packed-refs'));
    return new ServedRepository(directory);
  }

  async refs(): Promise<ReadonlyMap<string, string>> {
    const lines = (await git(this.directory, ['for-each-ref', '--format=%(objectname) %(refname)'])).split('\n').filter((line) => line !== '');
    return new Map(lines.map((line) => [line.slice(line.indexOf(' ') + 1), line.slice(0, line.indexOf(' '))]));
  }

  async add(stream: Iterable<Buffer>): Promise<void> {
    await fastImport(this.directory, stream);
  }

  /** Keeps the refs as they are now, for `restore`. */
  async keep(): Promise<void> {
    await git(this.directory, ['pack-refs', '--all']);
    this.before = await readFile(join(this.directory, 'packed-refs'), 'utf8');
  }

  async restore(): Promise<void> {
    if (this.before === null) throw new Error('Nothing was kept.');
    await rm(join(this.directory, 'refs'), { recursive: true, force: true });
    await mkdir(join(this.directory, 'refs/heads'), { recursive: true });
    await writeFile(join(this.directory, 'packed-refs'), this.before);
  }
}
