import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EnvironmentProblem, readEnvironment } from '../../src/edge/environment.js';

let directory = '';
let variables: Record<string, string> = {};

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'environment-test-'));
  await writeFile(join(directory, 'event.json'), '{"action":"opened","number":7}');
  await writeFile(join(directory, 'broken.json'), '{"action":');
  variables = {
    GITHUB_REPOSITORY: 'acme/ring',
    GITHUB_EVENT_NAME: 'pull_request_target',
    GITHUB_EVENT_PATH: join(directory, 'event.json'),
    GITHUB_RUN_ID: '123',
    GITHUB_RUN_NUMBER: '45',
    GITHUB_WORKFLOW_REF: 'acme/ring/.github/workflows/bert-e.yml@refs/heads/main',
    RUNNER_TEMP: directory,
  };
});

afterAll(() => rm(directory, { recursive: true, force: true }));

describe('what the runner tells', () => {
  test('on github.com: addresses by default, the run’s page, and the own workflow', async () => {
    expect(await readEnvironment(variables)).toEqual({
      eventName: 'pull_request_target', payload: { action: 'opened', number: 7 }, owner: 'acme', repository: 'ring',
      serverUrl: 'https://github.com', apiUrl: 'https://api.github.com',
      ownWorkflowPath: '.github/workflows/bert-e.yml', runId: 123, runNumber: 45, runUrl: 'https://github.com/acme/ring/actions/runs/123', temporaryDirectory: directory,
    });
  });

  test('on an enterprise server: its addresses, without a slash at the end', async () => {
    const environment = await readEnvironment({ ...variables, GITHUB_SERVER_URL: 'https://git.acme.test/', GITHUB_API_URL: 'https://git.acme.test/api/v3/' });
    expect(environment).toMatchObject({ serverUrl: 'https://git.acme.test', apiUrl: 'https://git.acme.test/api/v3', runUrl: 'https://git.acme.test/acme/ring/actions/runs/123' });
  });

  test('a workflow of another repository, or none: there is no own workflow path', async () => {
    expect((await readEnvironment({ ...variables, GITHUB_WORKFLOW_REF: 'acme/ring-2/.github/workflows/ci.yml@main' })).ownWorkflowPath).toBeNull();
    expect((await readEnvironment({ ...variables, GITHUB_WORKFLOW_REF: undefined })).ownWorkflowPath).toBeNull();
  });

  test('the repository in other letters: still the own workflow', async () => {
    expect((await readEnvironment({ ...variables, GITHUB_WORKFLOW_REF: 'Acme/Ring/.github/workflows/ci.yml@refs/heads/main' })).ownWorkflowPath).toBe('.github/workflows/ci.yml');
  });

  test.each(['12/../../evil', '', ' 1', '1)'])('a run id "%s" that is no number: no link', async (id) => {
    expect(await readEnvironment({ ...variables, GITHUB_RUN_ID: id, GITHUB_RUN_NUMBER: id })).toMatchObject({ runId: null, runNumber: null, runUrl: null });
  });

  test.each(['GITHUB_REPOSITORY', 'GITHUB_EVENT_NAME', 'GITHUB_EVENT_PATH', 'RUNNER_TEMP'])('%s is missing: named, with what to do', async (name) => {
    const read = readEnvironment({ ...variables, [name]: '' });
    await expect(read).rejects.toThrow(EnvironmentProblem);
    await expect(read).rejects.toThrow(name);
  });

  test.each(['ring', 'acme/', '/ring', 'acme/ring/x'])('GITHUB_REPOSITORY=%s: not owner/name', async (value) => {
    await expect(readEnvironment({ ...variables, GITHUB_REPOSITORY: value })).rejects.toThrow('owner/name');
  });

  test.each(['broken.json', 'absent.json'])('the event file is %s: a problem that keeps its cause, and does not quote the file', async (file) => {
    const problem: unknown = await readEnvironment({ ...variables, GITHUB_EVENT_PATH: join(directory, file) }).catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(EnvironmentProblem);
    expect(problem).toHaveProperty('cause.message');
    expect((problem as Error).message).not.toContain('action');
  });
});
