import type { RobotRun, World } from '../world/index.js';
import { type BranchBlindState, branchBlindState } from './branch-blind.js';
import type { Expectations } from './expectations.js';
import { readAccounts, type AccountedBranch } from './run-account.js';
import type { Telling } from './telling.js';
import type { Style, Terminal } from './terminal.js';
import { printIndented, tableLines } from './terminal.js';

/** The situation in which the approval arrives. */
export interface Incident {
  readonly pullRequest: number;
  readonly source: string;
  readonly branches: readonly IncidentBranch[];
}

export interface IncidentBranch {
  readonly branch: string;
  /** The name under which the same commit was built before. */
  readonly oldName: string;
  readonly commit: string;
}

/** What the approval led to, and what a branch-blind robot would have seen instead. */
export interface Refusal {
  readonly run: RobotRun;
  /** Per branch of the incident. */
  readonly blind: readonly BranchBlindState[];
  /** The state of each branch as the job summary tells it. */
  readonly states: readonly string[];
}

/** The moment of the incident: the approval comes while CI of the new names is running. */
export async function approvalArrives(telling: Telling, expectations: Expectations, incident: Incident): Promise<Refusal> {
  const { world, terminal } = telling;
  const { print } = terminal;
  terminal.chapter('The approval arrives. This is where the incident happened');
  const before = await shasOf(world);
  await world.reviewer.approve(incident.pullRequest);
  const run = await telling.deliver();

  print('  asked of GitHub about runs:');
  const asked = run.requests.filter(({ path }) => path.endsWith('/actions/runs'));
  printIndented(terminal, asked.map(({ method, path, query }) => `${method} ${path.replace(/^\/repos\/[^/]+\/[^/]+/, '…')}?${new URLSearchParams(query).toString()}`));
  const accounts = readAccounts(run.result.summary);
  print('  counted and ignored, as the job summary tells:');
  printIndented(terminal, accountLines(terminal, world, accounts));

  const blind = incident.branches.map(({ commit }) => branchBlindState(world.ci.simulator.runs({ sha: commit })));
  print(`  a branch-blind aggregation (best result of each commit): ${terminal.paint('bad', blind.join(', '))} → would merge now`);
  expectations.expect('the danger is real: without regard to branches, all three commits are green', blind.every((state) => state === 'success'), blind);
  expectations.expect('runs were asked for by the full SHA of each of the three commits', incident.branches.every(({ commit }) => asked.some(({ query }) => query.head_sha === commit)), asked.map(({ query }) => query));
  expectations.expect('the robot waits: 303 build-in-progress, state pending', run.code === 303 && run.state === 'pending', { code: run.code, state: run.state });
  expectOldNamesIgnored(expectations, world, accounts, incident);
  const after = await shasOf(world);
  expectations.expect('nothing was pushed; every ref is where it was', run.pushes.length === 0 && before === after, { pushes: run.pushes, before, after });
  expectStatus(telling, expectations, incident, 'pending');
  return { run, blind, states: incident.branches.map(({ branch }) => accounts.find((account) => account.branch === branch)?.state ?? 'not told') };
}

/** The runs under the old names, all green, must stand in the account as ignored for their branch. */
function expectOldNamesIgnored(expectations: Expectations, world: World, accounts: readonly AccountedBranch[], incident: Incident): void {
  const integration = incident.branches.slice(1);
  const told = integration.map(({ branch, oldName, commit }) => {
    const rows = accounts.find((account) => account.branch === branch)?.runs ?? [];
    const rowOf = (name: string) => rows.find(({ id }) => world.ci.simulator.runs({ branch: name, sha: commit }).some((run) => run.id === id));
    return { branch, old: rowOf(oldName), own: rowOf(branch) };
  });
  expectations.expect(
    'the green runs of the old names are listed as ignored, the running ones of the new names as counted',
    told.every(({ old, own }) => old?.counts === false && old.why.includes('branch') && own?.counts === true),
    told,
  );
}

/** Prints the newest status of the robot on the head, and claims its state. */
export function expectStatus(telling: Telling, expectations: Expectations, incident: Incident, state: string): void {
  const { world, terminal } = telling;
  const head = world.github.pullRequest(world.repository, incident.pullRequest).head.sha;
  const status = world.github.repository(world.repository).statuses.filter(({ sha, context }) => sha === head && context === 'bert-e').at(-1);
  expectations.expect(
    `commit status on the head of #${incident.pullRequest}: ${terminal.paint('name', 'bert-e')} ${terminal.paint(stateStyle(status?.state ?? ''), status?.state ?? 'none')} “${status?.description ?? ''}”`,
    status?.state === state,
    status ?? 'no status',
  );
}

function accountLines(terminal: Terminal, world: World, accounts: readonly AccountedBranch[]): readonly string[] {
  const runs = new Map(world.ci.simulator.runs().map((run) => [run.id, run]));
  const rows = accounts.flatMap(({ branch, state, runs: listed }) => {
    const told = listed.map(({ id, counts, result, why }) => [
      counts ? 'counted' : 'ignored',
      result,
      counts ? `run of ${(id === null ? undefined : runs.get(id)?.headBranch) ?? 'this branch'}` : why.replace(/^no: /, '').replace(/, not to this one$/, ''),
    ]);
    return withoutRepetition(told).map((cells, index) => [index === 0 ? branch : '', index === 0 ? state : '', ...cells]);
  });
  if (rows.length === 0) {
    return ['the job summary holds no account of runs'];
  }
  return tableLines(terminal, [{ title: 'branch', style: () => 'name' }, { title: 'state', style: stateStyle }, { title: 'run', style: (cell) => (cell === 'counted' ? 'bold' : 'dim') }, { title: 'result' }, { title: 'why' }], rows);
}

/** Equal rows become one, with how many there were behind the last cell. */
function withoutRepetition(rows: ReadonlyArray<readonly string[]>): ReadonlyArray<readonly string[]> {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(row.join('\0'), (counts.get(row.join('\0')) ?? 0) + 1);
  return [...counts].map(([text, count]) => {
    const cells = text.split('\0');
    return count === 1 ? cells : [...cells.slice(0, -1), `${cells.at(-1) ?? ''} (${count} such runs)`];
  });
}

function stateStyle(state: string): Style {
  switch (state) {
    case 'success': case 'successful':
      return 'good';
    case 'failure': case 'failed': case 'error':
      return 'bad';
    default:
      return 'wait';
  }
}

/** All refs with their commits, as one text to compare. */
export async function shasOf(world: World): Promise<string> {
  return [...(await world.github.refs(world.repository))].filter(([ref]) => !ref.startsWith('refs/pull/')).map(([ref, sha]) => `${ref} ${sha}`).sort().join('\n');
}
