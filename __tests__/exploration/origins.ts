import type { Sha } from '../../src/ports/git.js';
import type { World } from './world.js';

/** What people commit on the integration branches of that source, by the subjects that `pushOnto` gives. */
export function foundOnIntegration(source: string): RegExp {
  const name = source.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^work on w/[\\d.]+/${name}$`);
}

/** Subjects of the commits of people that a commit holds, and that come neither from the others nor from an integration branch. */
export function strangersIn({ repository }: World, commit: Sha, others: readonly Sha[], onIntegration: RegExp): readonly string[] {
  const known = new Set(others.filter((other) => repository.commits.has(other)).flatMap((other) => [...repository.ancestors(other)]));
  return [...repository.ancestors(commit)].map((sha) => repository.get(sha)).filter(({ sha, byRobot, subject }) => !byRobot && !known.has(sha) && !onIntegration.test(subject)).map(({ subject }) => subject);
}
