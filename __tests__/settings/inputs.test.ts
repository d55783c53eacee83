import { describe, expect, test } from '@jest/globals';
import { administrationCommands, failOnValues, readInputs } from '../../src/settings/inputs.js';
import type { InputName, Inputs, InputsReading } from '../../src/settings/inputs.js';
import { problemText } from '../../src/settings/problem.js';

type Given = Readonly<Partial<Record<InputName, string>>>;

function read(given: Given): InputsReading {
  return readInputs((name) => ({ token: 'secret-token', ...given })[name] ?? '');
}

function inputsOf(given: Given): Inputs {
  const reading = read(given);
  if (reading.kind !== 'ok') {
    throw new Error(reading.problems.map(problemText).join('\n'));
  }
  return reading.inputs;
}

function linesOf(given: Given): readonly string[] {
  const reading = read(given);
  return reading.kind === 'ok' ? [] : reading.problems.map(problemText);
}

test('only a token given: the defaults of the specification', () => {
  expect(inputsOf({})).toEqual({
    token: 'secret-token',
    configFile: '.github/bert-e.yml',
    config: '',
    options: '',
    command: '',
    pullRequest: '',
    branch: '',
    branchFrom: '',
    jiraToken: '',
    dryRun: false,
    failOn: 'blocked',
  });
});

test('everything given: everything read, white space around single values dropped, texts untouched', () => {
  expect(
    inputsOf({
      'config-file': './settings/robot.yml',
      config: ' robot: r\n',
      options: ' bypass_jira_check ',
      command: ' evaluate ',
      'pull-request': ' #42 ',
      branch: 'development/4.3 ',
      'branch-from': 'a"; $(x)',
      'jira-token': 'jira-secret\n',
      'dry-run': 'TRUE',
      'fail-on': 'never',
    }),
  ).toEqual({
    token: 'secret-token',
    configFile: 'settings/robot.yml',
    config: ' robot: r\n',
    options: ' bypass_jira_check ',
    command: 'evaluate',
    pullRequest: '#42',
    branch: 'development/4.3',
    branchFrom: 'a"; $(x)',
    jiraToken: 'jira-secret',
    dryRun: true,
    failOn: 'never',
  });
});

describe('commands', () => {
  test.each(administrationCommands)('%s: known', (command) => {
    expect(inputsOf({ command }).command).toBe(command);
  });

  test('an unknown one, or a number that is none: left as it is, for the command to refuse (308)', () => {
    expect(inputsOf({ command: 'nonsense', 'pull-request': 'abc' })).toMatchObject({ command: 'nonsense', pullRequest: 'abc' });
  });
});

describe('dry-run', () => {
  test.each([
    ['true', true], ['True', true], ['TRUE', true], ['false', false], ['False', false], ['FALSE', false], ['', false],
  ])('%j: %s', (given, dryRun) => {
    expect(inputsOf({ 'dry-run': given }).dryRun).toBe(dryRun);
  });

  test.each(['yes', 'on', '1', 'tRUE', 'ture', 'null'])('%j: refused, because a typing error must not push', (given) => {
    expect(linesOf({ 'dry-run': given })).toEqual([expect.stringContaining('dry-run: expected true or false')]);
  });
});

describe('config-file', () => {
  test.each(['/etc/passwd', '../other/file.yml', 'a/../../b', 'a//b', 'a/', '.', '..', 'a\\b', 'a\nb.yml'])('%j: refused', (given) => {
    expect(linesOf({ 'config-file': given })).toEqual([expect.stringContaining('config-file: expected a path inside the repository')]);
  });

  test.each(['a..b.yml', 'bert-e.yml', '.github/with space.yml'])('%j: accepted', (given) => {
    expect(inputsOf({ 'config-file': given }).configFile).toBe(given);
  });
});

describe('token', () => {
  test.each(['', ' \n'])('%j: refused', (token) => {
    expect(linesOf({ token })).toEqual([expect.stringContaining('token: expected a token, found nothing.')]);
  });

  test('broken over lines: refused without being shown', () => {
    const lines = linesOf({ token: 'ghs_first\nghs_second' });
    expect(lines).toHaveLength(1);
    expect(lines[0]).not.toContain('ghs_');
  });
});

describe('fail-on', () => {
  test.each(failOnValues)('%s: known', (failOn) => {
    expect(inputsOf({ 'fail-on': failOn }).failOn).toBe(failOn);
  });

  test('other inputs wrong: it still says whether the job fails', () => {
    expect(read({ 'fail-on': 'never', 'dry-run': 'x' })).toMatchObject({ kind: 'malformed', code: 220, failOn: 'never' });
  });

  test('itself wrong: the default decides', () => {
    expect(read({ 'fail-on': 'Never' })).toMatchObject({ kind: 'malformed', failOn: 'blocked', problems: [{ key: 'fail-on' }] });
  });
});

test('many mistakes: all at once', () => {
  expect(linesOf({ token: '', 'config-file': '/', command: 'x', 'pull-request': 'x', 'dry-run': 'x', 'fail-on': 'x' })).toHaveLength(4);
});
