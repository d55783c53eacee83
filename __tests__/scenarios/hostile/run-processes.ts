import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Every form in which a token could stand somewhere. */
export function formsOf(token: string): readonly string[] {
  const base64 = [token, `x-access-token:${token}`].map((text) => Buffer.from(text).toString('base64').replace(/=+$/, ''));
  return [...new Set([token, encodeURIComponent(token), ...base64])];
}

/** What was found by looking at the machine while a run went on. */
export interface Sighting {
  /** `node INPUT_TOKEN`: variables that hold the token, by program. */
  readonly variables: Set<string>;
  /** Programs with the token in an argument. */
  readonly arguments: Set<string>;
  /** Files with the token in them. */
  readonly files: Set<string>;
  /** Files open for writing that are not on the machine of the run. */
  readonly outside: Set<string>;
  /** Programs seen, and names of files read: that something was looked at. */
  readonly programs: Set<string>;
  readonly searched: Set<string>;
}

export function nothingSeen(): Sighting {
  return { variables: new Set(), arguments: new Set(), files: new Set(), outside: new Set(), programs: new Set(), searched: new Set() };
}

interface Process {
  readonly id: number;
  readonly parent: number;
  readonly program: string;
  readonly environment: readonly string[];
  readonly commandLine: string;
}

/**
 * Looks, at this moment, at every process of the run (the node that was given this token, and all it started) and at every
 * byte of its machine. To be called while the run waits for an answer, so that nothing moves meanwhile but git's own work.
 */
export function lookAround(token: string, sighting: Sighting): void {
  const forms = formsOf(token);
  const holds = (text: string): boolean => forms.some((form) => text.includes(form));
  const processes = allProcesses();
  const runs = processes.filter(({ environment }) => environment.includes(`INPUT_TOKEN=${token}`));
  const machines = new Set(runs.flatMap(({ environment }) => environment.filter((line) => line.startsWith('RUNNER_TEMP=')).map((line) => dirname(line.slice('RUNNER_TEMP='.length)))));
  // Arguments are for everybody to read: those of every process of this computer.
  for (const { program } of processes.filter(({ commandLine }) => holds(commandLine))) sighting.arguments.add(program);
  for (const process of withDescendants(runs, processes)) {
    sighting.programs.add(process.program);
    for (const line of process.environment.filter(holds)) sighting.variables.add(`${process.program} ${line.slice(0, line.indexOf('='))}`);
    for (const file of openForWriting(process.id)) if (![...machines].some((machine) => file.startsWith(`${machine}/`))) sighting.outside.add(file);
  }
  for (const machine of machines) {
    for (const file of filesBelow(machine)) {
      sighting.searched.add(file.split('/').at(-1) ?? '');
      if (holds(readOrNothing(file)) || holds(file)) sighting.files.add(file);
    }
  }
}

function withDescendants(runs: readonly Process[], all: readonly Process[]): readonly Process[] {
  const ids = new Set(runs.map(({ id }) => id));
  for (let before = -1; before < ids.size;) {
    before = ids.size;
    for (const { id, parent } of all) if (ids.has(parent)) ids.add(id);
  }
  return all.filter(({ id }) => ids.has(id));
}

function allProcesses(): readonly Process[] {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map((name) => {
    const status = readOrNothing(`/proc/${name}/stat`);
    return {
      id: Number(name),
      parent: Number(status.slice(status.lastIndexOf(')') + 1).trim().split(' ')[1] ?? 0),
      program: status.slice(status.indexOf('(') + 1, status.lastIndexOf(')')),
      environment: readOrNothing(`/proc/${name}/environ`).split('\0'),
      commandLine: readOrNothing(`/proc/${name}/cmdline`),
    };
  });
}

function openForWriting(id: number): readonly string[] {
  return entriesOf(`/proc/${id}/fd`).flatMap((descriptor) => {
    const flags = /^flags:\s*(?<flags>[0-7]+)$/m.exec(readOrNothing(`/proc/${id}/fdinfo/${descriptor}`))?.groups?.flags ?? '0';
    const target = (Number.parseInt(flags, 8) & 3) === 0 ? '' : linkOrNothing(`/proc/${id}/fd/${descriptor}`);
    return target.startsWith('/') && !target.startsWith('/dev/') ? [target] : [];
  });
}

function filesBelow(directory: string): readonly string[] {
  return entriesOf(directory, true).map((name) => join(directory, name));
}

/** Processes end and files go while one looks: that is nothing to be seen. */
function readOrNothing(path: string): string {
  return unlessGone(() => readFileSync(path, 'latin1'), '');
}

function linkOrNothing(path: string): string {
  return unlessGone(() => readlinkSync(path), '');
}

function entriesOf(path: string, recursive = false): readonly string[] {
  return unlessGone(() => readdirSync(path, { recursive, encoding: 'utf8' }), []);
}

function unlessGone<Result>(read: () => Result, nothing: Result): Result {
  try {
    return read();
  } catch (error) {
    if (['ENOENT', 'ESRCH', 'EACCES', 'EISDIR', 'ENOTDIR', 'EINVAL', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) return nothing;
    throw error;
  }
}
