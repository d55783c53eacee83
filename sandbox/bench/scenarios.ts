import { join } from 'node:path';
import { branchesOf, sourceOf } from './pull-requests.js';
import type { PlannedPullRequest, Stage } from './pull-requests.js';
import { historyRepository, ServedRepository, versionNames } from './repository.js';
import type { HistorySize } from './repository.js';
import type { BenchEvent, PushedRef } from './measure.js';
import { measureAction, measureEmptyScript, measurePlainGit, median } from './measure.js';
import type { RunFigures } from './measure.js';
import type { BenchService } from './service.js';
import { settle } from './settle.js';
import { copyOf, emptyState } from './state.js';
import type { ServiceState } from './state.js';
import type { BenchOptions } from './options.js';

/** One thing the action does, on a world made for it. */
export interface Scenario {
  readonly name: string;
  readonly says: string;
  readonly pullRequests: readonly PlannedPullRequest[];
  readonly approved: boolean;
  readonly event: BenchEvent;
  /** The outcome that proves that the action did what is measured. Null: it is measured until its push, which proves it. */
  readonly code: string | null;
  /** Branches that plain git would need; null: no git at all. */
  readonly fetched: ((branch: string) => boolean) | null;
  /** Whether the robot has looked at everything before. */
  readonly settled: boolean;
  /** Numbers of pull requests on which something happened since it ran before. */
  readonly disturbed: readonly number[];
  readonly targets: readonly Target[];
}

/** Something to hold, and whether it does. */
export interface Target {
  readonly says: string;
  readonly holds: (result: Measurement) => boolean;
}

/** The medians of several runs. */
export interface Measurement extends Omit<RunFigures, 'code' | 'log'> {
  readonly name: string;
  readonly says: string;
  /** Plain git doing the least possible; null where there is nothing for it to do. */
  readonly plainGitMilliseconds: number | null;
  readonly emptyScriptMilliseconds: number;
  readonly targets: ReadonlyArray<{ readonly says: string; readonly met: boolean }>;
  /** The log of the last run's git processes. */
  readonly processes: readonly string[];
}

const many = (count: number, stage: Stage, first = 1): readonly PlannedPullRequest[] =>
  Array.from({ length: count }, (_, index) => ({ number: first + index, stage }));
const ofPullRequest = (number: number): BenchEvent => ({ name: 'pull_request_target', payload: { action: 'synchronize', pull_request: { number } } });
const pushToQueue: BenchEvent = { name: 'push', payload: { ref: 'refs/heads/q/1.0' } };

const overFloor = (factor: number, seconds: number): Target => ({
  says: `at most ${factor} × plain git${seconds === 0 ? '' : ` + ${seconds} s`}`,
  holds: ({ milliseconds, plainGitMilliseconds }) => milliseconds <= factor * (plainGitMilliseconds ?? 0) + seconds * 1000,
});
const requests = (limit: number): Target => ({ says: `at most ${limit} requests`, holds: (result) => result.requests <= limit });
const processes = (limit: number): Target => ({ says: `at most ${limit} git processes`, holds: ({ gitProcesses }) => gitProcesses <= limit });
const memory: Target = { says: 'under 250 MB', holds: ({ peakMegabytes }) => peakMegabytes < 250 };
const versionsAnd = (...prefixes: readonly string[]) => (branch: string): boolean => ['development/', ...prefixes].some((prefix) => branch.startsWith(prefix));

export const scenarioNames: readonly string[] = ['start-up', 'nothing-to-do', 'create-integration', 'update-integration', 'enter-queue', 'merge-queue', 'sweep'];

