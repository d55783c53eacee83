import { CommitGraph } from '../../src/history/commit-graph.js';
import type { DoctorFacts, ProtectionFacts, RuleFacts } from '../../src/doctor/facts.js';
import { readWorkflowFile } from '../../src/doctor/workflow-file.js';
import type { WorkflowFile } from '../../src/doctor/workflow-file.js';
import { completeSettings } from '../../src/settings/schema.js';
import type { SettingValues } from '../../src/settings/schema.js';
import { createHistory } from '../builders/history.js';
import type { History } from '../builders/history.js';

export const ownPath = '.github/workflows/bert-e.yml';

export const robotWorkflow = `name: Bert-E
on:
  pull_request_target: { types: [opened, reopened, synchronize, edited, closed] }
  pull_request_review: { types: [submitted, edited, dismissed] }
  issue_comment: { types: [created, edited, deleted] }
  workflow_run: { workflows: [CI], types: [completed] }
  schedule: [{ cron: '7,22,37,52 * * * *' }]
  workflow_dispatch: { inputs: { command: { type: string } } }
permissions: {}
concurrency: { group: bert-e, queue: max }
jobs:
  robot:
    steps:
      - uses: actions/create-github-app-token@v2
      - uses: org/berte-action@v1
        with: { token: '\${{ steps.app.outputs.token }}' }
`;

export const ciWorkflow = `name: CI
on:
  push: { branches: ['bugfix/**', 'feature/**', 'w/**', 'q/**'] }
  workflow_dispatch:
jobs: { test: { steps: [{ run: make }] } }
`;

/** A workflow file that must be readable. */
export function workflow(path: string, text: string): WorkflowFile {
  const file = readWorkflowFile(path, text);
  if (file === null) throw new Error(`${path} is no workflow:\n${text}`);
  return file;
}

export function ci(text: string = ciWorkflow): WorkflowFile {
  return workflow('.github/workflows/ci.yml', text);
}

export function robot(text: string = robotWorkflow): WorkflowFile {
  return workflow(ownPath, text);
}

/** The robot's workflow with one part written otherwise; the part must be there. */
export function robotWith(part: string, replacement: string): WorkflowFile {
  if (!robotWorkflow.includes(part)) throw new Error(`The robot’s workflow has no ${part}`);
  return robot(robotWorkflow.replace(part, replacement));
}

export function settings(values: SettingValues = {}): DoctorFacts['settings'] {
  return completeSettings({ robot: 'merge-robot[bot]', required_workflows: ['ci.yml'], admins: ['admin'], ...values });
}

export function rule(type: string, differences: Partial<RuleFacts> = {}): RuleFacts {
  return { type, rulesetId: 12, requiredContexts: [], bypass: 'always', ...differences };
}

/** The status is required, and the robot may bypass that. */
export function protectedBranch(branch: string, rules: readonly RuleFacts[] = [rule('required_status_checks', { requiredContexts: ['bert-e'] })]): ProtectionFacts {
  return { branch, purpose: 'version', rules: { kind: 'seen', value: rules }, classic: { kind: 'seen', value: { enabled: false, requiredContexts: [] } } };
}

export function repository(): History {
  const history = createHistory();
  history.commit('begin');
  history.commit('four', ['begin']);
  history.commit('five', ['four']);
  history.branch('development/4.3', 'four');
  history.branch('development/5.1', 'five');
  return history;
}

export function branches(history: History): Pick<DoctorFacts, 'refs' | 'graph'> {
  return { refs: history.refs(), graph: history.graph() };
}

/** An installation in which nothing is wrong. */
export function health(differences: Partial<DoctorFacts> = {}): DoctorFacts {
  return {
    settings: settings(),
    settingsFile: 'found',
    token: { user: null, hourlyLimit: 5000, push: { kind: 'accepted' }, refusedReads: [] },
    defaultBranch: 'development/5.1',
    workflows: { ownPath, files: [robot(), ci()], unreadable: [] },
    protection: [protectedBranch('development/4.3'), protectedBranch('development/5.1')],
    ...branches(repository()),
    queue: { problems: [], lostByRebuild: [], branches: [] },
    ...differences,
  };
}

export const noGraph = new CommitGraph([]);
