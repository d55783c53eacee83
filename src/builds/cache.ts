import type { Sha } from '../ports/git.js';
import { buildKeyText } from './build-key.js';
import type { BuildKey } from './build-key.js';
import type { BranchEvidence } from './verdict.js';

/** What a remembered verdict is about. Each part belongs to the question: leave one out and a branch answers for another. */
export interface BuildQuestionKey {
  readonly buildKeys: readonly BuildKey[];
  readonly commit: Sha;
  /** The names whose runs count. */
  readonly branches: ReadonlySet<string>;
  /** As in `BranchRuns`: a fork's branch may bear the name of one of ours. */
  readonly headRepositories?: ReadonlySet<number>;
}

/**
 * Verdicts already reached in this run, for `checkBuilds` only; `revalidateBuilds` never asks it (spec chapter 2). What
 * is remembered last stands, whatever it replaces: the reference kept a success for ever, which let a re-run that failed
 * go unseen.
 */
export class BuildMemory {
  private readonly verdicts = new Map<string, BranchEvidence>();

  remember(question: BuildQuestionKey, verdict: BranchEvidence): void {
    this.verdicts.set(textOf(question), verdict);
  }

  /** Null if this very question was not answered before. */
  recall(question: BuildQuestionKey): BranchEvidence | null {
    return this.verdicts.get(textOf(question)) ?? null;
  }
}

/** JSON, because no choice of branch names can make two different questions the same text. */
function textOf({ buildKeys, commit, branches, headRepositories }: BuildQuestionKey): string {
  return JSON.stringify([
    buildKeys.map(buildKeyText).sort(),
    commit,
    [...branches].sort(),
    headRepositories === undefined ? null : [...headRepositories].sort((left, right) => left - right),
  ]);
}
