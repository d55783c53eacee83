import { describe, expect, test } from '@jest/globals';
import { codeOfProblem, problemText } from '../../src/settings/problem.js';
import { missingSettingsFile, unreadableSettingsFile } from '../../src/settings/read.js';
import { accepted, linesOf, refused, settingsOf } from './reading.js';
import type { Given } from './reading.js';

describe('defaults', () => {
  test('no source at all: every setting has the default of the specification', () => {
    expect(accepted({}).notes).toEqual([]);
    expect(settingsOf({})).toEqual({
      robot: 'github-actions[bot]',
      robotEmail: '41898282+github-actions[bot]@users.noreply.github.com',
      buildKey: 'github_actions',
      requiredPeerApprovals: 1,
      needAuthorApproval: false,
      requiredLeaderApprovals: 0,
      projectLeaders: [],
      admins: [],
      prAuthorOptions: new Map(),
      dismissStaleApprovals: false,
      maxCommitDiff: 0,
      alwaysCreateIntegrationBranches: true,
      alwaysCreateIntegrationPullRequests: false,
      useQueues: true,
      skipQueueWhenNotNeeded: false,
      sweepBudget: 500,
      queueOnFailure: 'wait',
      queueRecovery: 'rebuild',
      queueAcceptsIntegrationBuilds: false,
      runSelection: 'best',
      allowAllSkipped: false,
      requiredWorkflows: [],
      allowedPrefixes: new Map(),
      jiraAccountUrl: '',
      jiraEmail: '',
      jiraKeys: [],
      prefixes: new Map(),
      bypassPrefixes: [],
      checkPrefixMatchesType: false,
      disableVersionChecks: false,
      noComment: false,
      statusContext: 'bert-e',
      gateOnly: false,
      dashboard: null,
      dispatch: [],
      forks: false,
      deleteSourceBranch: false,
    });
  });

  test.each(['', '\n', '# nothing yet\n', '---\n', '\uFEFF', '{}', 'null'])('a file without settings (%j): the defaults', (file) => {
    expect(settingsOf({ file })).toEqual(settingsOf({}));
  });

  test('a robot of its own without address: its private address on GitHub', () => {
    expect(settingsOf({ file: 'robot: merge-robot[bot]' }).robotEmail).toBe('merge-robot[bot]@users.noreply.github.com');
    expect(settingsOf({ file: 'robot: r\nrobot_email: r@example.com' }).robotEmail).toBe('r@example.com');
  });
});

describe('values', () => {
  test('texts that people write in several ways: one form', () => {
    const settings = settingsOf({
      file: [
        'admins: [Alice, alice, "bob@557058:0f", "@acme/Leads"]',
        'pr_author_options:\n  Dependabot[bot]: [bypass_jira_check]\n  dependabot[bot]: [wait, bypass_jira_check]',
        'jira_keys: [proj, PROJ]',
        'jira_account_url: https://acme.atlassian.net/',
        'required_workflows: [.github/workflows/ci.yml, ci.yml, CI.yaml]',
        'dashboard: none',
      ].join('\n'),
    });
    expect(settings.admins).toEqual(['Alice', 'bob', '@acme/Leads']);
    expect([...settings.prAuthorOptions]).toEqual([['dependabot[bot]', ['bypass_jira_check', 'wait']]]);
    expect(settings.jiraKeys).toEqual(['PROJ']);
    expect(settings.jiraAccountUrl).toBe('https://acme.atlassian.net');
    expect(settings.requiredWorkflows).toEqual(['ci.yml', 'CI.yaml']);
    expect(settings.dashboard).toBeNull();
  });

  test('build keys: one, a list, or none', () => {
    expect(settingsOf({ file: 'build_key: ci/test' }).buildKey).toBe('ci/test');
    expect(settingsOf({ file: 'build_key: [github_actions, check:Lint, check:lint]' }).buildKey).toEqual(['github_actions', 'check:Lint', 'check:lint']);
    expect(settingsOf({ file: "build_key: ''" }).buildKey).toBe('');
  });

  test.each(['build_key: []', 'build_key: ["", ci]', 'build_key: "check:"', 'build_key: ["check:app/"]', 'build_key:', 'build_key: " "'])(
    'build checks that would be off or empty by accident (%s): refused',
    (file) => {
      expect(refused({ file }).code).toBe(220);
    },
  );

  test('patterns of allowed prefixes: in the order of the file', () => {
    const { allowedPrefixes } = settingsOf({ file: 'allowed_prefixes: {hotfix/*: [bugfix], "*": [feature], development/4: [bug]}' });
    expect([...allowedPrefixes.keys()]).toEqual(['hotfix/*', '*', 'development/4']);
  });

  test('a map asked for a name that every object has: nothing', () => {
    expect(settingsOf({}).prAuthorOptions.get('toString')).toBeUndefined();
  });
});

