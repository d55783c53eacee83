import { describe, expect, test } from '@jest/globals';
import { startJira } from '../../sandbox/jira/index.js';
import type { JiraFault } from '../../sandbox/jira/index.js';
import { eachWithJira, email, outageOf, token } from './run.js';
import type { JiraRun } from './run.js';

let run: JiraRun;
eachWithJira((given) => void (run = given));

const passing: ReadonlyArray<[string, JiraFault]> = [
  ['500', { kind: 'status', status: 500 }],
  ['503 with a page', { kind: 'status', status: 503, body: '<h1>Maintenance</h1>' }],
  ['408', { kind: 'status', status: 408 }],
  ['a connection that is cut before the answer', { kind: 'drop' }],
  ['a connection that is cut in the answer', { kind: 'cut' }],
  ['a page of a login instead of an issue', { kind: 'login-page' }],
  ['text that is no JSON', { kind: 'nonsense', body: '{"key": "PROJ-1", ' }],
  ['HTML that calls itself JSON', { kind: 'nonsense', body: '\n<html></html>' }],
  ['nothing', { kind: 'nonsense', body: '' }],
  ['JSON of another kind', { kind: 'nonsense', body: '[1]' }],
  ['JSON without fields', { kind: 'nonsense', body: '{"key":"PROJ-1"}' }],
  ['a type without name', { kind: 'nonsense', body: '{"key":"PROJ-1","fields":{"issuetype":{},"fixVersions":[]}}' }],
  ['fix versions that are no list', { kind: 'nonsense', body: '{"key":"PROJ-1","fields":{"issuetype":{"name":"Bug"},"fixVersions":"4.3.19"}}' }],
  ['a fix version without name', { kind: 'nonsense', body: '{"key":"PROJ-1","fields":{"issuetype":{"name":"Bug"},"fixVersions":[{}]}}' }],
  ['a key that is none', { kind: 'nonsense', body: '{"key":"../1","fields":{"issuetype":{"name":"Bug"}}}' }],
  ['an answer without end', { kind: 'flood' }],
  ['an answer that never comes', { kind: 'silence' }],
];

describe('Jira fails for a moment', () => {
  test.each(passing)('%s, then right: the right answer', async (_situation, fault) => {
    run.jira.faults.next(fault);

    expect((await run.tracker({ timeLimitMilliseconds: 300 }).issue('PROJ-1'))?.key).toBe('PROJ-1');
    expect(run.jira.requests).toHaveLength(2);
    expect(run.waits).toEqual([1000]);
    expect(run.log).toEqual([expect.stringMatching(/^issue PROJ-1: .*; trying again \(2 of 4\)$/)]);
  });

  test('a slow answer within the time limit: an answer', async () => {
    run.jira.faults.next({ kind: 'delay', milliseconds: 60 });

    expect(await run.tracker().issue('PROJ-1')).not.toBeNull();
    expect(run.waits).toEqual([]);
  });
});

