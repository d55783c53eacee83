import { parseArgs } from 'node:util';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Problem } from './problem.js';

/** What stands behind `npm run sandbox --`. */
export interface DemoOptions {
  readonly kind: 'demo';
  readonly verbose: boolean;
  /** Absolute path of the folder for the summary page. */
  readonly out: string;
  /** Absolute path of the built action. */
  readonly bundle: string;
}

export type Resolution = 'ours' | 'theirs';

export interface RehearsalOptions extends Omit<DemoOptions, 'kind'> {
  readonly kind: 'rehearsal';
  /** Absolute path of the repository that is copied. */
  readonly repository: string;
  /** As given, newest first; empty: the repository's own `development/*`. */
  readonly versions: readonly string[];
  /** Source of the pull request; null: a small commit is made. */
  readonly branch: string | null;
  /** Version branch (its name in the repository) the pull request goes to; null: found by history. */
  readonly onto: string | null;
  /** How the simulated developer resolves conflicts; null: nobody does. */
  readonly resolve: Resolution | null;
  /** Whether version branches that do not contain each other are merged, in the copy. */
  readonly repair: boolean;
}

export type Options = DemoOptions | RehearsalOptions | { readonly kind: 'help' };

export const helpText = `Usage: npm run sandbox [-- options]

Without --repo: replays the incident this action exists for, with the real bundle (dist/index.js) against a sandbox
GitHub on this machine, and checks every step of it.

With --repo: rehearses GitWaterFlow on a copy of a repository of yours. The repository is only read.

  --repo <path>           root of a local clone or bare repository
  --versions <a,b,c>      its version branches, newest first, as in: main,release/2,release/1
                          (they become development/3, development/2, development/1);
                          default: its own development/* branches
  --branch <name>         branch to open the pull request from; a name GitWaterFlow does not know as a source is copied
                          under feature/<name>. Default: a small commit is made on the oldest version
  --onto <name>           version branch the pull request goes to; default: the one the branch was started from
  --resolve ours|theirs   simulates a developer who resolves each conflict by the commands the robot printed, and takes
                          that side of every file in conflict ("ours": what is already on the branch)
  --no-repair             stop when the version branches do not contain each other; by default older ones are merged
                          into newer ones, in the copy

  --out <dir>             where the summary page goes; default: out
  --bundle <file>         another built action; its action.yml is expected in the folder above
  --verbose               the robot's log, too
  --help                  this text

Exit status: 0 everything held, 1 something did not hold, 2 the options or the repository cannot be used, 3 the
rehearsal stopped where a person has to decide (a conflict without --resolve, for instance).
`;

const projectBundle = fileURLToPath(new URL('../../dist/index.js', import.meta.url));
const rehearsalOnly = ['versions', 'branch', 'onto', 'resolve', 'no-repair'] as const;

/** Reads the command line. Throws a Problem for what cannot be understood. */
export function readOptions(args: readonly string[], directory: string): Options {
  const values = parse(args);
  if (values.help === true) {
    return { kind: 'help' };
  }
  const common = {
    verbose: values.verbose === true,
    out: resolve(directory, values.out ?? 'out'),
    bundle: values.bundle === undefined ? projectBundle : resolve(directory, values.bundle),
  };
  if (values.repo === undefined) {
    const given = rehearsalOnly.find((name) => values[name] !== undefined);
    if (given !== undefined) {
      throw usage(`--${given} belongs to a rehearsal`, 'with --repo <path>', 'without it');
    }
    return { kind: 'demo', ...common };
  }
  return {
    kind: 'rehearsal',
    ...common,
    repository: resolve(directory, values.repo),
    versions: versionsOf(values.versions),
    branch: values.branch ?? null,
    onto: values.onto ?? null,
    resolve: resolutionOf(values.resolve),
    repair: values['no-repair'] !== true,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      strict: true,
      options: {
        repo: { type: 'string' }, versions: { type: 'string' }, branch: { type: 'string' }, onto: { type: 'string' }, resolve: { type: 'string' },
        'no-repair': { type: 'boolean' }, out: { type: 'string' }, bundle: { type: 'string' }, verbose: { type: 'boolean' }, help: { type: 'boolean' },
      },
    }).values;
  } catch (cause) {
    throw usage(cause instanceof Error ? cause.message : String(cause), 'the options named by --help', args.join(' '));
  }
}

function versionsOf(text: string | undefined): readonly string[] {
  if (text === undefined) {
    return [];
  }
  const versions = text.split(',').map((name) => name.trim()).filter((name) => name !== '');
  const twice = versions.find((name, index) => versions.indexOf(name) !== index);
  if (versions.length === 0 || twice !== undefined) {
    throw usage('--versions cannot be used', 'branches, newest first, none of them twice: --versions main,release/2,release/1', text);
  }
  return versions;
}

function resolutionOf(text: string | undefined): Resolution | null {
  if (text === undefined || text === 'ours' || text === 'theirs') {
    return text ?? null;
  }
  throw usage('--resolve cannot be used', 'ours or theirs', text);
}

function usage(what: string, expected: string, found: string): Problem {
  return new Problem({ what, where: 'the command line', expected, found, remedy: 'npm run sandbox -- --help tells all options.' });
}
