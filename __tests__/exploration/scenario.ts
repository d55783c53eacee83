import { completeSettings } from '../../src/settings/schema.js';
import type { Settings, SettingValues } from '../../src/settings/schema.js';
import { openFromFork } from './fork-acts.js';
import { keysOf } from './oracle.js';
import { randomFrom } from './random.js';
import type { Random } from './random.js';
import { author, forkId, robot, robotEmail, World } from './world.js';

/** Where a schedule begins. */
export interface Scenario {
  readonly versions: readonly string[];
  readonly hotfix: boolean;
  /** Destinations of the pull requests that are open at the start, as positions among the versions; -1: the hotfix. */
  readonly pullRequests: readonly number[];
  readonly settings: SettingValues;
  /** Somebody has a fork, and opens pull requests from it. Absent: nobody has. */
  readonly fork?: boolean;
  /** The fork has branches of the names that sources here have. */
  readonly namesCollide?: boolean;
}

export const hotfixBranch = 'hotfix/4.2.17';
export const ciWorkflowFile = 'ci.yml';

export function scenarioFrom(seed: number): Scenario {
  const random = randomFrom(seed ^ 0x5bd1e995);
  const versions = ['4.3', '5.1', '5', '10.0'].slice(0, 2 + random.below(3));
  const hotfix = random.below(4) === 0;
  const pullRequests = Array.from({ length: 1 + random.below(4) }, () => random.below(versions.length + (hotfix ? 1 : 0)) - (hotfix ? 1 : 0));
  const settings = settingsFrom(random);
  const special = specialFrom(random);
  // Where the hotfix is what is special, every other pull request is for it.
  const towards = pullRequests.map((position, index) => (special.hotfix === true && index % 2 === 0 ? -1 : position));
  return { versions, hotfix: hotfix || special.hotfix === true, pullRequests: towards, settings: { ...settings, ...special.settings }, fork: special.fork === true, namesCollide: special.fork === true && (special.settings?.forks !== true || random.below(2) === 0) };
}

/** What makes some worlds different from the others; most are as robots usually find them. */
interface Special {
  readonly settings?: SettingValues;
  readonly fork?: boolean;
  readonly hotfix?: boolean;
}

const buildKeys: readonly [string[], ...string[][]] = [['ci/build'], ['check:build'], ['check:ci-app/build'], ['github_actions', 'ci/build'], ['check:ci-app/build', 'ci/build'], ['github_actions', 'check:build'], []];

function specialFrom(random: Random): Special {
  const kind = random.pick(['none', 'none', 'none', 'none', 'none', 'forks', 'forks', 'forks left alone', 'gate', 'silence', 'keys', 'keys', 'keys', 'hotfix', 'hotfix', 'mixed'] as const);
  const keys = random.pick(buildKeys);
  const mixed: SettingValues = { gate_only: random.below(3) === 0, no_comment: random.below(3) === 0, forks: random.below(3) > 0, build_key: keys };
  switch (kind) {
    case 'none':
      return {};
    case 'hotfix':
      return { hotfix: true };
    case 'forks':
      return { fork: true, settings: { forks: true } };
    case 'forks left alone':
      return { fork: true };
    case 'gate':
      return { settings: { gate_only: true } };
    case 'silence':
      return { settings: { no_comment: true } };
    case 'keys':
      return { settings: { build_key: keys } };
    case 'mixed':
      return { fork: true, hotfix: true, settings: mixed };
  }
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
  world.otherKeys = keysOf(settingsOf(scenario)).filter((key) => key !== 'github_actions');
  let tip = world.commit([], { readme: 'start' }, 'start');
  world.repository.tags.set('4.2.17', tip);
  if (scenario.hotfix) world.push([{ branch: hotfixBranch, to: world.commit([tip], { hotfix: 'start' }, 'start of the hotfix') }], author);
  for (const version of scenario.versions) {
    tip = world.commit([tip], { [`only-${version}`]: version }, `start of ${version}`);
    world.push([{ branch: `development/${version}`, to: tip }], author);
  }
  for (const position of scenario.pullRequests) {
    openPullRequest(world, baseAt(position, scenario), false);
  }
  if (scenario.settings.gate_only === true) leaveBehind(world);
  if (scenario.fork === true) {
    world.namesCollide = scenario.namesCollide === true;
    world.forks.set(forkId, { owner: 'fred', branches: new Map() });
    openFromFork(world, baseAt(scenario.pullRequests[0] ?? 0, scenario), scenario.versions.length + scenario.pullRequests.length);
  }
  return world;
}

/** What a robot that was no gate yet has left: nobody takes it away but people. */
function leaveBehind(world: World): void {
  const { repository } = world;
  const [newest, tip] = [...repository.branches].findLast(([branch]) => branch.startsWith('development/')) ?? ['', ''];
  const version = newest.slice('development/'.length);
  for (const { number, head } of world.openPullRequests()) {
    const merged = repository.commit({ parents: [tip, head.sha], files: { ...repository.get(tip).files, ...repository.get(head.sha).files }, email: robotEmail, subject: `merge of #${number}`, byRobot: true, moment: world.moment });
    world.push([`w/${version}/${head.branch}`, ...(number === 1 ? [`q/${version}`, `q/w/1/${version}/${head.branch}`] : [])].map((branch) => ({ branch, to: merged })), robot);
  }
}

function baseAt(position: number, { versions }: Scenario): string {
  return position < 0 ? hotfixBranch : `development/${versions[position] ?? versions[0] ?? ''}`;
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
export function describeScenario({ versions, hotfix, pullRequests, settings, fork, namesCollide }: Scenario): string {
  const set = Object.entries(settings).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  const bases = pullRequests.map((position, index) => `#${index + 1} to ${position < 0 ? hotfixBranch : (versions[position] ?? '')}`);
  return `versions ${versions.join(', ')}${hotfix ? ` and ${hotfixBranch}` : ''}${fork === true ? `, and a fork${namesCollide === true ? ' with the same names' : ''}` : ''}; ${bases.join(', ')}; ${set.join(', ')}`;
}

/** What is special about the world, in words, for the counts. */
export function kindsOf({ settings, fork, hotfix, namesCollide }: Scenario): readonly string[] {
  const keys = [settings.build_key ?? 'github_actions'].flat().join(' and ');
  const kinds = [
    fork === true ? `a fork, ${settings.forks === true ? 'handled' : 'left alone'}${namesCollide === true ? ', of the same names' : ''}` : null,
    settings.gate_only === true ? 'gate_only' : null,
    settings.no_comment === true ? 'no_comment' : null,
    keys === 'github_actions' ? null : `build_key "${keys}"`,
    hotfix ? 'a hotfix branch' : null,
  ].filter((kind) => kind !== null);
  return kinds.length === 0 ? ['plain'] : kinds;
}
