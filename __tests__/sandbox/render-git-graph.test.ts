import { describe, expect, test } from '@jest/globals';
import { drawGitGraph, type GitGraph, parseGitGraph } from '../../sandbox/render/index.js';

function graphOf(...lines: readonly string[]): GitGraph {
  const result = parseGitGraph(['gitGraph LR:', ...lines].join('\n'));
  if (result.kind !== 'graph') throw new Error(JSON.stringify(result));
  return result.graph;
}

function refusal(...lines: readonly string[]): unknown {
  return parseGitGraph(['gitGraph', ...lines].join('\n'));
}

describe('reading a gitGraph', () => {
  test('branches, switches and merges: commits with their parents', () => {
    const graph = graphOf('commit id: "a" tag: "v1" tag: "v2"', 'branch "w/5.1/bugfix/x" order: 3', 'commit id: "b" type: HIGHLIGHT', 'switch main', 'commit', 'merge w/5.1/bugfix/x id: "m"');
    expect(graph.branches).toEqual(['main', 'w/5.1/bugfix/x']);
    expect(graph.nodes).toEqual([
      { id: 'a', named: true, branch: 'main', tags: ['v1', 'v2'], type: 'normal', parents: [] },
      { id: 'b', named: true, branch: 'w/5.1/bugfix/x', tags: [], type: 'highlight', parents: [0] },
      { id: '2', named: false, branch: 'main', tags: [], type: 'normal', parents: [0] },
      { id: 'm', named: true, branch: 'main', tags: [], type: 'normal', parents: [2, 1] },
    ]);
  });

  test('comments, init line and front matter: only the name of the first branch is taken from them', () => {
    const init = `%%{init: {'gitGraph': {'mainBranchName': 'development/4.3'}}}%%\n%% note\ngitGraph\n%% x\ncommit`;
    expect(parseGitGraph(init)).toMatchObject({ graph: { branches: ['development/4.3'] } });
    const frontMatter = '---\nconfig:\n  gitGraph:\n    mainBranchName: "q/1"\n---\ngitGraph TB:\ncommit';
    expect(parseGitGraph(frontMatter)).toMatchObject({ graph: { branches: ['q/1'], direction: 'TB' } });
  });

  test('another diagram: said so', () => {
    expect(parseGitGraph('pie\n "a": 1')).toEqual({ kind: 'not-a-git-graph' });
  });

  test.each([
    ['unknown branch', ['commit', 'checkout x'], 3, 'branch "x" does not exist'],
    ['second branch of a name', ['commit', 'branch x', 'branch x'], 4, 'branch "x" exists already'],
    ['merge into itself', ['commit', 'merge main'], 3, 'branch "main" cannot be merged into itself'],
    ['merge of the same head', ['commit', 'branch x', 'merge main'], 4, 'both branches have the same head'],
    ['id used twice', ['commit id: "a"', 'commit id: "a"'], 3, 'commit id "a" exists already'],
    ['unknown type', ['commit type: BIG'], 2, 'commit type "big" does not exist'],
    ['broken quotes', ['commit id: "a'], 2, 'not understood'],
    ['unknown statement', ['rebase x'], 2, '"rebase" is not understood'],
  ] as const)('%s: refused with the line', (_name, lines, line, reason) => {
    expect(refusal(...lines)).toEqual({ kind: 'invalid', line, reason });
  });
});

describe('drawing a gitGraph', () => {
  test('level labels of one lane: never overlap', () => {
    const graph = graphOf(...Array.from({ length: 6 }, (_, index) => `commit id: "a-rather-long-identifier-${index}"`));
    const xs = [...drawGitGraph(graph).matchAll(/<circle class="dot" cx="(?<x>[\d.]+)"/g)].map((match) => Number(match.groups?.x));
    const width = 'a-rather-long-identifier-0'.length * 6.3;
    expect(xs).toHaveLength(6);
    for (const [index, x] of xs.slice(1).entries()) expect(x - (xs[index] ?? 0)).toBeGreaterThan(width);
  });

  test('names of others: escaped, and long ones shortened', () => {
    const svg = drawGitGraph(graphOf('commit id: "<b>&"', `branch "${'x'.repeat(200)}"`));
    expect(svg).toContain('&lt;b&gt;&amp;');
    expect(svg).toContain(`${'x'.repeat(43)}…`);
  });
});
