import { describe, expect, test } from '@jest/globals';
import { compareByAge, isRunning, workflowFileName, workflowPathWithoutRef } from '../../src/builds/workflow-run.js';
import { workflowRun } from '../builders/workflow-run.js';

describe('path of a workflow', () => {
  test.each([
    ['.github/workflows/ci.yml', '.github/workflows/ci.yml', 'ci.yml'],
    ['.github/workflows/ci.yml@refs/heads/main', '.github/workflows/ci.yml', 'ci.yml'],
    ['.github/workflows/ci.yaml@feature/a@b.yml', '.github/workflows/ci.yaml', 'ci.yaml'],
    ['.github/workflows/ci@v2.yml', '.github/workflows/ci@v2.yml', 'ci@v2.yml'],
    ['.github/workflows/ci@v2.yml@refs/tags/v2', '.github/workflows/ci@v2.yml', 'ci@v2.yml'],
    ['dynamic/github-code-scanning/codeql@refs/heads/x', 'dynamic/github-code-scanning/codeql', 'codeql'],
    ['', '', ''],
  ])('%j: is the file %j named %j', (path, file, name) => {
    expect(workflowPathWithoutRef(path)).toBe(file);
    expect(workflowFileName(path)).toBe(name);
  });

  test('a hostile path of many parts: read in no time', () => {
    const path = `${'.yml@'.repeat(50_000)}\n`;
    const before = performance.now();
    workflowPathWithoutRef(path);
    workflowPathWithoutRef('.yaml'.repeat(50_000));
    expect(performance.now() - before).toBeLessThan(500);
  });
});

describe('whether a run is running', () => {
  test.each([
    ['requested', null, true],
    ['queued', null, true],
    ['pending', null, true],
    ['waiting', null, true],
    ['in_progress', null, true],
    ['a status of tomorrow', null, true],
    ['in_progress', 'success', true],
    [null, 'success', true],
    [null, null, true],
    ['completed', null, true],
    ['completed', 'success', false],
    ['completed', 'a conclusion of tomorrow', false],
  ])('status %j, conclusion %j: %j', (status, conclusion, running) => {
    expect(isRunning({ status, conclusion })).toBe(running);
  });
});

describe('age of runs', () => {
  test('created later: newer, whatever the run number', () => {
    const earlier = workflowRun({ id: 9, runNumber: 9, createdAt: '2026-05-20T10:00:00Z' });
    const later = workflowRun({ id: 1, runNumber: 1, createdAt: '2026-05-20T10:00:01Z' });
    expect(compareByAge(earlier, later)).toBe(-1);
    expect(compareByAge(later, earlier)).toBe(1);
  });

  test('created in the same second: the run number decides, then the id', () => {
    const first = workflowRun({ id: 9, runNumber: 1 });
    expect(compareByAge(first, workflowRun({ id: 1, runNumber: 2 }))).toBe(-1);
    expect(compareByAge(first, workflowRun({ id: 10, runNumber: 1 }))).toBe(-1);
    expect(compareByAge(first, first)).toBe(0);
  });

  test('an unreadable time: the oldest', () => {
    expect(compareByAge(workflowRun({ createdAt: 'yesterday', runNumber: 9 }), workflowRun())).toBe(-1);
  });
});
