import { parseBuildKeys } from '../builds/build-key.js';
import type { DoctorFacts } from './facts.js';
import { ownWorkflow } from './facts.js';
import { listed, yaml, yamlWord } from './finding.js';
import type { Finding } from './finding.js';
import { acceptsBranch } from './workflow-file.js';
import type { WorkflowFile } from './workflow-file.js';

/** The workflow that runs the robot: which events reach it, and do its runs get in each other's way? */
export function examineOwnWorkflow(facts: DoctorFacts): readonly Finding[] {
  const { ownPath, unreadable } = facts.workflows;
  const workflow = ownWorkflow(facts.workflows);
  if (ownPath === '') {
    return [];
  }
  if (workflow === null) {
    return [
      unreadable.includes(ownPath)
        ? {
            severity: 'error',
            problem: `${ownPath} on ${facts.defaultBranch}, the default branch, is no workflow that GitHub could read.`,
            consequence: 'No event starts the robot; only this branch’s copy was started by hand.',
            fix: `Correct the file on ${facts.defaultBranch}.`,
          }
        : {
            severity: 'error',
            problem: `The robot’s workflow ${ownPath} is not on ${facts.defaultBranch}, the default branch.`,
            consequence: 'pull_request_target, issue_comment, workflow_run and schedule take workflows from the default branch only: nothing of that starts the robot.',
            fix: `Put the file on ${facts.defaultBranch}.`,
          },
    ];
  }
  return [...pullRequestEvents(workflow), ...reviewEvents(workflow, facts), ...commentEvents(workflow), ...buildEvents(workflow, facts), ...schedule(workflow), ...concurrency(workflow)];
}

function missing(workflow: WorkflowFile, event: string, consequence: string, lines: string): Finding {
  return { severity: 'warning', problem: `${workflow.path} does not listen to ${event}.`, consequence, fix: `Add to ${workflow.path}:`, code: yaml('on:', lines) };
}

const pullRequestTypes = ['opened', 'reopened', 'synchronize', 'edited', 'closed'];
/** What GitHub takes where no types are named. */
const usualPullRequestTypes = ['opened', 'reopened', 'synchronize'];

function pullRequestEvents(workflow: WorkflowFile): readonly Finding[] {
  const target = workflow.triggers.get('pull_request_target');
  const trigger = target ?? workflow.triggers.get('pull_request');
  const line = `pull_request_target: { types: [${pullRequestTypes.join(', ')}] }`;
  if (trigger === undefined) {
    return [missing(workflow, 'pull_request_target', 'New pull requests and new commits are noticed at the next sweep only.', line)];
  }
  const types = pullRequestTypes.filter((type) => !(trigger.types ?? usualPullRequestTypes).includes(type));
  return [
    ...(types.length === 0
      ? []
      : [
          {
            severity: 'warning' as const,
            problem: `${workflow.path} listens to pull requests, but not when they are ${listed(types)}.`,
            consequence: 'What happens then is noticed at the next sweep only; branches of a closed pull request stay until then.',
            fix: `Write in ${workflow.path}:`,
            code: yaml('on:', line),
          },
        ]),
    ...(target === undefined
      ? [
          {
            severity: 'warning' as const,
            problem: `${workflow.path} listens to pull_request and not to pull_request_target.`,
            consequence: 'Each pull request brings its own copy of the workflow, so whoever opens one can change what runs; and nothing runs while it conflicts.',
            fix: `Write in ${workflow.path}:`,
            code: yaml('on:', line),
          },
        ]
      : []),
  ];
}

/** Reviews may come by a bell: a workflow of no permissions that listens to them, whose end starts the robot. */
function reviewEvents(workflow: WorkflowFile, { workflows }: DoctorFacts): readonly Finding[] {
  const heard = workflow.triggers.get('workflow_run')?.workflows ?? [];
  const bell = workflows.files.some(({ name, triggers }) => heard.includes(name) && triggers.has('pull_request_review'));
  return workflow.triggers.has('pull_request_review') || bell
    ? []
    : [missing(workflow, 'pull_request_review', 'Approvals and change requests are noticed at the next sweep only.', 'pull_request_review: { types: [submitted, edited, dismissed] }')];
}

function commentEvents(workflow: WorkflowFile): readonly Finding[] {
  const trigger = workflow.triggers.get('issue_comment');
  const line = 'issue_comment: { types: [created, edited, deleted] }';
  if (trigger === undefined) {
    return [missing(workflow, 'issue_comment', 'Commands and options in comments are obeyed at the next sweep only.', line)];
  }
  return trigger.types === null || trigger.types.includes('created')
    ? []
    : [{ severity: 'warning', problem: `${workflow.path} does not listen to comments when they are created.`, consequence: 'Commands and options in comments are obeyed at the next sweep only.', fix: `Write in ${workflow.path}:`, code: yaml('on:', line) }];
}

