import { stringify } from 'yaml';
import type { InitialCommit } from '../github/api.js';

/** What stands in the repository of a world before anything happens. */
export interface Scenery {
  /** Versions of the development branches, oldest first. */
  readonly versions: readonly string[];
  readonly defaultBranch: string;
  /** Text of `.github/bert-e.yml`. */
  readonly settings: string;
  /** Text of the workflow that runs the robot. */
  readonly robotWorkflow: string;
}

export const robotWorkflowPath = '.github/workflows/bert-e.yml';
export const ciWorkflowPath = '.github/workflows/ci.yml';

/** The workflow a reader of the documentation would install. */
export const usualRobotWorkflow = `name: Bert-E
on:
  pull_request_target:
    types: [opened, reopened, synchronize, edited, closed]
  pull_request_review:
    types: [submitted, edited, dismissed]
  issue_comment:
    types: [created, edited, deleted]
  workflow_run:
    workflows: [CI]
    types: [completed]
  push:
    branches: ['development/**', 'hotfix/**', 'q/**']
  schedule:
    - cron: '*/15 * * * *'
  workflow_dispatch:
    inputs:
      command: { type: string }
      pull-request: { type: string }
      branch: { type: string }
      branch-from: { type: string }
jobs:
  robot:
    runs-on: ubuntu-latest
    steps:
      - uses: acme/berte-action@v1
`;

const ciWorkflow = `name: CI
on: { push: {} }
jobs: { build: { runs-on: ubuntu-latest, steps: [{ run: make test }] } }
`;

export function usualSettings(people: { readonly robot: string; readonly leader: string; readonly admin: string }, changes: Readonly<Record<string, unknown>>): string {
  return stringify({
    robot: people.robot,
    robot_email: 'bert-e@example.org',
    required_peer_approvals: 1,
    project_leaders: [people.leader],
    admins: [people.admin],
    ...changes,
  });
}

/**
 * A first commit with the product, its CI, the robot's workflow and settings; on it the development branches, each one commit
 * ahead of the one before. A default branch that is none of them starts from the first commit as well.
 */
export function initialCommits(scenery: Scenery): readonly InitialCommit[] {
  const branches = scenery.versions.map((version) => `development/${version}`);
  const [oldest] = branches;
  if (oldest === undefined) throw new Error('A world needs at least one development branch.');
  const first: InitialCommit = {
    branch: oldest,
    message: 'begin',
    files: {
      'README.md': '# product\n',
      'product.txt': 'one\ntwo\nthree\nfour\nfive\n',
      '.github/bert-e.yml': scenery.settings,
      [robotWorkflowPath]: scenery.robotWorkflow,
      [ciWorkflowPath]: ciWorkflow,
    },
  };
  const later = branches.map((branch, index): InitialCommit => ({
    branch,
    message: `open ${branch}`,
    files: { [`versions/${branch.replace('development/', '')}.txt`]: `${branch}\n` },
    parents: [branches[index - 1] ?? oldest],
  }));
  const other: readonly InitialCommit[] = branches.includes(scenery.defaultBranch)
    ? []
    : [{ branch: scenery.defaultBranch, message: 'describe', files: { 'ABOUT.md': 'about\n' }, parents: [oldest] }];
  return [first, ...later, ...other];
}
