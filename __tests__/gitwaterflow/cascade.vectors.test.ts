import { expect, test } from '@jest/globals';
import type { CascadeInput, CascadeResult } from '../../src/gitwaterflow/cascade.js';
import { buildCascade } from '../../src/gitwaterflow/cascade.js';
import type { VectorCase } from '../vectors.js';
import { loadVectors } from '../vectors.js';

interface ReferenceCascade {
  readonly destinations: readonly string[];
  readonly ignored: readonly string[];
  readonly targetVersions: readonly string[];
  readonly pendingHotfixes: readonly string[];
}

type ReferenceAnswer = ReferenceCascade | { readonly error: string };
type CascadeCase = VectorCase<CascadeInput, ReferenceAnswer>;

/**
 * Our answer where the reference is odd. Both quirks are decided by one rule: a pull request is stopped (204) exactly
 * if one of the branches it would land on is released.
 *
 * - `released-branch-is-no-target`: the reference also stops it for a released branch it would never touch. Whoever
 *   fixes `development/5.1` is not concerned by `development/4.3.17` waiting for its deletion.
 * - `released-branch-unnoticed`: the reference looks only where a two-part branch of the same minor exists; without one
 *   it lets the pull request land on a version that has been delivered already.
 */
const decidedBySpecification = new Set(['released-branch-is-no-target', 'released-branch-unnoticed']);

const knownErrors: readonly string[] = ['ReleaseAlreadyExists', 'UnrecognizedBranchPattern'];

for (const vector of loadVectors<CascadeInput, ReferenceAnswer>('cascade')) {
  test(`${JSON.stringify(vector.input)}: ${vector.quirk ?? 'as the reference answers'}`, () => {
    const result = buildCascade(vector.input);
    if (vector.quirk !== undefined && decidedBySpecification.has(vector.quirk)) {
      expectSpecification(result, vector);
    } else if ('error' in vector.expected && !knownErrors.includes(vector.expected.error)) {
      // The reference has more names for a destination it does not handle than the vectors show.
      expect(['unknown-destination', 'unhandled-destination', 'missing-destination']).toContain(result.kind);
    } else {
      expect(inReferenceTerms(result)).toEqual(sortedHotfixes(vector.expected));
    }
  });
}

function expectSpecification(result: CascadeResult, { input, expected }: CascadeCase): void {
  const development = [...input.branches].filter((name) => developmentName.test(name)).sort(byCascadeKey);
  const start = development.indexOf(input.destination);
  const targets = start === -1 ? [input.destination] : development.slice(start);
  const released = start === -1 ? undefined : targets.find((name) => isTagged(name, input.tags));
  if (released !== undefined) {
    expect(result).toMatchObject({ kind: 'released', branch: released });
    return;
  }
  expect(inReferenceTerms(result)).toMatchObject({
    destinations: targets,
    ignored: development.filter((name) => !targets.includes(name)).sort(),
  });
  if (!('error' in expected)) {
    expect(inReferenceTerms(result)).toEqual(sortedHotfixes(expected));
  }
}

const developmentName = /^development\/\d+(\.\d+){0,2}$/;

function isTagged(branch: string, tags: readonly string[]): boolean {
  const version = branch.replace('development/', '');
  return /^\d+\.\d+\.\d+$/.test(version) && tags.some((tag) => tag.replace(/^v/, '').replace(/^(\d+\.\d+\.\d+)\.\d+$/, '$1') === version);
}

/** Another way to the order of the cascade than the one under test: as text, numbers padded, a missing part last. */
function byCascadeKey(left: string, right: string): number {
  const [leftKey, rightKey] = [left, right].map((name) => {
    const parts = name.replace('development/', '').split('.');
    return [0, 1, 2].map((position) => parts[position]?.padStart(16, '0') ?? '~').join('.');
  });
  return (leftKey ?? '') < (rightKey ?? '') ? -1 : 1;
}

function inReferenceTerms(result: CascadeResult): ReferenceAnswer {
  switch (result.kind) {
    case 'cascade':
      return sortedHotfixes({
        destinations: result.targets.map((target) => target.branch),
        ignored: result.ignored,
        targetVersions: result.targets.map((target) => target.version),
        pendingHotfixes: result.pendingHotfixes,
      });
    case 'released':
      return { error: 'ReleaseAlreadyExists' };
    case 'unknown-destination':
      return { error: 'UnrecognizedBranchPattern' };
    case 'unhandled-destination':
    case 'missing-destination':
      return { error: `no name in the reference: ${result.kind}` };
  }
}

/** The vectors give the pending hotfixes as a set. */
function sortedHotfixes(answer: ReferenceAnswer): ReferenceAnswer {
  return 'error' in answer ? answer : { ...answer, pendingHotfixes: [...answer.pendingHotfixes].sort() };
}
