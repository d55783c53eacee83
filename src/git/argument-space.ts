import { readFileSync } from 'node:fs';

/** Bytes of a pointer: the system counts one for each argument and each variable. */
const pointer = 8;

/** Left for what git adds when it starts its own programs: their names, a few options and variables. */
const reserve = 32_768;

/**
 * How many bytes of arguments and variables together the system lets a program be started with, the reserve taken off.
 * Linux: a quarter of the limit of the stack, at most 6 MiB (execve(2)); macOS: `ARG_MAX`; Windows: the length of a command line.
 */
export function argumentSpace(platform: NodeJS.Platform = process.platform, stackLimit: number | null = platform === 'linux' ? readStackLimit() : null): number {
  switch (platform) {
    case 'linux':
      return Math.min(Math.max((stackLimit ?? 8 * 2 ** 20) / 4, 131_072), 6 * 2 ** 20) - reserve;
    case 'win32':
      return 32_767 - reserve / 16;
    default:
      return 2 ** 20 - reserve;
  }
}

/** Bytes; null if it is not known. Infinity: there is none. */
function readStackLimit(): number | null {
  try {
    const soft = /^Max stack size +(?<soft>[0-9]{1,19}|unlimited) /mu.exec(readFileSync('/proc/self/limits', 'utf8'))?.groups?.soft;
    return soft === undefined ? null : soft === 'unlimited' ? Number.POSITIVE_INFINITY : Number(soft);
  } catch {
    // No /proc: the usual limit is taken, and a program that cannot be started is an outage like any other.
    return null;
  }
}

/** What these arguments and variables take of that space. */
export function spaceOf(line: readonly string[], environment: Readonly<Record<string, string>>): number {
  const variables = Object.entries(environment).map(([name, value]) => `${name}=${value}`);
  return [...line, ...variables].reduce((sum, text) => sum + Buffer.byteLength(text) + 1 + pointer, 0);
}
