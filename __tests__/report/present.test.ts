import { describe, expect, test } from '@jest/globals';
import type { Finding } from '../../src/doctor/finding.js';
import { doctorOutcome } from '../../src/doctor/outcome.js';
import type { Handled } from '../../src/edge/handle.js';
import type { Outcome } from '../../src/outcomes/outcome.js';
import { emptyPlan } from '../../src/plan/plan.js';
import { annotations, logLines, outputs } from '../../src/report/present.js';
import { presentSummary } from '../../src/report/present-summary.js';
import type { RunReport } from '../../src/report/run-report.js';
import { pullRequest } from '../builders/pull-request.js';
import { allFacts } from '../builders/facts.js';
import { examine } from '../pull-request/checks.js';

const nothing: Outcome = { code: 302, reason: { kind: 'merged' } };
const failure: Outcome = { code: 222, destination: 'development/9' };
const queued: Outcome = { code: 125, position: 1, targets: ['development/4.3'], ignored: [], pendingHotfixes: [], rebuilt: null };
const merged: Outcome = examine(allFacts()).outcome ?? nothing;

function handled(number: number, outcome: Outcome, differences: Partial<Handled> = {}): Handled {
  return { number, pullRequest: pullRequest({ number }), outcome, notices: [], records: [], plan: emptyPlan, facts: {}, notes: [], looks: 1, ...differences };
}

function report(differences: Partial<RunReport> = {}): RunReport {
  return {
    outcome: nothing, subject: null, handled: [], queue: null, notes: [], eventName: 'schedule', repositoryUrl: 'https://github.test/acme/ring',
    dryRun: false, figures: { requests: 3, gitProcesses: 2, milliseconds: 1500 }, ...differences,
  };
}

describe('the outputs', () => {
  test('nothing found: every output is there', () => {
    expect(outputs(report())).toEqual({
      code: '302', outcome: 'nothing-to-do', state: 'neutral', 'pull-request': '', merged: '[]', queued: '[]', message: 'Nothing to do: Merged already', outcomes: '[]',
    });
  });

  test('a sweep: numbers of what merged and what was queued, and one entry each', () => {
    const found = outputs(report({ outcome: failure, handled: [handled(7, merged), handled(8, queued), handled(9, failure), handled(10, nothing)] }));
    expect(found).toMatchObject({ code: '222', state: 'failure', merged: '[7]', queued: '[8]' });
    expect(JSON.parse(found.outcomes)).toMatchObject([
      { pullRequest: 7, code: 102, outcome: 'merged', state: 'success', landing: { pullRequest: 7, versions: [{ branch: 'development/4.3' }, {}, {}] } },
      { pullRequest: 8, code: 125, outcome: 'queued', state: 'pending' },
      { pullRequest: 9, code: 222, state: 'failure' },
      { pullRequest: 10, code: 302, state: 'neutral' },
    ]);
  });

  test('an event on an integration pull request: the number is the parent’s', () => {
    const found = outputs(report({ subject: 8, outcome: merged, handled: [handled(8, merged, { pullRequest: pullRequest({ number: 7 }) })] }));
    expect(found).toMatchObject({ 'pull-request': '7', merged: '[7]' });
    expect(JSON.parse(found.outcomes)).toMatchObject([{ pullRequest: 7 }]);
  });

  test('an outage before the pull request was read: its number is still known', () => {
    const outage: Outcome = { code: 133, service: 'GitHub', detail: 'x' };
    expect(outputs(report({ subject: 8, outcome: outage, handled: [handled(8, outage, { pullRequest: null, plan: null })] }))).toMatchObject({ code: '133', state: 'pending', 'pull-request': '8' });
  });

  test('a command: its title is said once', () => {
    expect(outputs(report({ outcome: { code: 307, command: 'create-branch', detail: 'created development/10.1' } })).message).toBe('Done: create-branch: created development/10.1');
    expect(outputs(report({ outcome: { code: 308, command: 'doctor', detail: 'something is wrong' } })).message).toBe('The installation needs work: Something is wrong');
  });

  test('merged in part: among those that merged', () => {
    if (merged.code !== 102) throw new Error('every check holds');
    const inPart: Outcome = { code: 126, landing: merged.landing, ignored: [], remaining: [{ sha: 'a'.repeat(40), subject: 'late' }] };
    expect(outputs(report({ outcome: inPart, handled: [handled(7, inPart)] }))).toMatchObject({ code: '126', state: 'success', merged: '[7]' });
    expect(outputs(report({ dryRun: true, outcome: inPart, handled: [handled(7, inPart)] })).merged).toBe('[]');
  });

  test('branches that kept moving: pending, although nothing to do is mostly neutral', () => {
    expect(outputs(report({ outcome: { code: 302, reason: { kind: 'busy', attempts: 3 } } })).state).toBe('pending');
  });

  test('a gate that holds: success', () => {
    expect(outputs(report({ outcome: { code: 302, reason: { kind: 'gate-only' } } })).state).toBe('success');
  });

  test('more than GitHub takes: shortened entries, still every pull request and still JSON', () => {
    const many = Array.from({ length: 2000 }, (_, index) => handled(index + 1, merged));
    const found = outputs(report({ handled: many })).outcomes;
    expect(found.length).toBeLessThan(400_000);
    const entries = JSON.parse(found) as readonly unknown[];
    expect(entries).toHaveLength(2000);
    expect(entries[0]).toEqual({ pullRequest: 1, code: 102, outcome: 'merged', state: 'success', shortened: true });
  });
});

