import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Mutation } from './mutation.js';

/** What a copy needs to run tests; packages are shared through a link. */
const copied = ['src', '__tests__', 'sandbox', 'scripts', 'schema', 'docs', 'examples', 'action.yml', 'README.md', 'package.json', 'tsconfig.json', 'jest.config.js', 'dist'];

/** A copy of the project in which mistakes are made, one at a time. */
export interface Workshop {
  /** Why the mistake cannot be made any more; null: it can be. */
  readonly whyNotPossible: (mutation: Mutation) => string | null;
  /** Puts the mistake in; the function takes it out again. */
  readonly mutate: (mutation: Mutation) => () => void;
  /** Runs a node program in the copy: whether it ended with status 0. Longer than `milliseconds` is a failure too. */
  readonly succeeds: (programArguments: readonly string[], environment: Readonly<Record<string, string>>, milliseconds: number) => Promise<boolean>;
  readonly path: (...parts: readonly string[]) => string;
  readonly remove: () => void;
}

export function openWorkshop(project: string): Workshop {
  const root = mkdtempSync(join(tmpdir(), 'mutants-'));
  for (const name of copied) cpSync(join(project, name), join(root, name), { recursive: true });
  symlinkSync(join(project, 'node_modules'), join(root, 'node_modules'));
  const path = (...parts: readonly string[]): string => join(root, ...parts);
  return {
    path,
    whyNotPossible: ({ name, file, text, replacement }) => {
      if (!existsSync(path(file))) return `"${name}": there is no ${file}`;
      const times = readFileSync(path(file), 'utf8').split(text).length - 1;
      if (times !== 1) return `"${name}": its text occurs ${times} times in ${file}, not once: ${text}`;
      return text === replacement ? `"${name}": it changes nothing` : null;
    },
    mutate: ({ file, text, replacement }) => {
      const whole = readFileSync(path(file), 'utf8');
      // A function, as `$` means something in a replacement text.
      writeFileSync(path(file), whole.replace(text, () => replacement));
      return () => writeFileSync(path(file), whole);
    },
    succeeds: (programArguments, environment, milliseconds) =>
      new Promise((resolve, reject) => {
        const child = spawn(process.execPath, programArguments, { cwd: root, env: { ...process.env, ...environment }, stdio: 'ignore', timeout: milliseconds, killSignal: 'SIGKILL' });
        child.once('error', reject);
        child.once('close', (status) => resolve(status === 0));
      }),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
