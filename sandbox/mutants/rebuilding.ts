import type { Mutation } from './mutation.js';

const scenarios = ['__tests__/scenarios/queue/untold.test.ts'];
const named = 'while it rebuilds';

/** A rebuild of the queue takes several pushes, and must be completed by whoever comes next. */
export const rebuildMutations: readonly Mutation[] = [
  {
    name: 'a rebuild leaves no record of what is left to do',
    file: 'src/edge/rebuild-queue.ts',
    text: 'if (rules.dryRun || isNothing ||',
    replacement: 'if (!rules.dryRun || isNothing ||',
    scenarios,
    named,
  },
  {
    name: 'what a run that was killed has left of a rebuild is left',
    file: 'src/edge/handle-queue.ts',
    text: 'if (facts.begun === null || rules.dryRun) {',
    replacement: 'if (facts.begun === null || !rules.dryRun) {',
    scenarios,
    named,
  },
  {
    name: 'others are queued before the rest of a rebuild',
    file: 'src/pull-request/landing-checks.ts',
    text: 'facts.rebuilt === null && begunRebuild(',
    replacement: 'facts.rebuilt !== null && begunRebuild(',
    scenarios,
    named,
  },
  {
    name: 'who was queued again by a run that was killed is not told',
    file: 'src/pull-request/queue-news.ts',
    text: 'said?.data.rebuild === rebuilt.record',
    replacement: 'said?.data.rebuild !== rebuilt.record',
    scenarios,
    named,
  },
  {
    name: 'a branch of somebody else is taken for the record of a rebuild',
    file: 'src/queue/rebuild.ts',
    text: ' || !isMadeByRobot(commit, robotEmail)',
    replacement: '',
    tests: ['__tests__/queue/rebuild.test.ts'],
  },
  {
    name: 'a gate opens for one of two pull requests with one head',
    file: 'src/edge/observe-readiness.ts',
    text: 'settings.gateOnly ? github.openPullRequests() : []',
    replacement: '!settings.gateOnly ? github.openPullRequests() : []',
    scenarios: ['__tests__/scenarios/main-job/telling.test.ts'],
    named: 'gate_only',
  },
  {
    name: 'two sources of one name share integration branches',
    file: 'src/pull-request/entry-checks.ts',
    text: 'if (namesake !== null) {',
    replacement: 'if (namesake === 0) {',
    scenarios: ['__tests__/scenarios/hostile/forks.test.ts'],
    named: 'same name',
  },
];
