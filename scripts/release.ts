// Releases the commit that is checked out: docs/releasing.md.
//   tsx scripts/release.ts [--dry-run] [--remote <name or address>] [--notes <file>]
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { release } from './release/release.js';

const { values } = parseArgs({ options: { 'dry-run': { type: 'boolean', default: false }, remote: { type: 'string', default: 'origin' }, notes: { type: 'string' } } });
const result = release({
  directory: '.',
  remote: values.remote,
  dryRun: values['dry-run'],
  build: (folder) => {
    execFileSync(process.execPath, ['scripts/build.js', '--out', folder], { stdio: ['ignore', 'ignore', 'inherit'] });
  },
});

switch (result.kind) {
  case 'refused':
    console.error(['Not released, and nothing was changed:', ...result.problems.map((problem) => `- ${problem}`)].join('\n'));
    process.exitCode = 1;
    break;
  case 'rehearsed':
    console.log([
      `Dry run of ${result.tag}: nothing was changed. package.json, package-lock.json, changelog, dist/ and licences are in order.`,
      ...result.missing.map((each) => `- Before the release: ${each}`),
      ...result.pushes.map((push) => `- Would be pushed: ${push}`),
    ].join('\n'));
    break;
  case 'released':
    console.log([`${result.tag} is released.`, ...result.pushes.map((push) => `- Pushed: ${push}`)].join('\n'));
    break;
}
if (values.notes !== undefined && result.kind !== 'refused') {
  writeFileSync(values.notes, result.notes);
}
