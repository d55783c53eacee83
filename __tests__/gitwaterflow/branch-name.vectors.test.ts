import { expect, test } from '@jest/globals';
import type { BranchName } from '../../src/gitwaterflow/branch-name.js';
import { parseBranchName } from '../../src/gitwaterflow/branch-name.js';
import { hotfixVersion } from '../../src/gitwaterflow/target-version.js';
import type { Version } from '../../src/gitwaterflow/version.js';
import { formatVersion } from '../../src/gitwaterflow/version.js';
import type { VectorCase } from '../vectors.js';
import { loadVectors } from '../vectors.js';

interface ReferenceBranch {
  readonly kind: string;
  readonly version: string | null;
  readonly major: number | null;
  readonly minor: number | null;
  readonly micro: number | null;
  readonly hfrev: number | null;
  readonly prefix: string | null;
  readonly featureBranch: string | null;
  readonly issueKey: string | null;
  readonly issueProject: string | null;
  readonly pullRequest: number | null;
}

type BranchCase = VectorCase<string, ReferenceBranch | null>;

const noParts = {
  version: null,
  major: null,
  minor: null,
  micro: null,
  hfrev: null,
  prefix: null,
  featureBranch: null,
  issueKey: null,
  issueProject: null,
  pullRequest: null,
};

for (const vector of loadVectors<string, ReferenceBranch | null>('branch-names')) {
  test(`${JSON.stringify(vector.input)}: ${vector.quirk ?? 'as the reference reads it'}`, () => {
    const branch = parseBranchName(vector.input);
    expect(branch === null ? null : inReferenceTerms(branch)).toEqual(answer(vector));
  });
}

/** What we answer: the reference, but for the points on which chapter 1 of the specification says otherwise. */
function answer({ input, expected }: BranchCase): ReferenceBranch | null {
  // "A name with a line break or control character is never recognised."
  if (/\p{Cc}/u.test(input)) {
    return null;
  }
  // "Numbers are ASCII digits without leading zeros"; a hotfix of any other form is a legacy one.
  if (expected?.version?.match(/(^|\.)0[0-9]/) || /^q\/w\/0[0-9]/.test(input)) {
    return expected?.kind === 'hotfix' ? { kind: 'legacy-hotfix', ...noParts } : null;
  }
  // A development branch "may also be a source", so what the robot derives from it has to be recognised.
  const ofDevelopment = /^(?<queue>q\/w\/(?<number>\d+)|w)\/(?<version>\d+(\.\d+){0,3})\/(?<source>development\/\d+(\.\d+){0,2})$/.exec(input);
  if (ofDevelopment?.groups?.version !== undefined && ofDevelopment.groups.source !== undefined) {
    const { version, source, number } = ofDevelopment.groups;
    return {
      kind: number === undefined ? 'integration' : 'queue-integration',
      ...noParts,
      ...numbered(version.split('.').map(Number)),
      version,
      featureBranch: source,
      pullRequest: number === undefined ? null : Number(number),
    };
  }
  // Quirk issue-key-case-kept: "key and project are upper-cased", on whichever branch they stand.
  return expected === null
    ? null
    : {
        ...expected,
        issueKey: expected.issueKey?.toUpperCase() ?? null,
        issueProject: expected.issueProject?.toUpperCase() ?? null,
      };
}

function inReferenceTerms(branch: BranchName): ReferenceBranch {
  switch (branch.kind) {
    case 'user':
    case 'legacy-hotfix':
      return { kind: branch.kind, ...noParts };
    case 'development':
    case 'release':
    case 'queue':
      return { kind: branch.kind, ...noParts, ...versioned(branch.version) };
    case 'hotfix':
      return { kind: branch.kind, ...noParts, ...versioned(hotfixVersion(branch.version, { tags: [] })) };
    case 'source':
      return {
        kind: 'feature',
        ...noParts,
        prefix: branch.prefix,
        featureBranch: branch.name,
        issueKey: branch.issue?.key ?? null,
        issueProject: branch.issue?.project ?? null,
      };
    case 'integration':
    case 'queue-integration': {
      const source = branch.source.kind === 'source' ? inReferenceTerms(branch.source) : { ...noParts, featureBranch: branch.source.name };
      const pullRequest = branch.kind === 'queue-integration' ? branch.pullRequest : null;
      return { ...source, kind: branch.kind, ...versioned(branch.version), pullRequest };
    }
  }
}

function versioned(version: Version) {
  return { version: formatVersion(version), ...numbered(version) };
}

function numbered([major, minor, micro, hfrev]: readonly number[]) {
  return { major: major ?? null, minor: minor ?? null, micro: micro ?? null, hfrev: hfrev ?? null };
}