describe('Jira does not get better', () => {
  test.each(passing)('%s for ever: an outage after four tries with growing waits', async (_situation, fault) => {
    run.jira.faults.next(fault, Infinity);

    await outageOf(run.tracker({ timeLimitMilliseconds: 150 }).issue('PROJ-1'));
    expect(run.jira.requests).toHaveLength(4);
    expect(run.waits).toEqual([1000, 2000, 4000]);
  });

  test.each<[string, JiraFault, RegExp]>([
    ['an answer without end', { kind: 'flood' }, /larger than 1024 KiB/],
    ['a page of a login', { kind: 'login-page' }, /web page came instead of an issue.*`jira_account_url`/],
    ['an issue of another shape', { kind: 'nonsense', body: '{"key":"PROJ-1","fields":{"issuetype":{"name":7}}}' }, /no issue \(at fields\.issuetype\.name\)/],
  ])('%s: told as what it is', async (_situation, fault, expected) => {
    run.jira.faults.next(fault, Infinity);

    expect((await outageOf(run.tracker().issue('PROJ-1'))).detail).toMatch(expected);
  });

  test('what it says about its error is told', async () => {
    run.jira.faults.next({ kind: 'status', status: 500, body: '{"errorMessages":["Index\\nis\\u001b[31m locked."]}' }, Infinity);

    expect((await outageOf(run.tracker().issue('PROJ-1'))).detail).toBe('Jira answered with status 500: Index is locked.');
  });

  test('the next issue of the same run: not waited for again', async () => {
    run.jira.faults.next({ kind: 'status', status: 500 }, 4);
    const port = run.tracker();

    const first = await outageOf(port.issue('PROJ-1'));
    expect(await outageOf(port.issue('PROJ-2'))).toBe(first);
    expect(run.jira.requests).toHaveLength(4);
  });

  test('nonsense about one issue: the next one is asked for', async () => {
    run.jira.faults.next({ kind: 'nonsense', body: '{}' }, 4);
    const port = run.tracker();

    await outageOf(port.issue('PROJ-1'));
    expect(await port.issue('PROJ-99')).toBeNull();
  });

  test.each([400, 410, 418])('%d: an outage at once, for repeating is no use', async (status) => {
    run.jira.faults.next({ kind: 'status', status }, Infinity);

    expect(await outageOf(run.tracker().issue('PROJ-1'))).toMatchObject({ status });
    expect(run.jira.requests).toHaveLength(1);
  });

  test.each([204, 304])('%d, an answer without an issue: an outage', async (status) => {
    run.jira.faults.next({ kind: 'status', status, headers: {}, body: '' }, Infinity);

    expect(await outageOf(run.tracker().issue('PROJ-1'))).toMatchObject({ status });
  });
});

describe('limits', () => {
  test.each<[string, string | number, number]>([
    ['seconds', 7, 7000],
    ['a date', 'Wed, 20 May 2026 10:00:12 GMT', 12_000],
    ['no time at all', 0, 1000],
    ['nonsense', 'soon', 1000],
  ])('429 that asks to wait, as %s: waits that long', async (_form, retryAfter, expected) => {
    run.jira.faults.next({ kind: 'rate-limit', retryAfter });

    expect(await run.tracker().issue('PROJ-1')).not.toBeNull();
    expect(run.waits).toEqual([expected]);
  });

  test('503 that asks to wait: waits that long', async () => {
    run.jira.faults.next({ kind: 'status', status: 503, headers: { 'retry-after': '9' } });

    await run.tracker().issue('PROJ-1');
    expect(run.waits).toEqual([9000]);
  });

  test('asked to wait longer than a run does: an outage at once, saying how long', async () => {
    run.jira.faults.next({ kind: 'rate-limit', retryAfter: 1800 });

    expect(await outageOf(run.tracker().issue('PROJ-1'))).toMatchObject({ status: 429, detail: expect.stringMatching(/asks to wait 1800 s/) });
    expect(run.waits).toEqual([]);
  });
});

describe('redirects', () => {
  test('on the same host: followed, with the credentials', async () => {
    run.jira.faults.next({ kind: 'redirect', to: '/rest/api/2/issue/PROJ-1?fields=issuetype' });

    expect((await run.tracker().issue('PROJ-1'))?.type).toBe('Bug');
    expect(run.jira.requests.map(({ credentials }) => credentials)).toEqual([{ email, token }, { email, token }]);
  });

  test('to another host: not followed, and that host sees nothing', async () => {
    const other = await startJira({ email, token });
    try {
      run.jira.faults.next({ kind: 'redirect', to: `${other.url}/rest/api/2/issue/PROJ-1` }, Infinity);

      expect(await outageOf(run.tracker().issue('PROJ-1'))).toMatchObject({ status: null, detail: expect.stringMatching(/redirect to another host/) });
      expect(other.requests).toEqual([]);
      expect(run.jira.requests).toHaveLength(1);
    } finally {
      await other.close();
    }
  });

  test('in a circle: an outage after few', async () => {
    run.jira.faults.next({ kind: 'redirect', to: '/rest/api/2/issue/PROJ-1' }, Infinity);

    expect((await outageOf(run.tracker().issue('PROJ-1'))).detail).toMatch(/more than 3 redirects/);
    expect(run.jira.requests).toHaveLength(4);
  });

  test('to nowhere: an outage', async () => {
    run.jira.faults.next({ kind: 'redirect', to: 'http://[' }, Infinity);

    expect((await outageOf(run.tracker().issue('PROJ-1'))).detail).toMatch(/redirect/);
  });
});
