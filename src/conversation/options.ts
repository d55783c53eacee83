import type { Option, OptionName, SwitchName } from './vocabulary.js';
import { options } from './vocabulary.js';

/** Who put an option in force, for the end of every message and for the landing record. */
export type SetBy =
  | { readonly kind: 'comment'; readonly author: string | null; readonly commentId: number }
  /** `pr_author_options` of the settings gives it to the author of this pull request. */
  | { readonly kind: 'settings' }
  /** The input `options` of the action, for this run. */
  | { readonly kind: 'input' };

/** One option that holds. `pullRequest` is the number for `after_pull_request`, null for a switch. */
export interface OptionInForce {
  readonly option: OptionName;
  readonly pullRequest: number | null;
  /** The first who asked for it; later repetitions change nothing. */
  readonly setBy: SetBy;
}

type CamelCase<Name extends string> = Name extends `${infer Head}_${infer Tail}` ? `${Head}${Capitalize<CamelCase<Tail>>}` : Name;

/** `bypassBuildStatus` and so on: true while the switch is on. */
export type Switches = { readonly [Name in SwitchName as CamelCase<Name>]: boolean };

/** The options of a pull request as they stand. */
export interface Options extends Switches {
  /** Numbers to wait for, ascending, each once. */
  readonly afterPullRequest: readonly number[];
  /** The same facts with their origin, in the order of the vocabulary, then by number. */
  readonly inForce: readonly OptionInForce[];
}

/** The options as the checks want to read them: who put each switch on, who asked to wait for each number. */
export function optionsOf(switches: ReadonlyMap<SwitchName, SetBy>, afterPullRequest: ReadonlyMap<number, SetBy>): Options {
  const inForce = options.flatMap((option) => ofName(switches, afterPullRequest, option));
  const on = new Set(inForce.map(({ option }) => option));
  return {
    approve: on.has('approve'),
    bypassAuthorApproval: on.has('bypass_author_approval'),
    bypassBuildStatus: on.has('bypass_build_status'),
    bypassCommitSize: on.has('bypass_commit_size'),
    bypassIncompatibleBranch: on.has('bypass_incompatible_branch'),
    bypassJiraCheck: on.has('bypass_jira_check'),
    bypassLeaderApproval: on.has('bypass_leader_approval'),
    bypassPeerApproval: on.has('bypass_peer_approval'),
    createIntegrationBranches: on.has('create_integration_branches'),
    createPullRequests: on.has('create_pull_requests'),
    noOctopus: on.has('no_octopus'),
    unanimity: on.has('unanimity'),
    wait: on.has('wait'),
    afterPullRequest: inForce.flatMap(({ pullRequest }) => (pullRequest === null ? [] : [pullRequest])),
    inForce,
  };
}

function ofName(switches: ReadonlyMap<SwitchName, SetBy>, afterPullRequest: ReadonlyMap<number, SetBy>, { name, takes }: Option): readonly OptionInForce[] {
  switch (takes) {
    case 'switch': {
      const setBy = switches.get(name);
      return setBy === undefined ? [] : [{ option: name, pullRequest: null, setBy }];
    }
    case 'pull-request-number':
      return [...afterPullRequest]
        .sort(([left], [right]) => left - right)
        .map(([pullRequest, setBy]) => ({ option: name, pullRequest, setBy }));
  }
}
