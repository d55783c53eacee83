import { describe, expect, test } from '@jest/globals';
import type { Outcome } from '../../src/outcomes/outcome.js';
import { emptyPlan } from '../../src/plan/plan.js';
import { runChecks } from '../../src/pull-request/check.js';
import type { Mode, Progress } from '../../src/pull-request/check.js';
import { issueChecks, issueToAsk, usesIssueTracker } from '../../src/pull-request/issue-checks.js';
import { issueFacts } from '../builders/issue-facts.js';
import type { IssueDifferences } from '../builders/issue-facts.js';

function examine(differences: IssueDifferences = {}, mode: Mode = 'act'): Progress {
  const start: Progress = { records: [], outcome: null, over: false, notices: [], plan: emptyPlan };
  return runChecks(start, issueChecks, issueFacts(differences), mode);
}

function outcomeOf(differences: IssueDifferences): Outcome | null {
  return examine(differences).outcome;
}

function states(progress: Progress): readonly string[] {
  return progress.records.map(({ state }) => state);
}

/** Facts in which the tracker must not be asked: every check would stop if it were. */
const unasked = { answer: { kind: 'not-asked' } } as const;

describe('the issue is right', () => {
  test('every check holds, nothing is said', () => {
    const progress = examine();

    expect(progress.outcome).toBeNull();
    expect(states(progress)).toEqual(['holds', 'holds', 'holds']);
    expect(progress.records.map(({ detail }) => detail)).toEqual(['`PROJ-1`', '`Bug`', '`4.3.19`, `5.1.0`']);
    expect(progress.notices).toEqual([]);
    expect(progress.plan).toEqual(emptyPlan);
  });

  test('key in lower case in the branch name: asked for in upper case, as Jira writes it', () => {
    expect(issueToAsk(issueFacts({ source: 'bugfix/proj-1-crash' }))).toBe('PROJ-1');
  });
});

describe('the tracker is not asked', () => {
  test.each<[string, IssueDifferences]>([
    ['no address', { settings: { jira_account_url: '' } }],
    ['no email', { settings: { jira_email: '' } }],
    ['no projects', { settings: { jira_keys: [] } }],
    ['bypassed by an option', { bypassed: true }],
    ['the prefix is in bypass_prefixes', { settings: { bypass_prefixes: ['documentation', 'bugfix'] } }],
    ['the source is a version branch', { source: 'development/4.3', destination: 'development/5.1' }],
  ])('%s: all is skipped, even for a branch without key', (_situation, differences) => {
    const facts = { ...unasked, source: 'bugfix/crash', ...differences };

    expect(issueToAsk(issueFacts(facts))).toBeNull();
    expect(outcomeOf(facts)).toBeNull();
    expect(states(examine(facts))).toEqual(['skipped', 'skipped', 'skipped']);
  });

  test('another prefix is in bypass_prefixes: asked', () => {
    expect(issueToAsk(issueFacts({ settings: { bypass_prefixes: ['documentation', 'bug'] } }))).toBe('PROJ-1');
  });

  test('settings complete: the tracker is in use, whatever the pull request', () => {
    expect(usesIssueTracker(issueFacts({ bypassed: true }).settings)).toBe(true);
    expect(usesIssueTracker(issueFacts({ settings: { jira_email: '' } }).settings)).toBe(false);
  });

  test('not asked although an issue is needed: a mistake of the program, never a pass', () => {
    expect(() => examine(unasked)).toThrow(/without asking/);
  });
});

describe('107, no key', () => {
  test.each(['bugfix/crash', 'bugfix/crash-PROJ-1', 'bugfix/PROJ1', 'bugfix/PROJ-', 'bugfix/-1'])('%s: 107, naming the projects', (source) => {
    expect(outcomeOf({ ...unasked, source })).toEqual({ code: 107, source, projects: ['PROJ', 'OPS'] });
    expect(issueToAsk(issueFacts({ ...unasked, source }))).toBeNull();
  });

  test('a version branch of a fork: nobody checked what is on it, 107', () => {
    expect(outcomeOf({ ...unasked, fork: true, source: 'development/4.3', destination: 'development/5.1' })).toMatchObject({ code: 107, source: 'development/4.3' });
  });
});

