import { parseBuildKeys } from '../builds/build-key.js';
import { developmentBranches } from '../gitwaterflow/cascade.js';
import { formatVersion } from '../gitwaterflow/version.js';
import type { Settings } from '../settings/schema.js';
import type { DoctorFacts } from './facts.js';
import { listed, yaml } from './finding.js';
import type { Finding } from './finding.js';
import { startsOnPush } from './workflow-file.js';
import type { WorkflowFile } from './workflow-file.js';

/** Branches whose builds the robot waits for. A workflow that starts on any of the samples serves them. */
interface Place {
  /** `w/**` */
  readonly branches: string;
  readonly samples: readonly string[];
  /** A run for a pull request counts as one on the branch it comes from. */
  readonly byPullRequest: boolean;
}

/** Does CI start on every branch whose builds are waited for? As the default branch's copies of the workflows say it. */
export function examineBuilds(facts: DoctorFacts): readonly Finding[] {
  const { settings, workflows } = facts;
  const others = workflows.files.filter(({ path }) => path !== workflows.ownPath);
  const actions = parseBuildKeys(settings.buildKey).some((key) => key.kind === 'workflow-runs');
  return [
    ...(actions ? coverage(facts, others) : []),
    ...(actions ? loneliness(settings, others) : []),
    ...dispatched(settings, others),
    ...sameName(facts),
    ...workflows.unreadable.filter((path) => path !== workflows.ownPath).map(unreadable),
  ];
}

function coverage(facts: DoctorFacts, others: readonly WorkflowFile[]): readonly Finding[] {
  const { settings } = facts;
  const places = placesOf(facts);
  if (settings.requiredWorkflows.length === 0) {
    return places
      .filter((place) => !others.some((workflow) => serves(workflow, place, settings)))
      .map((place) => uncovered(`No workflow starts on ${place.branches}.`, place, 'the CI workflow'));
  }
  return settings.requiredWorkflows.flatMap((file): readonly Finding[] => {
    const workflow = others.find((each) => each.file === file);
    if (workflow === undefined) {
      return [
        {
          severity: 'error',
          problem: `required_workflows names ${file}, which is not among the workflows of ${facts.defaultBranch}.`,
          consequence: 'Unless the version branches have it, its run never comes, and no build is ever complete (304).',
          fix: 'Correct the name in the settings (a file name under .github/workflows), or add the workflow to every version branch.',
        },
      ];
    }
    const missing = places.filter((place) => !serves(workflow, place, settings)).map((place) => uncovered(`${file} is required, and does not start on ${place.branches}.`, place, file));
    const filtered = workflow.triggers.get('push')?.paths === true || workflow.triggers.get('pull_request')?.paths === true;
    return filtered ? [...missing, pathFilter(file)] : missing;
  });
}

function uncovered(problem: string, { branches, byPullRequest }: Place, file: string): Finding {
  return {
    severity: 'error',
    problem,
    consequence: 'The build of such a branch never starts (304), and what waits for it never merges.',
    fix: byPullRequest
      ? `In ${file}, on every version branch, add the prefixes of all your source branches (or the event pull_request:):`
      : `In ${file}, on every version branch, add to the branches of push:`,
    code: yaml('on:', 'push:', `branches: [${byPullRequest ? "'bugfix/**', 'feature/**'" : `'${branches}'`}]`),
  };
}

function pathFilter(file: string): Finding {
  return {
    severity: 'warning',
    problem: `${file} is required, and starts for certain files only (paths).`,
    consequence: 'A pull request that touches none of them has no run of it and waits for ever (304).',
    fix: `Let ${file} always start, and skip its jobs instead: a skipped job is a run, and counts.`,
  };
}

function placesOf({ settings, refs }: DoctorFacts): readonly Place[] {
  const versions = developmentBranches([...refs.branches.keys()]).map(({ version }) => formatVersion(version));
  const newest = versions.at(-1) ?? '1.0';
  const source: Place = { branches: 'source branches such as bugfix/x', samples: ['bugfix/x', 'feature/x', 'improvement/x'], byPullRequest: true };
  if (settings.gateOnly) {
    return [source];
  }
  return [
    source,
    ...(versions.length > 1 ? [{ branches: 'w/**', samples: [`w/${newest}/bugfix/x`], byPullRequest: false }] : []),
    // Both names of an entry are at the same commit, and a run on either counts.
    ...(settings.useQueues && !settings.queueAcceptsIntegrationBuilds ? [{ branches: 'q/**', samples: [`q/${newest}`, `q/w/1/${newest}/bugfix/x`], byPullRequest: false }] : []),
  ];
}

function serves(workflow: WorkflowFile, { samples, byPullRequest }: Place, settings: Settings): boolean {
  const byRobot = !byPullRequest && settings.dispatch.includes(workflow.file) && workflow.triggers.has('workflow_dispatch');
  return byRobot || samples.some((branch) => startsOnPush(workflow, branch)) || (byPullRequest && workflow.triggers.has('pull_request'));
}

function loneliness({ requiredWorkflows }: Settings, others: readonly WorkflowFile[]): readonly Finding[] {
  const starting = others.filter(({ triggers }) => triggers.has('push') || triggers.has('pull_request') || triggers.has('pull_request_target') || triggers.has('pull_request_review'));
  return requiredWorkflows.length > 0 || starting.length < 2
    ? []
    : [
        {
          severity: 'warning',
          problem: `required_workflows is empty, and there are several workflows: ${listed(starting.map(({ file }) => file))}.`,
          consequence: 'Whichever of them has run on a branch is its build: a commit can pass for green before CI has started.',
          fix: 'Name the workflows that must have run in the settings, for instance:',
          code: yaml('required_workflows: [ci.yml]'),
        },
      ];
}

function dispatched({ dispatch }: Settings, others: readonly WorkflowFile[]): readonly Finding[] {
  return dispatch.flatMap((file): readonly Finding[] => {
    const workflow = others.find((each) => each.file === file);
    return workflow?.triggers.has('workflow_dispatch') === true
      ? []
      : [
          {
            severity: 'error',
            problem: workflow === undefined ? `dispatch names ${file}, which is not among the workflows of the default branch.` : `dispatch names ${file}, which does not listen to workflow_dispatch.`,
            consequence: 'GitHub refuses to start it (221), so the builds of what the robot pushes never start.',
            ...(workflow === undefined
              ? { fix: 'Correct the name in the settings: a file name under .github/workflows.' }
              : { fix: `Add to ${file}, on every version branch:`, code: yaml('on:', 'workflow_dispatch:') }),
          },
        ];
  });
}

function sameName({ settings, workflows }: DoctorFacts): readonly Finding[] {
  const context = settings.statusContext.toLowerCase();
  const clashing = workflows.files.filter(({ jobs }) => jobs.some((job) => job.toLowerCase() === context));
  return clashing.length === 0
    ? []
    : [
        {
          severity: 'warning',
          problem: `A job is called ${settings.statusContext}, like the robot’s status: in ${listed(clashing.map(({ file }) => file))}.`,
          consequence: 'Where that name is required, GitHub requires both, the status and the check of the job.',
          fix: 'Call the job otherwise, or choose another status_context.',
        },
      ];
}

function unreadable(path: string): Finding {
  return {
    severity: 'note',
    problem: `${path} could not be read as a workflow.`,
    consequence: 'What it starts on is not known here; if GitHub cannot read it either, it never runs.',
    fix: 'Look at it under Actions.',
  };
}
