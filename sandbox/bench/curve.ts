import type { BenchOptions } from './options.js';
import { measureScenario, scenarios } from './scenarios.js';
import type { BenchService } from './service.js';

/** What merging a queue costs at one size. */
export interface CurvePoint {
  readonly pullRequests: number;
  readonly versions: number;
  readonly milliseconds: number;
  /** Of these, those before the push began: what is left is git's work, and the server's. */
  readonly beforePush: number;
  /** Plain git doing the least possible, its push among it. */
  readonly plainGitMilliseconds: number;
  /** Without those about single pull requests. */
  readonly requests: number;
  readonly gitProcesses: number;
  readonly peakMegabytes: number;
}

/** Merges queues of growing size, on a short history, so that what grows is the queue alone. */
export async function measureCurve(options: BenchOptions, service: BenchService): Promise<readonly CurvePoint[]> {
  const points: CurvePoint[] = [];
  for (const { pullRequests, versions } of options.curve) {
    console.error(`measuring the merge of ${pullRequests} pull requests × ${versions} versions …`);
    const size: BenchOptions = { ...options, commits: 1000, files: 1000, largeFileKilobytes: 0, versions, queued: pullRequests };
    const scenario = scenarios(size).find(({ name }) => name === 'merge-queue');
    if (scenario === undefined) throw new Error('There is no such scenario any more.');
    const result = await measureScenario(scenario, size, service);
    points.push({
      pullRequests, versions,
      milliseconds: result.milliseconds - result.emptyScriptMilliseconds,
      beforePush: (result.toPush ?? 0) - result.emptyScriptMilliseconds,
      plainGitMilliseconds: result.plainGitMilliseconds ?? 0,
      requests: result.requests - result.requestsPerPullRequest,
      gitProcesses: result.gitProcesses,
      peakMegabytes: result.peakMegabytes,
    });
  }
  return points;
}
