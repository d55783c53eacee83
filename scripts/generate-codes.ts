/**
 * Writes `docs/codes.md` from the table of outcomes. With `--check` nothing is written, and a page that is not up to date
 * is an error.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codesPage } from '../src/outcomes/messages/codes-page.js';

const page = join(import.meta.dirname, '..', 'docs', 'codes.md');
const content = codesPage();

if (existsSync(page) && readFileSync(page, 'utf8') === content) {
  console.log('docs/codes.md is up to date');
} else if (process.argv.includes('--check')) {
  console.error('docs/codes.md is not up to date: run npx tsx scripts/generate-codes.ts');
  process.exitCode = 1;
} else {
  writeFileSync(page, content);
  console.log('docs/codes.md written');
}
