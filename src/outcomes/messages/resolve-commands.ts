import type { IntegrationConflict } from '../../integration/trial.js';
import type { TextContext } from './context.js';
import { shellWord } from './shell-word.js';

/**
 * The commands by which a person resolves a conflict. Names of branches stand only where they cannot be read as an
 * option: after `origin/`, in a full ref, or as the argument of an option.
 */
export function resolveCommands(conflict: IntegrationConflict, context: TextContext): readonly string[] {
  const { branch, where, merge } = conflict;
  const conflicting = conflictingMerge(conflict);
  return [
    ...(where === 'source' && isFork(context) ? ['# in a clone of your fork:'] : []),
    'git fetch origin',
    ...(where === 'source' ? checkoutSource(branch) : [`git checkout -B ${shellWord(branch)} ${shellWord(`origin/${conflict.startFrom ?? branch}`)}`]),
    ...merge.flatMap((merged) => {
      const command = mergeCommand(merged, where, context);
      return merged === conflicting ? [command, '# resolve the conflicts in the files above, then:', 'git add --update', 'git commit --no-edit'] : [command];
    }),
    `git push origin HEAD:refs/heads/${shellWord(branch)}`,
  ];
}

/** Those before it go through. On the source branch the sides are the other way round, and there is one merge only. */
function conflictingMerge({ merge, sides }: IntegrationConflict): string | undefined {
  return merge.find((branch) => branch === sides[1]) ?? merge.at(-1);
}

/** Not `-B`: a person has commits on the source branch that are not pushed, and would lose them. */
function checkoutSource(branch: string): readonly string[] {
  return branch.startsWith('-')
    ? [`git checkout --detach ${shellWord(`origin/${branch}`)}`]
    : [`git checkout ${shellWord(branch)}`, `git pull --ff-only origin refs/heads/${shellWord(branch)}`];
}

/** A branch of the other repository is fetched and merged in one go. */
function mergeCommand(merged: string, where: IntegrationConflict['where'], context: TextContext): string {
  if (isFork(context) && where === 'source') {
    return `git pull --no-rebase ${shellWord(`${context.repositoryUrl}.git`)} refs/heads/${shellWord(merged)}`;
  }
  if (isFork(context) && merged === context.pullRequest?.sourceBranch) {
    return `git pull --no-rebase origin refs/pull/${context.pullRequest.number}/head`;
  }
  return `git merge ${shellWord(`origin/${merged}`)}`;
}

function isFork({ pullRequest }: TextContext): boolean {
  return pullRequest?.fork === true;
}
