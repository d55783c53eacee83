import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Review } from '../../src/ports/github.js';
import { review, someHead } from '../builders/review.js';
import { judge } from './facts.js';

const oldCommit = 'dead000000000000000000000000000000000000';
const changesRequested = review({ id: 5, author: 'reviewer-2', state: 'CHANGES_REQUESTED' });
const nothingRequired = { requiredPeerApprovals: 0 };
const everyBypass = { bypassPeerApproval: true, bypassLeaderApproval: true };

describe('counts', () => {
  test('the required peer approved: approved, and the record holds on which commit', () => {
    expect(judge([review()])).toEqual({
      kind: 'approved',
      record: {
        author: { kind: 'not-required' },
        peers: {
          required: 1,
          given: [{ login: 'reviewer-1', reviewId: 1, commit: someHead, submittedAt: '2026-05-20T10:00:00Z', onHead: true }],
          authorCounts: false,
          missing: 0,
          bypassed: false,
        },
        leaders: { required: 0, given: [], authorCounts: false, missing: 0, bypassed: false },
        approvals: [expect.objectContaining({ login: 'reviewer-1', commit: someHead })],
        unanimity: false,
        changeRequestsSetAside: [],
      },
    });
  });

  test('nobody approved: missing, with the numbers', () => {
    const settings = { requiredPeerApprovals: 3, requiredLeaderApprovals: 2, needAuthorApproval: true };
    expect(judge([review({ author: 'leader-1' })], { settings })).toMatchObject({
      kind: 'missing',
      author: true,
      peers: { required: 3, given: [{ login: 'leader-1' }], missing: 2 },
      leaders: { required: 2, given: [{ login: 'leader-1' }], missing: 1 },
      changeRequesters: [],
      unanimityMissing: [],
    });
  });

  test('one reviewer approving twice, in two spellings: one peer', () => {
    const reviews = [review({ id: 1 }), review({ id: 2, author: 'Reviewer-1' })];
    expect(judge(reviews, { settings: { requiredPeerApprovals: 2 } })).toMatchObject({ kind: 'missing', peers: { missing: 1 } });
  });

  test('the author approving their own pull request: no peer', () => {
    expect(judge([review({ author: 'AUTHOR' })])).toMatchObject({ kind: 'missing', peers: { missing: 1 } });
  });

  test.each(['COMMENTED', 'DISMISSED', 'PENDING', 'A_STATE_OF_TOMORROW', 'approved'])('a review in state %s: no approval', (state) => {
    expect(judge([review({ state })]).kind).toBe('missing');
  });

  test('leaders in another spelling: counted', () => {
    const settings = { requiredPeerApprovals: 0, requiredLeaderApprovals: 1 };
    expect(judge([review({ author: 'LEADER-1' })], { settings }).kind).toBe('approved');
    expect(judge([review()], { settings })).toMatchObject({ kind: 'missing', leaders: { missing: 1 } });
  });

  test('a leader named twice in the settings: one leader', () => {
    const settings = { requiredLeaderApprovals: 2, projectLeaders: ['leader-1', 'Leader-1'] };
    expect(judge([review({ author: 'leader-1' })], { settings })).toMatchObject({ kind: 'missing', leaders: { missing: 1 } });
  });

  test('a leader who is the author: counts as one leader, never as two, and never as a peer', () => {
    const settings = { requiredPeerApprovals: 0, requiredLeaderApprovals: 1 };
    const author = 'Leader-1';
    expect(judge([], { author, settings }).kind).toBe('approved');
    const two = { ...settings, requiredLeaderApprovals: 2 };
    expect(judge([review({ author: 'leader-1' })], { author, settings: two, options: { approve: true } })).toMatchObject({
      kind: 'missing',
      leaders: { missing: 1, authorCounts: true },
    });
    expect(judge([], { author, settings: { requiredPeerApprovals: 1, requiredLeaderApprovals: 1 } })).toMatchObject({
      peers: { missing: 1 },
    });
  });

  test('peer bypass: peers are not needed, leaders still are', () => {
    const settings = { requiredPeerApprovals: 2, requiredLeaderApprovals: 1 };
    expect(judge([], { settings, options: { bypassPeerApproval: true } })).toMatchObject({
      kind: 'missing',
      peers: { required: 2, missing: 0, bypassed: true },
      leaders: { missing: 1, bypassed: false },
    });
    expect(judge([], { settings, options: everyBypass }).kind).toBe('approved');
  });
});

