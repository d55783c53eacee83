import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunEnvironment } from '../../src/edge/environment.js';
import { lookAt } from '../../src/edge/look-at.js';
import { loadSettings, observeSurroundings } from '../../src/edge/surroundings.js';
import { createGit } from '../../src/git/git.js';
import { createGitHub } from '../../src/github/create-github.js';
import { readInputs } from '../../src/settings/inputs.js';
import type { GitHubPort } from '../../src/ports/github.js';
import { postComment, postStatus } from './answers.js';
import type { BenchService } from './service.js';

const token = 'token-of-the-benchmark';

/**
 * Has everything told that is to be told on every pull request, so that the next sweep finds nothing new. In this process,
 * and with what the robot writes put down at once: the action itself spreads hundreds of comments over many minutes.
 */
export async function settle(service: BenchService, directory: string): Promise<void> {
  const github = await createGitHub({ token, apiUrl: `${service.url}/api`, repository: { owner: 'acme', name: 'product' }, log: () => undefined });
  const reading = readInputs((name) => (name === 'token' ? token : ''));
  if (reading.kind === 'malformed') throw new Error('The inputs of the benchmark are malformed.');
  const settings = await loadSettings(reading.inputs, github, {});
  if (settings.kind !== 'ok') throw new Error('The settings of the benchmark are malformed.');
  const git = await createGit({
    serverUrl: service.url, repository: 'acme/product', token, robot: { name: settings.settings.robot, email: settings.settings.robotEmail },
    temporaryDirectory: await mkdtemp(join(directory, 'settle-')), now: () => new Date(),
  });
  const writing: Partial<GitHubPort> = {
    createComment: (number, body) => Promise.resolve(postComment(service.state, number, body)),
    setCommitStatus: (commit, { context, state, description, targetUrl }) => {
      postStatus(service.state, commit, { context, state, description, target_url: targetUrl });
      return Promise.resolve();
    },
  };
  const ports = {
    git,
    github: new Proxy(github, {
      get: (target, name: keyof GitHubPort) => {
        const own: unknown = Reflect.get(name in writing ? writing : target, name);
        return typeof own === 'function' ? (own as (...given: unknown[]) => unknown).bind(target) : own;
      },
    }),
    issueTracker: () => Promise.reject(new Error('The benchmark has no issues.')),
    pause: () => Promise.resolve(),
  };
  const environment: RunEnvironment = {
    eventName: 'schedule', payload: {}, owner: 'acme', repository: 'product', serverUrl: service.url, apiUrl: `${service.url}/api`,
    ownWorkflowPath: '.github/workflows/bert-e.yml', runId: null, runNumber: null, runUrl: null, temporaryDirectory: directory,
  };
  try {
    const surroundings = await observeSurroundings({ ...settings.settings, sweepBudget: 0 }, settings.hash, environment, github);
    await lookAt({ kind: 'sweep', why: 'schedule' }, { ports, surroundings, rules: { dryRun: false, forcedOptions: [], eventComment: null, rebuilt: null } });
  } finally {
    await git.dispose();
  }
}
