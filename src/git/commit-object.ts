import { createHash, randomUUID } from 'node:crypto';
import { access, mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { deflate } from 'node:zlib';
import type { NewCommit, Sha } from '../ports/git.js';
import type { ObjectFormat } from './object-name.js';

const compress = promisify(deflate);

/** Author and committer of the robot's commits. */
export interface Identity {
  readonly name: string;
  readonly email: string;
}

/**
 * The content of a commit, byte for byte what `git commit-tree` makes of the same tree, parents, message and time:
 * parents without repetition, names cleaned as git cleans them, time in whole seconds UTC.
 */
export function commitContent(commit: NewCommit, robot: Identity, time: Date): Buffer {
  const signature = `${cleanIdentity(robot.name)} <${cleanIdentity(robot.email)}> ${Math.floor(time.getTime() / 1000)} +0000`;
  const lines = [
    `tree ${commit.tree}`,
    ...[...new Set(commit.parents)].map((parent) => `parent ${parent}`),
    `author ${signature}`,
    `committer ${signature}`,
    '',
    normalizeMessage(commit.message),
  ];
  return Buffer.from(lines.join('\n'));
}

/** No control characters but line feeds, no surrounding empty lines, and exactly one line feed at the end. */
export function normalizeMessage(message: string): string {
  return `${message.replace(/[^\P{Cc}\n]/gu, '').replace(/^\n+/, '').trimEnd()}\n`;
}

/** Drops what git drops from a name or an address: `<`, `>` and line feeds, and punctuation at both ends. */
export function cleanIdentity(text: string): string {
  const isCrud = (character: string): boolean => character <= ' ' || '.,:;<>"\\\''.includes(character);
  let start = 0;
  let end = text.length;
  while (start < end && isCrud(text.charAt(start))) start += 1;
  while (end > start && isCrud(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end).replace(/[\n<>\0]/g, '');
}

/**
 * Stores a commit as a loose object, the way git does: complete under another name first, then renamed. This takes
 * no process, and a running `git merge-tree` sees the commit at once.
 *
 * @param objects the `objects` directory of the repository
 */
export async function writeCommitObject(objects: string, content: Buffer, format: ObjectFormat): Promise<Sha> {
  const bytes = Buffer.concat([Buffer.from(`commit ${content.length}\0`), content]);
  const sha = createHash(format).update(bytes).digest('hex');
  const directory = join(objects, sha.slice(0, 2));
  const file = join(directory, sha.slice(2));
  if (await exists(file)) return sha;
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const temporary = join(directory, `tmp_obj_${randomUUID()}`);
  await writeFile(temporary, await compress(bytes), { mode: 0o444, flag: 'wx' });
  await rename(temporary, file);
  return sha;
}

async function exists(file: string): Promise<boolean> {
  try {
    await access(file);
    return true;
  } catch {
    // Absent; anything else that is wrong with the place shows when the object is written.
    return false;
  }
}
