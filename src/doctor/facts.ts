import type { CommitGraph } from '../history/commit-graph.js';
import type { QueueProblem } from '../outcomes/outcome.js';
import type { BranchRule, ClassicProtection } from '../ports/github.js';
import type { RemoteRefs } from '../ports/git.js';
import type { LostWork } from '../queue/recovery.js';
import type { Settings } from '../settings/schema.js';
import type { Seen } from './finding.js';
import type { WorkflowFile } from './workflow-file.js';

/** Everything the doctor looks at, read at one moment. */
export interface DoctorFacts {
  readonly settings: Settings;
  readonly settingsFile: SettingsFile;
  readonly token: TokenFacts;
  readonly defaultBranch: string;
  readonly workflows: WorkflowsFacts;
  /** Version branches first; then one name of each kind of branch the robot makes, which need not exist. */
  readonly protection: readonly ProtectionFacts[];
  readonly refs: Pick<RemoteRefs, 'branches' | 'tags'>;
  /** The history of all version branches. */
  readonly graph: CommitGraph;
  readonly queue: {
    readonly problems: readonly QueueProblem[];
    /** Commits of people that rebuilding it would lose. */
    readonly lostByRebuild: readonly LostWork[];
    /** Branches `q/…` of our grammar. */
    readonly branches: readonly string[];
  };
}

export type SettingsFile =
  /** At the default path. */
  | 'found'
  /** Nowhere, as far as it can be told: every setting has its default value. */
  | 'missing'
  /** Not at the default path; the settings come from the inputs `config-file` or `config`, or from the environment. */
  | 'elsewhere';

export interface TokenFacts {
  /** Login of the user behind it; null: it is the token of an installation, that of the job or of an app. */
  readonly user: string | null;
  readonly hourlyLimit: number | null;
  /** Whether the server would take a push, asked by one that moves nothing; null: there is no branch to ask it with. */
  readonly push: PushAnswer | null;
  /** What the token needed to read and was refused. */
  readonly refusedReads: ReadonlyArray<{ readonly what: string; readonly permission: string; readonly why: string }>;
}

export type PushAnswer = { readonly kind: 'accepted' } | { readonly kind: 'refused'; readonly why: string };

export interface WorkflowsFacts {
  /** Path of the workflow this run belongs to; empty if not known. */
  readonly ownPath: string;
  /** The workflows of the default branch that can be read. */
  readonly files: readonly WorkflowFile[];
  /** Paths of files that are no workflow GitHub would run. */
  readonly unreadable: readonly string[];
}

export interface ProtectionFacts {
  readonly branch: string;
  readonly purpose: 'version' | 'integration' | 'queue';
  readonly rules: Seen<readonly RuleFacts[]>;
  /** Null for names that need not exist. */
  readonly classic: Seen<ClassicProtection> | null;
}

export interface RuleFacts extends BranchRule {
  /** Whether the robot may pass by the ruleset, in GitHub's words (`always`, `never`, …); null if GitHub does not tell. */
  readonly bypass: string | null;
}

/** Whose token it is, as far as it can be told. */
export type TokenKind = 'user' | 'app' | 'job' | 'unknown';

/** The limit of the token of a job, and the one it has for organisations of GitHub Enterprise Cloud, which an app's can equal. */
const jobLimit = 1000;
const enterpriseLimit = 15_000;

/** GitHub does not tell an installation who it is; its limit of requests does, and else the workflow that was installed. */
export function tokenKind({ token, workflows }: Pick<DoctorFacts, 'token' | 'workflows'>): TokenKind {
  if (token.user !== null) {
    return 'user';
  }
  if (token.hourlyLimit === jobLimit) {
    return 'job';
  }
  if (token.hourlyLimit !== null && token.hourlyLimit !== enterpriseLimit) {
    return 'app';
  }
  const given = ownWorkflow(workflows)?.robotToken ?? null;
  return given === null ? 'unknown' : given === 'another' ? 'app' : 'job';
}

export function ownWorkflow({ ownPath, files }: WorkflowsFacts): WorkflowFile | null {
  return files.find(({ path }) => path === ownPath) ?? null;
}