describe('the annotations', () => {
  test('nothing wrong: none', () => {
    expect(annotations(report({ handled: [handled(7, merged), handled(8, queued)] }))).toEqual([]);
  });

  test('every pull request that failed, and what to know', () => {
    expect(annotations(report({ outcome: failure, handled: [handled(7, merged), handled(9, failure)], notes: ['a note'] }))).toEqual([
      { level: 'error', title: '#9: Destination does not exist', message: 'Destination development/9 does not exist' },
      { level: 'warning', title: 'Please note', message: 'a note' },
    ]);
  });

  test('settings that are wrong: one for every problem', () => {
    const outcome: Outcome = { code: 220, problems: ['line 3: a', 'line 9: b'] };
    expect(annotations(report({ outcome })).map(({ level, message }) => [level, message])).toEqual([['error', 'line 3: a'], ['error', 'line 9: b']]);
  });

  test('more than GitHub shows: ten of a kind', () => {
    const many = Array.from({ length: 30 }, (_, index) => handled(index + 1, failure));
    const levels = annotations(report({ handled: many, outcome: failure, notes: Array.from({ length: 30 }, (_, index) => `note ${index}`) })).map(({ level }) => level);
    expect(levels.filter((level) => level === 'error')).toHaveLength(10);
    expect(levels.filter((level) => level === 'warning')).toHaveLength(10);
  });

  test('findings of the doctor: as many as GitHub shows, by their severity; the log holds all, and the notes that were too many', () => {
    const findings = Array.from({ length: 36 }, (_, index): Finding => ({ severity: (['error', 'warning', 'note'] as const)[index % 3] ?? 'note', problem: `Problem ${index}.`, consequence: 'Late.', fix: 'Write:', code: { language: 'yaml', lines: ['on:', '  push:'] } }));
    const found = report({ outcome: doctorOutcome(findings), command: { kind: 'doctor', findings }, notes: Array.from({ length: 12 }, (_, index) => `note ${index}`) });
    const shown = annotations(found);
    expect(['error', 'warning', 'notice'].map((level) => shown.filter((each) => each.level === level).length)).toEqual([10, 10, 10]);
    expect(shown[0]).toEqual({ level: 'error', title: 'The installation needs work', message: 'Something has to be put right: 12 errors, 12 warnings, 12 notes; each is listed with its fix' });
    expect(shown[1]).toEqual({ level: 'error', title: 'Doctor', message: '[error] Problem 0. What comes of it: Late. What to do: Write: on: push:' });
    const lines = logLines(found);
    expect(lines.slice(0, 5)).toEqual(['[error] Problem 0.', '  What comes of it: Late.', '  What to do: Write:', '    on:', '      push:']);
    expect(lines.filter((line) => line.startsWith('['))).toHaveLength(36);
    expect(lines.filter((line) => line.startsWith('note'))).toHaveLength(12);
  });

  test('names from outside: on one line', () => {
    const [annotation] = annotations(report({ handled: [handled(9, { code: 222, destination: 'development/9\n::error::x' })], outcome: failure }));
    expect(annotation?.message).not.toMatch(/[\n\r]/);
  });
});

describe('the summary', () => {
  test('the event’s own pull request comes first', () => {
    const text = presentSummary(report({ subject: 9, outcome: failure, handled: [handled(7, merged), handled(9, failure)] }));
    expect(text.indexOf('#9')).toBeGreaterThan(-1);
    expect(text.indexOf('#9')).toBeLessThan(text.indexOf('#7'));
  });

  test('nothing was looked at: the verdict all the same, with what the run cost', () => {
    const text = presentSummary(report({ notes: ['a note'] }));
    expect(text).toContain('Nothing to do');
    expect(text).toContain('a note');
  });

  test('a command about a version branch: its pushes, ref by ref, before what became of the queue', () => {
    const outcome: Outcome = { code: 307, command: 'create-branch', detail: 'created development/10.1' };
    const push = [{ ref: 'refs/heads/development/10.1', from: null, to: 'a'.repeat(40) }];
    const queue = { outcome: { code: 307, command: 'rebuild-queues', detail: 'done' } as const, matrix: null, plan: { ...emptyPlan, push: [{ ref: 'refs/heads/q/10.0', from: 'b'.repeat(40), to: null }] } };
    const text = presentSummary(report({ outcome, queue, command: { kind: 'version-branch', name: 'create-branch', pushes: [push] } }));
    const places = ['Command `create-branch`', '`development/10.1`', '✨ new', '`q/10.0`', '🗑️ deleted'].map((part) => text.indexOf(part));
    expect(places).toEqual(places.filter((place) => place >= 0).toSorted((left, right) => left - right));
    expect(presentSummary(report({ dryRun: true, outcome, command: { kind: 'version-branch', name: 'create-branch', pushes: [push] } }))).toMatch(/Dry run: nothing of this was done\.[^]*development\/10\.1/);
  });

  test('a dry run: the summary does not claim that anything was done', () => {
    expect(presentSummary(report({ dryRun: true, handled: [handled(7, merged, { plan: { ...emptyPlan, push: [{ ref: 'refs/heads/development/4.3', from: 'a', to: 'b' }] } })] }))).toMatch(/dry run/i);
  });
});
