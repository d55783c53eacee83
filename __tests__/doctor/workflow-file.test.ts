import { describe, expect, test } from '@jest/globals';
import { readWorkflowFile, startsOnPush } from '../../src/doctor/workflow-file.js';

const path = '.github/workflows/ci.yml';

function read(text: string): NonNullable<ReturnType<typeof readWorkflowFile>> {
  const file = readWorkflowFile(path, text);
  if (file === null) throw new Error('not read');
  return file;
}

describe('reading a workflow file', () => {
  test.each(['', 'name: CI', '[]', 'on: {}', 'on: [push', '- a', 'on: !!js/function x', '42'])('%j: no workflow', (text) => {
    expect(readWorkflowFile(path, text)).toBeNull();
  });

  test('a word, a list or a map of triggers; the name is the path where none is given', () => {
    expect([...read('on: push').triggers.keys()]).toEqual(['push']);
    expect([...read('on: [push, pull_request]').triggers.keys()]).toEqual(['push', 'pull_request']);
    expect([...read('on: { push: , schedule: [{cron: x}] }').triggers.keys()]).toEqual(['push', 'schedule']);
    expect(read('on: push')).toMatchObject({ name: path, file: 'ci.yml', concurrency: null, permissions: null, jobs: [], robotToken: null });
    expect(read('name: Tests\non: push').name).toBe('Tests');
  });

  test.each([
    ['on: push', true],
    ['on: { push: { branches: ["w/**"] } }', true],
    ['on: { push: { branches: "w/**" } }', true],
    ['on: { push: { branches: [main] } }', false],
    ['on: { push: { branches-ignore: ["w/**"] } }', false],
    ['on: { push: { branches-ignore: [main] } }', true],
    ['on: { push: { tags: [v1] } }', false],
    ['on: { push: { tags: [v1], branches: ["**"] } }', true],
    ['on: pull_request', false],
  ])('%s: a push to w/5.1/bugfix/x starts it: %p', (text, expected) => {
    expect(startsOnPush(read(text), 'w/5.1/bugfix/x')).toBe(expected);
  });

  test('the job of the robot says its token, permissions and concurrency; else the whole file does', () => {
    const file = read(`
on: push
permissions: read-all
concurrency: whole
jobs:
  other: { name: Other, steps: [{ run: x }, { uses: actions/checkout@v4 }] }
  robot:
    permissions: { contents: write }
    concurrency: { group: mine, cancel-in-progress: '\${{ true }}', queue: max }
    steps: [{ uses: org/Bert-E@v1, with: { token: '\${{ secrets.GITHUB_TOKEN }}' } }]
`);
    expect(file).toMatchObject({
      jobs: ['Other', 'robot'], robotToken: 'of-the-job', concurrency: { group: 'mine', cancelInProgress: true, keepsAll: true },
      permissions: { kind: 'named', levels: new Map([['contents', 'write']]) },
    });
    expect(read('on: push\npermissions: write-all\nconcurrency: whole\njobs: { a: { steps: [{ uses: ./x }] } }')).toMatchObject({
      permissions: { kind: 'all', level: 'write' }, concurrency: { group: 'whole', cancelInProgress: false, keepsAll: false }, robotToken: null,
    });
  });

  test.each([['uses: org/berte-action@v1', 'of-the-job'], ["uses: org/berte-action@v1, with: { token: '${{ github.token }}' }", 'of-the-job'], ["uses: org/berte-action@v1, with: { token: '${{ secrets.BERT_E_TOKEN }}' }", 'another']])(
    'step { %s }: the token is %s', (step, token) => {
      expect(read(`on: push\njobs: { a: { steps: [{ ${step} }] } }`).robotToken).toBe(token);
    },
  );

  test('values of any other shape: passed over', () => {
    expect(read('on: push\nname: [x]\njobs: [a]\npermissions: 3\nconcurrency: [1]')).toMatchObject({ name: path, jobs: [], permissions: null, concurrency: null });
    expect(read('on: push\njobs: { a: 1, b: { steps: x }, c: { steps: [1, { uses: 2 }] } }').jobs).toEqual(['a', 'b', 'c']);
  });
});
