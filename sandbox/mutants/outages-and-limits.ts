import type { Mutation } from './mutation.js';

const lists = 'src/github/lists.ts';
const listTests = ['__tests__/github/lists.test.ts'];
const networkTests = ['__tests__/github/network.test.ts'];
const writeTests = ['__tests__/github/memory-and-writes.test.ts'];
const readTests = ['__tests__/git/reads.test.ts'];

/** Mistakes about answers that are none, about what may be repeated, and about how long to wait (spec 6, rule 8 and limits). */
export const outageMutations: readonly Mutation[] = [
  {
    name: 'a list that cannot be read is taken for an empty one',
    file: lists,
    text: "live, etag: known?.etag ?? null });",
    replacement: "live, etag: known?.etag ?? null }).catch(() => ({ status: 200, headers: {} as Headers, data: request.countedAs === undefined ? [] : { total_count: 0, [request.countedAs]: [] } }));",
    tests: networkTests,
    named: 'never gets better',
  },
  {
    name: 'a list with fewer items than GitHub counts is believed',
    file: lists,
    text: 'items.size >= Math.min(total, request.cap ?? total);',
    replacement: 'items.size > 0 || total === 0;',
    tests: listTests,
  },
  {
    name: 'a list that moved while it was read is believed',
    file: lists,
    text: 'await stoodStill(request, pages) :',
    replacement: 'pages.length > 0 :',
    tests: listTests,
  },
  {
    name: 'the runs that GitHub does not list at once are not asked for',
    file: 'src/github/reads.ts',
    text: 'if (!list.capped) {',
    replacement: 'if (list.items.length > 0) {',
    tests: listTests,
  },
  {
    name: 'a missing permission to read is taken for nothing being there',
    file: 'src/github/reads.ts',
    text: 'error instanceof GitHubRefusal && error.status === 404',
    replacement: 'error instanceof GitHubRefusal && (error.status === 404 || error.status === 403)',
    tests: networkTests,
    named: 'errors and logs',
  },
  {
    name: 'of a listing of branches that was cut the whole lines are believed',
    file: 'src/git/remote-refs.ts',
    text: "if (output.length > 0 && output.at(-1) !== 0x0a) throw new GitOutage('ls-remote', 'the answer ends in the middle of a line');",
    replacement: 'output = output.subarray(0, output.lastIndexOf(0x0a) + 1);',
    tests: readTests,
  },
  {
    name: 'a listing without any branch is believed',
    file: 'src/git/remote-refs.ts',
    text: 'if (branches.size === 0) throw',
    replacement: 'if (branches.size < 0) throw',
    tests: readTests,
  },
  {
    name: 'what a listing of branches showed before it failed is believed',
    file: 'src/git/git.ts',
    text: "if (result.status !== 0) throw await failure('ls-remote', result);",
    replacement: '',
    tests: readTests,
  },
  {
    name: 'what was read of the history before it failed is believed',
    file: 'src/git/git.ts',
    text: "if (result.status !== 0) throw await failure('rev-list', result);",
    replacement: '',
    tests: readTests,
  },
  {
    name: 'a fetch that failed is taken for one that brought everything',
    file: 'src/git/git.ts',
    text: "if (result.status !== 0) throw await failure('fetch', result);",
    replacement: '',
    tests: readTests,
  },
  {
    name: 'a comment is posted again when the answer to it is lost',
    file: 'src/github/github.ts',
    text: 'body: { body }, repeatable: false',
    replacement: 'body: { body }, repeatable: true',
    tests: writeTests,
  },
  {
    name: 'a workflow is started again when the answer to it is lost',
    file: 'src/github/github.ts',
    text: 'body: { ref: branch }, repeatable: false',
    replacement: 'body: { ref: branch }, repeatable: true',
    tests: writeTests,
  },
  {
    name: 'a run is started again when the answer to it is lost',
    file: 'src/github/github.ts',
    text: "method: 'POST', path, repeatable: false",
    replacement: "method: 'POST', path, repeatable: true",
    tests: writeTests,
  },
  {
    name: 'a push is sent again when the answer to it is lost',
    file: 'src/git/git.ts',
    text: "await run({ operation: 'push', arguments: order.arguments, environment: network, timeoutMilliseconds: timeouts.push + updates.length * timePerRef });",
    replacement:
      "await repeatReads(options.retryDelays, isWorthRepeating, () => run({ operation: 'push', arguments: order.arguments, environment: network, timeoutMilliseconds: timeouts.push + updates.length * timePerRef }));",
    tests: ['__tests__/git/push.test.ts'],
  },
  {
    name: 'a push of which a part shows is taken for done',
    file: 'src/edge/execute.ts',
    text: 'return updates.every(',
    replacement: 'return updates.some(',
    tests: ['__tests__/edge/execute.test.ts'],
  },
  {
    name: 'a read is given up at the first failure of the server',
    file: 'src/github/patience.ts',
    text: 'return repeatable ? Math.max(',
    replacement: 'return repeatable && repeats < 0 ? Math.max(',
    tests: networkTests,
    named: 'reads that fail',
  },
  {
    name: 'the wait that GitHub asks for is cut short',
    file: 'src/github/patience.ts',
    text: 'return Math.max(failure.waitMilliseconds, backoff);',
    replacement: 'return backoff;',
    tests: networkTests,
    named: 'limits',
  },
  {
    name: 'a run waits as often as it is told to',
    file: 'src/github/patience.ts',
    text: 'if (spent + cost > waitingBudget) {',
    replacement: 'if (cost > waitingBudget) {',
    tests: networkTests,
    named: 'limits',
  },
  {
    name: 'a list that is known is read again at full price',
    file: lists,
    text: 'etag: known?.etag ?? null',
    replacement: 'etag: null',
    tests: writeTests,
  },
  {
    name: 'a server that lists no branches is taken for one whose branches moved',
    file: 'src/git/git.ts',
    text: "case 'not-as-listed': return staleIfMoved(updates, verdict.refs);",
    replacement: "case 'not-as-listed': return { kind: 'stale', refs: verdict.refs };",
    tests: ['__tests__/git/empty-answer.test.ts'],
  },
  {
    name: 'git starts one transfer after the other without end',
    file: 'src/git/nesting.ts',
    text: 'const deepest = 20;',
    replacement: 'const deepest = 2_000;',
    tests: ['__tests__/git/empty-answer.test.ts'],
  },
];
