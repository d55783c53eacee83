import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { allCodes } from '../../src/outcomes/codes.js';
import { codesPage } from '../../src/outcomes/messages/codes-page.js';

test('docs/codes.md: up to date with the table of codes', () => {
  expect(readFileSync(join(import.meta.dirname, '../../docs/codes.md'), 'utf8')).toBe(codesPage());
});

test('page of codes: one row for every code', () => {
  const rows = codesPage().split('\n').filter((line) => /^\| \d{3} \|/.test(line));
  expect(rows).toHaveLength(allCodes.length);
});