describe('what a file of the reference may hold', () => {
  test.each([
    ['yes', true], ['Yes', true], ['YES', true], ['on', true], ['On', true], ['ON', true],
    ['no', false], ['No', false], ['NO', false], ['off', false], ['Off', false], ['OFF', false], ['True', true], ['FALSE', false],
  ])('%s for a boolean: as YAML 1.1 reads it', (word, value) => {
    expect(settingsOf({ file: `use_queues: ${word}\nforks: ${word}` })).toMatchObject({ useQueues: value, forks: value });
    expect(settingsOf({ environment: { BERT_E_USE_QUEUES: word } }).useQueues).toBe(value);
  });

  test('the same words elsewhere, in quotes, or others: text as ever', () => {
    expect(settingsOf({ file: 'robot: on\nstatus_context: yes\nadmins: [no, off]\nbuild_key: No' })).toMatchObject({ robot: 'on', statusContext: 'yes', admins: ['no', 'off'], buildKey: 'No' });
    for (const word of ['"yes"', "'off'", 'y', 'n', 'yEs', '|-\n  yes']) expect(refused({ file: `use_queues: ${word}` }).code).toBe(220);
  });

  test('merge keys: what a map lacks comes from those it names, the first of them first', () => {
    const file = ['defaults: &a', '  use_queues: no', '  robot: one', 'others: &b {robot: two, max_commit_diff: 7}', '<<: [*a, *b]', 'status_context: gate', 'pr_author_options:', '  <<: &bots {ann: [wait]}', '  bob: [approve]'].join('\n');
    expect(settingsOf({ file })).toMatchObject({ useQueues: false, robot: 'one', maxCommitDiff: 7, statusContext: 'gate', prAuthorOptions: new Map([['bob', ['approve']], ['ann', ['wait']]]) });
    expect(settingsOf({ file: 'x: &a {robot: merged}\n<<: *a\nrobot: own' }).robot).toBe('own');
  });

  test('a merged value that is wrong: told with the line on which it stands', () => {
    expect(linesOf({ file: 'x: &a\n  robot: r\n  use_queues: 3\n<<: *a' })).toEqual([expect.stringMatching(/^bert-e\.yml:3:15: use_queues: expected true or false, found the number 3/)]);
    expect(accepted({ file: 'x: &a\n  robt: r\n<<: *a' }).notes).toContain('bert-e.yml:2:3: unknown setting robt has no effect; did you mean robot?');
  });
});

describe('precedence', () => {
  test('several sources: environment over inline over file, key by key', () => {
    const settings = settingsOf({
      file: 'max_commit_diff: 1\nrequired_peer_approvals: 2\nstatus_context: file',
      inline: 'max_commit_diff: 2\nrequired_peer_approvals: 3',
      environment: { BERT_E_MAX_COMMIT_DIFF: '3' },
    });
    expect(settings).toMatchObject({ maxCommitDiff: 3, requiredPeerApprovals: 3, statusContext: 'file' });
  });

  test('a list or map inline: replaces that of the file as a whole', () => {
    const settings = settingsOf({
      file: 'admins: [alice]\npr_author_options: {alice: [wait]}',
      inline: 'admins: [bob]\npr_author_options: {bob: [approve]}',
    });
    expect(settings.admins).toEqual(['bob']);
    expect([...settings.prAuthorOptions.keys()]).toEqual(['bob']);
  });

  test('back to the default by a stronger source: the default', () => {
    expect(settingsOf({ file: 'dashboard: 5\nuse_queues: false', inline: 'dashboard: none\nuse_queue: true' })).toMatchObject({
      dashboard: null,
      useQueues: true,
    });
  });
});

