/**
 * The words the robot understands in comments (spec chapter 3): the one table from which the parser, the table in the
 * greeting, the manual and the documentation are derived. A word keeps its meaning for ever.
 */

/**
 * Who may use a word: everybody; the author of the pull request alone; those named in the setting `admins`; or, for commands
 * that delete something or cost something, whoever may write to the repository, and the author. The last is asked of GitHub.
 */
export type Permission = 'anyone' | 'author-only' | 'privileged' | 'write-access';

/** How many pull requests one can be made to wait for: each is read at every look. */
export const mostDependencies = 50;

interface OptionEntry {
  readonly name: string;
  /** `switch`: on or off. `pull-request-number`: needs `=<number>` and may be repeated. */
  readonly takes: 'switch' | 'pull-request-number';
  readonly permission: Permission;
  /** One short phrase in Markdown, without a full stop. */
  readonly effect: string;
}

interface CommandEntry {
  readonly name: string;
  readonly aliases: readonly string[];
  /**
   * No command is privileged today. A privileged one would be refused to everybody who is not in `admins`, and, unlike
   * an option, also to an admin on their own pull request.
   */
  readonly permission: Permission;
  /** One short phrase in Markdown, without a full stop. */
  readonly effect: string;
}

/** All options, in the order of the specification. */
export const options = [
  { name: 'after_pull_request', takes: 'pull-request-number', permission: 'anyone', effect: 'wait until that pull request is merged (may be given several times)' },
  { name: 'approve', takes: 'switch', permission: 'author-only', effect: 'the author approves; also asks for integration branches' },
  { name: 'bypass_author_approval', takes: 'switch', permission: 'privileged', effect: 'do without the approval of the author' },
  { name: 'bypass_build_status', takes: 'switch', permission: 'privileged', effect: 'do without successful builds' },
  { name: 'bypass_commit_size', takes: 'switch', permission: 'privileged', effect: 'allow a source branch that is far behind its destination' },
  { name: 'bypass_incompatible_branch', takes: 'switch', permission: 'privileged', effect: 'allow a source branch prefix that a target does not accept' },
  { name: 'bypass_jira_check', takes: 'switch', permission: 'privileged', effect: 'skip the checks of the issue tracker' },
  { name: 'bypass_leader_approval', takes: 'switch', permission: 'privileged', effect: 'do without the approval of project leaders' },
  { name: 'bypass_peer_approval', takes: 'switch', permission: 'privileged', effect: 'do without the approval of peers' },
  { name: 'create_integration_branches', takes: 'switch', permission: 'anyone', effect: 'create the integration branches' },
  { name: 'create_pull_requests', takes: 'switch', permission: 'anyone', effect: 'create the integration branches and a pull request for each' },
  { name: 'no_octopus', takes: 'switch', permission: 'anyone', effect: 'use consecutive two-parent merges instead of octopus merges' },
  { name: 'unanimity', takes: 'switch', permission: 'anyone', effect: 'require the approval of every participant' },
  { name: 'wait', takes: 'switch', permission: 'anyone', effect: 'do nothing until this comment is removed' },
] as const satisfies readonly OptionEntry[];

/** All commands, in the order of the specification. */
export const commands = [
  { name: 'help', aliases: [], permission: 'anyone', effect: 'show this manual' },
  { name: 'status', aliases: [], permission: 'anyone', effect: 'report the state of every check, the builds and the position in the queue' },
  { name: 'reset', aliases: [], permission: 'write-access', effect: 'delete the integration branches, unless work of a developer would be lost' },
  { name: 'force_reset', aliases: [], permission: 'write-access', effect: 'delete the integration branches **and the work on them**' },
  { name: 'retry', aliases: ['build'], permission: 'write-access', effect: 'run the failed workflow runs of this pull request again' },
  { name: 'clear', aliases: [], permission: 'write-access', effect: 'delete the earlier comments of the robot' },
] as const satisfies readonly CommandEntry[];

export type Option = (typeof options)[number];
export type OptionName = Option['name'];
/** An option that is on or off. */
export type SwitchName = Extract<Option, { takes: 'switch' }>['name'];
export type CommandName = (typeof commands)[number]['name'];
export type Command = CommandEntry & { readonly name: CommandName };

// Maps, not objects: a comment may well say `constructor` or `__proto__`.
const optionsByName: ReadonlyMap<string, Option> = new Map(options.map((option) => [option.name, option]));
const commandsByName: ReadonlyMap<string, Command> = new Map(
  commands.flatMap((command: Command) => [command.name, ...command.aliases].map((name) => [name, command] as const)),
);

/** The option of that exact name; words are case-sensitive, as in the reference. */
export function optionNamed(name: string): Option | undefined {
  return optionsByName.get(name);
}

/** The command of that exact name or alias. */
export function commandNamed(name: string): Command | undefined {
  return commandsByName.get(name);
}

/** A word longer than this resembles nothing; it also bounds the work of the comparison. */
const longestComparedWord = 40;

/**
 * The option or command an unknown word was probably meant to be, for "did you mean": the same but for case and hyphens,
 * or at most two edits away (one for short words). Null when nothing is that near.
 */
export function nearestWord(unknown: string): string | null {
  if (unknown.length > longestComparedWord) return null;
  const written = unknown.toLowerCase().replaceAll('-', '_');
  const allowed = written.length <= 4 ? 1 : 2;
  let nearest: { readonly name: string; readonly distance: number } | null = null;
  for (const name of [...optionsByName.keys(), ...commandsByName.keys()]) {
    const distance = editDistance(written, name);
    if (distance <= allowed && distance < (nearest?.distance ?? Infinity)) nearest = { name, distance };
  }
  return nearest?.name ?? null;
}

/** Levenshtein's distance, row by row. */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let index = 0; index < from.length; index += 1) {
    const next = [index + 1];
    for (let column = 1; column <= to.length; column += 1) {
      const replaced = (row[column - 1] ?? 0) + (from[index] === to[column - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
