import { createWorld } from '../world/index.js';
import { Expectations } from './expectations.js';
import type { DemoOptions } from './options.js';
import { summaryOf, writePage } from './page.js';
import { incidentMarkdown } from './story-page.js';
import { approvalArrives, type Incident } from './story-approval.js';
import { ciGoesGreen } from './story-landing.js';
import { Telling } from './telling.js';
import type { Terminal } from './terminal.js';
import { counted, printIndented, tableLines } from './terminal.js';

const oldSource = 'bugfix/login';
const newSource = 'bugfix/login-form';
const laterVersions = ['5.1', '10.0'];

/**
 * The incident of spec chapter 2, with the real bundle: a renamed source branch, so that old and new integration branches
 * share their commits; green runs under the old names, running ones under the new; an approval. Answers whether every claim
 * of the story held.
 */
export async function replayIncident(options: DemoOptions, terminal: Terminal): Promise<boolean> {
  const { print, paint } = terminal;
  print(paint('bold', 'Replay of an incident, 2026-05-20'));
  print('A merge robot landed a pull request whose CI was still running: it had asked for the runs of the commit, and took');
  print('the green ones of another branch. The same events again, in a sandbox GitHub on this machine, with the real bundle.');
  const started = performance.now();
  const world = await createWorld({ bundle: options.bundle, settings: { use_queues: false } });
  const expectations = new Expectations(terminal);
  try {
    const telling = new Telling(world, terminal, options.verbose);
    const { old, commits } = await openAndBuild(telling, expectations);
    const incident = await rename(telling, expectations, old, commits);
    const refusal = await approvalArrives(telling, expectations, incident);
    const merge = await ciGoesGreen(telling, expectations, incident);
    const page = await writePage(options.out, 'incident.html', 'Replay of an incident', [
      { title: 'What happened', markdown: incidentMarkdown(incident, refusal, merge !== null) },
      summaryOf(refusal.run, 'approved'),
      ...(merge === null ? [] : [summaryOf(merge, 'CI green')]),
    ]);
    closing(telling, expectations, started, page);
  } finally {
    await world.discard();
  }
  return expectations.failures.length === 0;
}

interface Opened {
  readonly old: number;
  /** Branch under its old name → commit. */
  readonly commits: ReadonlyMap<string, string>;
}

async function openAndBuild(telling: Telling, expectations: Expectations): Promise<Opened> {
  const { world, terminal } = telling;
  terminal.chapter('A pull request for three versions, and its CI is green');
  await world.author.push(oldSource, { from: 'development/4.3', files: { 'login.txt': 'a field for the name\n' }, message: 'Login asks for a name' });
  const old = await world.author.openPullRequest(oldSource, 'development/4.3', { title: 'Login asks for a name' });
  terminal.print(`  #${old}: ${terminal.paint('name', oldSource)} → development/4.3; development/5.1 and development/10.0 come after it`);
  const opened = await telling.deliver();
  telling.printPushes(opened);
  const branches = [oldSource, ...laterVersions.map((version) => `w/${version}/${oldSource}`)];
  const existing = await world.refs();
  expectations.expect('one integration branch made for each later version; an approval is asked for (115)', opened.code === 115 && branches.every((branch) => branch in existing), { code: opened.code, refs: existing });
  for (const branch of branches.filter((name) => name in existing)) {
    world.ci.succeeds(branch);
  }
  terminal.print(`  CI: ${terminal.paint('good', 'success')} on all three branches`);
  await telling.deliverNewest();
  const commits = new Map<string, string>();
  for (const branch of branches.filter((name) => name in existing)) {
    commits.set(branch, await world.tip(branch));
  }
  return { old, commits };
}

async function rename(telling: Telling, expectations: Expectations, old: number, commits: ReadonlyMap<string, string>): Promise<Incident> {
  const { world, terminal } = telling;
  const { paint, print } = terminal;
  terminal.chapter('The source branch gets another name, so each commit carries two');
  print('  The author pushes the new names by hand, at the commits the old ones have:');
  const renamed = [...commits].map(([branch, commit]) => ({ before: branch, branch: branch.replace(oldSource, newSource), commit }));
  for (const { before, branch, commit } of renamed) {
    print(`    ${paint('dim', `git push origin origin/${before}:refs/heads/${branch}`)}`);
    await world.author.createBranch(branch, commit);
  }
  const pullRequest = await world.author.openPullRequest(newSource, 'development/4.3', { title: 'Login asks for a name' });
  print(`  Then #${pullRequest} is opened from ${paint('name', newSource)}.`);
  printIndented(terminal, tableLines(terminal, [{ title: 'commit' }, { title: 'old name', style: () => 'name' }, { title: 'new name', style: () => 'name' }], renamed.map(({ before, branch, commit }) => [commit.slice(0, 7), before, branch])));
  const shared = await Promise.all(renamed.map(async ({ before, branch }) => (await world.tip(before)) === (await world.tip(branch))));
  expectations.expect('every commit carries an old and a new name', renamed.length === 3 && shared.every(Boolean), shared);

  await world.author.closes(old);
  await world.author.deleteBranch(oldSource);
  print(`  #${old} is closed. The branches go; the runs stay with their commits.`);
  const runs = await telling.deliverAll();
  expectations.expect(`the robot removes the old integration branches (305) and keeps to #${pullRequest} (115)`, runs.some(({ code }) => code === 305) && runs.some(({ code }) => code === 115), runs.map(({ code }) => code));

  world.ci.succeeds(newSource);
  for (const version of laterVersions) {
    world.ci.starts(`w/${version}/${newSource}`);
  }
  print(`  CI of the new names: ${paint('good', 'success')} on the source branch, ${paint('wait', 'in progress')} on both integration branches`);
  await telling.deliverAll();
  return { pullRequest, source: newSource, branches: renamed.map(({ before, branch, commit }) => ({ branch, oldName: before, commit })) };
}

function closing(telling: Telling, expectations: Expectations, started: number, page: string): void {
  const { terminal, runs } = telling;
  const { print, paint } = terminal;
  const { failures, count } = expectations;
  const requests = runs.reduce((sum, run) => sum + (run.printed.requests ?? run.requests.length), 0);
  const processes = runs.reduce((sum, run) => sum + (run.printed.gitProcesses ?? 0), 0);
  print(`\n${paint('dim', '─'.repeat(110))}`);
  print(
    failures.length === 0
      ? paint('good', `All ${count} claims hold.`)
      : paint('bad', `${counted(failures.length, 'claim')} of ${count} did not hold:\n${failures.map((claim) => `  ✗ ${claim}`).join('\n')}`),
  );
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  print(`${counted(runs.length, 'run')} of the robot, ${counted(requests, 'request')} to GitHub, ${counted(processes, 'git process', 'git processes')}; ${seconds} s.`);
  print(`Job summaries as GitHub would show them: ${page}`);
}
