import type { Terminal } from './terminal.js';

/**
 * What a story claims while it is told. Each claim is printed with whether it holds; the exit status says if all did, so
 * that the demo is a check, too.
 */
export class Expectations {
  private readonly broken: string[] = [];
  private checked = 0;

  constructor(private readonly terminal: Terminal) {}

  /** `found` is shown when the claim does not hold. Answers whether it does. */
  expect(claim: string, holds: boolean, found: unknown): boolean {
    const { paint, print } = this.terminal;
    this.checked += 1;
    if (holds) {
      print(`  ${paint('good', '✓')} ${claim}`);
    } else {
      this.broken.push(claim);
      print(`  ${paint('bad', '✗')} ${paint('bold', claim)}\n      found: ${typeof found === 'string' ? found : JSON.stringify(found)}`);
    }
    return holds;
  }

  get count(): number {
    return this.checked;
  }

  /** Claims that did not hold, in order. */
  get failures(): readonly string[] {
    return this.broken;
  }
}
