import { secretForms } from '../git/redaction.js';

/** GitHub's limit on the description of a commit status, in characters. */
const descriptionLimit = 140;

/** What of an error's text is worth showing; the rest is usually an HTML page. */
const detailLimit = 300;

/**
 * Text of an answer made fit for an error message: one line, no control or direction-changing characters, cut, and
 * without the token in any of its forms, should a proxy or a broken server have echoed it.
 */
export function cleanDetail(text: string, token: string): string {
  const withoutToken = secretForms(token).reduce((rest, secret) => rest.replaceAll(secret, '***'), oneLine(text));
  return cutText(withoutToken, detailLimit);
}

/** The description of a commit status, on one line and within GitHub's limit. */
export function statusDescription(text: string): string {
  return cutText(oneLine(text), descriptionLimit);
}

/** Untrusted text without line breaks and without characters that hide or reorder what follows. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim();
}

/** Cuts by code points, so that no character is torn in two; the last place says that something is missing. */
function cutText(text: string, limit: number): string {
  const characters = Array.from(text);
  return characters.length <= limit ? text : `${characters.slice(0, limit - 1).join('')}…`;
}
