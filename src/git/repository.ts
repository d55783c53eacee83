import { mkdir, mkdtemp, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Sha } from '../ports/git.js';
import type { Places } from './environment.js';
import type { ObjectFormat } from './object-name.js';
import { gitSettings, section } from './settings.js';

/** The remote's name in the private repository. */
export const remoteName = 'origin';

/** Makes the private directory (mode 0700) with a home for git and the only settings in force. */
export async function createPlaces(temporaryDirectory: string): Promise<Places> {
  const root = await realpath(await mkdtemp(join(temporaryDirectory, 'git-')));
  const places = { root, home: join(root, 'home'), repository: join(root, 'repository.git') };
  await mkdir(places.home, { mode: 0o700 });
  await writeFile(join(places.home, '.gitconfig'), gitSettings(join(root, 'no-hooks')), { mode: 0o600 });
  return places;
}

export async function removePlaces(places: Places): Promise<void> {
  await rm(places.root, { recursive: true, force: true, maxRetries: 3 });
}

/**
 * Writes an empty bare repository by hand: four entries are all that git asks for, there is no template with hooks
 * or attributes in it, and no process is needed. It is a partial clone from the start: questions of ancestry need
 * nothing but commits, and merges have the few trees and blobs they need fetched.
 */
export async function createRepository(places: Places, format: ObjectFormat, remoteUrl: string): Promise<void> {
  await mkdir(join(places.repository, 'objects', 'info'), { recursive: true, mode: 0o700 });
  await mkdir(join(places.repository, 'objects', 'pack'), { recursive: true, mode: 0o700 });
  await mkdir(join(places.repository, 'refs'), { recursive: true, mode: 0o700 });
  // An unborn HEAD: some versions read attributes from HEAD in a bare repository.
  await writeFile(join(places.repository, 'HEAD'), 'ref: refs/heads/none\n');
  const extensions = format === 'sha256' ? section('extensions', { objectFormat: format }) : '';
  await writeFile(
    join(places.repository, 'config'),
    section('core', { repositoryFormatVersion: '1', bare: 'true' })
      + extensions
      + section(`remote "${remoteName}"`, { url: remoteUrl, promisor: 'true', partialCloneFilter: 'tree:0', tagOpt: '--no-tags' }),
  );
}

/**
 * Records what was fetched as refs, in one file, so that the next fetch tells the server what is here already. Without
 * them git would transfer the whole history again.
 */
export async function writeKnownTips(places: Places, tips: Iterable<Sha>): Promise<void> {
  const lines = [...tips].sort().map((tip) => `${tip} refs/fetched/${tip}\n`);
  const file = join(places.repository, 'packed-refs');
  await writeFile(`${file}.new`, `# pack-refs with: sorted \n${lines.join('')}`);
  await rename(`${file}.new`, file);
}
