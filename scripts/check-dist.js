// Fails when dist/ is not what a build of src/ gives. CI runs it; so may you.
import { execFileSync } from 'node:child_process';

execFileSync(process.execPath, ['scripts/build.js'], { stdio: 'inherit' });
// New files count as changes too.
execFileSync('git', ['add', '--intent-to-add', 'dist'], { stdio: 'inherit' });
try {
  execFileSync('git', ['diff', '--exit-code', '--stat', '--', 'dist'], { stdio: 'inherit' });
} catch {
  console.error('dist/ is not up to date: run `npm run build` and commit the result.');
  process.exit(1);
}