describe('108, not found', () => {
  test('the tracker knows no such issue: 108', () => {
    expect(outcomeOf({ answer: { kind: 'not-found' } })).toEqual({ code: 108, issue: 'PROJ-1' });
  });

  test('version and type checks are off: still 108', () => {
    expect(outcomeOf({ answer: { kind: 'not-found' }, settings: { disable_version_checks: true, prefixes: new Map() } })).toMatchObject({ code: 108 });
  });
});

describe('110, wrong project', () => {
  test('the key names another project: asked for all the same, 110', () => {
    const facts = { source: 'bugfix/SECRET-8-names', issue: { key: 'SECRET-8', project: 'SECRET' } };

    expect(issueToAsk(issueFacts(facts))).toBe('SECRET-8');
    expect(outcomeOf(facts)).toEqual({ code: 110, issue: 'SECRET-8', project: 'SECRET', accepted: ['PROJ', 'OPS'] });
  });

  test('another project, and no such issue: 108 comes first', () => {
    expect(outcomeOf({ source: 'bugfix/utf-8-names', answer: { kind: 'not-found' } })).toEqual({ code: 108, issue: 'UTF-8' });
  });

  test('a project whose key begins like an accepted one: 110', () => {
    expect(outcomeOf({ source: 'bugfix/PROJECT-1', issue: { key: 'PROJECT-1', project: 'PROJECT' } })).toMatchObject({ code: 110, project: 'PROJECT' });
  });

  test('moved to a project that is not accepted: 110 with where it is now', () => {
    expect(outcomeOf({ issue: { key: 'ELSE-9', project: 'ELSE' } })).toEqual({ code: 110, issue: 'ELSE-9', project: 'ELSE', accepted: ['PROJ', 'OPS'] });
  });

  test('moved to another accepted project: holds, and says so', () => {
    const progress = examine({ issue: { key: 'OPS-9', project: 'OPS' } });

    expect(progress.outcome).toBeNull();
    expect(progress.records[0]?.detail).toBe('`PROJ-1`, now `OPS-9`');
  });

  test('wrong project and wrong type: 110 comes first', () => {
    expect(outcomeOf({ issue: { key: 'ELSE-9', project: 'ELSE', type: 'Epic' } })).toMatchObject({ code: 110 });
  });
});

describe('109, issue type', () => {
  test('the type is not listed: 109 with those that are', () => {
    expect(outcomeOf({ issue: { type: 'Epic' } })).toEqual({ code: 109, issue: 'PROJ-1', type: 'Epic', supported: ['Bug', 'Story'], parentOfSubTask: null, subTask: false });
  });

  test('a sub-task: 109 with the parent whose branch it should be merged into', () => {
    expect(outcomeOf({ issue: { type: 'Sub-task', subTask: true, parent: 'PROJ-40' } })).toMatchObject({ code: 109, subTask: true, parentOfSubTask: 'PROJ-40' });
  });

  test('a sub-task type that is listed: accepted', () => {
    const settings = { prefixes: new Map([['Sub-task', 'bugfix']]) };

    expect(outcomeOf({ settings, issue: { type: 'Sub-task', subTask: true, parent: 'PROJ-40' } })).toBeNull();
  });

  test.each(['bug', 'BUG', 'toString', '__proto__', ''])('type %j: not the listed one, 109', (type) => {
    expect(outcomeOf({ issue: { type } })).toMatchObject({ code: 109, type });
  });

  test('no types listed at all: every type is accepted, and no prefix is wrong', () => {
    const progress = examine({ settings: { prefixes: new Map(), check_prefix_matches_type: true }, issue: { type: 'Epic' } });

    expect(progress.outcome).toBeNull();
    expect(states(progress)).toEqual(['holds', 'skipped', 'holds']);
  });

  test('wrong type, wrong prefix and wrong versions: 109 comes first', () => {
    expect(outcomeOf({ settings: { check_prefix_matches_type: true }, issue: { type: 'Epic', fixVersions: [] } })).toMatchObject({ code: 109 });
  });
});

