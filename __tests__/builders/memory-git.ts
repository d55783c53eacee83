import type { GitPort, NewCommit, RefUpdate, RemoteRefs, Sha, TreeMerge } from '../../src/ports/git.js';
import { robotEmail, shaOf } from './history.js';
import type { Files, History } from './history.js';

/**
 * Merges whole files: two sides that changed one file differently conflict. Simpler than git: no content is merged, and of
 * several common ancestors each counts. Commits get their SHA from their content, so equal commits are one, as in git.
 */
export function memoryGit(history: History): GitPort {
  const trees = new Map<Sha, Files>();

  function mergeTrees(ours: Sha, theirs: Sha): Promise<TreeMerge> {
    const graph = history.graph();
    const ancestors = (tip: Sha): readonly Sha[] => graph.beyond(tip, []).map((commit) => commit.sha);
    const theirAncestors = new Set(ancestors(theirs));
    const bases = graph.independent(ancestors(ours).filter((ancestor) => theirAncestors.has(ancestor))).map((base) => history.files(base));
    if (bases.length === 0) {
      return Promise.resolve({ kind: 'unrelated' });
    }
    const [our, their] = [history.files(ours), history.files(theirs)];
    const merged: Record<string, string> = {};
    const conflicts: string[] = [];
    for (const path of new Set([...Object.keys(our), ...Object.keys(their)])) {
      const unchangedHere = bases.some((base) => base[path] === our[path]);
      const unchangedThere = bases.some((base) => base[path] === their[path]);
      if (our[path] !== their[path] && !unchangedHere && !unchangedThere) {
        conflicts.push(path);
      }
      const content = unchangedHere ? their[path] : our[path];
      if (content !== undefined) {
        merged[path] = content;
      }
    }
    const tree = shaOf(JSON.stringify(Object.entries(merged).sort()));
    trees.set(tree, merged);
    return Promise.resolve(conflicts.length > 0 ? { kind: 'conflict', files: conflicts.sort() } : { kind: 'clean', tree });
  }

  function createCommit({ tree, parents, message }: NewCommit): Promise<Sha> {
    const files = trees.get(tree);
    if (files === undefined) throw new Error(`There is no tree ${tree}`);
    const sha = shaOf(JSON.stringify([tree, parents, message]));
    history.record({ sha, parents, authorEmail: robotEmail, committerEmail: robotEmail, subject: message.trim() }, files);
    return Promise.resolve(sha);
  }

  const absent = (): never => {
    throw new Error('The memory git only answers trial merges');
  };
  return { mergeTrees, createCommit, listRefs: absent, fetch: absent, readHistory: absent, push: absent, processCount: 0 };
}

/** The refs after a push, which must find every one where it was seen. */
export function pushed(refs: RemoteRefs, updates: readonly RefUpdate[]): RemoteRefs {
  const branches = new Map(refs.branches);
  for (const { ref, from, to } of updates) {
    const branch = ref.replace('refs/heads/', '');
    if ((branches.get(branch) ?? null) !== from) throw new Error(`Stale: ${branch}`);
    if (to === null) branches.delete(branch);
    else branches.set(branch, to);
  }
  return { ...refs, branches };
}
