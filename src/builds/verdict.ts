import type { Sha } from '../ports/git.js';
import type { CheckRun, CommitStatus } from '../ports/github.js';
import { stateOfCheckRun, stateOfCommitStatus } from './build-key.js';
import type { BuildKey, CommitEvidence, CommitState } from './build-key.js';
import { firstWorst } from './build-state.js';
import type { BuildState } from './build-state.js';
import { stateForBranch } from './state-for-branch.js';
import type { BranchRuns, BranchState, WorkflowRunRules } from './state-for-branch.js';
import type { WorkflowRun } from './workflow-run.js';

/** Everything read about the builds of one branch at one commit. */
export interface BranchFacts extends BranchRuns {
  /** The branch about to be landed, as the message names it; `branches` holds the names whose runs count. */
  readonly branch: string;
  /** Empty if no build key asks for it. */
  readonly statuses: readonly CommitStatus[];
  /** Empty if no build key asks for it. */
  readonly checkRuns: readonly CheckRun[];
}

/** A workflow run that was looked at, as the landing record keeps it (spec chapter 5). */
export interface RunEvidence {
  readonly kind: 'workflow-run';
  readonly id: number;
  readonly attempt: number;
  /** Path of the workflow file. */
  readonly workflow: string;
  readonly name: string | null;
  readonly event: string;
  /** The conclusion, or the status while there is none. */
  readonly result: string;
  readonly branch: string | null;
  readonly link: string;
}

export type BuildEvidence = RunEvidence | CommitEvidence;

/** What one build key says about one branch, with what made it say so. */
export type KeyVerdict = WorkflowRunsVerdict | CommitVerdict;

export interface WorkflowRunsVerdict {
  readonly key: Extract<BuildKey, { kind: 'workflow-runs' }>;
  readonly state: BuildState;
  /** The evidence was made for this very branch. */
  readonly saysWhichBranch: true;
  readonly evidence: readonly RunEvidence[];
  /** The account of every run. */
  readonly runs: BranchState;
}

export interface CommitVerdict {
  readonly key: Exclude<BuildKey, { kind: 'workflow-runs' }>;
  readonly state: BuildState;
  readonly cause: CommitState['cause'];
  /** Statuses and check runs belong to a commit: the plain state is used, and the landing record says so. */
  readonly saysWhichBranch: false;
  readonly evidence: readonly CommitEvidence[];
}

/** One branch under all build keys, with the evidence the landing record keeps. */
export interface BranchEvidence {
  readonly branch: string;
  readonly commit: Sha;
  /** The worst over the keys. */
  readonly state: BuildState;
  /** In the order of the settings. */
  readonly keys: readonly KeyVerdict[];
}

/** Not every branch is green: the worst of them, and all of them. */
export interface NotGreen<Kind extends Exclude<BuildState, 'successful'>> {
  readonly kind: Kind;
  /** The first branch in the worst state. */
  readonly branch: string;
  readonly commit: Sha;
  /** The first of its build keys in that state. */
  readonly decidedBy: KeyVerdict;
  readonly branches: readonly BranchEvidence[];
}

/** The verdict over all branches about to be landed. */
export type BuildVerdict =
  | { readonly kind: 'skipped'; readonly reason: 'bypassed' | 'no-build-key' }
  | { readonly kind: 'green'; readonly branches: readonly BranchEvidence[] }
  | NotGreen<'failed'>
  | NotGreen<'not-started'>
  | NotGreen<'in-progress'>;

/** What is judged, and how. */
export interface BuildQuestion extends WorkflowRunRules {
  /** None: build checks are off. */
  readonly buildKeys: readonly BuildKey[];
  /** The option `bypass_build_status` is in force. */
  readonly bypassed: boolean;
  /** At least one; in the order of the cascade, which settles which of several equally bad ones is reported. */
  readonly branches: readonly BranchFacts[];
}

/**
 * The builds of everything about to be landed; `checkBuilds` and `revalidateBuilds` differ only in where the facts come
 * from (spec chapter 2, "Two checks, one boundary"). All keys must be green on all branches; the worst counts: failed,
 * then not-started, then in-progress.
 *
 * @throws RangeError if there is no branch to judge: that is a mistake of the caller, and must not read as green.
 */
export function judgeBuilds(question: BuildQuestion): BuildVerdict {
  if (question.bypassed) {
    return { kind: 'skipped', reason: 'bypassed' };
  }
  if (question.buildKeys.length === 0) {
    return { kind: 'skipped', reason: 'no-build-key' };
  }
  return worstVerdict(question.branches.map((facts) => judgeBranch(facts, question)));
}

/**
 * The verdict over branches judged before.
 *
 * @throws RangeError if there is none.
 */
export function worstVerdict(branches: readonly BranchEvidence[]): BuildVerdict {
  const worst = firstWorst(branches);
  if (worst === null) {
    throw new RangeError('No branch was given to judge the builds of.');
  }
  if (worst.state === 'successful') {
    return { kind: 'green', branches };
  }
  const decidedBy = firstWorst(worst.keys);
  if (decidedBy === null) {
    throw new RangeError(`No build key was given to judge the builds of ${worst.branch} by.`);
  }
  return { kind: worst.state, branch: worst.branch, commit: worst.commit, decidedBy, branches };
}

/**
 * One branch under all build keys.
 *
 * @throws RangeError if there is no key: an empty key switches checks off in `judgeBuilds`, it never makes a branch green.
 */
export function judgeBranch(
  facts: BranchFacts,
  rules: WorkflowRunRules & { readonly buildKeys: readonly BuildKey[] },
): BranchEvidence {
  const keys = rules.buildKeys.map((key) => judgeKey(key, facts, rules));
  const worst = firstWorst(keys);
  if (worst === null) {
    throw new RangeError(`No build key was given to judge the builds of ${facts.branch} by.`);
  }
  return { branch: facts.branch, commit: facts.commit, state: worst.state, keys };
}

function judgeKey(key: BuildKey, facts: BranchFacts, rules: WorkflowRunRules): KeyVerdict {
  switch (key.kind) {
    case 'workflow-runs': {
      const runs = stateForBranch({ ...rules, ...facts });
      return { key, state: runs.state, saysWhichBranch: true, evidence: runs.decidedBy.map(runEvidence), runs };
    }
    case 'commit-status':
      return { key, saysWhichBranch: false, ...stateOfCommitStatus(key, facts.statuses) };
    case 'check-run':
      return {
        key,
        saysWhichBranch: false,
        ...stateOfCheckRun(key, facts.commit, facts.checkRuns, rules.allowAllSkipped),
      };
  }
}

function runEvidence(run: WorkflowRun): RunEvidence {
  return {
    kind: 'workflow-run',
    id: run.id,
    attempt: run.runAttempt,
    workflow: run.workflowPath,
    name: run.name,
    event: run.event,
    result: run.conclusion ?? run.status ?? 'unknown',
    branch: run.headBranch,
    link: run.htmlUrl,
  };
}
