import { expect } from '@jest/globals';

interface MatcherResult {
  readonly pass: boolean;
  readonly message: () => string;
}
type Matcher = (this: { readonly isNot: boolean }, ...values: unknown[]) => MatcherResult | Promise<MatcherResult>;

/** Where `expect` keeps its matchers, built-in ones included. */
const place = Symbol.for('$$jest-matchers-object');

/** From now on no expectation of this test file fails; what would have failed it is told instead. */
export function passOverMatchers(tell: (message: string) => void): void {
  const { matchers } = (globalThis as unknown as Record<symbol, { readonly matchers: Readonly<Record<string, Matcher>> }>)[place] ?? { matchers: {} };
  if (Object.keys(matchers).length === 0) throw new Error('This version of jest keeps its matchers elsewhere.');
  expect.extend(Object.fromEntries(Object.entries(matchers).map(([name, matcher]) => [name, passedOver(matcher, tell)])) as Parameters<typeof expect.extend>[0]);
}

function passedOver(matcher: Matcher, tell: (message: string) => void): Matcher {
  return function (this: { readonly isNot: boolean }, ...values) {
    const judge = (result: MatcherResult): MatcherResult => {
      if (result.pass === this.isNot) tell(result.message());
      return { pass: !this.isNot, message: result.message };
    };
    try {
      const result = matcher.apply(this, values);
      return result instanceof Promise ? result.then(judge) : judge(result);
    } catch (error) {
      // Matchers throw when a value is of another type than they compare.
      return judge({ pass: this.isNot, message: () => (error instanceof Error ? error.message : String(error)) });
    }
  };
}
