import { sourcePrefixes } from '../gitwaterflow/branch-name.js';
import { quoted } from './problem.js';
import type { Settings, SettingKey } from './schema.js';

/** Two settings that contradict each other (outcome 220). `keys`: the settings concerned, the one to blame first. */
export interface Contradiction {
  readonly keys: readonly [SettingKey, ...SettingKey[]];
  readonly expected: string;
  readonly found: string;
  readonly advice: string;
}

/** What no single value shows to be wrong (spec 5, "Settings"). */
export function contradictionsIn(settings: Settings): readonly Contradiction[] {
  const { requiredLeaderApprovals, requiredPeerApprovals, projectLeaders } = settings;
  const contradictions: Contradiction[] = [];
  if (requiredLeaderApprovals > requiredPeerApprovals) {
    contradictions.push({
      keys: ['required_leader_approvals', 'required_peer_approvals'],
      expected: `at most required_peer_approvals, ${String(requiredPeerApprovals)}`,
      found: String(requiredLeaderApprovals),
      advice: 'Leaders are among the peers: raise required_peer_approvals or lower required_leader_approvals.',
    });
  }
  // How many people a team has is not known here, and changes without the settings changing.
  const onlyPeople = projectLeaders.every((leader) => !leader.startsWith('@'));
  if (onlyPeople && requiredLeaderApprovals > projectLeaders.length) {
    contradictions.push({
      keys: ['required_leader_approvals', 'project_leaders'],
      expected: `at most the number of project_leaders, ${String(projectLeaders.length)}`,
      found: String(requiredLeaderApprovals),
      advice: 'Name more leaders under project_leaders or lower required_leader_approvals.',
    });
  }
  const own = settings.statusContext.toLowerCase();
  if ([settings.buildKey].flat().some((key) => key.trim().toLowerCase() === own)) {
    contradictions.push({
      keys: ['build_key', 'status_context'],
      expected: 'a status that somebody else writes',
      found: `${quoted(settings.statusContext)}, the status of the robot itself`,
      advice: 'A gate that waits for itself never opens: name the status of your CI, or change status_context.',
    });
  }
  return contradictions;
}

/** Something that is allowed and probably not meant. */
export interface Doubt {
  readonly key: SettingKey;
  readonly text: string;
}

export function doubtsAbout(settings: Settings): readonly Doubt[] {
  return [...doubtsAboutPrefixes(settings), ...doubtsAboutJira(settings)];
}

function doubtsAboutPrefixes(settings: Settings): readonly Doubt[] {
  const named: ReadonlyArray<readonly [SettingKey, readonly string[]]> = [
    ['allowed_prefixes', [...settings.allowedPrefixes.values()].flat()],
    ['prefixes', [...settings.prefixes.values()]],
    ['bypass_prefixes', settings.bypassPrefixes],
  ];
  return named.flatMap(([key, prefixes]) =>
    [...new Set(prefixes)]
      .filter((prefix) => !sourcePrefixes.some((known) => known === prefix))
      .map((prefix) => ({ key, text: `${quoted(prefix)} is no prefix of a source branch, so no branch matches; known are ${sourcePrefixes.join(', ')}` })),
  );
}

function doubtsAboutJira(settings: Settings): readonly Doubt[] {
  const parts: ReadonlyArray<readonly [SettingKey, boolean]> = [
    ['jira_account_url', settings.jiraAccountUrl !== ''],
    ['jira_email', settings.jiraEmail !== ''],
    ['jira_keys', settings.jiraKeys.length > 0],
  ];
  const missing = parts.filter(([, present]) => !present).map(([key]) => key);
  const [given] = parts.filter(([, present]) => present);
  return given === undefined || missing.length === 0
    ? []
    : [{ key: given[0], text: `issues are not checked, because ${missing.join(' and ')} is not set` }];
}