describe('the author', () => {
  const settings = { needAuthorApproval: true, requiredPeerApprovals: 0 };

  test('has not approved, and must: missing', () => {
    expect(judge([], { settings })).toMatchObject({ kind: 'missing', author: true });
  });

  test.each([
    ['by the option', { approve: true }, { kind: 'by-option' }],
    ['by a bypass', { bypassAuthorApproval: true }, { kind: 'bypassed' }],
  ])('%s: approved, and the record says how', (_how, options, author) => {
    expect(judge([], { settings, options })).toMatchObject({ kind: 'approved', record: { author } });
  });

  test('by a review: approved, and the record holds its commit', () => {
    expect(judge([review({ author: 'author' })], { settings })).toMatchObject({
      kind: 'approved',
      record: { author: { kind: 'by-review', approval: { commit: someHead } } },
    });
  });

  test('was deleted: a review of another deleted account is not theirs', () => {
    expect(judge([review({ author: null })], { author: null, settings })).toMatchObject({ kind: 'missing', author: true });
  });
});

describe('the newest review of each reviewer', () => {
  test.each([
    ['approved, then requested changes', ['APPROVED', 'CHANGES_REQUESTED'], 'missing'],
    ['requested changes, then approved', ['CHANGES_REQUESTED', 'APPROVED'], 'approved'],
    ['approved, then commented', ['APPROVED', 'COMMENTED'], 'approved'],
    ['requested changes, then commented', ['CHANGES_REQUESTED', 'COMMENTED'], 'missing'],
    ['approved, then dismissed', ['APPROVED', 'DISMISSED'], 'missing'],
    ['approved, then began a review', ['APPROVED', 'PENDING'], 'approved'],
  ])('%s: decides, in whatever order they are listed', (_what, states, kind) => {
    const reviews = states.map((state, index) => review({ id: index + 1, state }));
    expect(judge(reviews).kind).toBe(kind);
    expect(judge([...reviews].reverse()).kind).toBe(kind);
  });
});

describe('a standing change request', () => {
  test('enough approvals, or none needed: blocks all the same, and is named', () => {
    expect(judge([review(), changesRequested])).toMatchObject({ kind: 'missing', changeRequesters: ['reviewer-2'] });
    expect(judge([changesRequested], { settings: nothingRequired })).toMatchObject({ kind: 'missing', changeRequesters: ['reviewer-2'] });
  });

  test.each([{ bypassPeerApproval: true }, { bypassLeaderApproval: true }, { bypassPeerApproval: true, bypassAuthorApproval: true }])(
    'bypasses %j, which are not peer and leader together: still blocks',
    (options) => {
      expect(judge([changesRequested], { settings: nothingRequired, options }).kind).toBe('missing');
    },
  );

  test('peer and leader bypass together: set aside, on record', () => {
    expect(judge([changesRequested], { options: everyBypass })).toMatchObject({
      kind: 'approved',
      record: { changeRequestsSetAside: ['reviewer-2'] },
    });
    expect(judge([changesRequested], { settings: { needAuthorApproval: true }, options: everyBypass })).toMatchObject({
      kind: 'missing',
      changeRequesters: [],
      changeRequestsSetAside: ['reviewer-2'],
    });
  });

  test('dismissed: blocks no more', () => {
    expect(judge([review(), { ...changesRequested, state: 'DISMISSED' }]).kind).toBe('approved');
  });

  test('of an older commit, with stale approvals dismissed: still stands', () => {
    const reviews = [review(), { ...changesRequested, commitId: oldCommit }];
    expect(judge(reviews, { settings: { dismissStaleApprovals: true } }).kind).toBe('missing');
  });

  test('of several: sorted, in lower case', () => {
    const reviews = ['Zoe', 'adam'].map((author, id) => review({ id, author, state: 'CHANGES_REQUESTED' }));
    expect(judge(reviews)).toMatchObject({ changeRequesters: ['adam', 'zoe'] });
  });

  test('of a deleted account: stands until dismissed, and another deleted account’s approval does not lift it', () => {
    const reviews = [review(), review({ id: 2, author: null, state: 'CHANGES_REQUESTED' }), review({ id: 3, author: null })];
    expect(judge(reviews)).toMatchObject({ kind: 'missing', changeRequesters: ['ghost'] });
    expect(judge([review(), review({ id: 2, author: null, state: 'DISMISSED' })]).kind).toBe('approved');
  });
});

describe('stale approvals', () => {
  const stale = review({ commitId: oldCommit });

  test('of an older commit: count, and the record shows the commit', () => {
    expect(judge([stale])).toMatchObject({ kind: 'approved', record: { peers: { given: [{ commit: oldCommit, onHead: false }] } } });
  });

  test('dismiss_stale_approvals: do not count, and are named', () => {
    const settings = { dismissStaleApprovals: true };
    expect(judge([stale], { settings })).toMatchObject({
      kind: 'missing',
      peers: { given: [], missing: 1 },
      staleApprovals: [{ login: 'reviewer-1', commit: oldCommit }],
    });
    expect(judge([review({ commitId: null })], { settings }).kind).toBe('missing');
    expect(judge([stale, review({ id: 2 })], { settings }).kind).toBe('approved');
  });

  test('dismiss_stale_approvals and unanimity: who approved an older commit is missing', () => {
    const reviews = [review(), review({ id: 2, author: 'reviewer-2', commitId: oldCommit })];
    expect(judge(reviews, { settings: { dismissStaleApprovals: true }, options: { unanimity: true } })).toMatchObject({
      unanimityMissing: ['reviewer-2'],
    });
  });
});

