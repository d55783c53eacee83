import { isBy } from '../conversation/login.js';
import { dashboardTitle, renderDashboard } from '../dashboard/render.js';
import { bodyWith, holdsDashboard, stateIn } from '../dashboard/section.js';
import { emptyDashboard } from '../dashboard/state.js';
import type { DashboardState } from '../dashboard/state.js';
import { updateDashboard } from '../dashboard/update.js';
import type { Look, SeenPullRequest } from '../dashboard/update.js';
import { reasonOf } from '../outcomes/reason.js';
import type { GitHubPort } from '../ports/github.js';
import type { Issue } from '../ports/issues.js';
import type { Surroundings } from '../pull-request/facts.js';
import { expectedFailure } from './failures.js';
import type { Handled } from './handle.js';
import type { ActingTrigger } from './look-at.js';
import type { Findings } from './findings.js';

export interface DashboardOrder {
  readonly github: Pick<GitHubPort, 'issues' | 'permissionOf'>;
  readonly surroundings: Surroundings;
  readonly dryRun: boolean;
  readonly trigger: ActingTrigger;
  /** Epoch milliseconds. */
  readonly now: number;
}

/**
 * Brings the dashboard up to date with what this run found and did (spec 5, "Dashboard"): one read, and one write if anything
 * changed. GitHub knows no condition on a write, so of two runs that meet here one may undo the other's part; the next sweep
 * looks at everything and puts it right.
 *
 * Answers notes. Nothing that happens here changes the outcome of the run: what it decided is done and told already.
 */
export async function keepDashboard(found: Findings, order: DashboardOrder): Promise<readonly string[]> {
  const { dashboard } = order.surroundings.settings;
  if (dashboard === null || order.dryRun || (!isSweep(order.trigger) && found.handled.length === 0 && found.queue === null)) {
    return [];
  }
  try {
    const { issue, notes } = dashboard === 'create' ? await ownIssue(order) : await namedIssue(dashboard, order);
    return issue === null ? notes : [...notes, ...(await write(issue, lookOf(found, order), order))];
  } catch (error) {
    const failure = expectedFailure(error);
    return [`The dashboard was not brought up to date. ${failure === null ? `This is a mistake of the action; please report it: ${String(error)}` : reasonOf(failure)}`];
  }
}

interface Finding {
  /** `new`: to be opened. Null: there is none to write to, and the notes say why. */
  readonly issue: Issue | 'new' | null;
  readonly notes: readonly string[];
}

/** An issue that the settings name. Where it belongs to a person, only what lies between the dashboard's marks is written. */
async function namedIssue(number: number, { github, surroundings }: DashboardOrder): Promise<Finding> {
  const issue = await github.issues.issue(number);
  if (issue === null || issue.isPullRequest) {
    const what = issue === null ? `there is no issue #${number}` : `#${number} is a pull request`;
    return { issue: null, notes: [`No dashboard: the setting dashboard names an issue, but ${what}. Name another one, or use create.`] };
  }
  // What the robot shows is read back from the issue, so it must belong to somebody who could edit the robot's own just as well.
  const trusted = isBy(issue, surroundings.settings.robot) || (issue.author !== null && ['admin', 'write'].includes(await github.permissionOf(issue.author)));
  return trusted
    ? { issue, notes: [] }
    : { issue: null, notes: [`No dashboard: issue #${number} was opened by ${issue.author ?? 'a deleted account'}, who may not write to this repository and could falsify it. Name another issue, or use create.`] };
}

/** The robot's own issue, found by its mark. Two runs at once may both have opened one: the older stays. */
async function ownIssue({ github, surroundings }: DashboardOrder): Promise<Finding> {
  const { robot } = surroundings.settings;
  const marked = (issues: readonly Issue[]) => issues.filter(({ body }) => holdsDashboard(body));
  const own = marked(await github.issues.openIssues(robot)).filter((issue) => isBy(issue, robot));
  const [oldest, ...doubles] = own.sort((left, right) => left.number - right.number);
  if (oldest !== undefined) {
    for (const { number } of doubles) {
      await github.issues.updateIssue(number, { state: 'closed' });
    }
    return { issue: oldest, notes: [] };
  }
  // Under another name the robot would not find its issue again, and open one in every run.
  const [other] = marked(await github.issues.openIssues(null)).filter((issue) => !isBy(issue, robot));
  return other === undefined
    ? { issue: 'new', notes: [] }
    : { issue: null, notes: [`No dashboard: issue #${other.number} has the mark of one, but was opened by ${other.author ?? 'a deleted account'}, and the setting robot says ${robot}. Correct the setting, or close that issue.`] };
}

async function write(issue: Issue | 'new', look: Look, { github, surroundings }: DashboardOrder): Promise<readonly string[]> {
  const context = { repositoryUrl: surroundings.repository.webUrl };
  const known = issue === 'new' ? '' : issue.body;
  const state: DashboardState = updateDashboard(stateIn(known) ?? emptyDashboard, look);
  const body = bodyWith(known, state, (limit) => renderDashboard(state, context, limit));
  if (body === null) {
    return ['The dashboard was not brought up to date: what else stands in its issue leaves no room for it.'];
  }
  if (issue === 'new') {
    await github.issues.createIssue({ title: dashboardTitle, body });
  } else if (body !== issue.body) {
    await github.issues.updateIssue(issue.number, { body });
  }
  return [];
}

function isSweep(trigger: ActingTrigger): boolean {
  return trigger.kind === 'sweep' || (trigger.kind === 'command' && trigger.command.name === 'sweep');
}

function lookOf({ handled, queue, incomplete }: Findings, { trigger, now }: DashboardOrder): Look {
  const matrix = queue?.matrix ?? null;
  const nothingQueued = queue?.outcome.code === 302 && queue.outcome.reason.kind === 'event';
  return {
    everything: isSweep(trigger) && incomplete !== true,
    now: Math.floor(now / 60_000),
    pullRequests: handled.map(seenPullRequest),
    queue: matrix === null ? { kind: nothingQueued ? 'empty' : 'not-looked-at' } : { kind: 'matrix', matrix },
    pushed: [...(queue?.plan.push ?? []), ...handled.flatMap(({ plan }) => plan?.push ?? [])],
  };
}

/** An event on an integration pull request is about its parent. */
function seenPullRequest({ number, pullRequest, outcome }: Handled): SeenPullRequest {
  return {
    number: pullRequest?.number ?? number,
    about: pullRequest === null ? null : { title: pullRequest.title, destination: pullRequest.base.branch, open: pullRequest.state === 'open' },
    outcome,
  };
}
