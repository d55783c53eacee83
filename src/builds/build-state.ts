/** State of the builds of a branch or of several (spec chapter 2). */
export type BuildState = 'successful' | 'in-progress' | 'not-started' | 'failed';

/** From worst to best: the order in which several states are weighed (spec chapter 2, "Worst state"). */
const worstFirst: readonly BuildState[] = ['failed', 'not-started', 'in-progress', 'successful'];

/** The first of those whose state is worst; null when there is none to look at, which is never a success. */
export function firstWorst<Judged extends { readonly state: BuildState }>(judged: readonly Judged[]): Judged | null {
  for (const state of worstFirst) {
    const found = judged.find((candidate) => candidate.state === state);
    if (found !== undefined) {
      return found;
    }
  }
  return null;
}
