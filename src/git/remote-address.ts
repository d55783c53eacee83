export interface RemoteAddress {
  /** Without a slash at the end. */
  readonly serverUrl: string;
  readonly remoteUrl: string;
}

/** Builds the repository's URL, or throws: only http(s), without credentials, query or anything hidden in the name. */
export function remoteAddress(serverUrl: string, repository: string): RemoteAddress {
  const url = URL.canParse(serverUrl) ? new URL(serverUrl) : null;
  if (url === null || !['http:', 'https:'].includes(url.protocol)) throw new Error('the server URL must begin with https:// or http://');
  if (url.username !== '' || url.password !== '') throw new Error('the server URL must not hold credentials');
  if (url.search !== '' || url.hash !== '') throw new Error('the server URL must not hold a query or fragment');
  const [owner, name, ...rest] = repository.split('/');
  if (!isPlainName(owner) || !isPlainName(name) || rest.length > 0) throw new Error('the repository must be given as owner/name');
  const cleanUrl = `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
  return { serverUrl: cleanUrl, remoteUrl: `${cleanUrl}/${owner}/${name}` };
}

function isPlainName(name: string | undefined): name is string {
  return name !== undefined && /^[A-Za-z0-9_.-]+$/.test(name) && name !== '.' && name !== '..';
}
