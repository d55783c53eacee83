import { resolve } from 'node:path';
import { readArguments, runCommand, UsageError } from '../command-line.js';
import { buildAndApprovalMutations } from './builds-and-approvals.js';
import { hostileInputMutations } from './hostile-input.js';
import { Judge } from './judge.js';
import type { Verdict } from './judge.js';
import type { Mutation } from './mutation.js';
import { outageMutations } from './outages-and-limits.js';
import { pushAndMessageMutations } from './pushes-and-messages.js';
import { rebuildMutations } from './rebuilding.js';
import { openWorkshop } from './workshop.js';

const allMutations: readonly Mutation[] = [...buildAndApprovalMutations, ...pushAndMessageMutations, ...outageMutations, ...hostileInputMutations, ...rebuildMutations];

/**
 * `npm run mutants`: makes mistakes in a copy of the project and sees whether the tests notice. Each of those that are
 * named for a mutation must: the exploration, and the tests. Ends with status 1 if a mistake survives, or if the text to
 * replace has changed. `--only <words>` takes those mutations whose name has the words.
 */
async function main(args: readonly string[]): Promise<void> {
  const { only = '' } = readArguments(args, { only: { type: 'string' } });
  const mutations = allMutations.filter(({ name }) => name.includes(only));
  if (mutations.length === 0) {
    throw new UsageError('no mutation has these words in its name', 'words of one', only);
  }
  const workshop = openWorkshop(resolve(import.meta.dirname, '../..'));
  try {
    // Before anything is run: a list that is out of date says so at once, and in full.
    const outdated = mutations.flatMap((mutation) => workshop.whyNotPossible(mutation) ?? []);
    if (outdated.length > 0) {
      console.error([...outdated, `${outdated.length} of ${mutations.length} mutations do not match the code.`].join('\n'));
      process.exitCode = 1;
      return;
    }
    const judge = new Judge(workshop, (line) => { console.log(line); });
    await judge.mustPassUnchanged(mutations);
    const verdicts: Verdict[] = [];
    for (const mutation of mutations) {
      const verdict = await judge.judge(mutation);
      verdicts.push(verdict);
      console.log(lineOf(verdict));
    }
    const survivors = verdicts.filter((verdict) => !isKilled(verdict));
    console.log([`${verdicts.length - survivors.length} of ${verdicts.length} mutants killed.`, ...survivors.map(lineOf)].join('\n'));
    process.exitCode = survivors.length === 0 ? 0 : 1;
  } finally {
    workshop.remove();
  }
}

function isKilled({ exploration, tests }: Verdict): boolean {
  return exploration !== false && tests !== false && (exploration ?? tests) !== null;
}

function lineOf(verdict: Verdict): string {
  const shown = (found: boolean | null): string => (found === null ? '-' : found ? 'killed' : 'SURVIVED').padEnd(9);
  const seconds = `${verdict.seconds} s`.padStart(5);
  return `${isKilled(verdict) ? 'killed  ' : 'SURVIVED'} ${seconds}  exploration: ${shown(verdict.exploration)} tests: ${shown(verdict.tests)} ${verdict.mutation.name}`;
}

await runCommand('mutants', main);
