/** What error messages say instead of a secret. */
const mask = '***';

/** Longest detail that goes into an error message, in characters. */
const detailLimit = 600;

/** Only so much of what git printed is looked at: the end, where git says what was fatal. */
const inspectedLength = 16_384;

/**
 * The forms in which a token may turn up in git's output: itself, percent-encoded, and base64 alone or as the
 * credentials of a basic authorization header, with and without padding. Longest first, so that none is left in part.
 */
export function secretForms(token: string): readonly string[] {
  if (token === '') return [];
  const encoded = [token, `x-access-token:${token}`].map((text) => Buffer.from(text).toString('base64'));
  const forms = [token, encodeURIComponent(token), ...encoded, ...encoded.map((text) => text.replace(/=+$/, ''))];
  return [...new Set(forms)].sort((left, right) => right.length - left.length);
}

/**
 * Turns what git printed into one line fit for an error message: no secret, no credentials in URLs, no escape
 * sequences or control characters, of bounded length. The text stays untrusted; whoever shows it quotes it.
 */
export function cleanDetail(text: string, secrets: readonly string[]): string {
  // Escape sequences and control characters go first, so that they cannot hide a secret by splitting it …
  const plain = text.replace(/\u001b\[[0-?]*[ -/]*[@-~]/g, '').replace(/[^\P{Cc}\n\r\t]/gu, '').replace(/\p{Cf}/gu, '');
  // … and the secrets before anything is cut, so that no piece of one is left at an edge.
  const masked = secrets.reduce((rest, secret) => rest.replaceAll(secret, mask), plain);
  const oneLine = masked
    .slice(-inspectedLength)
    .replace(/:\/\/[^/\s@]*@/g, `://${mask}@`)
    .replace(/[\s\u2028\u2029]+/g, ' ')
    .trim();
  if (oneLine.length <= detailLimit) return oneLine;
  const half = detailLimit / 2;
  return `${oneLine.slice(0, half)} … ${oneLine.slice(-half)}`;
}
