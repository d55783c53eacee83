import { describe, expect, test } from '@jest/globals';
import { expectedFailure } from '../../src/edge/failures.js';
import { loadSettings, observeSurroundings } from '../../src/edge/surroundings.js';
import type { RunEnvironment } from '../../src/edge/environment.js';
import { reasonOf } from '../../src/outcomes/reason.js';
import { GitHubOutage, GitHubRefusal } from '../../src/ports/github.js';
import type { GitHubPort } from '../../src/ports/github.js';
import { readInputs } from '../../src/settings/inputs.js';
import type { Inputs } from '../../src/settings/inputs.js';
import { problemText } from '../../src/settings/problem.js';
import { settings } from '../builders/facts.js';

const environment: RunEnvironment = {
  eventName: 'schedule', payload: {}, owner: 'acme', repository: 'ring', serverUrl: 'https://github.test', apiUrl: 'https://api.github.test',
  ownWorkflowPath: null, runId: null, runNumber: null, runUrl: null, temporaryDirectory: '/tmp',
};

function inputs(): Inputs {
  const reading = readInputs((name) => (name === 'token' ? 'secret' : ''));
  if (reading.kind !== 'ok') throw new Error('the inputs are right');
  return reading.inputs;
}

const fileIs = (read: () => Promise<string | null>) => ({ readFileOfDefaultBranch: read }) as Partial<GitHubPort> as GitHubPort;
const refusing = (status: number, detail: string) => fileIs(() => Promise.reject(new GitHubRefusal('read the file .github/bert-e.yml', status, detail)));

describe('the settings file', () => {
  test.each([
    [200, 'this is not a file', /^\.github\/bert-e\.yml: expected a settings file on the default branch that can be read, found this is not a file\. .*config-file/],
    [403, 'the token lacks a permission: Resource not accessible by integration', /found the token lacks a permission: Resource not accessible by integration\. Give the token the permission contents: read\.$/],
  ])('GitHub refuses it (%i): 219, with what it said and what to do', async (status, detail, text) => {
    const reading = await loadSettings(inputs(), refusing(status, detail), {});
    expect(reading).toMatchObject({ kind: 'unreadable', code: 219 });
    expect(reading.kind === 'unreadable' && reading.problems.map(problemText)).toEqual([expect.stringMatching(text)]);
  });

  test('the token is not valid, or GitHub is down: not a matter of the settings', async () => {
    await expect(loadSettings(inputs(), refusing(401, 'Bad credentials'), {})).rejects.toThrow(GitHubRefusal);
    await expect(loadSettings(inputs(), fileIs(() => Promise.reject(new GitHubOutage('x', 502, 'down'))), {})).rejects.toThrow(GitHubOutage);
  });

  test('none: the defaults', async () => {
    expect((await loadSettings(inputs(), fileIs(() => Promise.resolve(null)), {})).kind).toBe('ok');
  });
});

describe('teams', () => {
  const members = (answer: () => Promise<readonly string[]>) => ({ teamMembers: answer }) as Partial<GitHubPort> as GitHubPort;
  const wanted = settings({ admins: ['root', '@acme/leads'] });

  test('resolved to their members', async () => {
    expect((await observeSurroundings(wanted, 'hash', environment, members(() => Promise.resolve(['ann', 'root'])))).admins).toEqual(['root', 'ann']);
  });

  test.each([403, 404])('one that cannot be read (%i): 221 that names setting, team and the permission', async (status) => {
    const github = members(() => Promise.reject(new GitHubRefusal('read the members of the team acme/leads', status, 'no')));
    const failure: unknown = await observeSurroundings(wanted, 'hash', environment, github).catch((error: unknown) => error);
    const outcome = expectedFailure(failure);
    expect(outcome).toMatchObject({ code: 221, detail: expect.stringMatching(/setting admins names the team @acme\/leads.*Members: read.*read:org.*GitHub says: no/) as unknown });
    expect(outcome !== null && reasonOf(outcome)).toBe('GitHub refused: the token may not read the members of the team acme/leads, named by the setting admins');
  });

  test('an outage, or a token that is not valid: as it is', async () => {
    for (const error of [new GitHubOutage('x', 502, 'down'), new GitHubRefusal('x', 401, 'Bad credentials')]) {
      await expect(observeSurroundings(wanted, 'hash', environment, members(() => Promise.reject(error)))).rejects.toBe(error);
    }
  });
});
