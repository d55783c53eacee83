import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { bodyWith, holdsDashboard, longestBody, stateIn } from '../../src/dashboard/section.js';
import { decodeState, encodeState, withinBounds } from '../../src/dashboard/state.js';
import { open, queued, state } from './looks.js';

const text = () => 'the text';
const known = state({ open: [open(1)], queue: [queued(1)] });
const written = (body = ''): string => bodyWith(body, known, text) ?? '';

describe('the hidden state', () => {
  test('written and read: the same', () => {
    expect(stateIn(written())).toEqual(known);
  });

  test('whatever the titles hold: the same again, in one comment that nothing ends', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom('-', '>', '<', '!', '@', '#', '\n', '\\', '"') }), (one, other) => {
        const hostile = withinBounds(state({ open: [open(1, { title: one, reason: other })] }));
        const json = encodeState(hostile);
        expect(json).not.toMatch(/--|[<>@#\n\r]/);
        expect(decodeState(json)).toEqual(hostile);
        expect(stateIn(bodyWith('', hostile, text) ?? '')).toEqual(hostile);
      }),
    );
  });

  test.each([
    ['no JSON', '{"version":1'],
    ['another version', JSON.stringify({ version: 2, ...known })],
    ['a field of another type', JSON.stringify({ version: 1, ...known, waits: ['soon'] })],
    ['a time that no calendar has', JSON.stringify({ version: 1, ...known, merged: [{ number: 1, title: '', branches: [], at: 9e15, head: '' }] })],
    ['a version that is none', JSON.stringify({ version: 1, ...known, queue: [{ number: 1, since: null, cells: { __proto_: 'failed' } }] })],
    ['a state of CI that is none', JSON.stringify({ version: 1, ...known, queue: [{ number: 1, since: null, cells: { '4.3': '<b>' } }] })],
    ['no object', 'null'],
  ])('%s: not read', (_name, json) => {
    expect(decodeState(json)).toBeNull();
    expect(stateIn(written().replace(/state \{.*\}/, `state ${json}`))).toBeNull();
  });

  test('a thousand pull requests with long titles: bounded, the oldest are kept', () => {
    const many = withinBounds(state({ open: Array.from({ length: 1_000 }, (_, index) => open(index + 1, { title: '<'.repeat(500), reason: '@'.repeat(500) })) }));
    expect(encodeState(many).length).toBeLessThanOrEqual(24_000);
    expect(many.open.length).toBeGreaterThan(5);
    expect(many.open[0]?.number).toBe(1);
  });

  test('a title is cut between two characters', () => {
    expect(withinBounds(state({ open: [open(1, { title: '😀'.repeat(200) })] })).open[0]?.title).toBe(`${'😀'.repeat(79)}…`);
  });
});

describe('its place in the body', () => {
  test('an empty issue: nothing else in it', () => {
    expect(written()).toMatch(/^<!-- bert-e dashboard: begin[^]*the text[^]*end -->$/);
    expect(written(' \n')).toBe(written());
  });

  test('an issue of a person: what they wrote stays, before and behind, to the letter', () => {
    const before = 'My notes\r\n\r\n  <b>x</b>  \r\n';
    const first = written(before);
    expect(first.startsWith('My notes\r\n\r\n  <b>x</b>\n\n<!-- bert-e dashboard: begin')).toBe(true);
    const edited = `${first}\r\n\r\nPS: more\r\n`;
    const second = bodyWith(edited, state(), () => 'another text') ?? '';
    expect(second).toContain('another text');
    expect(second).not.toContain('the text');
    expect(second.startsWith('My notes\r\n\r\n  <b>x</b>\n\n<!--')).toBe(true);
    expect(second.endsWith('<!-- bert-e dashboard: end -->\r\n\r\nPS: more\r\n')).toBe(true);
  });

  test('the same text again: the very same body', () => {
    const body = `above\n\n${written()}\n\nbelow`;
    expect(written(body)).toBe(body);
  });

  test('line ends changed by a browser: still the same', () => {
    const body = written().replaceAll('\n', '\r\n');
    expect(stateIn(body)).toEqual(known);
    expect(written(body)).toBe(body);
  });

  test.each([
    ['an end without a beginning', 'a\n<!-- bert-e dashboard: end -->\nb'],
    ['a beginning whose end was cut', 'a\n<!-- bert-e dashboard: begin; the robot writes what follows -->\nb'],
    ['the marks inside of a sentence', 'a <!-- bert-e dashboard: begin; the robot writes what follows --> b <!-- bert-e dashboard: end --> c'],
  ])('%s: what is there stays, and one section follows; the next run finds that one', (_name, body) => {
    const once = written(body);
    expect(once.startsWith(`${body}\n\n`)).toBe(true);
    expect(written(once)).toBe(once);
    const next = bodyWith(once, state(), () => 'another text') ?? '';
    expect(next.startsWith(`${body}\n\n`)).toBe(true);
    expect(next).not.toContain('the text');
  });

  test('whatever a person wrote around it: is kept, and a second write finds the first', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (above, below) => {
        const body = `${written(above)}\n${below}`;
        const again = bodyWith(body, state(), () => 'another text') ?? '';
        expect(again.startsWith(above.trimEnd())).toBe(true);
        expect(again.endsWith(`\n${below}`)).toBe(true);
        expect(again.match(/dashboard: begin/g)).toHaveLength(1);
      }),
    );
  });

  test('the mark that tells a dashboard: on a line of its own', () => {
    expect(holdsDashboard(written())).toBe(true);
    expect(holdsDashboard('see <!-- bert-e dashboard: begin; the robot writes what follows --> there')).toBe(false);
  });
});

describe('the limit of a body', () => {
  test('the text is given the room that is left', () => {
    const body = bodyWith('x'.repeat(30_000), known, (limit) => 'y'.repeat(limit)) ?? '';
    expect(body.length).toBe(longestBody);
  });

  test('no room at all: none', () => {
    expect(bodyWith('x'.repeat(longestBody - 300), known, text)).toBeNull();
  });
});