describe('111, prefix and type', () => {
  const story = { issue: { type: 'Story' } } as const;

  test('prefix of another type, not checked by default: holds', () => {
    expect(outcomeOf(story)).toBeNull();
  });

  test('prefix of another type, checked: 111 with the expected prefix', () => {
    expect(outcomeOf({ ...story, settings: { check_prefix_matches_type: true } })).toEqual({ code: 111, issue: 'PROJ-1', type: 'Story', prefix: 'bugfix', expectedPrefix: 'feature' });
  });

  test('the right prefix, checked: holds', () => {
    expect(outcomeOf({ settings: { check_prefix_matches_type: true } })).toBeNull();
  });

  test('a prefix that only begins like the right one: 111', () => {
    expect(outcomeOf({ source: 'bug/PROJ-1', settings: { check_prefix_matches_type: true } })).toMatchObject({ code: 111, prefix: 'bug' });
  });

  test('wrong prefix and wrong versions: 111 comes first', () => {
    expect(outcomeOf({ settings: { check_prefix_matches_type: true }, issue: { type: 'Story', fixVersions: [] } })).toMatchObject({ code: 111 });
  });
});

describe('112, fix versions towards a development branch', () => {
  test.each<[string, readonly string[]]>([
    ['in another order', ['5.1.0', '4.3.19']],
    ['with names that are no versions', ['Backlog', '4.3.19', '5.1.0', 'v9.9.9', '2026', '4.3']],
    ['with the version of a hotfix', ['4.3.19', '5.1.0', '4.3.18.2']],
    ['with five numbers', ['4.3.19', '5.1.0', '4.3.18.0.0']],
    ['with a number as nobody writes it', ['4.3.19', '5.1.0', '4.03.19']],
    ['said twice', ['4.3.19', '5.1.0', '5.1.0']],
  ])('the expected ones, %s: holds', (_situation, fixVersions) => {
    expect(outcomeOf({ issue: { fixVersions } })).toBeNull();
  });

  test.each<[string, readonly string[]]>([
    ['none', []],
    ['one is missing', ['4.3.19']],
    ['one too many', ['4.3.19', '5.1.0', '5.2.0']],
    ['one is another', ['4.3.18', '5.1.0']],
    ['one too many with a fourth zero, of no hotfix branch', ['4.3.19', '5.1.0', '4.3.18.0']],
    ['a fourth zero where none is expected', ['4.3.19.0', '5.1.0']],
    ['one with a v', ['v4.3.19', '5.1.0']],
    ['one with a blank', ['4.3.19 ', '5.1.0']],
  ])('%s: 112 with both lists as they are', (_situation, fixVersions) => {
    expect(outcomeOf({ issue: { fixVersions } })).toEqual({ code: 112, issue: 'PROJ-1', found: fixVersions, expected: ['4.3.19', '5.1.0'] });
  });

  test('the later branch only: its version alone is expected', () => {
    expect(outcomeOf({ destination: 'development/5.1', issue: { fixVersions: ['5.1.0'] } })).toBeNull();
    expect(outcomeOf({ destination: 'development/5.1' })).toMatchObject({ code: 112, expected: ['5.1.0'] });
  });

  test('version checks are off: wrong versions hold, and the type is still judged', () => {
    const settings = { disable_version_checks: true };

    expect(outcomeOf({ settings, issue: { fixVersions: [] } })).toBeNull();
    expect(outcomeOf({ settings, issue: { fixVersions: [], type: 'Epic' } })).toMatchObject({ code: 109 });
  });
});

