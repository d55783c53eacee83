import { describe, expect, test } from '@jest/globals';
import { judgeApprovals } from '../../src/approvals/approvals.js';
import { review } from '../builders/review.js';
import { loadVectors } from '../vectors.js';
import { approvalFacts } from './facts.js';

interface VectorInput {
  readonly settings: {
    readonly required_peer_approvals: number;
    readonly required_leader_approvals: number;
    readonly need_author_approval: boolean;
    readonly project_leaders: readonly string[];
  };
  readonly author: string;
  readonly robot: string;
  readonly options: Readonly<Record<string, boolean | undefined>>;
  readonly reviews: ReadonlyArray<{ readonly id: number; readonly author: string; readonly state: string }>;
}

interface VectorAnswer {
  readonly approved: boolean;
  /** Who stands with a change request; none if approved. */
  readonly changeRequesters: readonly string[];
}

function answerOf({ settings, author, robot, options, reviews }: VectorInput): VectorAnswer {
  const facts = approvalFacts(reviews.map(review), {
    author,
    robot,
    settings: {
      requiredPeerApprovals: settings.required_peer_approvals,
      requiredLeaderApprovals: settings.required_leader_approvals,
      needAuthorApproval: settings.need_author_approval,
      projectLeaders: settings.project_leaders,
    },
    options: {
      approve: options.approve === true,
      unanimity: options.unanimity === true,
      bypassAuthorApproval: options.bypass_author_approval === true,
      bypassPeerApproval: options.bypass_peer_approval === true,
      bypassLeaderApproval: options.bypass_leader_approval === true,
    },
  });
  const verdict = judgeApprovals(facts);
  return verdict.kind === 'approved'
    ? { approved: true, changeRequesters: [] }
    : { approved: false, changeRequesters: [...verdict.changeRequesters, ...verdict.changeRequestsSetAside] };
}

/**
 * Spec chapter 3, step 18, told once more in the plainest words, for the cases in which the reference is odd. It is
 * itself held against the reference in every other case, so it cannot drift.
 */
function restated({ settings, author, robot, options, reviews }: VectorInput): VectorAnswer {
  const same = (login: string): string => login.toLowerCase();
  const ofPeople = reviews
    .map((given) => ({ ...given, author: same(given.author) }))
    .filter((given) => given.author !== same(robot))
    .sort((left, right) => left.id - right.id);
  const last = Object.fromEntries(ofPeople.filter(({ state }) => state !== 'COMMENTED').map(({ author: login, state }) => [login, state]));
  const inState = (state: string): string[] => Object.keys(last).filter((login) => last[login] === state).sort();
  const approvers = inState('APPROVED').filter((login) => login !== same(author));
  const leaders = settings.project_leaders.map(same);
  const changeRequesters = inState('CHANGES_REQUESTED');
  const holds = [
    !settings.need_author_approval ||
      options.bypass_author_approval === true ||
      options.approve === true ||
      last[same(author)] === 'APPROVED',
    options.bypass_peer_approval === true || approvers.length >= settings.required_peer_approvals,
    options.bypass_leader_approval === true ||
      leaders.filter((leader) => leader === same(author) || approvers.includes(leader)).length >= settings.required_leader_approvals,
    changeRequesters.length === 0 || (options.bypass_peer_approval === true && options.bypass_leader_approval === true),
    options.unanimity !== true || ofPeople.every(({ author: login }) => login === same(author) || approvers.includes(login)),
  ];
  const approved = !holds.includes(false);
  return { approved, changeRequesters: approved ? [] : changeRequesters };
}

/** Where the reference is odd: what we do instead, and why. */
const decisions: Readonly<Record<string, string>> = {
  'change-request-not-looked-at':
    'A standing change request blocks whatever the counts; only peer and leader bypass together set it aside (spec 3, step 18).',
  'author-breaks-unanimity':
    'The author is no participant: GitHub lets nobody approve their own pull request, so a reply of theirs or the option approve must not make unanimity impossible.',
  'robot-review-counts': 'The robot’s own reviews count for nothing, neither as approval nor as change request (spec 3, step 18).',
};

const anyOtherOddity = 'Nothing decided for it alone: step 18 as restated above.';

const cases = loadVectors<VectorInput, VectorAnswer>('approvals').map((vector, index) => [index, vector] as const);
const plain = cases.filter(([, { quirk }]) => quirk === undefined);
const odd = cases.filter(([, { quirk }]) => quirk !== undefined);

describe('vectors of the reference', () => {
  test.each(plain)('case %i', (_index, { input, expected }) => {
    expect(answerOf(input)).toEqual(expected);
    expect(restated(input)).toEqual(expected);
  });
});

if (odd.length > 0) {
  describe.each([...new Set(odd.map(([, { quirk }]) => quirk ?? ''))])('where the reference is odd, %s', (quirk) => {
    const ofQuirk = odd.filter(([, vector]) => vector.quirk === quirk);
    test.each(ofQuirk)(`case %i: ${decisions[quirk] ?? anyOtherOddity}`, (_index, { input }) => {
      expect(answerOf(input)).toEqual(restated(input));
    });
  });
}
