import { createHash, randomUUID } from 'node:crypto';
import { access, mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { deflate } from 'node:zlib';
import type { Sha } from '../ports/git.js';
import type { ObjectFormat } from './object-name.js';

const compress = promisify(deflate);

/**
 * Stores a loose object the way git does: complete under another name first, then renamed. This takes no process, and a
 * running `git merge-tree` sees the object at once.
 *
 * @param objects the `objects` directory of the repository
 */
export async function writeObject(objects: string, kind: 'blob' | 'tree' | 'commit', content: Buffer, format: ObjectFormat): Promise<Sha> {
  const bytes = Buffer.concat([Buffer.from(`${kind} ${content.length}\0`), content]);
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
