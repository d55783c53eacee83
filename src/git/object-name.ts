import type { Sha } from '../ports/git.js';

const objectName = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

/** Whether the text is a full object name as git prints it; an abbreviated or upper-case one is not. */
export function isObjectName(text: string | undefined): text is Sha {
  return text !== undefined && objectName.test(text);
}

/** Throws on anything but full object names: what goes on git's command line or standard input is never guessed. */
export function assertObjectNames(names: readonly string[]): void {
  for (const name of names) {
    if (!objectName.test(name)) throw new Error(`not a full object name: ${JSON.stringify(name.slice(0, 80))}`);
  }
}

/** How a repository names its objects. */
export type ObjectFormat = 'sha1' | 'sha256';

export function objectFormatOf(name: Sha): ObjectFormat {
  return name.length === 64 ? 'sha256' : 'sha1';
}
