import { inlineCode } from '../../conversation/quote.js';
import type { Sha } from '../../ports/git.js';
import type { TextContext } from './context.js';

/** Only the repository of the context is needed to make links. */
export type LinkContext = Pick<TextContext, 'repositoryUrl'>;

/** A longer address is no use to anybody. */
const longestAddress = 2_000;

/**
 * The label, linked if the address is one of the web; else the label alone. Addresses come from GitHub, but what stands
 * in a commit status was written by whoever reports it.
 */
export function webLink(label: string, address: string | null): string {
  const safe = address === null ? null : safeAddress(address);
  return safe === null ? label : `[${label}](${safe})`;
}

/** The address with everything encoded that could end a Markdown link or a table cell; null if it is none of the web. */
export function safeAddress(address: string): string | null {
  if (address.length > longestAddress || !/^https?:\/\//i.test(address) || /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u.test(address) || !URL.canParse(address)) {
    return null;
  }
  const url = new URL(address);
  // A name before the `@` makes the reader take it for the host.
  if (url.username !== '' || url.password !== '') {
    return null;
  }
  return url.href.replaceAll(/[()<>|\\`"'[\]{}]/g, percentEncoded);
}

/** A branch by name, linked to its tree. */
export function branchLink(context: LinkContext, branch: string): string {
  return webLink(inlineCode(branch), `${context.repositoryUrl}/tree/${encodedPath(branch)}`);
}

/** A commit by its short name; not linked if it is no full object name. */
export function commitLink(context: LinkContext, sha: Sha): string {
  return webLink(inlineCode(shortSha(sha)), /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(sha) ? `${context.repositoryUrl}/commit/${sha}` : null);
}

/** The comparison page of two branches: what `head` has beyond `base`. */
export function compareLink(context: LinkContext, label: string, base: string, head: string): string {
  return webLink(label, `${context.repositoryUrl}/compare/${encodedPath(base)}...${encodedPath(head)}`);
}

export function pullRequestLink(context: LinkContext, number: number): string {
  return webLink(`#${number}`, `${context.repositoryUrl}/pull/${number}`);
}

export function shortSha(sha: Sha): string {
  return sha.slice(0, 7);
}

function encodedPath(name: string): string {
  // Half a surrogate pair cannot be encoded.
  return name.replaceAll(/\p{Cs}/gu, '\uFFFD').split('/').map(encodeURIComponent).join('/');
}

function percentEncoded(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}
