import type { DevelopmentBranch, HotfixBranch } from '../gitwaterflow/branch-name.js';
import { compareVersions, formatVersion, parseTag } from '../gitwaterflow/version.js';
import type { RemoteRefs, Sha } from '../ports/git.js';

/** Where a new version branch starts. */
export type StartPoint =
  | { readonly kind: 'found'; readonly commit: Sha; /** For a person: "the tip of development/5.1". */ readonly words: string }
  | { readonly kind: 'refused'; readonly detail: string };

/**
 * Resolves what somebody wrote as `branch-from`: a branch or tag, also by its full name `refs/…`; else a commit, whole or
 * shortened to at least four digits. As in git, a name stands before a shortened commit. Whatever means two different
 * commits is refused: a version branch cannot be taken back.
 *
 * @param known every commit that may be meant
 */
export function resolveStart(text: string, refs: Pick<RemoteRefs, 'branches' | 'tags'>, known: Iterable<Sha>): StartPoint {
  const name = /^refs\/(?<space>heads|tags)\/(?<short>.+)$/su.exec(text)?.groups;
  const branch = name?.space === 'tags' ? undefined : refs.branches.get(name?.short ?? text);
  const tag = name?.space === 'heads' ? undefined : refs.tags.get(name?.short ?? text);
  if (branch !== undefined && tag !== undefined && branch !== tag) {
    return refused(`${text} is a branch and a tag, at different commits; write refs/heads/${text} or refs/tags/${text}`);
  }
  if (branch !== undefined) {
    return { kind: 'found', commit: branch, words: `the tip of ${name?.short ?? text}` };
  }
  if (tag !== undefined) {
    return { kind: 'found', commit: tag, words: `the tag ${name?.short ?? text}` };
  }
  return resolveCommit(text, known);
}

function resolveCommit(text: string, known: Iterable<Sha>): StartPoint {
  const digits = text.toLowerCase();
  const candidates = /^[0-9a-f]{4,64}$/.test(digits) ? [...new Set(known)].filter((sha) => sha.startsWith(digits)) : [];
  const [commit, other] = candidates;
  if (commit === undefined) {
    return refused(`branch-from is ${text}, and there is no such branch or tag, nor such a commit in the history of the version branches; name one of those`);
  }
  return other === undefined
    ? { kind: 'found', commit, words: `commit ${commit.slice(0, 12)}` }
    : refused(`the commit ${text} is ambiguous: ${candidates.length} commits of the version branches begin like that, for instance ${commit.slice(0, 16)} and ${other.slice(0, 16)}; write more digits`);
}

/**
 * The start of a development branch when none is given: the development branch before it, or the first one when the new
 * branch becomes the first.
 *
 * @param existing in cascade order
 */
export function defaultDevelopmentStart(branch: DevelopmentBranch, existing: readonly DevelopmentBranch[], refs: Pick<RemoteRefs, 'branches'>): StartPoint {
  const neighbour = existing.findLast((other) => compareVersions(other.version, branch.version) < 0) ?? existing[0];
  const commit = neighbour === undefined ? undefined : refs.branches.get(neighbour.name);
  return neighbour === undefined || commit === undefined
    ? refused(`there is no development branch yet from which ${branch.name} could start; say where by branch-from`)
    : { kind: 'found', commit, words: `the tip of ${neighbour.name}` };
}

/**
 * The start of a hotfix branch when none is given: the tag `X.Y.Z.0`. A release that was tagged otherwise (`X.Y.Z`,
 * `vX.Y.Z`, `vX.Y.Z.0`) is revision 0 as well (spec 1, versions), and serves if there is no doubt which commit it is.
 */
export function defaultHotfixStart(branch: HotfixBranch, refs: Pick<RemoteRefs, 'tags'>): StartPoint {
  const expected = `${formatVersion(branch.version)}.0`;
  const first = { name: expected, commit: refs.tags.get(expected) };
  const others = [...refs.tags].filter(([name]) => isRelease(name, branch)).map(([name, commit]) => ({ name, commit }));
  const candidates = first.commit === undefined ? others : [first];
  const [tag] = candidates;
  if (tag?.commit === undefined) {
    return refused(`there is no tag ${expected} (nor ${formatVersion(branch.version)}) from which ${branch.name} could start; tag what was released, or say where by branch-from`);
  }
  return new Set(candidates.map(({ commit }) => commit)).size > 1
    ? refused(`there is no tag ${expected}, and the tags ${candidates.map(({ name }) => name).join(', ')} are at different commits; say by branch-from which one is meant`)
    : { kind: 'found', commit: tag.commit, words: `the tag ${tag.name}` };
}

function isRelease(tag: string, { version }: HotfixBranch): boolean {
  const [major, minor, patch, revision = 0] = parseTag(tag) ?? [];
  return major === version[0] && minor === version[1] && patch === version[2] && revision === 0;
}

function refused(detail: string): StartPoint {
  return { kind: 'refused', detail };
}