describe('environment', () => {
  test('values: read as YAML, or as they stand where that is of no use', () => {
    const settings = settingsOf({
      environment: {
        BERT_E_USE_QUEUES: 'false',
        BERT_E_ADMINS: '[alice, "@acme/leads"]',
        BERT_E_ROBOT: '123',
        BERT_E_STATUS_CONTEXT: 'gate: main',
        BERT_E_BUILD_KEY: "''",
        PATH: '/bin',
      },
    });
    expect(settings).toMatchObject({ useQueues: false, admins: ['alice', '@acme/leads'], robot: '123', statusContext: 'gate: main', buildKey: '' });
  });

  test.each([
    ['alice,bob', ['alice', 'bob']],
    ['alice', ['alice']],
    [' alice , @acme/leads\n bob ', ['alice', '@acme/leads', 'bob']],
    ['alice bob', ['alice', 'bob']],
    ['[alice, bob]', ['alice', 'bob']],
    ['- alice\n- bob', ['alice', 'bob']],
    ['123,456', ['123', '456']],
  ])('a list (%j): as YAML, or words with commas or blanks between', (text, admins) => {
    expect(settingsOf({ environment: { BERT_E_ADMINS: text } }).admins).toEqual(admins);
  });

  test('a word of a list that is wrong: it is named, and a text that begins like YAML is not taken for words', () => {
    expect(linesOf({ environment: { BERT_E_ADMINS: 'alice, b!b' } })).toEqual([expect.stringMatching(/^environment variable BERT_E_ADMINS:1:1: admins\[1\]: .* found the text "b!b"/)]);
    expect(linesOf({ environment: { BERT_E_ADMINS: '[alice' } })).toEqual([expect.stringContaining('expected YAML')]);
    expect(settingsOf({ environment: { BERT_E_STATUS_CONTEXT: 'a, b', BERT_E_BUILD_KEY: 'ci test' } })).toMatchObject({ statusContext: 'a, b', buildKey: 'ci test' });
  });

  test.each(['', '  ', undefined])('an empty variable (%j): counts as not set', (value) => {
    expect(settingsOf({ file: 'build_key: ci', environment: { BERT_E_BUILD_KEY: value } }).buildKey).toBe('ci');
  });

  test('a wrong value, an unknown and an ignored name: each is told by the name of the variable', () => {
    expect(linesOf({ environment: { BERT_E_MAX_COMMIT_DIFF: 'many', BERT_E_BUILD_KEY: '[ci' } })).toEqual([
      expect.stringMatching(/^environment variable BERT_E_BUILD_KEY:1:4: build_key: expected YAML, found an error of syntax/),
      'environment variable BERT_E_MAX_COMMIT_DIFF:1:1: max_commit_diff: expected a whole number, 0 or greater, found the text "many". Write, for example, max_commit_diff: 100',
    ]);
    expect(accepted({ environment: { BERT_E_USE_QUEUS: 'x', BERT_E_ROBOT_PASSWORD: 'hunter2' } }).notes).toEqual([
      expect.stringMatching(/^environment variable BERT_E_ROBOT_PASSWORD: robot_password is ignored/),
      'environment variable BERT_E_USE_QUEUS: unknown setting use_queus has no effect; did you mean use_queues?',
    ]);
  });
});

describe('keys', () => {
  test('unknown keys: a note with place and nearest name', () => {
    expect(accepted({ file: 'robot: r\nrequired_per_approvals: 2\nuseQueues: 1\nsomething-else: 3\n"a\\nb": 1' }).notes).toEqual([
      'bert-e.yml:2:1: unknown setting required_per_approvals has no effect; did you mean required_peer_approvals?',
      'bert-e.yml:3:1: unknown setting useQueues has no effect; did you mean use_queues?',
      'bert-e.yml:4:1: unknown setting something-else has no effect.',
      'bert-e.yml:5:1: unknown setting "a\\nb" has no effect.',
    ]);
  });

  test('keys of the reference about servers and hosts: ignored with a reason, their values never shown', () => {
    const { notes } = accepted({ file: 'repository_owner: acme\nrobot_password: hunter2\ntasks: [x, {y: z}]\nfrontend_url:' });
    expect(notes.map((note) => note.replace(/:.*?: /, ' '))).toEqual([
      expect.stringContaining('repository_owner is ignored'),
      expect.stringContaining('robot_password is ignored: a secret'),
      expect.stringContaining('tasks is ignored'),
      expect.stringContaining('frontend_url is ignored'),
    ]);
    expect(notes.join()).not.toContain('hunter2');
  });

  test('use_queue: read as use_queues, and refused if both say different things', () => {
    const { settings, notes } = accepted({ file: 'use_queue: false' });
    expect(settings.useQueues).toBe(false);
    expect(notes).toEqual(['bert-e.yml:1:1: use_queue is read as use_queues; write use_queues.']);
    expect(settingsOf({ file: 'use_queue: false\nuse_queues: false' }).useQueues).toBe(false);
    expect(refused({ file: 'use_queue: 0\nuse_queues: true' }).problems).toMatchObject([{ kind: 'wrong-value', position: { line: 1, column: 12 } }]);
    expect(linesOf({ file: 'use_queue: false\nuse_queues: true' })).toEqual([expect.stringMatching(/^bert-e\.yml:1:1: use_queue: expected the same as use_queues/)]);
  });

  test('prefixes that no branch bears, Jira half set up: notes', () => {
    expect(accepted({ file: 'bypass_prefixes: [docs]\njira_keys: [A]' }).notes).toEqual([
      expect.stringMatching(/^bert-e\.yml:1:1: bypass_prefixes: "docs" is no prefix of a source branch/),
      'bert-e.yml:2:1: jira_keys: issues are not checked, because jira_account_url and jira_email is not set.',
    ]);
  });
});

