import type { RefUpdate } from '../ports/git.js';
import { assertObjectNames } from './object-name.js';
import { section } from './settings.js';

/** The name of the remote that the configuration of a push is about. */
const receiver = 'receiver';

/** What one atomic push is made of. */
export interface PushOrder {
  readonly arguments: readonly string[];
  /** Content of the file of configuration that the arguments name: where to, and which refs. */
  readonly configuration: string;
}

/** Throws a plain error on what no caller may ask for; that is a defect of the caller, not an outage. */
export function assertPushable(updates: readonly RefUpdate[]): void {
  for (const update of updates) {
    if (!/^refs\/(?:heads|tags)\/[^\s:]/.test(update.ref) || /[\u0000-\u0020\u007f~^:?*[\\]/.test(update.ref)) {
      throw new Error(`not the full name of a branch or tag: ${JSON.stringify(update.ref.slice(0, 300))}`);
    }
    if (update.from === null && update.to === null) throw new Error(`neither an old nor a new commit for ${update.ref}`);
    assertObjectNames([update.from, update.to].filter((name) => name !== null));
  }
  const refs = updates.map((update) => update.ref);
  if (new Set(refs).size !== refs.length) throw new Error('a ref occurs twice in one push');
}

/**
 * One atomic push: an explicit lease on every ref, no force, nothing but what is listed. The leases are arguments, as git
 * knows no other way, and hands them on as arguments to the program that talks to the server. The refs are configuration,
 * which takes half of what a command line would have to hold off it.
 *
 * @param configurationFile where the configuration will be when git reads it; an absolute path
 */
export function pushOrder(updates: readonly RefUpdate[], remoteUrl: string, configurationFile: string): PushOrder {
  assertPushable(updates);
  return {
    arguments: [
      '-c', `include.path=${configurationFile}`,
      'push', '--atomic', '--porcelain', '--no-verify', '--no-signed', '--no-follow-tags', '--no-progress', '--recurse-submodules=no',
      ...updates.map(lease), '--', receiver,
    ],
    configuration: section(`remote "${receiver}"`, { url: remoteUrl })
      + updates.map(({ ref, to }) => section(`remote "${receiver}"`, { push: `${to ?? ''}:${ref}` })).join(''),
  };
}

function lease({ ref, from }: RefUpdate): string {
  return `--force-with-lease=${ref}:${from ?? ''}`;
}

/**
 * The longest arguments that this push takes: those of the program of git that talks to the server. It gets every lease
 * with the commit written out, also where that says "must not exist", and the refs by its standard input.
 */
export function leaseArguments(updates: readonly RefUpdate[]): readonly string[] {
  return updates.map((update) => lease({ ...update, from: update.from ?? update.to }));
}
