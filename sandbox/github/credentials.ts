import type { IncomingMessage } from 'node:http';
import { account } from './service.js';
import type { Service } from './service.js';
import type { Actor, Token } from './state.js';

export interface Credentials {
  /** Every Authorization header as sent. */
  readonly headers: readonly string[];
  readonly secrets: readonly string[];
  /** Null when nothing was sent, or something unknown. */
  readonly actor: Actor | null;
  readonly problem: 'unknown token' | 'not understood' | null;
}

/** Who sends this request. Node keeps only one of several Authorization headers, so the raw list is read. */
export function credentials(service: Service, request: Pick<IncomingMessage, 'rawHeaders'>): Credentials {
  const headers: string[] = [];
  for (let index = 0; index + 1 < request.rawHeaders.length; index += 2) {
    if (request.rawHeaders[index]?.toLowerCase() === 'authorization') headers.push(request.rawHeaders[index + 1] ?? '');
  }
  const secrets = headers.flatMap((header) => secretIn(header) ?? []);
  const first = secrets[0];
  if (headers.length === 0) return { headers, secrets, actor: null, problem: null };
  if (first === undefined) return { headers, secrets, actor: null, problem: 'not understood' };
  const token = service.state.tokens.get(first);
  return token === undefined ? { headers, secrets, actor: null, problem: 'unknown token' } : { headers, secrets, actor: tokenActor(service, token), problem: null };
}

export function tokenActor(service: Service, token: Token): Actor {
  return { login: account(service, token.login).login, kind: token.kind, token };
}

/** `Bearer x`, `token x`, or basic with the secret as password (or as user, with an empty password). */
function secretIn(header: string): string | null {
  const { scheme = '', value = '' } = /^(?<scheme>\w+) +(?<value>\S+)$/u.exec(header.trim())?.groups ?? {};
  switch (scheme.toLowerCase()) {
    case 'bearer':
    case 'token':
      return value;
    case 'basic': {
      const decoded = Buffer.from(value, 'base64').toString();
      const colon = decoded.indexOf(':');
      const password = decoded.slice(colon + 1);
      return colon < 0 ? null : password === '' || password === 'x-oauth-basic' ? decoded.slice(0, colon) : password;
    }
    default:
      return null;
  }
}
