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
  /** 302 to another host; the path and query are kept. */
  | { readonly kind: 'redirect'; readonly to: string };

/** What a git request gets. All but `status`, `nonsense` and `drop` make sense for pushes only. */
export type GitFault =
  /** As a pre-receive hook of the server does; every ref of the push is refused. */
  | { readonly kind: 'refuse'; readonly message: string }
  /** The refs move, the client never hears of it. */
  | { readonly kind: 'apply-then-drop' }
  | { readonly kind: 'drop' }
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'nonsense' };

export interface RestMatch {
  readonly method?: string;
  /** Tested on the path below `/api/v3`, without query. */
  readonly path?: RegExp;
}

export interface GitMatch {
  readonly service?: 'git-upload-pack' | 'git-receive-pack';
  /** Tested on `owner/name`. */
  readonly repository?: RegExp;
  /** Default: the request with the pack (POST), not the discovery before it. */
  readonly step?: 'discovery' | 'transfer' | 'both';
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
  left: number;
}

/** Switches that bend the sandbox. Each arms until used up (`times`, default 1; Infinity for every request) or stopped. */
export class Faults {
  searchLag: SearchLag = { kind: 'none' };
  private readonly restFaults: Array<Armed<RestMatch, RestFault>> = [];
  private readonly gitFaults: Array<Armed<GitMatch, GitFault>> = [];

  /** Answers the way to disarm it. */
  rest(match: RestMatch, fault: RestFault, times = 1): () => void {
    return arm(this.restFaults, { match, fault, left: times });
  }

  git(match: GitMatch, fault: GitFault, times = 1): () => void {
    return arm(this.gitFaults, { match, fault, left: times });
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

  takeRest(method: string, path: string): RestFault | null {
    return take(this.restFaults, (match) => (match.method ?? method) === method && (match.path?.test(path) ?? true));
  }

  takeGit(service: string, repository: string, step: 'discovery' | 'transfer'): GitFault | null {
    return take(this.gitFaults, (match) => {
      const wanted = match.step ?? 'transfer';
      return (match.service ?? service) === service && (match.repository?.test(repository) ?? true) && (wanted === 'both' || wanted === step);
    });
  }
}

function arm<Match, Fault>(list: Array<Armed<Match, Fault>>, armed: Armed<Match, Fault>): () => void {
  list.push(armed);
  return () => {
    const index = list.indexOf(armed);
    if (index >= 0) list.splice(index, 1);
  };
}

function take<Match, Fault>(list: Array<Armed<Match, Fault>>, matches: (match: Match) => boolean): Fault | null {
  const index = list.findIndex(({ match }) => matches(match));
  const found = list[index];
  if (found === undefined) return null;
  found.left -= 1;
  if (found.left <= 0) list.splice(index, 1);
  return found.fault;
}
