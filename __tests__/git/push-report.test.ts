import { describe, expect, test } from '@jest/globals';
import { readPushReport } from '../../src/git/push-report.js';
import type { RefUpdate } from '../../src/ports/git.js';

const sha = '1'.repeat(40);
const updates: readonly RefUpdate[] = ['a', 'b'].map((name) => ({ ref: `refs/heads/${name}`, from: null, to: sha }));

function rejected(reasonOfA: string, reasonOfB = 'atomic push failure', errorText = ''): ReturnType<typeof readPushReport> {
  const output = `To https://github.com/o/n\n!\t${sha}:refs/heads/a\t[remote rejected] (${reasonOfA})\n!\t${sha}:refs/heads/b\t[remote rejected] (${reasonOfB})\nDone\n`;
  return readPushReport(updates, 1, output, errorText);
}

describe('words in which servers decline a push', () => {
  test.each([
    ['refusing to allow a GitHub App to create or update workflow `.github/workflows/x.yml` without `workflows` permission', 'workflow-permission'],
    ['refusing to allow an OAuth App to create or update workflow `.github/workflows/x.yml` without `workflow` scope', 'workflow-permission'],
    ['refusing to allow a Personal Access Token to create or update workflow `.github/workflows/x.yml` without `workflow` scope', 'workflow-permission'],
    ['protected branch hook declined', 'protected-branch'],
    ['push declined due to repository rule violations', 'protected-branch'],
    ['permission denied', 'not-permitted'],
    ['pre-receive hook declined', 'other'],
    ['deny updating a hidden ref', 'other'],
    ["cannot lock ref 'refs/heads/a': 'refs/heads/a/b' exists; cannot create 'refs/heads/a'", 'other'],
    ['something nobody has heard of', 'other'],
  ])('%s: refused, cause %s, only the culprit is named', (reason, cause) => {
    expect(rejected(reason)).toMatchObject({ kind: 'refused', refs: ['refs/heads/a'], cause });
  });

  test.each([
    `cannot lock ref 'refs/heads/a': is at ${sha} but expected ${'2'.repeat(40)}`, 'failed to update ref', 'reference already exists', 'incorrect old value provided',
  ])('%s: stale, only the culprit is named', (reason) => {
    expect(rejected(reason)).toEqual({ kind: 'stale', refs: ['refs/heads/a'] });
  });

  test('stale info, said before anything was sent: not as listed, so that the listing itself can be doubted', () => {
    expect(rejected('stale info')).toEqual({ kind: 'not-as-listed', refs: ['refs/heads/a'] });
    expect(rejected('stale info', 'stale info')).toEqual({ kind: 'not-as-listed', refs: ['refs/heads/a', 'refs/heads/b'] });
    expect(rejected('stale info', 'failed to update ref')).toMatchObject({ kind: 'stale' });
  });

  test.each(['remote failed to report status', 'unpacker error', 'fatal error in commit_refs', 'Internal Server Error', 'missing necessary objects'])(
    '%s: an outage',
    (reason) => expect(rejected(reason)).toMatchObject({ kind: 'outage' }),
  );

  test('one ref stale, another refused: refused, because it would be refused again', () => {
    expect(rejected('stale info', 'protected branch hook declined')).toMatchObject({ kind: 'refused', refs: ['refs/heads/b'] });
  });

  test('all refs fell together and nobody says why: an outage', () => {
    expect(rejected('atomic transaction failed', 'atomic transaction failed', 'error: failed to push some refs')).toMatchObject({ kind: 'outage' });
  });

  test('a message about the lock of a ref that was not pushed: no culprit, an outage', () => {
    expect(rejected('atomic transaction failed', 'atomic transaction failed', "remote: error: cannot lock ref 'refs/heads/c': is at x but expected y")).toMatchObject({ kind: 'outage' });
  });

  test('a rule named on standard error: the cause is found there', () => {
    expect(rejected('hook declined', 'atomic push failure', 'remote: error: GH013: Repository rule violations found for refs/heads/a.')).toMatchObject({ cause: 'protected-branch' });
  });

  test('success, but a ref is missing from the report: an outage', () => {
    expect(readPushReport(updates, 0, `To x\n*\t${sha}:refs/heads/a\t[new branch]\nDone\n`, '')).toMatchObject({ kind: 'outage' });
  });

  test('no report at all: an outage', () => {
    expect(readPushReport(updates, 128, '', 'fatal: unable to access: Could not resolve host')).toMatchObject({ kind: 'outage' });
    expect(readPushReport(updates, null, '', '')).toMatchObject({ kind: 'outage' });
    expect(readPushReport(updates, 0, '', '')).toMatchObject({ kind: 'outage' });
  });

  test.each(['remote: Permission to o/n.git denied to robot[bot].', 'remote: Write access to repository not granted.'])('%s: refused as not permitted', (text) => {
    expect(readPushReport(updates, 128, '', `${text}\nfatal: unable to access 'https://github.com/o/n/': The requested URL returned error: 403\n`))
      .toMatchObject({ kind: 'refused', cause: 'not-permitted', refs: ['refs/heads/a', 'refs/heads/b'] });
  });
});
