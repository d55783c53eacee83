// Bundles src/main.ts with ncc, and collects the licences of everything that is bundled.
//   node scripts/build.js [--out <folder>]     default: dist
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { bundledPackages, licences } from './bundle/licences.js';

const at = process.argv.indexOf('--out');
const out = resolve(at === -1 ? 'dist' : (process.argv[at + 1] ?? 'dist'));
mkdirSync(dirname(out), { recursive: true });

/**
 * @param {string} entry @param {string} folder @param {readonly string[]} options
 * @returns {readonly string[]} folders of the packages that are in it
 */
function bundle(entry, folder, ...options) {
  const stats = `${folder}.json`;
  const ncc = ['node_modules/@vercel/ncc/dist/ncc/cli.js', 'build', entry, '-o', folder, '--stats-out', stats, '--target', 'es2022', '--no-cache', '--quiet', '--transpile-only', ...options];
  // ncc looks up the aliases of modules in the tsconfig that this variable names.
  const environment = { ...process.env, TS_NODE_PROJECT: resolve('scripts/bundle/tsconfig.json') };
  execFileSync(process.execPath, ncc, { stdio: 'inherit', env: environment });
  return bundledPackages(JSON.parse(readFileSync(stats, 'utf8')));
}

// Built aside and then swapped in, so that who runs the bundle meanwhile never finds half of one.
const work = mkdtempSync(join(dirname(out), '.build-'));
try {
  const fresh = join(work, 'new');
  const apart = join(work, 'undici');
  // undici stands beside the bundle and is loaded when it is first used: see scripts/bundle/undici.cjs.
  const packages = [...bundle('src/main.ts', fresh, '--external', './undici.cjs'), ...bundle('scripts/bundle/undici-whole.cjs', apart)];
  renameSync(join(apart, 'index.cjs'), join(fresh, 'undici.cjs'));
  writeFileSync(join(fresh, 'licenses.txt'), licences(packages));
  if (existsSync(out)) {
    renameSync(out, join(work, 'old'));
  }
  renameSync(fresh, out);
} finally {
  rmSync(work, { recursive: true, force: true });
}