function buildEvents(workflow: WorkflowFile, facts: DoctorFacts): readonly Finding[] {
  const keys = parseBuildKeys(facts.settings.buildKey);
  const late = 'The end of a build is noticed at the next sweep only: pull requests merge late.';
  const hears = (event: string) => workflow.triggers.has(event);
  return [
    ...(keys.some((key) => key.kind === 'workflow-runs') ? workflowRunEvents(workflow, facts, late) : []),
    ...(keys.some((key) => key.kind === 'commit-status') && !hears('status') ? [missing(workflow, 'status', late, 'status:')] : []),
    ...(keys.some((key) => key.kind === 'check-run') && !hears('check_run') && !hears('check_suite')
      ? [missing(workflow, 'check_run', late, 'check_run: { types: [completed] }')]
      : []),
  ];
}

function workflowRunEvents(workflow: WorkflowFile, { workflows, settings }: DoctorFacts, late: string): readonly Finding[] {
  const trigger = workflow.triggers.get('workflow_run');
  const others = workflows.files.filter((file) => file !== workflow);
  const builds = others.filter((file) => (settings.requiredWorkflows.length > 0 ? settings.requiredWorkflows.includes(file.file) : file.triggers.has('push') || file.triggers.has('pull_request')));
  const line = `workflow_run: { workflows: [${(builds.length === 0 ? ['CI'] : builds.map(({ name }) => yamlWord(name))).join(', ')}], types: [completed] }`;
  if (trigger === undefined) {
    return [missing(workflow, 'workflow_run', late, line)];
  }
  const names = new Set(workflows.files.map(({ name }) => name));
  const unknown = trigger.workflows.filter((name) => !names.has(name));
  const unheard = builds.filter(({ name }) => !trigger.workflows.includes(name)).map(({ name }) => name);
  const made = settings.gateOnly ? [] : [...(settings.useQueues ? ['q/w/1/1.0/bugfix/x'] : []), 'w/1.0/bugfix/x'];
  const filtered = made.filter((branch) => !acceptsBranch(trigger, branch));
  const warn = (problem: string, consequence: string, fix: string): Finding => ({ severity: 'warning', problem, consequence, fix });
  const write = (problem: string): Finding => ({ ...warn(problem, late, `Write in ${workflow.path}:`), code: yaml('on:', line) });
  return [
    ...(unknown.length > 0 ? [warn(`${workflow.path} waits for workflows that do not exist: ${listed(unknown)}.`, late, 'Under workflow_run: workflows, write the name: of each CI workflow, exactly.')] : []),
    ...(unheard.length > 0 ? [write(`${workflow.path} does not hear of the end of ${listed(unheard)}.`)] : []),
    ...(trigger.workflows.includes(workflow.name) ? [warn(`${workflow.path} waits for itself.`, 'Each of its runs starts one more, which finds nothing to do.', `Take ${workflow.name} out of workflow_run: workflows.`)] : []),
    ...(trigger.types !== null && !trigger.types.includes('completed') ? [write(`${workflow.path} does not hear when workflow runs are completed.`)] : []),
    ...(filtered.length > 0 ? [warn(`${workflow.path} hears of builds on some branches only, and not on the robot’s own (${listed(filtered)}).`, late, 'Take branches: and branches-ignore: out of workflow_run.')] : []),
  ];
}

function schedule(workflow: WorkflowFile): readonly Finding[] {
  return workflow.triggers.has('schedule')
    ? []
    : [missing(workflow, 'schedule', 'GitHub loses events now and then; without a sweep, what such an event was about stays as it is until something else happens.', "schedule: [{ cron: '7,22,37,52 * * * *' }]")];
}

/** Contexts that differ from event to event, so that runs are not kept apart. */
const changing = /\bgithub\.(?:ref|ref_name|head_ref|sha|run_id|event|event_name|actor)\b/;

function concurrency({ path, concurrency: found }: WorkflowFile): readonly Finding[] {
  const code = yaml('concurrency: { group: bert-e, queue: max }');
  if (found === null) {
    return [
      {
        severity: 'warning',
        problem: `${path} sets no concurrency.`,
        consequence: 'Several runs look at the same moment. Nothing is damaged, but requests are wasted, and runs that lose the race look again.',
        fix: 'Add to the workflow:',
        code,
      },
    ];
  }
  const findings: Finding[] = [];
  if (found.cancelInProgress) {
    findings.push({
      severity: 'error',
      problem: `${path} cancels runs that are in progress.`,
      consequence: 'A run that is cancelled between its push and its messages leaves both to the next one; where events come often, none comes to its end.',
      fix: 'Take cancel-in-progress out:',
      code,
    });
  }
  if (changing.test(found.group)) {
    findings.push({
      severity: 'warning',
      problem: `The concurrency group of ${path} differs from event to event: ${found.group}.`,
      consequence: 'Runs are not kept apart: requests are wasted, and runs that lose the race look again.',
      fix: 'Use one group for the whole repository:',
      code,
    });
  }
  if (!found.keepsAll && !found.cancelInProgress) {
    findings.push({
      severity: 'note',
      problem: `The concurrency of ${path} keeps one waiting run only.`,
      consequence: 'GitHub cancels the older ones that wait, and what they were about waits for the sweep.',
      fix: 'Where GitHub knows it (not on every Enterprise Server), write:',
      code,
    });
  }
  return findings;
}
