import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { GitOutage, tipOf } from '../ports/git.js';
import type { CommitRecord, GitPort, NewCommit, PushResult, RefUpdate, RemoteRefs, Sha, TreeMerge } from '../ports/git.js';
import { argumentSpace, spaceOf } from './argument-space.js';
import { commitContent, cleanIdentity } from './commit-object.js';
import type { Identity } from './commit-object.js';
import { baseEnvironment, fetchEnvironment, localEnvironment, networkEnvironment, networkRepositoryEnvironment } from './environment.js';
import { explainFailure } from './failure.js';
import { historyFormat, parseHistory } from './history.js';
import { writeObject } from './loose-object.js';
import { writeMergePadding } from './merge-padding.js';
import type { MergePadding } from './merge-padding.js';
import { createMergeProcess } from './merge-process.js';
import { assertObjectNames, objectFormatOf } from './object-name.js';
import type { ObjectFormat } from './object-name.js';
import { createGitProcesses } from './processes.js';
import type { ProcessResult, RunRequest } from './processes.js';
import { assertPushable, leaseArguments, pushOrder } from './push-arguments.js';
import { readPushReport } from './push-report.js';
import { cleanDetail, secretForms } from './redaction.js';
import { parseRemoteRefs } from './remote-refs.js';
import { createPlaces, createRepository, remoteName, removePlaces, writeKnownTips } from './repository.js';
import { remoteAddress } from './remote-address.js';
import { isWorthRepeating, repeatReads } from './retry.js';
import { parseVersion } from './version.js';
import type { GitVersion } from './version.js';

export interface GitOptions {
  /** `http` or `https` URL of the server, e.g. `https://github.com`. */
  readonly serverUrl: string;
  /** `owner/name`. */
  readonly repository: string;
  readonly token: string;
  /** Author and committer of the commits made here. */
  readonly robot: Identity;
  /** Where a private directory for this run is made. */
  readonly temporaryDirectory: string;
  readonly now: () => Date;
  /** Told one line per finished process: operation, amount, time; nothing from outside. */
  readonly log?: (line: string) => void;
  /** Program name or path; `git`, as found in PATH, if absent. */
  readonly gitProgram?: string;
  /** The runner's variables; PATH, proxies and certificates are taken from it, nothing else. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** Milliseconds, per operation. */
  readonly timeouts?: Partial<Timeouts>;
  /** Waiting times in milliseconds before a listing or fetch that failed on the way is tried again. */
  readonly retryDelays?: readonly number[];
  /** Bytes that a push may take of a program's arguments and variables; what the system allows, if absent. */
  readonly argumentSpace?: number;
}

/** How long each operation may take, in milliseconds. */
export interface Timeouts {
  readonly listRefs: number;
  readonly fetch: number;
  readonly readHistory: number;
  readonly mergeTrees: number;
  /** After which git is made to answer a merge by ending its input, if it has not shown yet that it does so by itself. */
  readonly mergePatience: number;
  readonly push: number;
}

const defaultTimeouts: Timeouts = { listRefs: 60_000, fetch: 900_000, readHistory: 120_000, mergeTrees: 180_000, mergePatience: 2_000, push: 180_000 };

/** Milliseconds that a push may take longer for each ref: git compares every one with every other, and so do some servers. */
const timePerRef = 100;

/** Standard output of one process, in bytes: some millions of refs or commits. */
const outputLimit = 512 * 1024 * 1024;

export interface Git extends GitPort {
  /** Ends all processes and removes the private directory. Nothing works afterwards. */
  dispose(): Promise<void>;
}

/**
 * The port over the git command line (spec 6, platform.md): a bare repository of objects only, in a private
 * directory, under settings of its own. Nothing of the remote repository is checked out or executed.
 */
