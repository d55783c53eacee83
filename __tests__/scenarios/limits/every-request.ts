import type { GitFault, RestFault } from '../../../sandbox/github/faults.js';
import type { RobotRun, World } from '../../../sandbox/world/index.js';

/** One request of an ordinary run, in words that hold in every world: the nth of its kind. */
export type Asked =
  | { readonly surface: 'rest'; readonly method: string; readonly path: string; readonly nth: number }
  | { readonly surface: 'git'; readonly service: 'git-upload-pack' | 'git-receive-pack'; readonly step: 'discovery' | 'transfer'; readonly nth: number };

export function wordsOf(asked: Asked): string {
  return asked.surface === 'rest' ? `${asked.method} ${asked.path} (${asked.nth})` : `${asked.service} ${asked.step} (${asked.nth})`;
}

/** All that a run asked, in order of each kind. */
export function requestsOf(run: RobotRun): readonly Asked[] {
  const counts = new Map<string, number>();
  const nth = (kind: string): number => {
    const count = counts.get(kind) ?? 0;
    counts.set(kind, count + 1);
    return count;
  };
  return [
    ...run.requests.map(({ method, path }): Asked => {
      const general = path.replace(/[0-9a-f]{40}/g, '<sha>');
      return { surface: 'rest', method, path: general, nth: nth(`${method} ${general}`) };
    }),
    ...run.gitRequests.flatMap(({ service, path }): readonly Asked[] => {
      const step = path.endsWith('/info/refs') ? 'discovery' : 'transfer';
      return service === 'unknown' ? [] : [{ surface: 'git', service, step, nth: nth(`${service} ${step}`) }];
    }),
  ];
}

/** What may befall a request. Rest and git have different ways to fail that come to the same. */
export interface Trouble {
  readonly says: string;
  readonly rest: RestFault;
  readonly git: GitFault;
  /** The run waits before it tries again, so it is hurried. */
  readonly waits: boolean;
}

export const emptyAnswer: Trouble = {
  says: 'no JSON', rest: { kind: 'nonsense' }, git: { kind: 'answer', type: 'application/x-git-upload-pack-result', body: '' }, waits: true,
};

const patience = '3000';
export const troubles: readonly Trouble[] = [
  { says: '503', rest: { kind: 'status', status: 503, headers: { 'retry-after': patience } }, git: { kind: 'status', status: 403 }, waits: false },
  { says: '429', rest: { kind: 'status', status: 429, headers: { 'retry-after': patience } }, git: { kind: 'nonsense' }, waits: false },
  { says: 'limit of requests', rest: { kind: 'rate-limit', limit: 'primary', retryAfter: 3000 }, git: { kind: 'answer', type: 'text/html', body: 'out of order\n' }, waits: false },
  { says: 'secondary limit', rest: { kind: 'rate-limit', limit: 'secondary', retryAfter: 3000 }, git: { kind: 'redirect', to: 'http://localhost:9', status: 302 }, waits: false },
  { says: 'no connection', rest: { kind: 'drop' }, git: { kind: 'drop' }, waits: true },
  { says: 'half an answer', rest: { kind: 'cut' }, git: { kind: 'cut' }, waits: true },
  emptyAnswer,
  { says: '500', rest: { kind: 'status', status: 500 }, git: { kind: 'status', status: 500 }, waits: true },
  { says: 'too slow', rest: { kind: 'delay', milliseconds: 3_000 }, git: { kind: 'status', status: 504 }, waits: true },
];

/** From this request on, as often as it is repeated. Answers the way to end it. */
export function cause(world: World, asked: Asked, { rest, git }: Trouble): () => void {
  if (asked.surface === 'git') return world.github.faults.git({ service: asked.service, step: asked.step, after: asked.nth }, git, Infinity);
  const path = new RegExp(`^${asked.path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('<sha>', '[0-9a-f]{40}')}$`);
  return world.github.faults.rest({ method: asked.method, path, after: asked.nth }, rest, Infinity);
}

/** What was caused so far, and the way to end it. */
export interface Troubled {
  readonly caused: readonly RestFault[];
  stop(): void;
}

/** The first attempt of every read fails, each in another way, beginning with one of them; the second goes well. */
export function causeOnceEach(world: World, ways: readonly RestFault[], first: number): Troubled {
  const seen = new Set<string>();
  const caused: RestFault[] = [];
  const stop = world.github.beforeRequest(({ surface, method, path, query, login }) => {
    const key = `${path} ${JSON.stringify(query)}`;
    if (surface !== 'rest' || method !== 'GET' || login !== world.robot.login || seen.has(key)) return;
    seen.add(key);
    const way = ways[(first + seen.size) % ways.length];
    if (way === undefined) return;
    caused.push(way);
    world.github.faults.rest({ method, path: new RegExp(`^${path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`), query }, way);
  });
  return { caused, stop };
}
