import type { Mutation } from './mutation.js';
import type { Workshop } from './workshop.js';

/** The exploration gets this long to find a mistake, in minutes: most are found within seconds, the last within two minutes. */
const explorationMinutes = '3';
/** The seed is fixed, so that the same mutants are found by the same schedules. */
const explorationSeed = '20260520';
const jest = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js'];
const explorer = ['node_modules/tsx/dist/cli.mjs', 'sandbox/explore/main.ts', '--seed', explorationSeed, '--minutes', explorationMinutes];
const patience = 10 * 60_000;

/** Who has noticed a mistake; null where nobody was asked. */
export interface Verdict {
  readonly mutation: Mutation;
  readonly exploration: boolean | null;
  readonly tests: boolean | null;
  readonly seconds: number;
}

/** Runs what must notice a mistake, first without any and then with one after the other. */
export class Judge {
  constructor(
    private readonly workshop: Workshop,
    private readonly log: (line: string) => void,
  ) {}

  /** @throws Error if something fails without any mutation: it would kill every mutant */
  async mustPassUnchanged(mutations: readonly Mutation[]): Promise<void> {
    const tests = distinct(mutations.flatMap((mutation) => mutation.tests ?? []));
    await this.mustPass(`${tests.length} test files`, tests.length > 0, () => this.passes(tests));
    const scenarios = distinct(mutations.flatMap((mutation) => mutation.scenarios ?? []));
    await this.mustPass(`${scenarios.length} test files with the bundle`, scenarios.length > 0, () => this.passesBundled(scenarios));
    const explored = mutations.some((mutation) => mutation.explored === true);
    await this.mustPass(`the exploration, for ${explorationMinutes} minutes`, explored, () => this.explores());
  }

  async judge(mutation: Mutation): Promise<Verdict> {
    const { explored, tests, named = '', scenarios } = mutation;
    const start = performance.now();
    const restore = this.workshop.mutate(mutation);
    try {
      const exploration = explored === true ? !(await this.explores()) : null;
      const unit = tests === undefined ? null : !(await this.passes(tests, named));
      const bundled = scenarios === undefined ? null : !(await this.passesBundled(scenarios, named));
      return { mutation, exploration, tests: unit === null && bundled === null ? null : unit === true || bundled === true, seconds: secondsSince(start) };
    } finally {
      restore();
    }
  }

  private async mustPass(what: string, asked: boolean, passes: () => Promise<boolean>): Promise<void> {
    if (!asked) {
      return;
    }
    const start = performance.now();
    this.log(`Without any mutation: ${what} …`);
    if (!(await passes())) {
      throw new Error(`This fails without any mutation, mend it first: ${what}`);
    }
    this.log(`… passed in ${secondsSince(start)} s`);
  }

  private explores(): Promise<boolean> {
    return this.workshop.succeeds(explorer, {}, patience);
  }

  private passes(tests: readonly string[], named = ''): Promise<boolean> {
    return this.workshop.succeeds([...jest, '--testNamePattern', named, ...tests], {}, patience);
  }

  private async passesBundled(scenarios: readonly string[], named = ''): Promise<boolean> {
    if (!(await this.workshop.succeeds(['scripts/build.js', '--out', 'mutant'], {}, patience))) throw new Error('The mutant cannot be built.');
    return this.workshop.succeeds([...jest, '--testNamePattern', named, ...scenarios], { BERT_E_BUNDLE: this.workshop.path('mutant', 'index.js') }, patience);
  }
}

function distinct(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}

function secondsSince(start: number): number {
  return Math.round((performance.now() - start) / 1000);
}
