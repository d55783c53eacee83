import { completeSettings } from '../../src/settings/schema.js';
import type { Settings, SettingValues } from '../../src/settings/schema.js';
import { randomFrom } from './random.js';
import type { Random } from './random.js';
import { author, robot, robotEmail, World } from './world.js';

/** Where a schedule begins. */
export interface Scenario {
  readonly versions: readonly string[];
  readonly hotfix: boolean;
  /** Destinations of the pull requests that are open at the start, as positions among the versions; -1: the hotfix. */
  readonly pullRequests: readonly number[];
  readonly settings: SettingValues;
}

const hotfixBranch = 'hotfix/4.2.17';
export const ciWorkflowFile = 'ci.yml';

export function scenarioFrom(seed: number): Scenario {
  const random = randomFrom(seed ^ 0x5bd1e995);
  const versions = ['4.3', '5.1', '5', '10.0'].slice(0, 2 + random.below(3));
  const hotfix = random.below(4) === 0;
  const pullRequests = Array.from({ length: 1 + random.below(4) }, () => random.below(versions.length + (hotfix ? 1 : 0)) - (hotfix ? 1 : 0));
  return { versions, hotfix, pullRequests, settings: settingsFrom(random) };
}

function settingsFrom(random: Random): SettingValues {
  const oneIn = (times: number): boolean => random.below(times) === 0;
  return {
    use_queues: !oneIn(3),
    required_peer_approvals: random.pick([1, 1, 0, 2]),
    dismiss_stale_approvals: oneIn(3),
    queue_accepts_integration_builds: oneIn(4),
    skip_queue_when_not_needed: oneIn(4),
    queue_on_failure: oneIn(3) ? 'eject' : 'wait',
    always_create_integration_pull_requests: oneIn(4),
    delete_source_branch: oneIn(5),
    run_selection: oneIn(4) ? 'latest' : 'best',
    dispatch: oneIn(6) ? [ciWorkflowFile] : [],
  };
}

export function settingsOf({ settings }: Scenario): Settings {
  return completeSettings({ robot, robot_email: robotEmail, admins: ['adam'], ...settings });
}

/** Version branches that contain each other, and pull requests towards them. */
export function createWorld(scenario: Scenario): World {
  const world = new World();
  let tip = world.commit([], { readme: 'start' }, 'start');
  world.repository.tags.set('4.2.17', tip);
  if (scenario.hotfix) world.push([{ branch: hotfixBranch, to: world.commit([tip], { hotfix: 'start' }, 'start of the hotfix') }], author);
  for (const version of scenario.versions) {
    tip = world.commit([tip], { [`only-${version}`]: version }, `start of ${version}`);
    world.push([{ branch: `development/${version}`, to: tip }], author);
  }
  for (const position of scenario.pullRequests) {
    openPullRequest(world, position < 0 ? hotfixBranch : `development/${scenario.versions[position] ?? scenario.versions[0] ?? ''}`, false);
  }
  return world;
}

/** A new branch with a commit, and a pull request from it. */
export function openPullRequest(world: World, base: string, shared: boolean): string {
  const tip = world.tip(base);
  if (tip === null) return `${base} does not exist`;
  const number = world.pullRequests.size + 1;
  const head = `${number % 2 === 0 ? 'feature' : 'bugfix'}/TEST-${number}`;
  world.push([{ branch: head, to: world.commit([tip], { [shared ? 'shared' : `file-${number}`]: `by #${number}` }, `work of #${number}`) }], author);
  const { number: opened } = world.open({ head, base, title: `Change ${number}`, body: '' }, author);
  return `${author} opens #${opened} from ${head} to ${base}`;
}

/** In words, for the story. */
export function describeScenario({ versions, hotfix, pullRequests, settings }: Scenario): string {
  const set = Object.entries(settings).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  const bases = pullRequests.map((position, index) => `#${index + 1} to ${position < 0 ? hotfixBranch : (versions[position] ?? '')}`);
  return `versions ${versions.join(', ')}${hotfix ? ` and ${hotfixBranch}` : ''}; ${bases.join(', ')}; ${set.join(', ')}`;
}
