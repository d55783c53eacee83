import { formatVersion, parseNumber, parseVersion } from './version.js';
import type { DevelopmentVersion, MinorVersion, PatchVersion, Version } from './version.js';

/** The prefixes that make a branch the source of a pull request (spec 1, branch grammar). */
export const sourcePrefixes = [
  'improvement',
  'bugfix',
  'feature',
  'project',
  'documentation',
  'design',
  'dependabot',
  'epic',
  'bug',
] as const;

export type SourcePrefix = (typeof sourcePrefixes)[number];

/** The key of an issue at the start of a label, both parts in upper case: `PROJ-12` of project `PROJ`. */
export interface IssueKey {
  readonly key: string;
  readonly project: string;
}

/** `development/X`, `development/X.Y`, `development/X.Y.Z`: a destination; may also be a source. */
export interface DevelopmentBranch {
  readonly kind: 'development';
  readonly name: string;
  readonly version: DevelopmentVersion;
}

/** `hotfix/X.Y.Z`: a destination outside the cascade. Its four-part version depends on tags, see `hotfixVersion`. */
export interface HotfixBranch {
  readonly kind: 'hotfix';
  readonly name: string;
  readonly version: PatchVersion;
}

/** `hotfix/<anything else>`: recognised, not handled. */
export interface LegacyHotfixBranch {
  readonly kind: 'legacy-hotfix';
  readonly name: string;
}

/** `release/X.Y`: recognised, not handled. */
export interface ReleaseBranch {
  readonly kind: 'release';
  readonly name: string;
  readonly version: MinorVersion;
}

/** `user/<label>`: recognised, not handled. */
export interface UserBranch {
  readonly kind: 'user';
  readonly name: string;
}

/** `<prefix>/<label>`: the source of a pull request. The label is untrusted text. */
export interface SourceBranch {
  readonly kind: 'source';
  readonly name: string;
  readonly prefix: SourcePrefix;
  readonly label: string;
  readonly issue: IssueKey | null;
}

/** `w/<version>/<source branch>`: the source merged with one later version. */
export interface IntegrationBranch {
  readonly kind: 'integration';
  readonly name: string;
  readonly version: Version;
  readonly source: PullRequestSource;
}

/** `q/<version>`: the tip of what is queued for one version. */
export interface QueueBranch {
  readonly kind: 'queue';
  readonly name: string;
  readonly version: Version;
}

/** `q/w/<pull request number>/<version>/<source branch>`: one queued pull request on one version. */
export interface QueueIntegrationBranch {
  readonly kind: 'queue-integration';
  readonly name: string;
  readonly pullRequest: number;
  readonly version: Version;
  readonly source: PullRequestSource;
}

/** A pull request may come from these; a development branch is one of them (it is merged into later versions). */
export type PullRequestSource = SourceBranch | DevelopmentBranch;

/** A pull request may go to these. */
export type PullRequestDestination = DevelopmentBranch | HotfixBranch;

/** A branch name of GitWaterFlow, taken apart (spec 1, branch grammar). */
export type BranchName =
  | PullRequestSource
  | PullRequestDestination
  | LegacyHotfixBranch
  | ReleaseBranch
  | UserBranch
  | IntegrationBranch
  | QueueBranch
  | QueueIntegrationBranch;

/**
 * Takes a branch name apart; `null` if it is not of GitWaterFlow (outcome 207). `name` is without `refs/heads/`.
 *
 * Each name has at most one reading, and `parseBranchName(name)?.name` is `name`. Time is linear in its length.
 */
export function parseBranchName(name: string): BranchName | null {
  if (forbiddenCharacter.test(name)) {
    return null;
  }
  const [family, rest] = splitAtSlash(name);
  if (rest === '') {
    return null;
  }
  switch (family) {
    case 'hotfix':
      return parseHotfix(name, rest);
    case 'release':
      return parseRelease(name, rest);
    case 'user':
      return { kind: 'user', name };
    case 'w':
      return parseIntegration(name, rest);
    case 'q':
      return rest.startsWith('w/') ? parseQueueIntegration(name, rest.slice(2)) : parseQueue(name, rest);
    default:
      return parseSource(name);
  }
}