describe('wrong values', () => {
  test('many mistakes in several sources: all at once, each with place, expected, found, advice', () => {
    const reading = refused({
      file: [
        'use_queues: "yes"',
        'required_peer_approvals: "2"',
        'max_commit_diff: -1',
        'status_context: 7',
        'admins: alice',
        'project_leaders: [alice, "@acme", 3]',
        'prefixes: [feature]',
        'pr_author_options: {alice: wait}',
        'queue_on_failure: drop',
        'robot:',
        'build_key: [ci, 1]',
        'dashboard: 0',
      ].join('\r\n'),
      inline: 'jira_account_url: https://user:secret@acme.example',
    });
    expect(reading.code).toBe(220);
    expect(reading.problems.map(problemText)).toEqual([
      'bert-e.yml:1:13: use_queues: expected true or false, found the text "yes". Write use_queues: true, without quotes.',
      'bert-e.yml:2:26: required_peer_approvals: expected a whole number, 0 or greater, found the text "2". Take the quotes away: required_peer_approvals: 2.',
      'bert-e.yml:3:18: max_commit_diff: expected a whole number, 0 or greater, found the number -1. Write, for example, max_commit_diff: 100',
      'bert-e.yml:4:17: status_context: expected the name of a commit status, 1 to 255 characters on one line, found the number 7. Put it in quotes: "7".',
      'bert-e.yml:5:9: admins: expected a list of logins, or teams as @organization/team, found the text "alice". Write, for example, admins: [alice, "@acme/release"]',
      'bert-e.yml:6:26: project_leaders[1]: expected a login without @, or a team as @organization/team, found the text "@acme". Write, for example, project_leaders: [alice, "@acme/leads"]',
      'bert-e.yml:6:35: project_leaders[2]: expected a login without @, or a team as @organization/team, found the number 3. Put it in quotes: "3".',
      'bert-e.yml:7:11: prefixes: expected a map from issue type to branch prefix, found a list. Write, for example, prefixes: {Story: feature, Bug: bugfix}',
      'bert-e.yml:8:28: pr_author_options.alice: expected a list of option names, found the text "wait". Write, for example, pr_author_options: {"dependabot[bot]": [bypass_author_approval, bypass_jira_check]}',
      'bert-e.yml:9:19: queue_on_failure: expected wait or eject, found the text "drop". Write, for example, queue_on_failure: eject',
      'bert-e.yml:10:1: robot: expected a login, without @, found nothing. Give it a value, or delete the line to get the default, "github-actions[bot]".',
      'bert-e.yml:11:17: build_key[1]: expected github_actions, the name of a commit status, or check:<name of a check run>, found the number 1. Put it in quotes: "1".',
      'bert-e.yml:12:12: dashboard: expected the number of an issue, create, or none, found the number 0. Write, for example, dashboard: create',
      expect.stringMatching(/^config input:1:19: jira_account_url: expected an https or http address without user/),
    ]);
  });

  test('a value that is wrong but overridden: still told', () => {
    expect(refused({ file: 'use_queues: 1', inline: 'use_queues: true' }).problems).toHaveLength(1);
  });

  test.each(['[robot]', 'robot', '5', '- robot: r'])('a document that is no map (%s): 220', (file) => {
    const reading = refused({ file });
    expect(reading.code).toBe(220);
    expect(reading.problems[0]?.expected).toBe('a map of settings');
  });

  test('values from outside in messages: one line, nothing invisible, shortened', () => {
    const [line] = linesOf({ file: `queue_on_failure: "a\\n::error::\\u202e\\u2028${'x'.repeat(500)}"` });
    expect(line).toContain('found the text "a\\n::error::\\u{202e}\\u{2028}xxx');
    expect(line).not.toMatch(/[\p{Cc}\p{Cf}\u2028]/u);
    expect(line?.length).toBeLessThan(250);
  });
});