describe('the robot and deleted accounts', () => {
  test.each(['bert-e', 'Bert-E'])('a review by the robot, as %s: counts for nothing', (author) => {
    expect(judge([review({ author })]).kind).toBe('missing');
    expect(judge([review(), review({ id: 2, author, state: 'CHANGES_REQUESTED' })]).kind).toBe('approved');
  });

  test('an approval by a deleted account: counts for nothing', () => {
    expect(judge([review({ author: null })]).kind).toBe('missing');
  });
});

describe('unanimity', () => {
  const options = { unanimity: true };
  const comment = review({ id: 2, author: 'Reviewer-2', state: 'COMMENTED' });

  test('a participant who only commented, or whose approval was dismissed: missing', () => {
    expect(judge([review(), comment], { options })).toMatchObject({ kind: 'missing', unanimityMissing: ['reviewer-2'] });
    expect(judge([review(), { ...comment, state: 'DISMISSED' }], { options }).kind).toBe('missing');
    expect(judge([review(), comment]).kind).toBe('approved');
  });

  test('somebody whose review is requested, a person or a team: missing', () => {
    const requestedReviewers = ['Zoe', '@org/team', 'reviewer-1', 'bert-e', 'author'];
    expect(judge([review()], { options, requestedReviewers })).toMatchObject({
      kind: 'missing',
      unanimityMissing: ['@org/team', 'zoe'],
    });
  });

  test('the robot, the author and a deleted account: are no participants', () => {
    const reviews = ['bert-e', 'author', null].map((author, index) => review({ id: index + 2, author, state: 'COMMENTED' }));
    expect(judge([review(), ...reviews], { options }).kind).toBe('approved');
  });

  test('no bypass sets it aside', () => {
    const bypasses = { ...everyBypass, bypassAuthorApproval: true };
    expect(judge([comment], { options: { ...options, ...bypasses } })).toMatchObject({ unanimityMissing: ['reviewer-2'] });
  });

  test('no participant at all: nobody is missing', () => {
    expect(judge([], { options, settings: nothingRequired }).kind).toBe('approved');
  });
});

describe('for any reviews', () => {
  const someReviews: fc.Arbitrary<Review[]> = fc.uniqueArray(
    fc
      .record({
        id: fc.integer({ min: 1, max: 100 }),
        author: fc.constantFrom('author', 'leader-1', 'reviewer-1', 'Reviewer-1', 'reviewer-2', 'bert-e', null),
        state: fc.constantFrom('APPROVED', 'CHANGES_REQUESTED', 'COMMENTED', 'DISMISSED'),
        commitId: fc.constantFrom(someHead, oldCommit, null),
      })
      .map(review),
    { selector: ({ id }) => id, maxLength: 10 },
  );
  const someDifferences = fc.record({
    settings: fc.record({
      requiredPeerApprovals: fc.integer({ min: 0, max: 2 }),
      requiredLeaderApprovals: fc.integer({ min: 0, max: 1 }),
      dismissStaleApprovals: fc.boolean(),
    }),
    options: fc.record({ unanimity: fc.boolean(), bypassPeerApproval: fc.boolean(), bypassLeaderApproval: fc.boolean() }),
  });

  test('the order in which they are listed: changes nothing', () => {
    const withShuffled = someReviews.chain((reviews) =>
      fc.tuple(fc.constant(reviews), fc.shuffledSubarray(reviews, { minLength: reviews.length })),
    );
    fc.assert(
      fc.property(withShuffled, someDifferences, ([reviews, reordered], differences) => {
        expect(judge(reordered, differences)).toEqual(judge(reviews, differences));
      }),
    );
  });

  test('a review by the robot added: changes nothing', () => {
    const robots = fc.constantFrom('APPROVED', 'CHANGES_REQUESTED', 'COMMENTED', 'DISMISSED');
    fc.assert(
      fc.property(someReviews, someDifferences, robots, (reviews, differences, state) => {
        const added = review({ id: 1000, author: 'BERT-E', state });
        expect(judge([...reviews, added], differences)).toEqual(judge(reviews, differences));
      }),
    );
  });

  test('a change request by anybody else added last, without both bypasses: never approved', () => {
    fc.assert(
      fc.property(someReviews, someDifferences, fc.constantFrom('reviewer-1', 'zoe', null), (reviews, differences, author) => {
        fc.pre(!(differences.options.bypassPeerApproval && differences.options.bypassLeaderApproval));
        const added = review({ id: 1000, author, state: 'CHANGES_REQUESTED' });
        expect(judge([...reviews, added], differences).kind).toBe('missing');
      }),
    );
  });
});