describe('112, fix versions towards a hotfix branch', () => {
  const branches = ['development/4.3', 'development/5.1', 'hotfix/4.3.18', 'hotfix/4.3.17'];
  const released = { branches, tags: ['4.3.17', '4.3.18', '4.3.18.1'], destination: 'hotfix/4.3.18' };
  const unreleased = { branches, tags: ['4.3.17'], destination: 'hotfix/4.3.18' };

  test.each<[string, IssueDifferences, readonly string[]]>([
    ['its next revision', released, ['4.3.18.2']],
    ['its next revision among others', released, ['4.3.19', '4.3.18.2', '5.1.0', 'Backlog']],
    ['revision 0 before the release', unreleased, ['4.3.18.0', '4.3.19']],
  ])('%s: holds without a reminder', (_situation, destination, fixVersions) => {
    const progress = examine({ ...destination, issue: { fixVersions } });

    expect(progress.outcome).toBeNull();
    expect(progress.notices).toEqual([]);
  });

  test.each<[string, IssueDifferences, readonly string[], string]>([
    ['a revision that is delivered already', released, ['4.3.18.1'], '4.3.18.2'],
    ['revision 0 after the release', released, ['4.3.18.0'], '4.3.18.2'],
    ['without the fourth number', unreleased, ['4.3.18'], '4.3.18.0'],
    ['those of the development branches', released, ['4.3.19', '5.1.0'], '4.3.18.2'],
    ['of another hotfix branch', unreleased, ['4.3.17.0', '4.3.17.1'], '4.3.18.0'],
    ['none', unreleased, [], '4.3.18.0'],
  ])('%s: 112', (_situation, destination, fixVersions, expected) => {
    expect(outcomeOf({ ...destination, issue: { fixVersions } })).toEqual({ code: 112, issue: 'PROJ-1', found: fixVersions, expected: [expected] });
  });
});

describe('223, pending hotfixes', () => {
  const branches = ['development/4.3', 'development/5.1', 'hotfix/4.3.20', 'hotfix/4.2.9'];

  test('the issue also names the first version of a hotfix branch: not counted, and the author is reminded', () => {
    const progress = examine({ branches, issue: { fixVersions: ['4.3.19', '4.3.20.0', '5.1.0'] } });

    expect(progress.outcome).toBeNull();
    expect(progress.notices).toEqual([{ code: 223, branches: [{ branch: 'hotfix/4.3.20', version: '4.3.20.0' }] }]);
  });

  test('of two hotfix branches: both, by version', () => {
    const progress = examine({ branches, issue: { fixVersions: ['4.3.20.0', '4.3.19', '5.1.0', '4.2.9.0'] } });

    expect(progress.notices).toEqual([{ code: 223, branches: [{ branch: 'hotfix/4.2.9', version: '4.2.9.0' }, { branch: 'hotfix/4.3.20', version: '4.3.20.0' }] }]);
  });

  test('hotfix branches that the issue does not name: no reminder', () => {
    expect(examine({ branches }).notices).toEqual([]);
  });

  test('the version of a hotfix branch that does not exist: counted, 112', () => {
    expect(outcomeOf({ branches, issue: { fixVersions: ['4.3.19', '5.1.0', '4.3.21.0'] } })).toMatchObject({ code: 112 });
  });

  test('the hotfix version instead of an expected one: 112 without a reminder', () => {
    const progress = examine({ branches, issue: { fixVersions: ['4.3.20.0', '5.1.0'] } });

    expect(progress.outcome).toMatchObject({ code: 112 });
    expect(progress.notices).toEqual([]);
  });
});

describe('a report', () => {
  test('several things are wrong: the first is the outcome, all are shown', () => {
    const progress = examine({ issue: { key: 'ELSE-9', project: 'ELSE', type: 'Epic', fixVersions: [] } }, 'report');

    expect(progress.outcome).toMatchObject({ code: 110 });
    expect(states(progress)).toEqual(['stops', 'stops', 'stops']);
  });

  test.each<[string, IssueDifferences]>([
    ['no key', { ...unasked, source: 'bugfix/crash' }],
    ['not found', { answer: { kind: 'not-found' } }],
  ])('%s: type and versions cannot be judged, and are not said to hold', (_situation, differences) => {
    expect(states(examine(differences, 'report'))).toEqual(['stops', 'skipped', 'skipped']);
  });

  test('in a run that acts, nothing is examined after a stop', () => {
    expect(states(examine({ answer: { kind: 'not-found' } }))).toEqual(['stops', 'not-reached', 'not-reached']);
  });

  test('names from the tracker hold Markdown and control characters: shown as code', () => {
    const key = 'PROJ-1`@ada';
    expect(examine({ issue: { key } }).records[0]?.detail).toBe('`PROJ-1`, now ``PROJ-1`@ada``');
  });
});
