// Bundles src/main.ts with ncc, and collects the licences of everything that is bundled.
//   node scripts/build.js [--out <folder>]     default: dist
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const at = process.argv.indexOf('--out');
const out = resolve(at === -1 ? 'dist' : (process.argv[at + 1] ?? 'dist'));
mkdirSync(dirname(out), { recursive: true });

// Built aside and then swapped in, so that who runs the bundle meanwhile never finds half of one.
const work = mkdtempSync(join(dirname(out), '.build-'));
try {
  const ncc = ['node_modules/@vercel/ncc/dist/ncc/cli.js', 'build', 'src/main.ts', '-o', join(work, 'new'), '--license', 'licenses.txt', '--target', 'es2022', '--no-cache', '--quiet', '--transpile-only'];
  execFileSync(process.execPath, ncc, { stdio: 'inherit' });
  if (existsSync(out)) {
    renameSync(out, join(work, 'old'));
  }
  renameSync(join(work, 'new'), out);
} finally {
  rmSync(work, { recursive: true, force: true });
}
