import { resolve } from 'node:path';
import { readArguments, runCommand } from '../command-line.js';
import { buildAndApprovalMutations } from './builds-and-approvals.js';
import type { Mutation } from './mutation.js';
import { pushAndMessageMutations } from './pushes-and-messages.js';
import { openWorkshop } from './workshop.js';
import type { Workshop } from './workshop.js';

/** The exploration gets this long to find a mistake, in minutes; most are found within seconds. */
const explorationMinutes = '1.5';
/** The seed is fixed, so that the same mutants are found by the same schedules. */
const explorationSeed = '20260520';
const jest = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js'];
const explorer = ['node_modules/tsx/dist/cli.mjs', 'sandbox/explore/main.ts', '--seed', explorationSeed, '--minutes', explorationMinutes];
const patience = 10 * 60_000;

/** Who has noticed a mistake; null where nobody was asked. */
interface Verdict {
  readonly mutation: Mutation;
  readonly exploration: boolean | null;
  readonly tests: boolean | null;
}

/**
 * `npm run mutants`: makes mistakes in a copy of the project and sees whether the tests notice. Each of those that are
 * named for a mutation must: the exploration, and the tests. Ends with status 1 if a mistake survives, or if the text to
 * replace has changed. `--only <words>` takes those mutations whose name has the words.
 */
async function main(args: readonly string[]): Promise<void> {
  const values = readArguments(args, { only: { type: 'string' } });
  const mutations = [...buildAndApprovalMutations, ...pushAndMessageMutations].filter(({ name }) => name.includes(values.only ?? ''));
  const workshop = openWorkshop(resolve(import.meta.dirname, '../..'));
  try {
    // All texts are looked for before anything is run: a list that is out of date says so at once.
    mutations.forEach((mutation) => workshop.mutate(mutation)());
    await mustPassUnchanged(workshop, mutations);
    const verdicts: Verdict[] = [];
    for (const mutation of mutations) {
      const verdict = await judge(workshop, mutation);
      verdicts.push(verdict);
      console.log(lineOf(verdict));
    }
    const killed = verdicts.filter(isKilled).length;
    console.log(`${killed} of ${verdicts.length} mutants killed.`);
    process.exitCode = killed === verdicts.length ? 0 : 1;
  } finally {
    workshop.remove();
  }
}

/** Tests that fail anyway would kill every mutant. */
async function mustPassUnchanged(workshop: Workshop, mutations: readonly Mutation[]): Promise<void> {
  const tests = [...new Set(mutations.flatMap((mutation) => mutation.tests ?? []))];
  if (tests.length > 0 && !(await workshop.succeeds([...jest, ...tests], {}, patience))) {
    throw new Error('The tests fail without any mutation; mend them first.');
  }
  const scenarios = [...new Set(mutations.flatMap((mutation) => mutation.scenarios ?? []))];
  if (scenarios.length > 0 && (await failsInScenarios(workshop, scenarios))) {
    throw new Error('The scenarios fail without any mutation; mend them first.');
  }
  if (mutations.some(({ explored }) => explored === true) && !(await workshop.succeeds(explorer, {}, patience))) {
    throw new Error('The exploration fails without any mutation; mend what it has found first.');
  }
}

async function judge(workshop: Workshop, mutation: Mutation): Promise<Verdict> {
  const restore = workshop.mutate(mutation);
  try {
    const exploration = mutation.explored === true ? !(await workshop.succeeds(explorer, {}, patience)) : null;
    const unit = mutation.tests === undefined ? null : !(await workshop.succeeds([...jest, ...mutation.tests], {}, patience));
    const scenarios = mutation.scenarios === undefined ? null : await failsInScenarios(workshop, mutation.scenarios);
    return { mutation, exploration, tests: unit === null && scenarios === null ? null : unit === true || scenarios === true };
  } finally {
    restore();
  }
}

async function failsInScenarios(workshop: Workshop, scenarios: readonly string[]): Promise<boolean> {
  if (!(await workshop.succeeds(['scripts/build.js', '--out', 'mutant'], {}, patience))) throw new Error('The mutant cannot be built.');
  return !(await workshop.succeeds([...jest, ...scenarios], { BERT_E_BUNDLE: workshop.path('mutant', 'index.js') }, patience));
}

function isKilled({ exploration, tests }: Verdict): boolean {
  return exploration !== false && tests !== false && (exploration ?? tests) !== null;
}

function lineOf(verdict: Verdict): string {
  const shown = (found: boolean | null): string => (found === null ? '-' : found ? 'killed' : 'SURVIVED').padEnd(9);
  return `${isKilled(verdict) ? 'killed  ' : 'SURVIVED'}  exploration: ${shown(verdict.exploration)} tests: ${shown(verdict.tests)} ${verdict.mutation.name}`;
}

await runCommand('mutants', main);
