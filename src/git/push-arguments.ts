import type { RefUpdate } from '../ports/git.js';
import { assertObjectNames } from './object-name.js';

/** Characters of one push's arguments that every supported system takes (Linux allows 2 MiB, macOS 1 MiB). */
const argumentLimit = 900_000;

/**
 * The arguments of one atomic push: an explicit lease on every ref, no force, nothing but what is listed. Throws a
 * plain error on what no caller may ask for; that is a defect of the caller, not an outage.
 */
export function pushArguments(updates: readonly RefUpdate[], remoteUrl: string): readonly string[] {
  for (const update of updates) {
    if (!/^refs\/(?:heads|tags)\/[^\s:]/.test(update.ref) || /[\u0000-\u0020\u007f~^:?*[\\]/.test(update.ref)) {
      throw new Error(`not the full name of a branch or tag: ${JSON.stringify(update.ref.slice(0, 300))}`);
    }
    if (update.from === null && update.to === null) throw new Error(`neither an old nor a new commit for ${update.ref}`);
    assertObjectNames([update.from, update.to].filter((name) => name !== null));
  }
  const refs = updates.map((update) => update.ref);
  if (new Set(refs).size !== refs.length) throw new Error('a ref occurs twice in one push');

  const leases = updates.map((update) => `--force-with-lease=${update.ref}:${update.from ?? ''}`);
  const line = [
    'push', '--atomic', '--porcelain', '--no-verify', '--no-signed', '--no-follow-tags', '--no-progress',
    '--recurse-submodules=no', ...leases, '--', remoteUrl,
    ...updates.map((update) => `${update.to ?? ''}:${update.ref}`),
  ];
  const length = line.reduce((sum, argument) => sum + Buffer.byteLength(argument) + 1, 0);
  if (length > argumentLimit) throw new Error(`${updates.length} refs are too many for one push`);
  return line;
}
