import { cleanDetail } from '../git/redaction.js';
import { createPatience, repeatLimit } from '../github/patience.js';
import type { Clock } from '../github/patience.js';
import { createTransport, TransportFailure } from '../github/transport.js';
import type { Fetch } from '../github/transport.js';
import { IssueTrackerOutage } from '../ports/issue-tracker.js';
import type { Issue, IssueTrackerPort } from '../ports/issue-tracker.js';
import { readAnswer } from './answer.js';
import type { Failure, Reading } from './answer.js';
import { basicCredentials, secretsOf } from './credentials.js';
import { boundedFetch, proxyAwareFetch } from './fetch.js';

export interface JiraOptions {
  /** Setting `jira_account_url`: `https://acme.atlassian.net`, or a server below a path, `https://acme.example/jira`. */
  readonly accountUrl: string;
  /** Setting `jira_email`: the account the token belongs to. */
  readonly email: string;
  /** Input `jira-token`. */
  readonly token: string;
  /** Default: one that uses the proxy of the runner, if it has one. */
  readonly fetch?: Fetch;
  /** Told, on one line without control characters, what is tried again. */
  readonly log: (line: string) => void;
  /** Default: real time. */
  readonly wait?: (milliseconds: number) => Promise<void>;
  /** Epoch milliseconds. Default: real time. */
  readonly now?: () => number;
  /** How long one request may take with its answer. Default 20 s. */
  readonly timeLimitMilliseconds?: number;
}

/** An issue with the four fields asked for has some kilobytes. */
const answerLimit = 1024 * 1024;

/** Version 2 of the interface is the one that Jira Cloud and Jira Data Center both have. */
const issuePath = 'rest/api/2/issue/';
const fields = 'issuetype,project,fixVersions,parent';

/**
 * Jira by its REST API (spec 3, "Issue tracker"). Nothing is sent before the first question, and a mistake in the options
 * rejects that question as an outage: pull requests that need no issue do not suffer from it.
 *
 * A plain request and no client from npm: there is one kind of request, every rule about repeating, redirects and secrets
 * would have to be enforced around a client anyway, and the kept ones are large (unpacked: jira.js 6.2 12 MB in 7,900 files
 * with zod besides valibot; jira-client 8.2 8 MB, and a request library of its own).
 */
export function createJira(options: JiraOptions): IssueTrackerPort {
  return new Jira(options);
}

class Jira implements IssueTrackerPort {
  readonly #clock: Clock;
  readonly #patience;
  readonly #secrets: readonly string[];
  #transport: Promise<Fetch> | null = null;
  /**
   * Set when Jira as a whole gave no usable answer in spite of all repetitions. A sweep asks for many issues; it must
   * neither wait for each of them again, nor knock with a wrong token until Jira locks the account.
   */
  #outage: IssueTrackerOutage | null = null;

  constructor(private readonly options: JiraOptions) {
    this.#clock = { wait: options.wait ?? sleep, now: options.now ?? Date.now };
    this.#patience = createPatience(this.#clock);
    this.#secrets = secretsOf(options.email, options.token);
  }

  async issue(key: string): Promise<Issue | null> {
    if (!/^[A-Za-z0-9_]+-[0-9]+$/.test(key)) {
      // No issue can have such a key, and it would make another address.
      return null;
    }
    if (this.#outage !== null) {
      throw this.#outage;
    }
    const address = this.#addressOf(key);
    for (let repeats = 0; ; repeats += 1) {
      const reading = await this.#ask(address);
      switch (reading.kind) {
        case 'found':
          return reading.issue;
        case 'not-found':
          return null;
        case 'failed': {
          if (!(await this.#patience.beforeRepeat(reading.failure, { repeats, repeatable: true }))) {
            throw this.#giveUp(reading);
          }
          this.options.log(this.#clean(`issue ${key}: ${reading.detail}; trying again (${repeats + 2} of ${repeatLimit + 1})`));
        }
      }
    }
  }

  #addressOf(key: string): string {
    const { accountUrl, token } = this.options;
    if (token === '') {
      throw new IssueTrackerOutage(null, 'no token was given, check the input `jira-token`');
    }
    if (!isPlainWebAddress(accountUrl)) {
      throw new IssueTrackerOutage(null, 'the setting `jira_account_url` is no web address, or one with credentials, query or fragment');
    }
    return `${accountUrl.replace(/\/+$/, '')}/${issuePath}${key}?fields=${fields}`;
  }

  async #ask(address: string): Promise<Reading> {
    const { email, token } = this.options;
    try {
      const send = await this.#openTransport();
      const response = await send(address, {
        method: 'GET',
        headers: { accept: 'application/json', authorization: basicCredentials(email, token), 'user-agent': 'bert-e-action' },
      });
      return readAnswer({ status: response.status, headers: response.headers, body: await response.text() }, this.#clock.now());
    } catch (error) {
      if (error instanceof TransportFailure) {
        const failure = error.kind === 'unclear' ? { kind: error.kind, waitMilliseconds: null } : { kind: error.kind };
        return { kind: 'failed', about: 'tracker', failure, status: null, detail: error.message };
      }
      throw error;
    }
  }

  #openTransport(): Promise<Fetch> {
    this.#transport ??= this.#createTransport();
    return this.#transport;
  }

  async #createTransport(): Promise<Fetch> {
    const send = this.options.fetch ?? (await proxyAwareFetch(process.env).catch(refuseProxy));
    return createTransport(boundedFetch(send, answerLimit), this.options.timeLimitMilliseconds ?? 20_000).fetch;
  }

  /** Without a cause: what the network layer throws holds pieces of the answer, and an answer may echo credentials. */
  #giveUp({ status, detail, failure, about }: Failure): IssueTrackerOutage {
    const asked = failure.kind === 'limit' && failure.waitMilliseconds > 0 ? `; it asks to wait ${Math.ceil(failure.waitMilliseconds / 1000)} s` : '';
    const outage = new IssueTrackerOutage(status, this.#clean(`${detail}${asked}`));
    this.#outage = about === 'tracker' ? outage : null;
    return outage;
  }

  #clean(text: string): string {
    return cleanDetail(text, this.#secrets);
  }
}

function isPlainWebAddress(text: string): boolean {
  if (!URL.canParse(text)) {
    return false;
  }
  const { protocol, username, password, search, hash } = new URL(text);
  return ['https:', 'http:'].includes(protocol) && [username, password, search, hash].every((part) => part === '');
}

/** Without the error, which holds the address of the proxy and with it perhaps a password. */
function refuseProxy(): never {
  throw new TransportFailure('final', 'the proxy that the environment variables of the runner name cannot be used');
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