describe('contradictions', () => {
  test('more leaders required than peers: 220 where it stands', () => {
    expect(linesOf({ file: 'project_leaders: [a, b]\nrequired_leader_approvals: 2' })).toEqual([
      expect.stringMatching(/^bert-e\.yml:2:1: required_leader_approvals: expected at most required_peer_approvals, 1, found 2\./),
    ]);
  });

  test('more leaders required than named, a name given twice: 220, unless a team is among them', () => {
    const rest = '\nrequired_leader_approvals: 3\nrequired_peer_approvals: 3';
    expect(refused({ file: `project_leaders: [alice, Alice, bob]${rest}` })).toMatchObject({ code: 220, problems: [{ kind: 'inconsistent' }] });
    expect(settingsOf({ file: `project_leaders: [alice, "@acme/leads"]${rest}` }).requiredLeaderApprovals).toBe(3);
    expect(settingsOf({ file: `project_leaders: [alice, bob, carol]${rest}` }).requiredLeaderApprovals).toBe(3);
  });

  test('two sources that contradict each other: 220', () => {
    expect(refused({ file: 'required_peer_approvals: 0', environment: { BERT_E_REQUIRED_LEADER_APPROVALS: '1' } }).problems.map(({ source }) => source)).toEqual([
      'environment variable BERT_E_REQUIRED_LEADER_APPROVALS',
      'environment variable BERT_E_REQUIRED_LEADER_APPROVALS',
    ]);
  });

  test('one of the two values is wrong: only that is told', () => {
    expect(refused({ file: 'required_peer_approvals: two\nrequired_leader_approvals: 2\nproject_leaders: [a, b]' }).problems).toHaveLength(1);
  });

  test('a build key that is the status of the robot: 220, because it would wait for itself', () => {
    expect(refused({ file: 'build_key: [github_actions, Bert-E]' }).problems[0]).toMatchObject({ kind: 'inconsistent', key: 'build_key' });
  });
});

describe('what cannot be read', () => {
  test('an unknown option name: 219, together with mistakes of other kinds', () => {
    const reading = refused({ file: 'pr_author_options: {alice: [bypass_nothing, after_pull_request]}\nuse_queues: 1' });
    expect(reading).toMatchObject({ kind: 'unreadable', code: 219 });
    expect(reading.problems.map(({ kind, key }) => [kind, key])).toEqual([
      ['unknown-option', 'pr_author_options.alice[0]'],
      ['unknown-option', 'pr_author_options.alice[1]'],
      ['wrong-value', 'use_queues'],
    ]);
    expect(reading.problems.map(codeOfProblem)).toEqual([219, 219, 220]);
  });

  test('a file asked for and missing: 219', () => {
    expect(missingSettingsFile('other.yml')).toMatchObject({ kind: 'unreadable', code: 219, problems: [{ source: 'other.yml' }] });
  });

  test('one source cannot be read, another is wrong: both are told', () => {
    const reading = refused({ file: 'a: [', inline: 'use_queues: 1' });
    expect(reading.code).toBe(219);
    expect(new Set(reading.problems.map(({ source }) => source))).toEqual(new Set(['bert-e.yml', 'config input']));
  });
});

describe('hash', () => {
  const hash = (given: Given): string => accepted(given).hash;

  test('the same settings written differently: the same hash', () => {
    expect(hash({})).toMatch(/^[0-9a-f]{64}$/);
    expect(hash({ file: '# c\nuse_queues: true\nrepository_owner: x' })).toBe(hash({}));
    expect(hash({ file: 'prefixes: {A: bug, B: bugfix}\nadmins: [a]' })).toBe(hash({ inline: 'admins:\n- a\nprefixes: {B: bugfix, A: bug}' }));
  });

  test('another value, or another order of what is tried in order: another hash', () => {
    expect(hash({ file: 'use_queues: false' })).not.toBe(hash({}));
    expect(hash({ file: 'prefixes: {A: bug}' })).not.toBe(hash({ file: 'prefixes: {A: bugfix}' }));
    expect(hash({ file: 'allowed_prefixes: {a*: [bug], "*": [bugfix]}' })).not.toBe(hash({ file: 'allowed_prefixes: {"*": [bugfix], a*: [bug]}' }));
  });
});

test('a file that GitHub does not give: 219 with what it said, and what to do about it', () => {
  expect(unreadableSettingsFile('bert-e.yml', 'this is not a file', false)).toMatchObject({
    kind: 'unreadable', code: 219, problems: [{ source: 'bert-e.yml', found: 'this is not a file', advice: expect.stringContaining('config-file') as unknown }],
  });
  expect(unreadableSettingsFile('bert-e.yml', 'forbidden', true)).toMatchObject({ code: 219, problems: [{ advice: expect.stringContaining('contents: read') as unknown }] });
});
