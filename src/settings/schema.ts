import * as v from 'valibot';
import { options } from '../conversation/vocabulary.js';
import type { SwitchName } from '../conversation/vocabulary.js';
import {
  branchPrefix,
  buildKey,
  count,
  dashboard,
  emailOrEmpty,
  flag,
  ignoringCase,
  listOf,
  login,
  loginOrTeam,
  mapOf,
  nameAsKey,
  oneOf,
  optionsByLogin,
  projectKey,
  statusContext,
  webAddressOrEmpty,
  workflowFile,
} from './values.js';
import type { ValueKind } from './values.js';

/**
 * The options that can be in force for an author for good: every plain switch. `after_pull_request` needs a number and
 * is no standing order.
 */
export const authorOptions: readonly SwitchName[] = options.filter((option) => option.takes === 'switch').map((option) => option.name);

/** One setting: what it takes, what it is when nobody sets it, what it does. Default and example are as in YAML. */
export interface SettingDefinition<Schema extends v.GenericSchema = v.GenericSchema> {
  readonly kind: ValueKind<Schema>;
  readonly default: v.InferInput<Schema>;
  readonly example: v.InferInput<Schema>;
  readonly description: string;
}

function setting<Schema extends v.GenericSchema>(
  kind: ValueKind<Schema>,
  defaultValue: v.InferInput<Schema>,
  example: v.InferInput<Schema>,
  description: string,
): SettingDefinition<Schema> {
  return { kind, default: defaultValue, example, description };
}

const logins = listOf(loginOrTeam, 'a list of logins, or teams as @organization/team', ignoringCase);
const workflows = listOf(workflowFile, 'a list of workflow files');
const prefixes = listOf(branchPrefix, 'a list of branch prefixes');

/**
 * All settings (spec 5, "Settings"), in the order in which the documentation shows them. Types, validation, defaults,
 * the JSON Schema and the documentation are made from this table and nothing else.
 */
export const settingDefinitions = {
  robot: setting(login, 'github-actions[bot]', 'merge-robot[bot]', 'Login of the robot: the account behind the token. Comments address it by this name, without `[bot]`.'),
  robot_email: setting(emailOrEmpty, '', 'merge-robot@example.com', 'E-mail address on the commits of the robot. Empty: its address at `users.noreply.github.com`.'),
  status_context: setting(statusContext, 'bert-e', 'merge-gate', 'Name of the commit status written on the head of the pull request. Require this status in the branch protection.'),
  gate_only: setting(flag, false, true, 'Only judge: the status is success when every check holds, and nothing is merged or pushed.'),
  no_comment: setting(flag, false, true, 'Never write a comment on a pull request.'),
  sweep_budget: setting(count, 500, 200, 'Requests to GitHub that one sweep may make about open pull requests; it ends there, and the next ones begin with others. One that waits takes 2 to 8. GitHub allows the token of the job 1,000 an hour, that of an app 5,000 or more. 0: no limit.'),
  dashboard: setting(dashboard, 'none', 'create', 'An issue that shows the queue and what every pull request waits for: its number, or `create` to open one.'),

  build_key: setting(buildKey, 'github_actions', ['github_actions', 'check:circleci/build'], 'What must be green: workflow runs (`github_actions`), a commit status by its name, or a check run by `check:<name>` or `check:<app>/<name>`. Of a list, all. Empty text: no build checks.'),
  run_selection: setting(oneOf('best', 'latest'), 'best', 'latest', 'Which of several runs of one workflow on a branch counts: the best or the newest.'),
  allow_all_skipped: setting(flag, false, true, 'Accept a commit on which every run was skipped. Otherwise such a build has not started.'),
  required_workflows: setting(workflows, [], ['ci.yml'], 'Workflows that must have run on each branch. While one is missing the build has not started, even if all others are green.'),
  dispatch: setting(workflows, [], ['ci.yml'], 'Workflows the robot starts by `workflow_dispatch` on each branch it pushes; their runs then count. For those who have only the token of the job, whose pushes start no CI.'),

  required_peer_approvals: setting(count, 1, 2, 'How many reviewers other than the author must approve.'),
  required_leader_approvals: setting(count, 0, 1, 'How many approvals must come from `project_leaders`. Not more than `required_peer_approvals`.'),
  project_leaders: setting(logins, [], ['alice', '@acme/leads'], 'Who counts as a leader.'),
  need_author_approval: setting(flag, false, true, 'The author must approve too, by a review or by the option `approve`.'),
  dismiss_stale_approvals: setting(flag, false, true, 'Count only approvals given on the head commit.'),
  admins: setting(logins, [], ['alice', '@acme/release'], 'Who may use privileged options and commands.'),
  pr_author_options: setting(optionsByLogin(authorOptions, 'a map from login to a list of option names'), {}, { 'dependabot[bot]': ['bypass_author_approval', 'bypass_jira_check'] }, 'Options always in force on the pull requests of an author, for instance of a bot.'),

  always_create_integration_branches: setting(flag, true, false, 'Create the integration branches without being asked. Otherwise the author asks for them by approving or by the option `create_integration_branches`.'),
  always_create_integration_pull_requests: setting(flag, false, true, 'Open a pull request for every integration branch.'),
  max_commit_diff: setting(count, 0, 100, 'Refuse a source branch that lacks more commits of its destination than this. 0: no limit.'),
  allowed_prefixes: setting(mapOf(nameAsKey, prefixes, 'a map from destination pattern to a list of branch prefixes'), {}, { 'hotfix/*': ['bugfix', 'bug'] }, 'Branch prefixes accepted by destinations that match a pattern. A destination that matches none accepts all.'),
  forks: setting(flag, false, true, 'Handle pull requests from forks too.'),
  delete_source_branch: setting(flag, false, true, 'Delete the source branch after its merge.'),

  use_queues: setting(flag, true, false, 'Merge through the queue, so that what lands is exactly what was tested.'),
  skip_queue_when_not_needed: setting(flag, false, true, 'Merge directly when nothing is queued and the branches already contain their destinations.'),
  queue_on_failure: setting(oneOf('wait', 'eject'), 'wait', 'eject', 'When the build of a queued pull request fails: wait for somebody, or take it out and rebuild the rest.'),
  queue_recovery: setting(oneOf('rebuild', 'block'), 'rebuild', 'block', 'When the queue branches contradict each other: rebuild them if nobody’s commit would be lost, or stop.'),
  queue_accepts_integration_builds: setting(flag, false, true, 'In the queue, count runs of the integration branch on the very same commit as well.'),

  jira_account_url: setting(webAddressOrEmpty, '', 'https://acme.atlassian.net', 'Address of Jira. Issues are checked only if address, `jira_email` and `jira_keys` are all set.'),
  jira_email: setting(emailOrEmpty, '', 'merge-robot@example.com', 'Account that belongs to the input `jira-token`.'),
  jira_keys: setting(listOf(projectKey, 'a list of Jira project keys', ignoringCase), [], ['PROJ'], 'Projects whose issues are accepted.'),
  prefixes: setting(mapOf(nameAsKey, branchPrefix, 'a map from issue type to branch prefix'), {}, { Story: 'feature', Bug: 'bugfix' }, 'Issue types that are accepted, each with its branch prefix.'),
  bypass_prefixes: setting(prefixes, [], ['documentation'], 'Branch prefixes for which no issue is asked.'),
  check_prefix_matches_type: setting(flag, false, true, 'The branch prefix must be the one that `prefixes` gives for the type of the issue.'),
  disable_version_checks: setting(flag, false, true, 'Do not compare the fix versions of the issue with the versions the pull request lands on.'),
} as const satisfies Readonly<Record<string, SettingDefinition>>;