export function scenarios(options: BenchOptions): readonly Scenario[] {
  const plain = { approved: false, settled: false, disturbed: [], fetched: null };
  const later = options.versions - 1;
  return [
    {
      ...plain, name: 'start-up', says: 'An event that concerns nothing', pullRequests: [], event: { name: 'merge_group', payload: {} }, code: '302',
      targets: [
        { says: 'at most 60 ms over an empty script', holds: ({ milliseconds, emptyScriptMilliseconds }) => milliseconds - emptyScriptMilliseconds <= 60 },
        memory,
      ],
    },
    {
      ...plain, name: 'nothing-to-do', says: 'A pull request that waits, looked at again', pullRequests: many(1, 'opened'), event: ofPullRequest(1), code: '115', settled: true,
      targets: [requests(6), { says: 'no object fetched', holds: ({ bytesFetched }) => bytesFetched === 0 }, memory],
    },
    {
      ...plain, name: 'create-integration', says: `${later} integration branches created`, pullRequests: many(1, 'opened'), event: ofPullRequest(1), code: '115',
      fetched: versionsAnd('bugfix/'), targets: [overFloor(1.5, 0.3), processes(12), memory],
    },
    {
      ...plain, name: 'update-integration', says: `${later} integration branches updated`, pullRequests: many(1, 'pushed-again'), event: ofPullRequest(1), code: '115',
      fetched: versionsAnd('bugfix/', 'w/'), targets: [overFloor(1.5, 0.3), processes(12), memory],
    },
    {
      ...plain, name: 'enter-queue', says: 'A pull request enters a queue of 10', pullRequests: [...many(10, 'queued'), ...many(1, 'integrated', 11)], approved: true,
      event: ofPullRequest(11), code: '125', fetched: versionsAnd('bugfix/', 'w/', 'q/'), targets: [memory],
    },
    {
      ...plain, name: 'merge-queue', says: `${options.queued} pull requests × ${options.versions} versions merge`, pullRequests: many(options.queued, 'queued'), approved: true,
      event: pushToQueue, code: null, fetched: versionsAnd('q/'),
      targets: [
        { says: 'at most 60 requests besides those about single pull requests', holds: (result) => result.requests - result.requestsPerPullRequest <= 60 },
        processes(15), overFloor(3, 0), memory,
      ],
    },
    {
      ...plain, name: 'sweep', says: `${options.open} open pull requests, ${options.unchanged} of them unchanged`, pullRequests: many(options.open, 'opened'),
      event: { name: 'schedule', payload: {} }, code: '115', settled: true, disturbed: many(Math.max(0, options.open - options.unchanged), 'opened').map(({ number }) => number),
      targets: [
        { says: 'at most 2 requests per unchanged pull request', holds: (result) => result.requests <= 2 * options.unchanged + 6 * (options.open - options.unchanged) + 20 },
        memory,
      ],
    },
  ];
}

/** A world for a scenario: a repository that is served, and what the service knows besides. */
interface BenchWorld {
  readonly repository: ServedRepository;
  readonly state: ServiceState;
}

/** Makes the world, then measures: plain git, an empty script and the action by turns, so that all see the same machine. */
export async function measureScenario(scenario: Scenario, options: BenchOptions, service: BenchService): Promise<Measurement> {
  const world = await worldOf(scenario, options);
  const place = join(options.directory, 'work');
  const act = async (): Promise<RunFigures> => {
    await world.repository.restore();
    service.repository = world.repository.directory;
    service.state = copyOf(world.state);
    const figures = await measureAction(options.bundle, service, place, scenario.event, scenario.code === null);
    if (figures.code !== scenario.code) throw new Error(`${scenario.name}: outcome ${figures.code ?? 'unknown'} instead of ${scenario.code ?? 'a push'}\n${figures.log.join('\n').slice(-3000)}`);
    return figures;
  };
  if (scenario.settled) {
    service.repository = world.repository.directory;
    service.state = copyOf(world.state);
    await settle(service, place);
    await world.repository.keep();
    Object.assign(world, { state: copyOf(service.state) });
    followHeads(world.state, await world.repository.refs());
    for (const number of scenario.disturbed) disturb(world.state, number);
  }
  const before = await world.repository.restore().then(() => world.repository.refs());
  // The first run is not measured: it tells what is to be pushed, and warms the disk.
  await act();
  const pushed = changesBetween(before, await world.repository.refs());
  const runs: RunFigures[] = [];
  const floor: number[] = [];
  const empty: number[] = [];
  for (let run = 0; run < options.runs; run += 1) {
    if (scenario.fetched !== null) {
      await world.repository.restore();
      const { fetched } = scenario;
      const needed = [...before.keys()].filter((ref) => fetched(ref.replace('refs/heads/', '')));
      floor.push(await measurePlainGit(service, place, needed, pushed));
    }
    empty.push(await measureEmptyScript(service, place));
    runs.push(await act());
  }
  return judged(scenario, runs, scenario.fetched === null ? null : median(floor), median(empty));
}

