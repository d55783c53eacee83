import { describe, expect, test } from '@jest/globals';
import { renderDashboard } from '../../src/dashboard/render.js';
import { bodyWith, longestBody, stateIn } from '../../src/dashboard/section.js';
import { withinBounds } from '../../src/dashboard/state.js';
import type { CellState, DashboardState } from '../../src/dashboard/state.js';
import { hostileTexts, tainted } from '../outcomes/hostile-names.js';
import { barsPerTable, structureOf } from '../outcomes/markdown-structure.js';
import { noon, open, queued, state } from './looks.js';

const context = { repositoryUrl: 'https://github.com/org/repo' };
const render = (known: DashboardState, limit = longestBody): string => renderDashboard(known, context, limit);

const states: readonly CellState[] = ['successful', 'successful', 'in-progress', 'not-started', 'not-read'];
const versions = ['4.3', '4', '5.1', '5', '10'];

/** A busy day: twelve pull requests over five versions in the queue, a hotfix, others that wait. */
function busy(t: (text: string) => string = (text) => text): DashboardState {
  const rows = Array.from({ length: 12 }, (_, index) =>
    queued(100 + index, Object.fromEntries(versions.slice(index % 5).map((version, column) => [version, states[(index + column) % 5] ?? 'failed'])), noon - 60 + 4 * index),
  );
  return state({
    open: [
      ...rows.map(({ number }) => open(number, { title: t(`Change number ${number}`), destination: t('development/4.3'), reason: t('In the queue') })),
      open(97, { title: t('Handle empty input'), destination: t('hotfix/4.3.18'), reason: t('In the queue') }),
      open(130, { title: t('Speed up listing'), destination: t('development/5.1') }),
      open(131, { title: t('Crash on start'), destination: t('development/4.3'), state: 'failure', reason: t('Conflict on w/5.1/bugfix/crash: 2 files') }),
      open(132, { title: t('Docs'), destination: t('development/10'), state: 'neutral', reason: t('On hold: option wait, set by ada') }),
    ],
    queue: [queued(97, { '4.3.18.1': 'in-progress' }, noon - 5), ...rows],
    merged: [90, 89].map((number, index) => ({ number, title: t(`Earlier ${number}`), branches: [t('development/4.3'), t('development/5.1')], at: noon - 90 - index, head: 'a' })),
    waits: [25, 31, 28, 90],
  });
}

describe('what a person sees', () => {
  test('a busy day', () => {
    expect(render(busy())).toMatchSnapshot();
  });

  test('nothing at all', () => {
    expect(render(state())).toMatchSnapshot();
  });

  test('a failure in the queue: who is behind it waits for somebody, and it is not said to be just in the queue', () => {
    const text = render(state({ waits: [5, 5, 5], queue: [queued(1, { '4.3': 'failed' }), queued(2)], open: [open(1, { state: 'failure', reason: 'In the queue: CI failed on q/w/1/4.3/bugfix/x' }), open(2)] }));
    expect(text.match(/when the failure is dealt with/g)).toHaveLength(2);
    expect(text).toContain('| ❌ | [#1](https://github.com/org/repo/pull/1) Change 1 | `development/4.3` | In the queue\\: CI failed on q\\/w\\/1\\/4\\.3\\/bugfix\\/x |');
    expect(text).toContain('In the queue, at position 2 of 2');
  });

  test('before the first sweep: says that something may be missing', () => {
    expect(render(state({ complete: false }))).toContain('the next sweep completes this page');
    expect(render(state())).not.toContain('the next sweep completes');
  });

  test.each([
    [0, 'within a minute'],
    [1, '1 minute'],
    [59, '59 minutes'],
    [61, '1 hour 1 minute'],
    [120, '2 hours'],
    [60 * 71, '3 days'],
  ])('a usual wait of %d minutes: %s', (minutes, words) => {
    expect(render(state({ queue: [queued(1)], waits: [minutes, minutes, minutes] }))).toContain(`usually merges ${words} after it was queued`);
  });
});

describe('hostile names', () => {
  test.each(hostileTexts)('%s: same structure, no ping, no foreign link, nothing hidden', (_name, hostile) => {
    const markdown = render(busy(tainted(hostile)));
    const structure = structureOf(markdown);
    expect(structure.skeleton).toEqual(structureOf(render(busy())).skeleton);
    expect(structure.text).not.toMatch(/(?<![A-Za-z0-9])@[A-Za-z0-9]/);
    expect(structure.images).toBe(0);
    expect(structure.links.filter((link) => !link.startsWith('https://github.com/org/repo/'))).toEqual([]);
    expect(structure.html.filter((tag) => !/^<\/?(?:sub|code)>/.test(tag))).toEqual([]);
    expect(barsPerTable(markdown).filter((bars) => new Set(bars).size !== 1)).toEqual([]);
    expect(markdown).not.toMatch(/^\s*<!--/m);
  });
});

test('names that are the marks of the dashboard: its place and its state are found all the same', () => {
  const marks = bodyWith('', state(), () => 'x') ?? '';
  const forged = withinBounds(busy((text) => `${text}\n${marks}\n`));
  const body = bodyWith('', forged, (limit) => render(forged, limit)) ?? '';
  expect(stateIn(body)).toEqual(forged);
  expect(bodyWith(body, forged, (limit) => render(forged, limit))).toBe(body);
});

describe('the limit', () => {
  test('hundreds of pull requests with hostile titles: the body is within it, and says that it was cut', () => {
    const many = withinBounds(state({ open: Array.from({ length: 900 }, (_, index) => open(index + 1, { title: '|[x](y)'.repeat(20), reason: '`a`|'.repeat(50) })) }));
    const body = bodyWith('', many, (limit) => render(many, limit)) ?? '';
    expect(body.length).toBeLessThanOrEqual(longestBody);
    expect(body.length).toBeGreaterThan(30_000);
  });

  test('cut: at a line, with a note', () => {
    const text = render(busy(), 1_500);
    expect(text.length).toBeLessThanOrEqual(1_500);
    expect(text).toContain('the rest was cut');
  });
});