export async function createGit(options: GitOptions): Promise<Git> {
  const address = remoteAddress(options.serverUrl, options.repository);
  if (cleanIdentity(options.robot.name) === '') throw new Error('the robot needs a name to make commits');
  const timeouts = { ...defaultTimeouts, ...options.timeouts };
  const secrets = secretForms(options.token);
  const places = await createPlaces(options.temporaryDirectory);
  const base = baseEnvironment(places, options.environment ?? process.env);
  const access = { serverUrl: address.serverUrl, token: options.token };
  const local = localEnvironment(base, places);
  const network = networkRepositoryEnvironment(base, access, places);
  const processes = createGitProcesses(options.gitProgram ?? 'git');
  const merges = createMergeProcess({
    processes, environment: network, workingDirectory: places.root, timeoutMilliseconds: timeouts.mergeTrees, patienceMilliseconds: timeouts.mergePatience,
    padding: () => (mergePadding ??= preparePadding()),
  });

  let disposed = false;
  let mergePadding: Promise<MergePadding> | null = null;
  let versionLine: Promise<string> | null = null;
  let pushes = 0;
  /** Branches and tags, as last listed, that bear a full ref name as their short name. */
  let lookAlikes: ReadonlySet<string> = new Set();
  let repository: Promise<ObjectFormat> | null = null;
  let fetching: Promise<void> = Promise.resolve();
  /** Commits the server has and we fetched; what the next fetch tells it. */
  const fetchedTips = new Set<Sha>();
  /** Every commit known to be here. */
  const present = new Set<Sha>();
  /** All that was read of the history, and the commits it was read from. */
  let history: readonly CommitRecord[] = [];
  const readTips = new Set<Sha>();
  let reading: Promise<readonly CommitRecord[]> = Promise.resolve([]);
  /** Root trees of the commits that were read. */
  const treeOf = new Map<Sha, Sha>();
  /** Root trees that are here with all below them, but for the contents of files. */
  const presentTrees = new Set<Sha>();

  async function run(request: Omit<RunRequest, 'workingDirectory' | 'outputLimit'>): Promise<ProcessResult> {
    if (disposed) throw new Error('git was disposed of');
    const start = performance.now();
    const result = await processes.run({ ...request, workingDirectory: places.root, outputLimit });
    options.log?.(`git ${request.operation}: ${Math.round(performance.now() - start)} ms`);
    return result;
  }

  /** Asked at most once, and only by a run that fails. */
  async function version(): Promise<GitVersion | null> {
    versionLine ??= run({ operation: 'version', arguments: ['version'], environment: local, timeoutMilliseconds: 10_000 })
      .then((result) => result.output.toString('utf8'));
    return parseVersion(await versionLine);
  }

  async function failure(operation: string, result: Pick<ProcessResult, 'status' | 'errorText'>): Promise<GitOutage> {
    // If even the version cannot be had, the first failure is still the news.
    return explainFailure(operation, result, secrets, await version().catch(() => null));
  }

  /** The repository is made when the first object name tells how the remote names its objects. */
  async function openRepository(names: readonly Sha[]): Promise<ObjectFormat> {
    assertObjectNames(names);
    const formats = new Set(names.map(objectFormatOf));
    const [first] = formats;
    if (first === undefined || formats.size > 1) throw new Error('object names of different length');
    repository ??= writing(createRepository(places, first, address.remoteUrl)).then(() => first);
    if (await repository !== first) throw new Error('an object name of another length than those of the repository');
    return first;
  }

  async function listRefs(pullRequests?: readonly number[]): Promise<RemoteRefs> {
    // Only the options narrow down what the server sends; patterns are applied after everything has been transferred.
    const narrow = pullRequests?.length === 0 ? ['--heads', '--tags'] : [];
    const result = await repeatReads(options.retryDelays, isWorthRepeating, () => run({
      operation: 'ls-remote',
      arguments: ['ls-remote', '--quiet', ...narrow, '--', address.remoteUrl],
      environment: networkEnvironment(base, access),
      timeoutMilliseconds: timeouts.listRefs,
    }));
    if (result.status !== 0) throw await failure('ls-remote', result);
    const refs = parseRemoteRefs(result.output);
    lookAlikes = new Set([...refs.branches.keys(), ...refs.tags.keys()].filter((name) => name.startsWith('refs/')));
    if (pullRequests === undefined) return refs;
    const wanted = new Set(pullRequests);
    return { ...refs, pullRequestHeads: new Map([...refs.pullRequestHeads].filter(([number]) => wanted.has(number))) };
  }

  async function fetchMissing(commits: readonly Sha[]): Promise<void> {
    const missing = [...new Set(commits)].filter((commit) => !present.has(commit));
    if (missing.length === 0) return;
    await openRepository(missing);
    const result = await repeatReads(options.retryDelays, isWorthRepeating, () => run({
      operation: 'fetch',
      arguments: [
        'fetch', '--quiet', '--no-progress', '--filter=tree:0', '--no-tags', '--no-write-fetch-head', '--refmap=',
        '--no-recurse-submodules', '--no-auto-maintenance', '--stdin', '--', remoteName,
      ],
      environment: fetchEnvironment(network),
      input: missing.map((commit) => `${commit}\n`).join(''),
      timeoutMilliseconds: timeouts.fetch,
    }));
    if (result.status !== 0) throw await failure('fetch', result);
    for (const commit of missing) {
      fetchedTips.add(commit);
      present.add(commit);
    }
    await writing(writeKnownTips(places, fetchedTips));
  }

  /** One fetch at a time: a second caller who asks for the same commits waits and then finds them here. */
  function fetch(commits: readonly Sha[]): Promise<void> {
    const done = fetching.then(() => fetchMissing(commits));
    fetching = done.catch(() => undefined);
    return done;
  }

  /** What was read before is not read again: a sweep asks once per pull request, and most of the history is the same. */
  async function readMissingHistory(tips: readonly Sha[]): Promise<readonly CommitRecord[]> {
    const missing = [...new Set(tips)].filter((tip) => !treeOf.has(tip));
    if (missing.length === 0) return history;
    const result = await run({
      operation: 'rev-list',
      arguments: ['rev-list', '--no-commit-header', '--encoding=UTF-8', `--format=${historyFormat}`, '--stdin'],
      environment: local,
      input: [...missing, ...[...readTips].map((tip) => `^${tip}`)].map((line) => `${line}\n`).join(''),
      timeoutMilliseconds: timeouts.readHistory,
    });
    if (result.status !== 0) throw await failure('rev-list', result);
    const { records, trees } = parseHistory(result.output);
    for (const [commit, tree] of trees) {
      present.add(commit);
      treeOf.set(commit, tree);
    }
    for (const tip of missing) readTips.add(tip);
    history = [...history, ...records];
    return history;
  }

  /** May answer more than was asked for: all that was read so far. One reading at a time. */
  async function readHistory(tips: readonly Sha[]): Promise<readonly CommitRecord[]> {
    if (tips.length === 0) return [];
    await openRepository(tips);
    const done = reading.then(() => readMissingHistory(tips));
    reading = done.catch(() => []);
    return done;
  }

  /**
   * The trees of these commits in one transfer. A merge that finds one missing has git fetch it, in a transfer of its own,
   * so a failure here is none yet: the merge tries again, and its failure counts.
   */
  async function fetchTrees(commits: readonly Sha[]): Promise<void> {
    const trees = [...new Set(commits.map((commit) => treeOf.get(commit)))].filter((tree) => tree !== undefined && !presentTrees.has(tree));
    if (trees.length === 0) return;
    const result = await run({
      operation: 'fetch of trees',
      // Without `noop` git would tell the server which commits are here, and the server would take their trees to be here as well.
      arguments: [
        '-c', 'fetch.negotiationAlgorithm=noop', 'fetch', '--quiet', '--no-progress', '--filter=blob:none', '--no-tags', '--no-write-fetch-head',
        '--refmap=', '--no-recurse-submodules', '--no-auto-maintenance', '--stdin', '--', remoteName,
      ],
      environment: fetchEnvironment(network),
      input: trees.map((tree) => `${tree}\n`).join(''),
      timeoutMilliseconds: timeouts.fetch,
    });
    if (result.status === 0) for (const tree of trees) if (tree !== undefined) presentTrees.add(tree);
  }

  function prepareMerges(commits: readonly Sha[]): Promise<void> {
    const done = fetching.then(() => fetchTrees(commits));
    fetching = done.catch(() => undefined);
    return done;
  }

  async function preparePadding(): Promise<MergePadding> {
    if (repository === null) throw new Error('a merge was asked for before the repository was opened');
    return writing(writeMergePadding(join(places.repository, 'objects'), await repository));
  }

  async function mergeTrees(ours: Sha, theirs: Sha): Promise<TreeMerge> {
    await openRepository([ours, theirs]);
    if (disposed) throw new Error('git was disposed of');
    const answer = await merges.merge(ours, theirs);
    if (answer.kind === 'answered') return answer.merge;
    // git ends when two commits have nothing in common. The exit status, unlike the message, is a fact to rely on.
    if (answer.errorText.includes('refusing to merge unrelated histories')) {
      const bases = await run({ operation: 'merge-base', arguments: ['merge-base', '--', ours, theirs], environment: local, timeoutMilliseconds: timeouts.readHistory });
      if (bases.status === 1 && bases.output.length === 0) return { kind: 'unrelated' };
    }
    throw await failure('merge-tree', answer);
  }

  async function createCommit(commit: NewCommit): Promise<Sha> {
    const format = await openRepository([commit.tree, ...commit.parents]);
    const content = commitContent(commit, options.robot, options.now());
    const sha = await writing(writeObject(join(places.repository, 'objects'), 'commit', content, format));
    present.add(sha);
    return sha;
  }

  function fitsOnePush(updates: readonly RefUpdate[]): boolean {
    return spaceOf(leaseArguments(updates), network) <= (options.argumentSpace ?? argumentSpace());
  }

  /**
   * git takes an empty answer for an empty repository, in which no branch is where its lease says. So the refs are listed once
   * more: if none of these has moved, the server did not answer.
   */
  async function staleIfMoved(updates: readonly RefUpdate[], names: readonly string[]): Promise<PushResult> {
    const listed = await listRefs([]);
    const moved = updates.some(({ ref, from }) => names.includes(ref) && tipOf(listed, ref) !== from);
    if (!moved) throw new GitOutage('push', 'the server did not list the branches that it has');
    return { kind: 'stale', refs: names };
  }

  /**
   * A ref whose `from` and `to` are equal is checked against what the server lists at the start of the push, but not
   * again at the moment the others change: git sends nothing about it.
   */
  async function push(updates: readonly RefUpdate[]): Promise<PushResult> {
    assertPushable(updates);
    if (updates.length === 0) return { kind: 'pushed' };
    // Given `refs/heads/x`, git also considers a branch of that *short* name, whose full name is
    // `refs/heads/refs/heads/x`: it would refuse to choose, or update that branch if `x` does not exist. GitHub
    // does not let anybody make such a branch; should another server have one, nothing is pushed to its double.
    const doubled = updates.map((update) => update.ref).filter((ref) => lookAlikes.has(ref));
    if (doubled.length > 0) return { kind: 'refused', refs: doubled, reason: 'a branch or tag has a full ref name as its short name; rename it', cause: 'other' };
    if (!fitsOnePush(updates)) {
      return { kind: 'refused', refs: [], reason: `git was not asked: ${updates.length} branches and tags at once are more than one command of this system can name`, cause: 'other' };
    }
    const names = updates.flatMap((update) => [update.from, update.to]).filter((name) => name !== null);
    await openRepository(names);
    pushes += 1;
    const configurationFile = join(places.root, `push-${pushes}.config`);
    const order = pushOrder(updates, address.remoteUrl, configurationFile);
    await writing(writeFile(configurationFile, order.configuration, { mode: 0o600 }));
    const result = await run({ operation: 'push', arguments: order.arguments, environment: network, timeoutMilliseconds: timeouts.push + updates.length * timePerRef });
    await rm(configurationFile, { force: true });
    const verdict = readPushReport(updates, result.status, result.output.toString('utf8'), result.errorText);
    switch (verdict.kind) {
      case 'pushed':
      case 'stale': return verdict;
      case 'not-as-listed': return staleIfMoved(updates, verdict.refs);
      case 'refused': return { ...verdict, reason: cleanDetail(verdict.reason, secrets) };
      case 'outage': throw await failure('push', { status: result.status, errorText: verdict.detail });
    }
  }

  return {
    listRefs,
    fetch,
    prepareMerges,
    readHistory,
    mergeTrees,
    createCommit,
    fitsOnePush,
    push,
    get processCount() { return processes.count; },
    async dispose() {
      disposed = true;
      await processes.dispose();
      await removePlaces(places);
    },
  };
}

/** A full or failing disk says as little about the repository as a failing network does. */
async function writing<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    throw new GitOutage('repository', 'the objects cannot be written to disk', { cause: error });
  }
}
