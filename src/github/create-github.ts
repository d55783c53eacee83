import type { GitHubPort } from '../ports/github.js';
import { GitHubRefusal } from '../ports/github.js';
import { GitHub } from './github.js';
import { Issues } from './issues.js';
import { createLists } from './lists.js';
import { createPatience } from './patience.js';
import type { Clock } from './patience.js';
import { Reads } from './reads.js';
import type { RepositoryName } from './reads.js';
import { createSend, persistence } from './requests.js';
import { createTransport } from './transport.js';
import type { Fetch } from './transport.js';

export interface GitHubOptions {
  readonly token: string;
  /** `https://api.github.com`, or that of an enterprise server, as in `GITHUB_API_URL`. */
  readonly apiUrl: string;
  readonly repository: RepositoryName;
  readonly userAgent?: string;
  /** Default: node's own, or behind a proxy the one of `@actions/github`, which knows it. */
  readonly fetch?: Fetch;
  /** Told, on one line without control characters, what is tried again. */
  readonly log: (line: string) => void;
  /** Default: real time. */
  readonly wait?: (milliseconds: number) => Promise<void>;
  /** Epoch milliseconds. Default: real time. */
  readonly now?: () => number;
  /** How long one request may take with its answer. Default 30 s. */
  readonly timeLimitMilliseconds?: number;
}

/**
 * GitHub by its REST API. octokit is loaded here and not with this file: an event that needs no request should not pay
 * for it.
 */
export async function createGitHub(options: GitHubOptions): Promise<GitHubPort> {
  const { token, log } = options;
  if (token === '') {
    throw new GitHubRefusal('sign in', 401, 'no token was given, check the input `token`');
  }
  const [toolkit, { retry }, { throttling }, { default: Bottleneck }] = await Promise.all([
    import('@actions/github/lib/utils'),
    import('@octokit/plugin-retry'),
    import('@octokit/plugin-throttling'),
    import('bottleneck/light.js'),
  ]);
  const clock: Clock = { wait: options.wait ?? sleep, now: options.now ?? Date.now };
  const patience = createPatience(clock);
  const proxyAware = behindProxy() ? (toolkit.defaults.request?.fetch as Fetch | undefined) : undefined;
  const transport = createTransport(options.fetch ?? proxyAware ?? fetch, options.timeLimitMilliseconds ?? 30_000);
  const Octokit = toolkit.GitHub.plugin(persistence(patience, clock, token, log), retry, throttling);
  const octokit = new Octokit({
    ...toolkit.getOctokitOptions(token, { userAgent: options.userAgent ?? 'bert-e-action' }),
    baseUrl: options.apiUrl.replace(/\/$/, ''),
    // octokit's own messages go to the console unless both of its places for a log are taken.
    request: { fetch: transport.fetch, log: silent },
    log: silent,
    // `persistence` decides and waits; plugin-retry sends again.
    retry: { doNotRetry: [], retryAfterBaseValue: 0 },
    // Limits that were hit are dealt with by `persistence` as well; this plugin keeps us from hitting them.
    throttle: {
      onRateLimit: ignore,
      onSecondaryRateLimit: ignore,
      write: new Bottleneck.Group({ id: 'writes', ...writePace }),
      notifications: new Bottleneck.Group({ id: 'notifications', ...writePace }),
    },
  });
  const send = createSend(octokit, clock, token);
  const lists = createLists(send, patience);
  return new GitHub(new Reads(options.repository, send, lists), send, transport, new Issues(options.repository, send, lists));
}

/**
 * GitHub allows about 80 writes of content per minute (platform facts, "Limits"). The plugin would rather space every
 * write by one to three seconds, which a run that writes three times waits for in vain; so a burst is let through at once,
 * and only the minute as a whole is limited.
 */
const writePace = { maxConcurrent: 1, reservoir: 60, reservoirRefreshAmount: 60, reservoirRefreshInterval: 60_000 };

/** If not, node's own `fetch` does, which is there already: the client of `@actions/github` takes longer to load than all the rest. */
function behindProxy(): boolean {
  return ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY'].some((name) => (process.env[name] ?? '') !== '');
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function ignore(): void {
  // What these would tell is in the errors.
}

const silent = { debug: ignore, info: ignore, warn: ignore, error: ignore };
