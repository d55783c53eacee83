import { describe, expect, test } from '@jest/globals';
import type { Scenario } from './scenario.js';
import { play } from './schedule.js';
import type { Step } from './schedule.js';

/** Schedules that once broke a rule, or that chance seldom comes by, as the exploration had shortened them. `npm run mutants` sees that each still would. */
interface Story {
  readonly name: string;
  readonly scenario: Scenario;
  readonly steps: readonly Step[];
}

const stories: readonly Story[] = [
  {
    name: 'two runs find out that a pull request merged, the one that pushed last: people are told once',
    scenario: { versions: ['4.3', '5.1', '5', '10.0'], hotfix: true, pullRequests: [3, -1, 2, 1], settings: { use_queues: true, required_peer_approvals: 0, always_create_integration_pull_requests: true } },
    steps: [['buildsGoOn', 26, 35], ['sweep', 10, 4], ['buildsGoOn', 26, 48], ['remark', 5, 48], ['deliver', 2, 9], ['deliver', 2, 25]],
  },
  {
    name: 'a build fails in the queue, and the pull request itself is refused an option: the two messages do not alternate for ever',
    scenario: { versions: ['4.3', '5.1', '5'], hotfix: false, pullRequests: [2], settings: { use_queues: true, required_peer_approvals: 1, run_selection: 'latest' } },
    steps: [['buildsGoOn', 13, 27], ['approve', 11, 24], ['approve', 0, 25], ['deliverAgain', 9, 6], ['advance', 11, 15], ['privilegeGrab', 1, 57], ['buildStarts', 2, 15], ['buildFails', 19, 5]],
  },
  {
    name: 'the queue is empty but for what somebody pushed there, and the next merge goes past the queue: that is not deleted with it',
    scenario: {
      versions: ['4.3', '5.1', '5', '10.0'], hotfix: false, pullRequests: [2, 1, 2],
      settings: { use_queues: true, required_peer_approvals: 1, queue_accepts_integration_builds: true, skip_queue_when_not_needed: true, dispatch: ['ci.yml'], build_key: [] },
    },
    steps: [['sweep', 12, 32], ['deliver', 29, 32], ['approve', 11, 54], ['sweep', 12, 30], ['approve', 10, 26], ['deliver', 27, 13], ['approve', 12, 42], ['workOnQueue', 20, 4], ['push', 6, 56]],
  },
  {
    name: 'two runs greet at the same moment, before and after the destination was changed: one greeting stays',
    scenario: { versions: ['4.3', '5.1'], hotfix: true, pullRequests: [-1], settings: { use_queues: true, required_peer_approvals: 0, run_selection: 'latest' } },
    steps: [['command', 17, 18], ['buildsGoOn', 19, 11], ['lose', 1, 50], ['deliver', 26, 3], ['retarget', 12, 51], ['deliver', 21, 59]],
  },
  {
    name: 'a fork that is left alone has the commit of another pull request, which merges: nobody is told so on that of the fork',
    scenario: { versions: ['4.3', '5.1', '5'], hotfix: false, pullRequests: [2, 1, 0], settings: { use_queues: false, required_peer_approvals: 1 }, fork: true, namesCollide: true },
    steps: [],
  },
  {
    name: 'a gate that once was more creates a version branch: the queue of old stays',
    scenario: { versions: ['4.3', '5.1', '5'], hotfix: false, pullRequests: [1, 0], settings: { use_queues: true, required_peer_approvals: 1, gate_only: true } },
    steps: [['createBranch', 27, 48]],
  },
  {
    name: 'a tag raises the revision of a hotfix while something is queued there: what comes after is queued with it',
    scenario: { versions: ['4.3', '5.1'], hotfix: true, pullRequests: [-1, -1], settings: { use_queues: true, required_peer_approvals: 1 } },
    steps: [['buildsGoOn', 1, 0], ['approve', 0, 0], ['sweep', 0, 4], ['tagHotfix', 0, 0], ['approve', 1, 0], ['sweep', 0, 4]],
  },
];

describe('schedules that once broke a rule of spec 6', () => {
  test.each(stories)('$name', async ({ scenario, steps }) => {
    const { broken, story } = await play(scenario, steps);
    expect(broken === null ? 'every rule held' : [broken.words, ...story].join('\n')).toBe('every rule held');
  });
});