export function isPullRequestSource(branch: BranchName): branch is PullRequestSource {
  return branch.kind === 'source' || branch.kind === 'development';
}

export function isPullRequestDestination(branch: BranchName): branch is PullRequestDestination {
  return branch.kind === 'development' || branch.kind === 'hotfix';
}

export function developmentBranchName(version: DevelopmentVersion): string {
  return `development/${formatVersion(version)}`;
}

export function hotfixBranchName(version: PatchVersion): string {
  return `hotfix/${formatVersion(version)}`;
}

/** `w/<version>/<source branch>`. */
export function integrationBranchName(version: Version, source: PullRequestSource): string {
  return `w/${formatVersion(version)}/${source.name}`;
}

/** `q/<version>`; the version of a hotfix is the one with four parts. */
export function queueBranchName(version: Version): string {
  return `q/${formatVersion(version)}`;
}

/** `q/w/<pull request number>/<version>/<source branch>`; the version of a hotfix is the one with four parts. */
export function queueIntegrationBranchName(pullRequest: number, version: Version, source: PullRequestSource): string {
  return `q/w/${pullRequest}/${formatVersion(version)}/${source.name}`;
}

/**
 * Control characters, CR and LF among them, and halves of surrogate pairs: no file system or git writes those back as
 * they were, so they would name another branch. The separators U+2028 and U+2029 are ordinary text to git and to the
 * reference, and allowed.
 */
const forbiddenCharacter = /[\p{Cc}\p{Cs}]/u;

/** The class before the dash holds no dash, so there is one way to match and no backtracking. */
const issueAtStart = /^(?<key>(?<project>[A-Za-z0-9_]+)-[0-9]+)/;

function parseSource(name: string): PullRequestSource | null {
  const [family, label] = splitAtSlash(name);
  if (family === 'development') {
    const version = parseVersion(label);
    return version === null || version.length === 4 ? null : { kind: 'development', name, version };
  }
  const prefix = sourcePrefixes.find((known) => known === family);
  return prefix === undefined || label === '' ? null : { kind: 'source', name, prefix, label, issue: issueOf(label) };
}

function issueOf(label: string): IssueKey | null {
  const groups = issueAtStart.exec(label)?.groups;
  if (groups?.key === undefined || groups.project === undefined) {
    return null;
  }
  return { key: groups.key.toUpperCase(), project: groups.project.toUpperCase() };
}

function parseHotfix(name: string, rest: string): HotfixBranch | LegacyHotfixBranch {
  const version = parseVersion(rest);
  return version?.length === 3 ? { kind: 'hotfix', name, version } : { kind: 'legacy-hotfix', name };
}

function parseRelease(name: string, rest: string): ReleaseBranch | null {
  const version = parseVersion(rest);
  return version?.length === 2 ? { kind: 'release', name, version } : null;
}

function parseIntegration(name: string, rest: string): IntegrationBranch | null {
  const [versionText, sourceName] = splitAtSlash(rest);
  const version = parseVersion(versionText);
  const source = parseSource(sourceName);
  return version === null || source === null ? null : { kind: 'integration', name, version, source };
}

function parseQueue(name: string, rest: string): QueueBranch | null {
  const version = parseVersion(rest);
  return version === null ? null : { kind: 'queue', name, version };
}

function parseQueueIntegration(name: string, rest: string): QueueIntegrationBranch | null {
  const [numberText, integration] = splitAtSlash(rest);
  const [versionText, sourceName] = splitAtSlash(integration);
  const pullRequest = parseNumber(numberText);
  const version = parseVersion(versionText);
  const source = parseSource(sourceName);
  if (pullRequest === null || version === null || source === null) {
    return null;
  }
  return { kind: 'queue-integration', name, pullRequest, version, source };
}

/** What stands before and after the first slash; without one, nothing stands after it. */
function splitAtSlash(text: string): readonly [before: string, after: string] {
  const slash = text.indexOf('/');
  return slash === -1 ? [text, ''] : [text.slice(0, slash), text.slice(slash + 1)];
}

/** Whether pull requests towards a branch of this name are handled. */
export function isHandledDestination(branch: string): boolean {
  const parsed = parseBranchName(branch);
  return parsed !== null && isPullRequestDestination(parsed);
}
