import { describe, expect, test } from '@jest/globals';
import { parseGitGraph } from '../../sandbox/render/index.js';
import { renderSummary } from '../../src/report/summary/render-summary.js';
import { hostileTexts, tainted } from '../outcomes/hostile-names.js';
import { barsPerTable, structureOf } from '../outcomes/markdown-structure.js';
import { branchFacts, failedVerdict, ofKind, runOf, sampleOutcomes, shas, verdictOf } from '../outcomes/samples.js';
import { conflict, createdBranch, doctor, failedBuild, hotfix, merged, queue, subject, summary } from './summary-samples.js';

const summaries = [
  ['merged', merged],
  ['conflict in a dry run', conflict],
  ['failed build', failedBuild],
  ['queue of twelve over five versions, in a sweep', queue],
  ['hotfix', hotfix],
  ['a new version branch, in a dry run', createdBranch],
  ['the doctor', doctor],
] as const;

function bytes(text: string): number {
  return new TextEncoder().encode(text).length;
}

function graphsOf(markdown: string): readonly string[] {
  return [...markdown.matchAll(/^```mermaid\n(?<source>[^]*?)\n```$/gm)].map(({ groups }) => groups?.source ?? '');
}

describe('what a person sees', () => {
  test.each(summaries)('%s', (_name, report) => {
    expect(renderSummary(report())).toMatchSnapshot();
  });
});

describe('the cascade as a picture', () => {
  test.each([
    ['merged', merged, ['development/4.3', 'development/5.1', 'bugfix/PROJ-7-crash', 'w/5.1/bugfix/PROJ-7-crash'], ['landed', 'landed']],
    ['conflict: nothing is drawn behind it', conflict, ['development/4.3', 'development/5.1', 'development/10', 'development/11', 'bugfix/PROJ-7-crash', 'w/5.1/bugfix/PROJ-7-crash', 'w/10/bugfix/PROJ-7-crash'], ['created', 'conflict']],
    ['hotfix', hotfix, ['hotfix/4.3.1', 'bugfix/PROJ-8-leak'], []],
  ] as const)('%s', (_name, report, branches, tags) => {
    const [source = ''] = graphsOf(renderSummary(report()));
    const parsed = parseGitGraph(source);
    expect(parsed.kind === 'graph' && parsed.graph.branches).toEqual(branches);
    expect(parsed.kind === 'graph' && parsed.graph.nodes.flatMap(({ tags: ofNode }) => ofNode)).toEqual(tags);
  });
});

describe('hostile names', () => {
  const cases = hostileTexts.flatMap(([hostileName, hostile]) => summaries.map(([name, report]) => [`${hostileName}, ${name}`, report, hostile] as const));

  test.each(cases)('%s: same structure, no ping, no foreign link, a picture Mermaid takes', (_name, report, hostile) => {
    const markdown = renderSummary(report(tainted(hostile)));
    const structure = structureOf(markdown);
    expect(structure.skeleton).toEqual(structureOf(renderSummary(report())).skeleton);
    expect(structure.text).not.toMatch(/(?<![A-Za-z0-9])@[A-Za-z0-9]/);
    expect(structure.images).toBe(0);
    expect(structure.links.filter((link) => !link.startsWith('https://github.com/org/repo/'))).toEqual([]);
    expect(structure.html.filter((tag) => !/^<\/?(?:details|summary|sub|code)>/.test(tag))).toEqual([]);
    expect(barsPerTable(markdown).filter((bars) => new Set(bars).size !== 1)).toEqual([]);
    for (const source of graphsOf(markdown)) {
      expect(parseGitGraph(source).kind).toBe('graph');
      expect(source).not.toMatch(/[<>&@`;$]/);
    }
  });

  test('two names that differ only in what is left out: two branches in the picture', () => {
    const report = conflict((text) => text.replace('development/5.1', 'development/10;').replace('development/11', 'development/10!'));
    const parsed = parseGitGraph(graphsOf(renderSummary(report))[0] ?? '');
    expect(parsed.kind === 'graph' && parsed.graph.branches.filter((name) => name.startsWith('development/10'))).toEqual(['development/10_', 'development/10', 'development/10__2']);
  });
});

describe('the doctor', () => {
  test('every finding, the worst first, with what to copy as code inside its item', () => {
    const text = renderSummary(doctor());
    expect([...text.matchAll(/^### (?<title>.+)$/gm)].map(({ groups }) => groups?.title)).toEqual(['❌ 1 error', '⚠️ 11 warnings', 'ℹ️ 3 notes']);
    expect([...text.matchAll(/^\d+\. \*\*/gm)]).toHaveLength(15);
    expect(text).toContain('1. **`development/5.1` does not include `development/4.3`\\.** Nothing merges on `development/5.1` \\(210\\)\\.\n\n   **What to do:** Merge\\, and push\\:\n\n   ```sh\n   git checkout development/5.1\n   git push\n   ```');
  });
});

describe('size', () => {
  const enormous = summary({
    subjects: [
      subject({ outcome: sampleOutcomes()[101][0] ?? { code: 101 }, state: 'neutral' }),
      ...Array.from({ length: 2_000 }, (_, index) => subject({ outcome: { code: 118, build: failedVerdict((text) => `${text}${'ü'.repeat(120)}${index}`) }, state: 'failure', builds: failedVerdict((text) => `${text}${'|'.repeat(120)}`).branches })),
    ],
  });

  test('two thousand failed pull requests: within 1 MiB, overview kept, with a note', () => {
    const markdown = renderSummary(enormous);
    expect(bytes(markdown)).toBeLessThanOrEqual(1_048_576);
    expect(bytes(markdown)).toBeGreaterThan(900_000);
    expect(markdown.startsWith('## ❌ Build failed (2000)\n')).toBe(true);
    expect(markdown.endsWith('… This text was too long; the rest was cut.')).toBe(true);
  });

  test('a thousand runs on one commit: those that count are shown, the rest is numbered', () => {
    const branch = 'bugfix/x';
    const runs = [...Array.from({ length: 999 }, (_, index) => runOf(`w/${index}.0/other`, { id: index + 10 })), runOf(branch, { id: 5_000, conclusion: 'failure', name: 'The one' })];
    const build = ofKind(verdictOf([branchFacts(branch, shas.tested, runs)]), 'failed');
    const markdown = renderSummary(summary({ subjects: [subject({ outcome: { code: 118, build }, state: 'failure', builds: build.branches })] }));
    const rows = markdown.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| ---'));
    expect(rows[1]).toContain('The one');
    expect(rows.at(-1)).toBe('| … and 800 more |  |  |  |  |');
  });

  test('three hundred versions: the picture stays below what Mermaid takes', () => {
    const steps = Array.from({ length: 300 }, (_, index) => ({ destination: `development/${index}.${'9'.repeat(100)}`, integrationBranch: index === 0 ? null : `w/${index}/${'x'.repeat(200)}`, state: 'created' as const }));
    const markdown = renderSummary(summary({ subjects: [subject({ outcome: { code: 101 }, state: 'neutral', cascade: { source: 'bugfix/x', steps, ignored: [], landed: true } })] }));
    const [source = ''] = graphsOf(markdown);
    expect(parseGitGraph(source).kind).toBe('graph');
    expect(source.length).toBeLessThan(50_000);
  });
});
