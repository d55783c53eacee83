import { isBy, isSameLogin } from './conversation/login.js';
import { readMarker } from './conversation/marker.js';
import { splitWords } from './conversation/parse.js';
import { readEnvironment, repositoryUrl } from './edge/environment.js';
import type { RunEnvironment } from './edge/environment.js';
import { expectedFailure } from './edge/failures.js';
import { safeLine } from './edge/log.js';
import { onlyOutcome } from './edge/findings.js';
import type { Findings } from './edge/findings.js';
import { Outside } from './edge/outside.js';
import type { HandlingRules } from './edge/rules.js';
import type { RunReport } from './report/run-report.js';
import { readInputs } from './settings/inputs.js';
import type { FailOn, InputName, Inputs } from './settings/inputs.js';
import { problemText } from './settings/problem.js';
import type { GitHubPort } from './ports/github.js';
import { numberAt, textAt, valueAt } from './trigger/payload.js';
import { readTrigger } from './trigger/trigger.js';

/** What the action needs of the machine it runs on, so that it can be composed elsewhere. */
export interface Machine {
  readonly getInput: (name: InputName) => string;
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly log: (line: string) => void;
  /** Has the runner hide this text wherever it is printed. */
  readonly mask: (secret: string) => void;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** What a run came to, for outputs, summary and exit status. */
export interface RunResult {
  readonly report: RunReport;
  readonly failOn: FailOn;
}

/**
 * One run: where to look, look, decide, do, and what came of it. Throws only for mistakes of the program and for a
 * runner that is none (`EnvironmentProblem`); what GitHub, git or people do becomes an outcome.
 */
export async function runAction(machine: Machine): Promise<RunResult> {
  const started = machine.now();
  const log = (line: string) => machine.log(safeLine(line));
  const environment = await readEnvironment(machine.variables);
  const describe = (found: Findings, dryRun: boolean, spent = { requests: 0, gitProcesses: 0 }): RunReport => ({
    ...found,
    dryRun,
    eventName: environment.eventName,
    repositoryUrl: repositoryUrl(environment),
    figures: { ...spent, milliseconds: machine.now() - started },
  });
  const reading = readInputs(machine.getInput);
  if (reading.kind === 'malformed') {
    const problems = reading.problems.map(problemText);
    return { failOn: reading.failOn, report: describe(onlyOutcome({ code: 220, problems }), false) };
  }
  const { inputs } = reading;
  const outside = new Outside(inputs, environment, { ...machine, log });
  try {
    const found = await findingsOf(inputs, environment, machine, outside);
    return { failOn: inputs.failOn, report: describe(found, inputs.dryRun, outside.figures()) };
  } finally {
    await outside.dispose();
  }
}

/** A failure of the world before anything was looked at is the outcome of the run. */
async function findingsOf(inputs: Inputs, environment: RunEnvironment, machine: Machine, outside: Outside): Promise<Findings> {
  try {
    return await find(inputs, environment, machine, outside);
  } catch (error) {
    const outcome = expectedFailure(error);
    if (outcome === null) {
      throw error;
    }
    return onlyOutcome(outcome);
  }
}

async function find(inputs: Inputs, told: RunEnvironment, machine: Machine, outside: Outside): Promise<Findings> {
  const environment = await withOwnWorkflow(told, outside);
  const trigger = readTrigger(environment.eventName, environment.payload, { ownWorkflowPath: environment.ownWorkflowPath, inputs });
  if (trigger.kind === 'nothing') {
    return onlyOutcome({ code: 302, reason: { kind: 'event', detail: trigger.reason } });
  }
  if (trigger.kind === 'refused') {
    return onlyOutcome({ code: 308, command: inputs.command, detail: trigger.reason });
  }
  // Loaded only now: most events of a busy repository lead to nothing, and should cost nothing.
  const [github, { loadSettings, observeSurroundings }] = await Promise.all([outside.openGitHub(), import('./edge/surroundings.js')]);
  // Settings are judged before anything is looked at.
  const reading = await loadSettings(inputs, github, machine.variables);
  if (reading.kind !== 'ok') {
    return onlyOutcome({ code: reading.code, problems: reading.problems.map(problemText) });
  }
  const stranger = await robotOfOtherName(environment, reading.settings.robot, github);
  if (stranger !== null) {
    return { ...onlyOutcome({ code: 302, reason: { kind: 'event', detail: 'the comment is a message of a robot under another name' } }), notes: [stranger] };
  }
  const [ports, { lookAt }] = await Promise.all([outside.openPorts(reading.settings, github), import('./edge/look-at.js')]);
  const surroundings = await observeSurroundings(reading.settings, reading.hash, environment, github);
  const found = await lookAt(trigger, { ports, surroundings, rules: rulesOf(inputs, environment, machine.now()) });
  const { keepDashboard } = await import('./edge/dashboard.js');
  const dashboardNotes = await keepDashboard(found, { github, surroundings, trigger, dryRun: inputs.dryRun, now: machine.now() });
  return { ...found, notes: [...reading.notes, ...found.notes, ...dashboardNotes] };
}

/**
 * Runs of the own workflow count for no build (spec 2, rule 5). Where the runner does not say which workflow that is, GitHub
 * is asked for this run. If this repository has no such run, none of its runs is one of the own workflow.
 */
async function withOwnWorkflow(environment: RunEnvironment, outside: Outside): Promise<RunEnvironment> {
  const { ownWorkflowPath, runId } = environment;
  if (ownWorkflowPath !== null || runId === null) {
    return environment;
  }
  const github = await outside.openGitHub();
  return { ...environment, ownWorkflowPath: await github.workflowPathOfRun(runId) };
}

/**
 * Under another name the robot does not know its own messages again: it would answer its own comment with the same one,
 * whose event would start the next run, for ever. So the event of a comment that bears the robot's mark leads nowhere if
 * an app wrote it by GitHub's own word, or the user of the token. From anybody else the mark says nothing (spec 6).
 */
async function robotOfOtherName({ eventName, payload }: RunEnvironment, robot: string, github: GitHubPort): Promise<string | null> {
  const author = textAt(payload, 'comment', 'user', 'login');
  const body = textAt(payload, 'comment', 'body') ?? '';
  if (eventName !== 'issue_comment' || readMarker(body) === null || isBy({ author }, robot)) {
    return null;
  }
  const app = valueAt(payload, 'comment', 'performed_via_github_app');
  const byApp = textAt(payload, 'comment', 'user', 'type') === 'Bot' || (typeof app === 'object' && app !== null);
  if (!byApp && !isSameLogin(await github.viewer(), author)) {
    return null;
  }
  return `A comment with the robot’s mark was written by ${author ?? 'an unknown account'}, but the setting robot says ${robot}. If that is the account of the token, correct the setting.`;
}

/** Where the runner does not count its runs, the time does: sweeps come every quarter of an hour or so. */
const interval = 15 * 60_000;

function rulesOf(inputs: Inputs, { eventName, payload, runNumber }: RunEnvironment, now: number): HandlingRules {
  return {
    dryRun: inputs.dryRun,
    forcedOptions: splitWords(inputs.options),
    eventComment: eventName === 'issue_comment' ? numberAt(payload, 'comment', 'id') : null,
    rebuilt: null,
    runNumber: runNumber ?? Math.floor(now / interval),
  };
}
