import { dirname } from 'node:path';

/** Environment variables of one process. */
export type Environment = Readonly<Record<string, string>>;

/** Variables of the runner that git needs in order to start and to find the way to the server. Nothing else passes. */
const passedOn = [
  'PATH',
  'http_proxy', 'https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY', 'no_proxy', 'NO_PROXY',
  'SSL_CERT_FILE', 'SSL_CERT_DIR', 'GIT_SSL_CAINFO', 'GIT_SSL_CAPATH', 'GIT_PROXY_SSL_CAINFO',
] as const;

/** A private home directory and the repository of objects next to it; all absolute paths. */
export interface Places {
  /** The fresh directory, mode 0700, that holds everything; removed at the end. */
  readonly root: string;
  readonly home: string;
  readonly repository: string;
}

/** Where the repository is and what opens it. */
export interface Access {
  /** Scheme, host and path without a slash at the end. */
  readonly serverUrl: string;
  readonly token: string;
}

/** What every git process gets: built from nothing, so that no variable of the runner changes what git does. */
export function baseEnvironment(places: Places, runner: Readonly<Record<string, string | undefined>>): Environment {
  const environment: Record<string, string> = {};
  for (const name of passedOn) {
    const value = runner[name];
    if (value !== undefined && value !== '') environment[name] = value;
  }
  return {
    ...environment,
    LC_ALL: 'C',
    HOME: places.home,
    TMPDIR: places.root,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: `${places.home}/.gitconfig`,
    GIT_ATTR_NOSYSTEM: '1',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    GIT_ASKPASS: '',
    // Never look for a repository further up: `ls-remote` runs outside of any. A ceiling holds only for what lies below it,
    // not for the directory itself.
    GIT_CEILING_DIRECTORIES: dirname(places.root),
  };
}

/** For processes that only read and write local objects: no protocol at all, no token. */
export function localEnvironment(base: Environment, places: Places): Environment {
  return { ...base, GIT_DIR: places.repository, GIT_ALLOW_PROTOCOL: 'none', GIT_NO_LAZY_FETCH: '1' };
}

/**
 * For processes that talk to the server: its own protocol only, and the token as configuration in the environment,
 * which is neither in an argument nor on disk. The empty value first drops headers another step may have configured:
 * two authorization headers make GitHub answer 400 (platform.md).
 */
export function networkEnvironment(base: Environment, access: Access): Environment {
  const key = `http.${access.serverUrl}/.extraheader`;
  const credentials = Buffer.from(`x-access-token:${access.token}`).toString('base64');
  return {
    ...base,
    GIT_ALLOW_PROTOCOL: new URL(access.serverUrl).protocol.replace(':', ''),
    GIT_CONFIG_COUNT: '2',
    GIT_CONFIG_KEY_0: key,
    GIT_CONFIG_VALUE_0: '',
    GIT_CONFIG_KEY_1: key,
    GIT_CONFIG_VALUE_1: `AUTHORIZATION: basic ${credentials}`,
  };
}

/**
 * For fetches: what they ask for is all they transfer. Without this, a server that speaks the old protocol without packs
 * would have git look for each object by a fetch of its own, and that one by another, without end.
 */
export function fetchEnvironment(network: Environment): Environment {
  return { ...network, GIT_NO_LAZY_FETCH: '1' };
}

/** A network process that works on the repository of objects. */
export function networkRepositoryEnvironment(base: Environment, access: Access, places: Places): Environment {
  return { ...networkEnvironment(base, access), GIT_DIR: places.repository };
}
