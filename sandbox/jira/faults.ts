/** What a request gets instead of its answer. */
export type JiraFault =
  | { readonly kind: 'status'; readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string }
  /** 429. Seconds, or an HTTP date. */
  | { readonly kind: 'rate-limit'; readonly retryAfter: number | string }
  /** The right answer, late. */
  | { readonly kind: 'delay'; readonly milliseconds: number }
  /** The connection stays open without an answer. */
  | { readonly kind: 'silence' }
  /** Closes the connection without a byte. */
  | { readonly kind: 'drop' }
  /** Half of the right answer, then the connection is cut. */
  | { readonly kind: 'cut' }
  /** 200 with this text instead of an issue, as JSON unless told otherwise. */
  | { readonly kind: 'nonsense'; readonly body: string; readonly contentType?: string }
  /** 200 with the page that a single sign-on shows to who is not signed in. */
  | { readonly kind: 'login-page' }
  /** 200 with an answer that does not end. */
  | { readonly kind: 'flood' }
  /** 302 to this address, absolute or not. */
  | { readonly kind: 'redirect'; readonly to: string };

/** Switches that bend the sandbox: the next `times` requests, default 1, Infinity for all that follow. In the order given. */
export class JiraFaults {
  #armed: Array<{ readonly fault: JiraFault; left: number }> = [];

  next(fault: JiraFault, times = 1): void {
    this.#armed.push({ fault, left: times });
  }

  clear(): void {
    this.#armed = [];
  }

  /** The fault of this request, which is used up by that. */
  take(): JiraFault | null {
    const [first] = this.#armed;
    if (first === undefined) {
      return null;
    }
    first.left -= 1;
    if (first.left <= 0) {
      this.#armed.shift();
    }
    return first.fault;
  }
}
