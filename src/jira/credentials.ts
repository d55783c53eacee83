import { secretForms } from '../git/redaction.js';

/** The header value of basic authentication. Base64 keeps line breaks in a badly stored token out of the header. */
export function basicCredentials(email: string, token: string): string {
  return `Basic ${encoded(email, token)}`;
}

/** Every form in which the token may turn up in an error or in an answer that echoes the request; longest first. */
export function secretsOf(email: string, token: string): readonly string[] {
  if (token === '') return [];
  const credentials = encoded(email, token);
  const forms = [...secretForms(token), credentials, credentials.replace(/=+$/, '')];
  return [...new Set(forms)].sort((left, right) => right.length - left.length);
}

function encoded(email: string, token: string): string {
  return Buffer.from(`${email}:${token}`, 'utf8').toString('base64');
}
