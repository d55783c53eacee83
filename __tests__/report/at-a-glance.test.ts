import { describe, expect, test } from '@jest/globals';
import type { Handled } from '../../src/edge/handle.js';
import { checksText } from '../../src/outcomes/messages/status-report.js';
import type { CheckRecord, Outcome } from '../../src/outcomes/outcome.js';
import { emptyPlan } from '../../src/plan/plan.js';
import { presentSummary } from '../../src/report/present-summary.js';
import { renderSummary } from '../../src/report/summary/render-summary.js';
import { sentence } from '../../src/report/summary/sentence.js';
import { pullRequest } from '../builders/pull-request.js';
import { merged as mergedOutcome, matrix } from '../dashboard/looks.js';
import { subject, summary } from './summary-samples.js';

const holds = (name: string): CheckRecord => ({ name, state: 'holds', detail: `found ${name}` });
const fifteen = Array.from({ length: 15 }, (_, index) => holds(`check ${index}`));
const skipped: CheckRecord = { name: 'issue', state: 'skipped', detail: 'no issue tracker set' };
const stops: CheckRecord = { name: 'approvals', state: 'stops', detail: '1 approval missing' };
const missed: CheckRecord = { name: 'builds', state: 'not-reached', detail: '' };

/** What is seen without a click. */
function inSight(markdown: string): string {
  return markdown.replaceAll(/<details>.*?<\/summary>[^]*?<\/details>/g, '');
}

describe('checks', () => {
  test('many that hold: what stops and what was not looked at is in sight, the rest one click away', () => {
    const text = checksText([...fifteen, skipped, stops, missed]);
    expect(inSight(text)).toContain('| 🛑 | approvals | **1 approval missing** |');
    expect(inSight(text)).toContain('Not looked at yet: builds.');
    expect(inSight(text)).not.toContain('check 3');
    expect(text).toContain('<details><summary>✅ 15 checks hold, 1 does not apply</summary>');
    expect(text).toContain('| ✅ | check 3 | found check 3 |');
    expect(text).toContain('| ➖ | issue | no issue tracker set |');
  });

  test('a check that was not reached for a reason: the reason is in sight', () => {
    expect(inSight(checksText([...fifteen, { ...missed, detail: 'needs the integration branches' }]))).toContain('| ⬜ | builds | needs the integration branches |');
  });

  test('all hold: one line', () => {
    expect(checksText([...fifteen, skipped, skipped])).toMatch(/^<details><summary>✅ All 15 checks hold, 2 do not apply<\/summary>/);
  });

  test('a merge ends the evaluation too: it is no obstacle', () => {
    expect(inSight(checksText([...fifteen, { name: 'merge', state: 'stops', detail: 'Queued at position 1' }], 'pending'))).toContain('| ⏳ | merge | **Queued at position 1** |');
  });

  test('few: all in sight, in order', () => {
    expect(checksText([holds('a'), stops, skipped]).split('\n').slice(2).map((line) => line.split(' | ')[1])).toEqual(['a', 'approvals', 'issue']);
  });
});

describe('a sentence', () => {
  test.each([
    ['CI failed on w/5.1/bugfix/x: 2 runs', 'CI failed on `w/5.1/bugfix/x`\\: 2 runs'],
    ['Merged into development/4.3, development/5.1', 'Merged into `development/4.3`\\, `development/5.1`'],
    ['Set use_queues (in .github/bert-e.yml).', 'Set `use_queues` \\(in `.github/bert-e.yml`\\)\\.'],
    ['w/** and/or q/**', '`w/**` and\\/or `q/**`'],
    ['development/`$(id)|@alice', '<code>development&#47;&#96;&#36;&#40;id&#41;&#124;&#64;alice</code>'],
    ['@alice  says\nhello', '\\@\u200Balice says hello'],
  ])('%s: names as code, all else as text', (text, expected) => {
    expect(sentence(text)).toBe(expected);
  });
});

describe('several subjects', () => {
  const of = (outcome: Outcome, state: 'failure' | 'pending' | 'success' | 'neutral') => subject({ outcome, state });
  const conflict = of({ code: 222, destination: 'development/9' }, 'failure');
  const idle = of({ code: 302, reason: { kind: 'queue-waits' } }, 'neutral');

  test('the heading is the verdict, what somebody must act on first', () => {
    const queue = of({ code: 306, merged: [1] }, 'success');
    expect(renderSummary(summary({ subjects: [idle, queue, conflict, conflict] })).split('\n')[0]).toBe('## ❌ Destination does not exist (2) · ✅ Queue merged');
  });

  test('nothing for anybody: said so', () => {
    expect(renderSummary(summary({ subjects: [idle, idle] })).split('\n')[0]).toBe('## ℹ️ Nothing to do');
  });
});

describe('the queue after a merge', () => {
  const handled = (number: number, outcome: Outcome): Handled => ({
    number, pullRequest: pullRequest({ number, title: `Change ${number}` }), outcome, notices: [], records: [], plan: emptyPlan, facts: {}, notes: [], looks: 1,
  });

  test('what merged is shown as merged, and who waited behind it has moved up', () => {
    const rows = matrix([[1, { '4.3': 'successful' }], [2, { '4.3': 'successful' }], [3, { '4.3': 'in-progress' }]]);
    const text = presentSummary({
      outcome: { code: 306, merged: [1, 2] }, subject: null, handled: [handled(1, mergedOutcome(1)), handled(2, mergedOutcome(2))],
      queue: { outcome: { code: 306, merged: [1, 2] }, matrix: rows, plan: emptyPlan }, notes: [], eventName: 'push',
      repositoryUrl: 'https://github.com/org/repo', dryRun: false, figures: { requests: 1, gitProcesses: 1, milliseconds: 1 },
    });
    const rowsOfText = text.split('\n').filter((line) => / \| (?:✅|⏳) \| /.test(line)).map((line) => line.replace(/\(.*?\)/, ''));
    expect(rowsOfText).toEqual(['| merged | [#1] | ✅ | Change\u00A01 |', '| merged | [#2] | ✅ | Change\u00A02 |', '| 1 | [#3] | ⏳ |  |']);
  });
});
