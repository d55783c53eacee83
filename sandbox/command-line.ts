import { parseArgs } from 'node:util';
import type { ParseArgsConfig } from 'node:util';

/** Somebody asked for what a command does not do: told in one line, without a stack trace, exit status 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  constructor(what: string, expected: string, found: string) {
    super(`${what}; expected: ${expected}; found: ${found}`);
  }
}

/** The options among the arguments; throws `UsageError` for what is none of them. */
export function readArguments<const Options extends NonNullable<ParseArgsConfig['options']>>(args: readonly string[], options: Options) {
  try {
    return parseArgs({ args: [...args], options, strict: true }).values;
  } catch (error) {
    const [what] = (error instanceof Error ? error.message : String(error)).split(/\. |\n/u);
    const names = Object.entries(options).map(([name, { type }]) => `--${name}${type === 'boolean' ? '' : ' <value>'}`);
    throw new UsageError(what ?? '', names.join(', '), args.join(' '));
  }
}

/** Throws `UsageError` for anything else. */
export function wholeNumber(name: string, text: string, least: number): number {
  const number = /^\d{1,15}$/u.test(text) ? Number(text) : Number.NaN;
  if (!(number >= least)) throw new UsageError(`--${name} cannot be used`, `a whole number from ${least} on`, text === '' ? 'nothing' : text);
  return number;
}

/** A number that may have a fraction; throws `UsageError` for anything else. */
export function fraction(name: string, text: string, most: number): number {
  const number = /^\d{1,9}(?:\.\d{1,9})?$/u.test(text) ? Number(text) : Number.NaN;
  if (!(number <= most)) throw new UsageError(`--${name} cannot be used`, Number.isFinite(most) ? `a number from 0 to ${most}` : 'a number from 0 on', text === '' ? 'nothing' : text);
  return number;
}

/**
 * Runs a command of the sandbox. What is wrong with its command line is told in one line; any other failure is a mistake
 * of the program, with its stack.
 *
 * @param name as in `npm run <name>`
 */
export async function runCommand(name: string, main: (args: readonly string[]) => Promise<void>): Promise<void> {
  try {
    await main(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(`npm run ${name}: ${error.message}`);
    process.exitCode = 2;
  }
}
