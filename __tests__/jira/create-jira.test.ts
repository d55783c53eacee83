import { createServer } from 'node:http';
import { inspect } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { startJira } from '../../sandbox/jira/index.js';
import { eachWithJira, email, listen, outageOf, token } from './run.js';
import type { JiraRun } from './run.js';

let run: JiraRun;
eachWithJira((given) => void (run = given));

describe('the issue is there', () => {
  test('one request, as little as possible, with the credentials of the settings', async () => {
    expect(await run.tracker().issue('PROJ-1')).toEqual({ key: 'PROJ-1', project: 'PROJ', type: 'Bug', subTask: false, parent: null, fixVersions: ['5.1.0', 'Backlog', '4.3.19'] });
    expect(run.jira.requests).toMatchObject([
      { method: 'GET', path: '/rest/api/2/issue/PROJ-1', query: { fields: 'issuetype,project,fixVersions,parent' }, credentials: { email, token }, status: 200 },
    ]);
    expect(run.waits).toEqual([]);
    expect(run.log).toEqual([]);
  });

  test('asked again: answered from what is true now, not from memory', async () => {
    const port = run.tracker();
    await port.issue('PROJ-1');
    run.jira.tracker.setFixVersions('PROJ-1', '5.1.0');

    expect((await port.issue('PROJ-1'))?.fixVersions).toEqual(['5.1.0']);
  });

  test('a sub-task: with its parent', async () => {
    run.jira.tracker.addIssue('PROJ', { type: 'Sub-task', parent: 'PROJ-1' });

    expect(await run.tracker().issue('PROJ-2')).toMatchObject({ type: 'Sub-task', subTask: true, parent: 'PROJ-1', fixVersions: [] });
  });

  test('part of an epic, which Jira Cloud calls its parent: no sub-task, no parent', async () => {
    run.jira.tracker.addIssue('PROJ', { type: 'Epic' });
    run.jira.tracker.addIssue('PROJ', { type: 'Story', parent: 'PROJ-2' });

    expect(await run.tracker().issue('PROJ-3')).toMatchObject({ subTask: false, parent: null });
  });

  test('moved to another project: found by its former key, under its new one', async () => {
    run.jira.tracker.moveIssue('PROJ-1', 'OPS');

    expect(await run.tracker().issue('PROJ-1')).toMatchObject({ key: 'OPS-1', project: 'OPS' });
  });

  test.each(['', '/', '//'])('Jira below a path, set with %j behind it: asked there', async (ending) => {
    const below = await startJira({ email, token, contextPath: '/team/jira' });
    try {
      below.tracker.addProject('PROJ');
      below.tracker.addIssue('PROJ');

      expect((await run.tracker({ accountUrl: `${below.url}${ending}` }).issue('PROJ-1'))?.key).toBe('PROJ-1');
      expect(below.requests.map(({ path }) => path)).toEqual(['/team/jira/rest/api/2/issue/PROJ-1']);
    } finally {
      await below.close();
    }
  });

  test('fields that a project hides or an old Jira lacks: as empty', async () => {
    run.jira.faults.next({ kind: 'nonsense', body: '{"key":"PROJ-1","fields":{"issuetype":{"name":"Bug"},"fixVersions":null}}' });

    expect(await run.tracker().issue('PROJ-1')).toEqual({ key: 'PROJ-1', project: 'PROJ', type: 'Bug', subTask: false, parent: null, fixVersions: [] });
  });
});

describe('the issue is not there', () => {
  test('no such issue: null, at once', async () => {
    expect(await run.tracker().issue('PROJ-99')).toBeNull();
    expect(run.jira.requests).toHaveLength(1);
  });

  test('the account may not see the project: null, as Jira answers the same', async () => {
    run.jira.tracker.hide('PROJ');

    expect(await run.tracker().issue('PROJ-1')).toBeNull();
  });

  test.each(['..', 'PROJ-1/../../../secret', 'PROJ-1?expand=x', 'PROJ-1#', '', 'PROJ', 'PROJ-1\nx', 'PROJ-1%2e'])('%j, no key of an issue: null, nothing is sent', async (key) => {
    expect(await run.tracker().issue(key)).toBeNull();
    expect(run.jira.requests).toEqual([]);
  });
});

describe('the account is turned away: an outage that says what to correct, never "not found"', () => {
  test('wrong token: asked once, and not again in this run, lest the account be locked', async () => {
    const port = run.tracker({ token: 'outdated' });

    expect(await outageOf(port.issue('PROJ-1'))).toMatchObject({ status: 401, detail: expect.stringMatching(/credentials.*`jira-token`.*`jira_email`/) });
    expect(await outageOf(port.issue('PROJ-2'))).toMatchObject({ status: 401 });
    expect(run.jira.requests).toHaveLength(1);
    expect(run.waits).toEqual([]);
  });

  test('a captcha is asked for: says so', async () => {
    for (const wrong of ['one', 'two', 'three']) {
      await outageOf(run.tracker({ token: wrong }).issue('PROJ-1'));
    }

    expect(await outageOf(run.tracker().issue('PROJ-1'))).toMatchObject({ status: 403, detail: expect.stringMatching(/captcha.*browser/) });
  });

  test('403: a permission or a licence is missing', async () => {
    run.jira.faults.next({ kind: 'status', status: 403 }, Infinity);

    expect(await outageOf(run.tracker().issue('PROJ-1'))).toMatchObject({ status: 403, detail: expect.stringMatching(/permission/) });
    expect(run.jira.requests).toHaveLength(1);
  });

  test('404 because the login failed, told by a header only: credentials, not "not found"', async () => {
    run.jira.faults.next({ kind: 'status', status: 404, headers: { 'content-type': 'application/json', 'x-seraph-loginreason': 'AUTHENTICATED_FAILED' }, body: '{"errorMessages":["Issue does not exist"]}' });

    expect(await outageOf(run.tracker().issue('PROJ-1'))).toMatchObject({ status: 404, detail: expect.stringMatching(/credentials/) });
  });

  test('no token: names the input, nothing is sent', async () => {
    expect(await outageOf(run.tracker({ token: '' }).issue('PROJ-1'))).toMatchObject({ status: null, detail: expect.stringMatching(/no token.*`jira-token`/) });
    expect(run.jira.requests).toEqual([]);
  });
});

describe('the address is wrong', () => {
  test.each(['acme.atlassian.net', 'https://', 'file:///etc', 'https://robot:secret@acme.test', 'https://acme.test?a=b', 'https://acme.test#a', ''])('%j: names the setting, sends nothing and shows nothing of it', async (accountUrl) => {
    const outage = await outageOf(run.tracker({ accountUrl }).issue('PROJ-1'));

    expect(outage).toMatchObject({ status: null, detail: expect.stringMatching(/`jira_account_url`/) });
    expect(inspect(outage)).not.toMatch(/robot:secret/);
  });

  test('no Jira there, only a web server: an outage, for 404 says nothing about the issue', async () => {
    expect(await outageOf(run.tracker({ accountUrl: `${run.jira.url}/wiki` }).issue('PROJ-1'))).toMatchObject({ status: 404, detail: expect.stringMatching(/no Jira.*`jira_account_url`/) });
  });

  test('nobody listens: an outage after four tries', async () => {
    const closed = createServer();
    const address = await listen(closed);
    await new Promise((resolve) => closed.close(resolve));

    expect(await outageOf(run.tracker({ accountUrl: address }).issue('PROJ-1'))).toMatchObject({ status: null, detail: expect.stringMatching(/ECONNREFUSED/) });
    expect(run.waits).toEqual([1000, 2000, 4000]);
  });
});
