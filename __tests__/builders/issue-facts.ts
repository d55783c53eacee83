import { optionsOf } from '../../src/conversation/options.js';
import { parseBranchName, isPullRequestDestination, isPullRequestSource } from '../../src/gitwaterflow/branch-name.js';
import { buildCascade } from '../../src/gitwaterflow/cascade.js';
import { CommitGraph } from '../../src/history/commit-graph.js';
import type { Issue } from '../../src/ports/issue-tracker.js';
import type { IssueAnswer, IssueFacts } from '../../src/pull-request/issue-checks.js';
import { completeSettings } from '../../src/settings/schema.js';
import type { SettingValues } from '../../src/settings/schema.js';
import { someHead } from './review.js';

/** The bug `PROJ-1` to be fixed in the versions of `development/4.3` and `development/5.1`. */
export function issue(overrides: Partial<Issue> = {}): Issue {
  return { key: 'PROJ-1', project: 'PROJ', type: 'Bug', subTask: false, parent: null, fixVersions: ['4.3.19', '5.1.0'], ...overrides };
}

/** What a pull request differs in from that of `bugfix/PROJ-1-crash` to `development/4.3` with the issue above. */
export interface IssueDifferences {
  readonly settings?: SettingValues;
  readonly source?: string;
  readonly fork?: boolean;
  readonly destination?: string;
  readonly branches?: readonly string[];
  readonly tags?: readonly string[];
  readonly bypassed?: boolean;
  readonly answer?: IssueAnswer;
  /** Found, with these differences. */
  readonly issue?: Partial<Issue>;
}

/** The facts that the checks of the issue tracker look at, with the tracker set up for the project `PROJ`. */
export function issueFacts(differences: IssueDifferences = {}): IssueFacts {
  const source = parseBranchName(differences.source ?? 'bugfix/PROJ-1-crash');
  const destination = parseBranchName(differences.destination ?? 'development/4.3');
  if (source === null || destination === null || !isPullRequestSource(source) || !isPullRequestDestination(destination)) {
    throw new Error('Neither source nor destination may be of another kind here');
  }
  const branches = differences.branches ?? ['development/4.3', 'development/5.1'];
  const tags = differences.tags ?? ['4.3.18'];
  const bypass = differences.bypassed === true ? [['bypass_jira_check', { kind: 'input' }] as const] : [];
  const fork = differences.fork ?? false;
  return {
    settings: completeSettings({
      jira_account_url: 'https://acme.atlassian.test',
      jira_email: 'robot@acme.test',
      jira_keys: ['PROJ', 'OPS'],
      prefixes: new Map([['Bug', 'bugfix'], ['Story', 'feature']]),
      ...differences.settings,
    }),
    settingsHash: '',
    projectLeaders: [],
    admins: [],
    repository: { owner: 'acme', name: 'ring', webUrl: 'https://github.test/acme/ring' },
    ownWorkflow: { path: '.github/workflows/bert-e.yml' },
    runUrl: null,
    pullRequest: {
      number: 7,
      title: 'Fix the crash',
      body: '',
      author: 'ada',
      state: 'open',
      merged: false,
      mergedBy: null,
      draft: false,
      head: { branch: source.name, sha: someHead, repositoryId: fork ? 2 : 1, repositoryFullName: fork ? 'eve/ring' : 'acme/ring', fork },
      base: { branch: destination.name, sha: someHead },
      requestedReviewers: [],
      htmlUrl: 'https://github.test/acme/ring/pull/7',
      updatedAt: '2026-05-20T10:00:00Z',
    },
    refs: { branches: new Map(branches.map((name) => [name, someHead])), tags: new Map(tags.map((name) => [name, someHead])), pullRequestHeads: new Map() },
    namesake: null,
    leftovers: null,
    source,
    destination,
    comments: [],
    rebuilt: null,
    conversation: { options: optionsOf(new Map(bypass), new Map()), command: null, refusal: null, refusalOfNumber: () => null },
    reviews: [],
    dependencies: new Map(),
    queuePlace: null,
    graph: new CommitGraph([]),
    sourceTip: someHead,
    destinationTip: someHead,
    cascade: buildCascade({ branches, tags, destination: destination.name }),
    issue: differences.answer ?? { kind: 'found', issue: issue(differences.issue) },
  };
}
