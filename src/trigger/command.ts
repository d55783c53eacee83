import { administrationCommands } from '../settings/inputs.js';
import { nearestName } from '../settings/nearest-name.js';
import { describeValue } from '../settings/problem.js';

/** The inputs of the action that make up a command, as given; empty where there is none. */
export interface CommandInputs {
  readonly command: string;
  readonly pullRequest: string;
  readonly branch: string;
  readonly branchFrom: string;
}

export const noCommand: CommandInputs = { command: '', pullRequest: '', branch: '', branchFrom: '' };

/** What an administrator asks for (spec chapter 4, "Administration"). Names of branches are not judged yet. */
export type Command =
  | { readonly name: 'evaluate'; readonly pullRequest: number }
  | { readonly name: 'create-branch'; readonly branch: string; readonly branchFrom: string | null }
  | { readonly name: 'delete-branch'; readonly branch: string }
  | { readonly name: 'delete-queues' | 'rebuild-queues' | 'force-merge-queues' | 'sweep' | 'doctor' };

export type ReadCommand =
  | { readonly kind: 'command'; readonly command: Command }
  /** Outcome 308. */
  | { readonly kind: 'refused'; readonly reason: string };

/** Reads the inputs when `command` is given. Inputs the command has no use for are left alone. */
export function readCommand(inputs: CommandInputs): ReadCommand {
  const given = inputs.command.trim();
  const name = administrationCommands.find((known) => known === given);
  const branch = inputs.branch.trim();
  switch (name) {
    case undefined:
      return refused(noSuchCommand(given));
    case 'evaluate': {
      const text = inputs.pullRequest.trim();
      const number = pullRequestNumber(text);
      return number === null ? refused(`the command evaluate needs the input pull-request: the number of a pull request, for example 42; found ${describeValue(text)}`) : command({ name, pullRequest: number });
    }
    case 'create-branch': {
      const branchFrom = inputs.branchFrom.trim();
      return branch === '' ? needsBranch(name) : command({ name, branch, branchFrom: branchFrom === '' ? null : branchFrom });
    }
    case 'delete-branch':
      return branch === '' ? needsBranch(name) : command({ name, branch });
    case 'sweep':
    case 'delete-queues':
    case 'rebuild-queues':
    case 'force-merge-queues':
    case 'doctor':
      return command({ name });
  }
}

function noSuchCommand(given: string): string {
  const nearest = nearestName(given, administrationCommands);
  return nearest === null ? `there is no such command; known are ${administrationCommands.join(', ')}` : `there is no such command; did you mean ${nearest}?`;
}

/** `12`, or `#12` as people write it. */
function pullRequestNumber(text: string): number | null {
  const digits = /^#?(?<digits>[1-9][0-9]{0,14})$/.exec(text)?.groups?.digits;
  return digits === undefined ? null : Number(digits);
}

function command(read: Command): ReadCommand {
  return { kind: 'command', command: read };
}

function refused(reason: string): ReadCommand {
  return { kind: 'refused', reason };
}

function needsBranch(name: string): ReadCommand {
  return refused(`the command ${name} needs the input branch`);
}
