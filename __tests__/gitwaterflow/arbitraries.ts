import fc from 'fast-check';
import type { PullRequestSource } from '../../src/gitwaterflow/branch-name.js';
import { parseBranchName, isPullRequestSource, sourcePrefixes } from '../../src/gitwaterflow/branch-name.js';
import type { DevelopmentVersion, PatchVersion, Version } from '../../src/gitwaterflow/version.js';

/** Small numbers collide often, which is where order and arithmetic go wrong; large ones show lost digits. */
const part = fc.oneof({ weight: 9, arbitrary: fc.nat(5) }, fc.nat(Number.MAX_SAFE_INTEGER - 2));

export const patchVersions: fc.Arbitrary<PatchVersion> = fc.tuple(part, part, part);

export const developmentVersions: fc.Arbitrary<DevelopmentVersion> = fc.oneof(
  fc.tuple(part),
  fc.tuple(part, part),
  patchVersions,
);

export const versions: fc.Arbitrary<Version> = fc.oneof(developmentVersions, fc.tuple(part, part, part, part));

/** Well-formed text without control characters, never empty: any label a branch may have. */
const labels = fc.string({ unit: 'grapheme', minLength: 1 }).filter((label) => !/[\p{Cc}\p{Cs}]/u.test(label));

const sourceNames = fc.oneof(
  fc.tuple(fc.constantFrom(...sourcePrefixes), labels).map(([prefix, label]) => `${prefix}/${label}`),
  developmentVersions.map((version) => `development/${version.join('.')}`),
);

export const sources: fc.Arbitrary<PullRequestSource> = sourceNames.map((name) => {
  const branch = parseBranchName(name);
  if (branch === null || !isPullRequestSource(branch)) {
    throw new Error(`not a source: ${name}`);
  }
  return branch;
});
