import { describeValue } from './problem.js';
import type { Problem } from './problem.js';

/** The inputs of the action (spec 5, "Inputs") and their defaults, as `action.yml` has them. */
export const inputDefaults = {
  token: '${{ github.token }}',
  'config-file': '.github/bert-e.yml',
  config: '',
  options: '',
  command: '',
  'pull-request': '',
  branch: '',
  'branch-from': '',
  'jira-token': '',
  'dry-run': 'false',
  'fail-on': 'blocked',
} as const;

export type InputName = keyof typeof inputDefaults;

/** Settings live here unless the input `config-file` says otherwise; only then must the file exist. */
export const defaultConfigFile = inputDefaults['config-file'];

/** The commands of spec 4, "Administration". */
export const administrationCommands = [
  'create-branch',
  'delete-branch',
  'delete-queues',
  'rebuild-queues',
  'force-merge-queues',
  'evaluate',
  'sweep',
  'doctor',
] as const;

export type AdministrationCommand = (typeof administrationCommands)[number];

/** What makes the job fail: `blocked`, somebody must act; `pending`, also while waiting; `never`, nothing at all. */
export const failOnValues = ['blocked', 'pending', 'never'] as const;

export type FailOn = (typeof failOnValues)[number];

export interface Inputs {
  readonly token: string;
  /** Path inside the repository, without leading slash. */
  readonly configFile: string;
  /** YAML, merged over the file; empty if not given. */
  readonly config: string;
  /** Options in the syntax of comments, not parsed here; empty if not given. */
  readonly options: string;
  /** As given, the command and what it is about; empty if not given. Judged where commands are read: what is wrong is refused (308). */
  readonly command: string;
  readonly pullRequest: string;
  /** Untrusted, as given; empty if not given. Whether the name is one of GitWaterFlow is for the command to say. */
  readonly branch: string;
  /** A branch, a tag, a commit, or nonsense; empty if not given. */
  readonly branchFrom: string;
  readonly jiraToken: string;
  readonly dryRun: boolean;
  readonly failOn: FailOn;
}

export type InputsReading =
  | { readonly kind: 'ok'; readonly inputs: Inputs }
  /** `failOn` still decides whether the job fails; if it is what is wrong, it is the default. */
  | { readonly kind: 'malformed'; readonly code: 220; readonly problems: readonly Problem[]; readonly failOn: FailOn };

/**
 * The inputs of this run, checked; all problems at once.
 *
 * @param getInput The text of an input, empty if it is not given, as `getInput` of @actions/core answers.
 */
export function readInputs(getInput: (name: InputName) => string): InputsReading {
  const failOn = readFailOn(text('fail-on'));
  const read = {
    token: readToken(text('token')),
    configFile: readPath(text('config-file')),
    dryRun: readBoolean('dry-run', text('dry-run')),
    failOn,
  };
  const problems = Object.values(read).flatMap((input) => (input.kind === 'wrong' ? [input.problem] : []));
  const { token, configFile, dryRun } = read;
  if (token.kind === 'wrong' || configFile.kind === 'wrong' || dryRun.kind === 'wrong' || failOn.kind === 'wrong') {
    return { kind: 'malformed', code: 220, problems, failOn: failOn.kind === 'wrong' ? inputDefaults['fail-on'] : failOn.value };
  }
  return {
    kind: 'ok',
    inputs: {
      token: token.value,
      configFile: configFile.value,
      config: getInput('config'),
      options: getInput('options'),
      command: text('command'),
      pullRequest: text('pull-request'),
      branch: text('branch'),
      branchFrom: text('branch-from'),
      jiraToken: text('jira-token'),
      dryRun: dryRun.value,
      failOn: failOn.value,
    },
  };

  function text(name: InputName): string {
    return getInput(name).trim();
  }
}

type Input<Value> = { readonly kind: 'right'; readonly value: Value } | { readonly kind: 'wrong'; readonly problem: Problem };

function right<Value>(value: Value): Input<Value> {
  return { kind: 'right', value };
}

function wrong(name: InputName, expected: string, found: string, advice: string): Input<never> {
  return { kind: 'wrong', problem: { kind: 'wrong-value', source: 'inputs of the action', position: null, key: name, expected, found, advice } };
}

/** Never shows the token, not even a wrong one. */
function readToken(token: string): Input<string> {
  if (token === '') {
    return wrong('token', 'a token', 'nothing', 'Leave the input out to use the token of the job, or check that the secret or step it comes from exists and is visible to this event.');
  }
  return /[\s\p{Cc}]/u.test(token)
    ? wrong('token', 'a token', 'text with white space in it', 'Store the token again, as one line without spaces.')
    : right(token);
}

function readPath(given: string): Input<string> {
  const path = (given === '' ? defaultConfigFile : given).replace(/^\.\//u, '');
  const parts = path.split('/');
  return parts.some((part) => part === '' || part === '.' || part === '..') || /[\p{Cc}\\]/u.test(path)
    ? wrong('config-file', 'a path inside the repository', describeValue(given), `Write it from the root of the repository, for example ${defaultConfigFile}.`)
    : right(path);
}

/** The booleans of YAML 1.2, as @actions/core reads them. */
function readBoolean(name: InputName, given: string): Input<boolean> {
  switch (given === '' ? inputDefaults['dry-run'] : given) {
    case 'true':
    case 'True':
    case 'TRUE':
      return right(true);
    case 'false':
    case 'False':
    case 'FALSE':
      return right(false);
    default:
      return wrong(name, 'true or false', describeValue(given), 'Write true or false.');
  }
}

function readFailOn(given: string): Input<FailOn> {
  const value = failOnValues.find((known) => known === (given === '' ? inputDefaults['fail-on'] : given));
  return value === undefined
    ? wrong('fail-on', `one of ${failOnValues.join(', ')}`, describeValue(given), 'Leave the input out for blocked, the default.')
    : right(value);
}
