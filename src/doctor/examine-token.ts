import { parseBuildKeys } from '../builds/build-key.js';
import { isSameLogin } from '../conversation/login.js';
import type { Settings } from '../settings/schema.js';
import { ownWorkflow, tokenKind } from './facts.js';
import type { DoctorFacts } from './facts.js';
import { listed, yaml } from './finding.js';
import type { Finding } from './finding.js';
import type { Permissions } from './workflow-file.js';

const jobLogin = 'github-actions[bot]';

/** Who the robot is, what it may do, and whether what it pushes starts CI. */
export function examineToken(facts: DoctorFacts): readonly Finding[] {
  return [...identity(facts), ...refusals(facts), ...startsCi(facts), ...jobPermissions(facts)];
}

function identity(facts: DoctorFacts): readonly Finding[] {
  const { settings, token } = facts;
  const kind = tokenKind(facts);
  const found = (who: string, fix: string): readonly Finding[] => [
    {
      severity: 'error',
      problem: `The token acts as ${who}, but the setting robot is ${settings.robot}.`,
      consequence: 'The robot does not know its own comments and statuses again: it repeats itself, forgets what was queued or told, and takes its own comments for somebody’s.',
      fix,
    },
  ];
  switch (kind) {
    case 'user':
      return isSameLogin(token.user, settings.robot) ? [] : found(token.user ?? '', `Set robot: ${token.user ?? ''} in the settings file.`);
    case 'job':
      return isSameLogin(jobLogin, settings.robot) ? [] : found(jobLogin, `Set robot: ${jobLogin}, or give the input token the token that belongs to ${settings.robot}.`);
    case 'app':
      return settings.robot.toLowerCase().endsWith('[bot]') && !isSameLogin(jobLogin, settings.robot)
        ? []
        : found('a GitHub App', 'Set robot to the login of the app: its name in the address of its page, followed by [bot].');
    case 'unknown':
      return [];
  }
}

function refusals({ token }: DoctorFacts): readonly Finding[] {
  const pushes: readonly Finding[] =
    token.push?.kind === 'refused'
      ? [
          {
            severity: 'error',
            problem: `The token may not push: ${token.push.why}`,
            consequence: 'Nothing can be integrated, queued or merged: outcome 221.',
            fix: 'Give the token the permission contents: write (of an app in its settings, then accept it in the installation; of the job under permissions in the workflow; of a person write access).',
          },
        ]
      : [];
  const reads = token.refusedReads.map(
    ({ what, permission, why }): Finding => ({
      severity: 'error',
      problem: `The token may not read ${what}: ${why}`,
      consequence: 'No pull request can be judged: every run ends with outcome 221.',
      fix: `Give the token the permission ${permission}.`,
    }),
  );
  return [...pushes, ...reads];
}

function startsCi(facts: DoctorFacts): readonly Finding[] {
  const { settings } = facts;
  const kind = tokenKind(facts);
  const waitsForRuns = parseBuildKeys(settings.buildKey).length > 0;
  if (kind !== 'job' || settings.gateOnly || !waitsForRuns || settings.dispatch.length > 0) {
    return [];
  }
  return [
    {
      severity: 'error',
      problem: 'The token is the one of the job, and the setting dispatch is empty.',
      consequence: 'GitHub starts no workflow for what this token pushes: the builds of w/… and q/… branches never start (304), and nothing merges.',
      fix: 'Give the input token the token of a GitHub App (actions/create-github-app-token) or of an account of the robot; or name the CI workflows in the settings, dispatch: [ci.yml], and give each the trigger workflow_dispatch.',
    },
  ];
}

type Needs = ReadonlyArray<readonly [permission: string, level: 'read' | 'write', why: string]>;

function needed(settings: Settings): Needs {
  const keys = parseBuildKeys(settings.buildKey);
  return [
    settings.gateOnly ? ['contents', 'read', 'settings and branches'] : ['contents', 'write', 'pushes'],
    ['pull-requests', 'write', 'comments'],
    ['statuses', 'write', `the status ${settings.statusContext}`],
    settings.gateOnly ? ['actions', 'read', 'builds'] : ['actions', 'write', 'builds, and starting them again'],
    ...(keys.some((key) => key.kind === 'check-run') ? ([['checks', 'read', 'builds']] as const) : []),
  ];
}

/** Only of the job's own token are the permissions written down where they can be read. */
function jobPermissions(facts: DoctorFacts): readonly Finding[] {
  const workflow = ownWorkflow(facts.workflows);
  if (workflow === null || tokenKind(facts) !== 'job') {
    return [];
  }
  const { permissions } = workflow;
  const needs = needed(facts.settings);
  const block = yaml(`permissions: { ${needs.map(([name, level]) => `${name}: ${level}`).join(', ')} }`);
  if (permissions === null) {
    return [
      {
        severity: 'warning',
        problem: `${workflow.path} says nothing about permissions.`,
        consequence: 'The token has what the repository or the organisation gives by default: either too little, or more than needed.',
        fix: `Add to ${workflow.path}:`,
        code: block,
      },
    ];
  }
  const missing = needs.filter(([name, level]) => !grants(permissions, name, level));
  return missing.length === 0
    ? []
    : [
        {
          severity: 'error',
          problem: `The token of the job lacks ${listed(missing.map(([name, level, why]) => `${name}: ${level} (${why})`))}.`,
          consequence: 'What needs it is refused (221).',
          fix: `Write in ${workflow.path}:`,
          code: block,
        },
      ];
}

function grants(permissions: Permissions, name: string, level: 'read' | 'write'): boolean {
  const given = permissions.kind === 'all' ? permissions.level : permissions.levels.get(name);
  return given === 'write' || given === level;
}
