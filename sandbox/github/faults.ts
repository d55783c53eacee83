/** What a REST request gets instead of, or on top of, its answer. */
export type RestFault =
  /** Any status; `retryAfter` in seconds. */
  | { readonly kind: 'status'; readonly status: number; readonly message?: string; readonly headers?: Readonly<Record<string, string>> }
  /** 403 with `x-ratelimit-remaining: 0` (primary) or 403 with `retry-after` (secondary). Seconds. */
  | { readonly kind: 'rate-limit'; readonly limit: 'primary' | 'secondary'; readonly retryAfter: number }
  /** Closes the connection without a byte; the request is not acted upon. */
  | { readonly kind: 'drop' }
  /** Acts on the request, sends half of the answer, then cuts the connection. */
  | { readonly kind: 'cut' }
  /** Acts on the request, answers 200 with something that is not JSON. */
  | { readonly kind: 'nonsense' }
  /** Acts on the request, then waits before it answers. */
  | { readonly kind: 'delay'; readonly milliseconds: number }
  /** Answers only the first items of a list, without a Link header; `total_count` stays what it was. */
  | { readonly kind: 'truncate'; readonly items: number }
  /** To another host, 302 unless a status is given; the path and query are kept. */
  | { readonly kind: 'redirect'; readonly to: string; readonly status?: number };

/** What a git request gets. `refuse` and `apply-then-drop` make sense for pushes only. */
export type GitFault =
  /** As a pre-receive hook of the server does; every ref of the push is refused. */
  | { readonly kind: 'refuse'; readonly message: string }
  /** The refs move, the client never hears of it. */
  | { readonly kind: 'apply-then-drop' }
  | { readonly kind: 'drop' }
  | { readonly kind: 'status'; readonly status: number; readonly message?: string }
  | { readonly kind: 'nonsense' }
  /** Acts on the request, promises the whole answer, sends half of it and cuts the connection. */
  | { readonly kind: 'cut' }
  /** To another host; the path and query are kept. */
  | { readonly kind: 'redirect'; readonly to: string; readonly status: number }
  /** This and nothing else. */
  | { readonly kind: 'answer'; readonly type: string; readonly body: string }
  /** Acts on the request, then changes what it answers. */
  | { readonly kind: 'rewrite'; readonly body: (body: Buffer) => Buffer };

export interface RestMatch {
  readonly method?: string;
  /** Tested on the path below `/api/v3`, without query. */
  readonly path?: RegExp;
  /** Parameters that must have these values. */
  readonly query?: Readonly<Record<string, string>>;
  /** How many requests that match are spared first. Default 0. */
  readonly after?: number;
}

export interface GitMatch {
  readonly service?: 'git-upload-pack' | 'git-receive-pack';
  /** Tested on `owner/name`. */
  readonly repository?: RegExp;
  /** Default: the request with the pack (POST), not the discovery before it. */
  readonly step?: 'discovery' | 'transfer' | 'both';
  /** What a transfer of protocol version 2 asks for. */
  readonly command?: 'ls-refs' | 'fetch';
  /** How many requests that match are spared first. Default 0. */
  readonly after?: number;
}

/** How far the search index behind filtered run lists lags. Single runs and unfiltered lists are always up to date. */
export type SearchLag =
  | { readonly kind: 'none' }
  /** Runs created or changed after this many milliseconds ago are missing. */
  | { readonly kind: 'newer-than'; readonly milliseconds: number }
  /** Runs with an id above this one are missing. */
  | { readonly kind: 'after-run'; readonly id: number }
  | { readonly kind: 'empty' };

interface Armed<Match, Fault> {
  readonly match: Match;
  readonly fault: Fault;
  spared: number;
  left: number;
}

/** Switches that bend the sandbox. Each arms until used up (`times`, default 1; Infinity for every request) or stopped. */
export class Faults {
  searchLag: SearchLag = { kind: 'none' };
  private readonly restFaults: Array<Armed<RestMatch, RestFault>> = [];
  private readonly gitFaults: Array<Armed<GitMatch, GitFault>> = [];

  /** Answers the way to disarm it. */
  rest(match: RestMatch, fault: RestFault, times = 1): () => void {
    return arm(this.restFaults, match, fault, times);
  }

  git(match: GitMatch, fault: GitFault, times = 1): () => void {
    return arm(this.gitFaults, match, fault, times);
  }

  clear(): void {
    this.restFaults.length = 0;
    this.gitFaults.length = 0;
    this.searchLag = { kind: 'none' };
  }

  /** True when nothing armed is left waiting. */
  get spent(): boolean {
    return this.restFaults.length === 0 && this.gitFaults.length === 0;
  }

  takeRest(method: string, path: string, query: Readonly<Record<string, string>> = {}): RestFault | null {
    return take(this.restFaults, (match) =>
      (match.method ?? method) === method && (match.path?.test(path) ?? true) && Object.entries(match.query ?? {}).every(([name, value]) => query[name] === value));
  }

  /** `command` as in protocol version 2; null for other requests. */
  takeGit(service: string, repository: string, step: 'discovery' | 'transfer', command: string | null = null): GitFault | null {
    return take(this.gitFaults, (match) => {
      const wanted = match.step ?? 'transfer';
      return (match.service ?? service) === service && (match.repository?.test(repository) ?? true) && (wanted === 'both' || wanted === step)
        && (match.command ?? command) === command;
    });
  }
}

function arm<Match extends { readonly after?: number }, Fault>(list: Array<Armed<Match, Fault>>, match: Match, fault: Fault, times: number): () => void {
  const armed: Armed<Match, Fault> = { match, fault, spared: match.after ?? 0, left: times };
  list.push(armed);
  return () => {
    const index = list.indexOf(armed);
    if (index >= 0) list.splice(index, 1);
  };
}

function take<Match, Fault>(list: Array<Armed<Match, Fault>>, matches: (match: Match) => boolean): Fault | null {
  const found = list.find((armed) => matches(armed.match) && armed.spared-- <= 0);
  if (found === undefined) return null;
  const index = list.indexOf(found);
  found.left -= 1;
  if (found.left <= 0) list.splice(index, 1);
  return found.fault;
}