async function worldOf(scenario: Scenario, options: BenchOptions): Promise<BenchWorld> {
  const size: HistorySize = options;
  const history = await historyRepository(options.directory, size);
  const repository = await ServedRepository.create(join(options.directory, `${scenario.name}.git`), history);
  await repository.add(branchesOf(scenario.pullRequests, size, await repository.refs()));
  await repository.keep();
  const refs = await repository.refs();
  const state = emptyState();
  for (const { number } of scenario.pullRequests) {
    const head = refs.get(`refs/heads/${sourceOf(number)}`) ?? '';
    state.pullRequests.set(number, {
      number, source: sourceOf(number), destination: `development/${versionNames(1)[0] ?? ''}`, head, approved: scenario.approved, comments: [], updatedAt: '2026-01-05T10:00:00Z',
    });
  }
  for (const [ref, sha] of refs) {
    const branch = ref.replace('refs/heads/', '');
    state.green.set(sha, [...(state.green.get(sha) ?? []), branch]);
  }
  return { repository, state };
}

function followHeads(state: ServiceState, refs: ReadonlyMap<string, string>): void {
  for (const pullRequest of state.pullRequests.values()) pullRequest.head = refs.get(`refs/heads/${pullRequest.source}`) ?? pullRequest.head;
}

/** Somebody comments. */
function disturb(state: ServiceState, number: number): void {
  const pullRequest = state.pullRequests.get(number);
  if (pullRequest === undefined) return;
  state.lastId += 1;
  pullRequest.updatedAt = new Date(Date.now() + 1000).toISOString().replace(/\.\d+/u, '');
  pullRequest.comments.push({ id: state.lastId, author: 'reviewer', body: 'I shall look at it tomorrow.', at: pullRequest.updatedAt });
}

function changesBetween(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): readonly PushedRef[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((ref) => ({ ref, from: before.get(ref) ?? null, to: after.get(ref) ?? null }))
    .filter(({ from, to }) => from !== to);
}

function judged(scenario: Scenario, runs: readonly RunFigures[], plainGitMilliseconds: number | null, emptyScriptMilliseconds: number): Measurement {
  const of = (figure: (run: RunFigures) => number): number => median(runs.map(figure));
  const whereKnown = (figure: (run: RunFigures) => number | null): number | null => {
    const known = runs.map(figure).filter((value) => value !== null);
    return known.length === 0 ? null : median(known);
  };
  const measurement = {
    name: scenario.name,
    says: scenario.says,
    milliseconds: of(({ milliseconds }) => milliseconds),
    toFirstRequest: whereKnown(({ toFirstRequest }) => toFirstRequest),
    toPush: whereKnown(({ toPush }) => toPush),
    requests: of((run) => run.requests),
    requestsPerPullRequest: of((run) => run.requestsPerPullRequest),
    gitProcesses: of(({ gitProcesses }) => gitProcesses),
    bytesListed: of(({ bytesListed }) => bytesListed),
    bytesFetched: of(({ bytesFetched }) => bytesFetched),
    bytesPushed: of(({ bytesPushed }) => bytesPushed),
    peakMegabytes: of(({ peakMegabytes }) => peakMegabytes),
    plainGitMilliseconds,
    emptyScriptMilliseconds,
    targets: [],
    processes: (runs.at(-1)?.log ?? []).filter((line) => line.startsWith('git ')),
  };
  return { ...measurement, targets: scenario.targets.map(({ says, holds }) => ({ says, met: holds(measurement) })) };
}
