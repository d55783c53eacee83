import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { commands, options } from '../../src/conversation/vocabulary.js';
import { allCodes } from '../../src/outcomes/codes.js';
import { inputDefaults } from '../../src/settings/inputs.js';
import { ignoredReferenceKeys, settingAliases } from '../../src/settings/reference-keys.js';
import { settingKeys } from '../../src/settings/schema.js';
import { anchorsOf, codeOf, linksOf, mapping, pages, prose, read, root } from './pages.js';

const isExternal = (target: string): boolean => /^[a-z]+:/.test(target);

/** What is wrong with a link; null if nothing is. */
function problemOf(page: string, target: string): string | null {
  const [path = '', anchor] = target.split('#');
  const file = path === '' ? page : normalize(join(dirname(page), path));
  if (!existsSync(join(root, file))) {
    return `${target}: no such file`;
  }
  return anchor === undefined || anchorsOf(read(file)).has(anchor) ? null : `${target}: no such heading`;
}

describe.each(pages)('%s', (page) => {
  const text = read(page);

  test('links inside the repository: the files and headings exist', () => {
    const problems = linksOf(text).filter((target) => !isExternal(target)).map((target) => problemOf(page, target));
    expect(problems.filter((problem) => problem !== null)).toEqual([]);
  });

  test('npm commands: package.json has them', () => {
    const scripts = Object.keys(mapping(mapping(JSON.parse(read('package.json'))).scripts));
    const named = [...text.matchAll(/\bnpm run (?:--silent )?(?<script>[a-z][a-z-]*)/g)].map(({ groups }) => groups?.script);
    expect(named.filter((script) => !scripts.includes(script ?? ''))).toEqual([]);
  });

  test('codes of outcomes: all of them exist', () => {
    const named = [...prose(text).matchAll(/\b(?:outcomes?|codes?) (?<code>[0-9]{3})\b|\((?<list>[0-9]{3}(?:, [0-9]{3})*)\)/g)];
    const numbers = named.flatMap(({ groups }) => (groups?.code ?? groups?.list ?? '').split(', ')).map(Number);
    expect(numbers.filter((number) => !allCodes.some((code) => code === number))).toEqual([]);
  });

  test('names of files and folders: they exist', () => {
    const paths = codeOf(text).filter((code) => /^(?:src|__tests__|scripts|docs|examples|sandbox|schema|\.ci)\/[\w./-]*$/.test(code));
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  test('names with underscores: settings, options, commands, or words of GitHub', () => {
    const named = codeOf(text).flatMap((code) => /^\/?(?<name>[a-z]+(?:_[a-z]+)+)(?:$|[:=])/.exec(code)?.groups?.name ?? []);
    expect(named.filter((name) => !knownNames.has(name))).toEqual([]);
  });
});

const knownNames: ReadonlySet<string> = new Set([
  ...settingKeys,
  ...settingAliases.keys(),
  ...ignoredReferenceKeys.keys(),
  ...options.map(({ name }) => name),
  ...commands.map(({ name }) => name),
  ...Object.keys(inputDefaults),
  // Events.
  'pull_request', 'pull_request_target', 'pull_request_review', 'issue_comment', 'workflow_run', 'workflow_dispatch', 'check_suite', 'check_run', 'merge_group',
  // Conclusions of workflow runs.
  'timed_out', 'action_required', 'startup_failure',
  // Fields of GitHub's answers, named on the page of the sandbox and in the explanation of settings.
  'body_html', 'merge_commit_sha', 'previous_attempt_url', 'per_page', 'total_count', 'head_sha', 'child_process', 'github_actions',
]);

describe('the checks of this file', () => {
  test('a link to nowhere: is found', () => {
    expect(problemOf('README.md', 'docs/nowhere.md')).toBe('docs/nowhere.md: no such file');
    expect(problemOf('docs/faq.md', 'installing.md#nowhere')).toBe('installing.md#nowhere: no such heading');
    expect(problemOf('docs/faq.md', 'installing.md#forks')).toBeNull();
  });

  test('anchors: as GitHub makes them', () => {
    expect([...anchorsOf('# One `two`, three!\n## One two three\n```sh\n# no heading\n```\n### Ünï_code (x)\n## One two three\n')]).toEqual([
      'one-two-three', 'one-two-three-1', 'ünï_code-x', 'one-two-three-2',
    ]);
  });
});

test('README: links to every page', () => {
  const linked = new Set(linksOf(read('README.md')).map((target) => target.split('#')[0]));
  expect(pages.filter((page) => page !== 'README.md' && !linked.has(page))).toEqual([]);
});

test('architecture: tells of every folder of src', () => {
  const told = new Set(codeOf(read('docs/architecture.md')));
  const folders = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map(({ name }) => `src/${name}/`).filter((folder) => !told.has(folder))).toEqual([]);
});
