import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { variablesForGit } from '../../src/edge/environment.js';
import { Outside } from '../../src/edge/outside.js';
import { readInputs } from '../../src/settings/inputs.js';
import { settings } from '../builders/facts.js';

const asked: string[] = [];
const proxy = createServer((request, response) => {
  asked.push(new URL(request.url ?? '').host);
  response.writeHead(404, { connection: 'close' }).end();
}).on('connect', (request, socket) => {
  asked.push(request.url ?? '');
  socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
});
const before = { ...process.env };
let directory = '';

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'proxy-test-'));
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const others: readonly string[] = ['http_proxy', 'https_proxy', 'HTTPS_PROXY', 'no_proxy', 'NO_PROXY', 'all_proxy', 'ALL_PROXY'];
  process.env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !others.includes(name)));
  // The client of GitHub looks at the variables of the process when it is loaded, which the first request does.
  process.env.GITHUB_API_URL = 'http://api.behind.test';
  process.env.HTTP_PROXY = `http://127.0.0.1:${String((proxy.address() as AddressInfo).port)}`;
});

afterAll(async () => {
  process.env = before;
  await rm(directory, { recursive: true, force: true });
  proxy.closeAllConnections();
  await new Promise((resolve) => proxy.close(resolve));
});

test('HTTP_PROXY in upper case: requests to the API and git both go through the proxy', async () => {
  const reading = readInputs((name) => (name === 'token' ? 'secret' : ''));
  if (reading.kind !== 'ok') throw new Error('the inputs are right');
  const environment = {
    eventName: 'schedule', payload: {}, owner: 'acme', repository: 'ring', serverUrl: 'http://git.behind.test', apiUrl: 'http://api.behind.test',
    ownWorkflowPath: null, runId: null, runNumber: null, runUrl: null, temporaryDirectory: directory,
  };
  const outside = new Outside(reading.inputs, environment, { variables: process.env, log: () => undefined, mask: () => undefined, now: Date.now });
  const github = await outside.openGitHub();
  const { git } = await outside.openPorts(settings(), github);
  // A write that is not repeated, so that the test need not wait.
  await expect(github.createComment(1, 'x')).rejects.toThrow();
  expect(asked).toEqual(['api.behind.test:80']);
  await expect(git.listRefs([])).rejects.toThrow();
  expect(asked.slice(1)).toContain('git.behind.test');
  await outside.dispose();
}, 30_000);

test('both forms given: the lower-case one, as for the API', () => {
  expect(variablesForGit({ http_proxy: 'http://lower', HTTP_PROXY: 'http://upper' })).toMatchObject({ http_proxy: 'http://lower' });
  expect(variablesForGit({ http_proxy: '', HTTP_PROXY: 'http://upper', PATH: '/bin' })).toMatchObject({ http_proxy: 'http://upper', PATH: '/bin' });
});