export type SettingKey = keyof typeof settingDefinitions;

export const settingKeys = Object.keys(settingDefinitions) as readonly SettingKey[];

type CamelCase<Text extends string> = Text extends `${infer Head}_${infer Tail}` ? `${Head}${Capitalize<CamelCase<Tail>>}` : Text;

/** The value of a setting as the program uses it. */
export type SettingValue<Key extends SettingKey> = v.InferOutput<(typeof settingDefinitions)[Key]['kind']['schema']>;

/**
 * The settings in force, every one of them. Names are those of the file in camel case. Maps are `ReadonlyMap`; the
 * keys of `prAuthorOptions` are in lower case, the keys of `jiraKeys` in upper case, `dashboard` is null for `none`,
 * and `robotEmail` is never empty.
 */
export type Settings = { readonly [Key in SettingKey as CamelCase<Key>]: SettingValue<Key> };

/** What was set, by the name in the file. */
export type SettingValues = { readonly [Key in SettingKey]?: SettingValue<Key> };

export function isSettingKey(key: string): key is SettingKey {
  return Object.hasOwn(settingDefinitions, key);
}

/** The settings in force when only these are set. */
export function completeSettings(values: SettingValues): Settings {
  const complete = Object.fromEntries(settingKeys.map((key) => [camelCase(key), values[key] ?? defaultOf(key)]));
  // The loop above goes over every key of the table from which the type is made; the compiler cannot follow it.
  const settings = complete as unknown as Settings;
  return settings.robotEmail === '' ? { ...settings, robotEmail: addressOf(settings.robot) } : settings;
}

function defaultOf(key: SettingKey): unknown {
  return v.parse(settingDefinitions[key].kind.schema, settingDefinitions[key].default);
}

function camelCase(key: SettingKey): string {
  return key.replaceAll(/_(?<letter>[a-z])/gu, (_match, letter: string) => letter.toUpperCase());
}

/** GitHub shows the account beside a commit that bears its private address; that of the job's token has a number. */
function addressOf(robot: string): string {
  const account = robot === 'github-actions[bot]' ? '41898282+github-actions[bot]' : robot;
  return `${account}@users.noreply.github.com`;
}
