import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Expectations } from '../demo/expectations.js';
import type { RehearsalOptions } from '../demo/options.js';
import { summaryOf, writePage } from '../demo/page.js';
import { Problem } from '../demo/problem.js';
import { Telling } from '../demo/telling.js';
import type { Terminal } from '../demo/terminal.js';
import { counted, printIndented, tableLines } from '../demo/terminal.js';
import type { SummarySection } from '../render/index.js';
import { createWorld, type World } from '../world/index.js';
import { copyBranches } from './copy.js';
import { openOriginal, type Original } from './original.js';
import { chooseSource, madeBranch, openPullRequest } from './pull-request.js';
import { SafeGit } from './safe-git.js';
import { rehearsalSettings } from './settings.js';
import { type Ending, goTheWay } from './steps.js';
import { Ancestry, chooseDestination, chooseVersions, type Source, type VersionBranches } from './version-branches.js';

const robot = 'bert-e[bot]';
/** Commits shown in the graph: more than that nobody reads. */
const graphLimit = 24;
/** The sandbox holds the history in memory; tens of thousands of commits take seconds, ten times as many a minute or two. */
const mostCommits = 300_000;

/**
 * Rehearses GitWaterFlow on a copy of a real repository, from a pull request to the merge. Answers the exit status: 0 merged
 * and everything held, 1 something did not, 3 a person has to decide.
 *
 * @throws Problem when the repository cannot be used
 */
export async function rehearse(options: RehearsalOptions, terminal: Terminal): Promise<number> {
  const started = performance.now();
  const temporary = await mkdtemp(join(tmpdir(), 'rehearsal-'));
  try {
    const git = await SafeGit.create(temporary);
    const original = await openOriginal(git, options.repository);
    const ancestry = new Ancestry(git, original);
    const wanted = await chooseVersions(original, options.versions, ancestry);
    const from = chooseSource(original, options.branch, wanted.versions);
    const destination = await chooseDestination(from?.original ?? null, options.onto, wanted.versions, ancestry, original);
    const source: Source = { original: from?.original ?? null, branch: from?.branch ?? madeBranch, destination };
    await refuseTooMany(original, wanted, ancestry);
    await introduce(terminal, original, wanted, source, ancestry);
    const branches = wanted.versions.map(({ branch }) => branch);
    const world = await createWorld({
      bundle: options.bundle,
      defaultBranch: branches.at(-1) ?? '',
      inputs: { config: rehearsalSettings(robot) },
      fill: (repository) => copyBranches(git, original, repository, wanted, from),
    });
    try {
      return await rehearseIn(world, { options, terminal, git, original, branches, source, temporary, started });
    } finally {
      await world.discard();
    }
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

async function refuseTooMany(original: Original, { versions }: VersionBranches, ancestry: Ancestry): Promise<void> {
  const commits = await ancestry.count(versions.map((version) => version.original.sha));
  if (commits > mostCommits) {
    throw new Problem({ what: 'The history is too long for a rehearsal', where: original.path, expected: `at most ${mostCommits.toLocaleString('en')} commits on the version branches`, found: commits.toLocaleString('en'), remedy: 'Rehearse with a smaller repository of the same shape; the action itself does not have this limit.' });
  }
}

interface Rehearsal {
  readonly options: RehearsalOptions;
  readonly terminal: Terminal;
  readonly git: SafeGit;
  readonly original: Original;
  readonly branches: readonly string[];
  readonly source: Source;
  readonly temporary: string;
  readonly started: number;
}

async function rehearseIn(world: World, rehearsal: Rehearsal): Promise<number> {
  const { options, terminal, git, original, branches, source, temporary, started } = rehearsal;
  const { print, paint } = terminal;
  const telling = new Telling(world, terminal, options.verbose);
  const expectations = new Expectations(terminal);
  const sections: SummarySection[] = [];
  const before = new Map(await Promise.all(branches.map(async (branch) => [branch, await world.tip(branch)] as const)));
  const pullRequest = await openPullRequest(world, source);
  print(`  #${pullRequest}: ${paint('name', source.branch)} → ${source.destination.branch}, in the copy`);
  const ending = await goTheWay({
    telling, expectations, git, options, temporary, pullRequest, versions: branches,
    remember: (run, title) => sections.push(summaryOf(run, title)),
  });
  await conclude(world, rehearsal, telling, expectations, ending, before);
  const unchanged = (await openOriginal(git, options.repository)).fingerprint === original.fingerprint;
  expectations.expect(`${original.path} is as it was: no ref moved`, unchanged, 'other refs than before: somebody worked in it meanwhile');
  const page = await writePage(options.out, 'rehearsal.html', `Rehearsal of GitWaterFlow: ${original.path}`, sections);

  print(`\n${paint('dim', '─'.repeat(110))}`);
  switch (ending.kind) {
    case 'merged':
      print(expectations.failures.length === 0 ? paint('good', `Merged. All ${expectations.count} claims hold.`) : paint('bad', `Merged, but: ${expectations.failures.join('; ')}`));
      break;
    case 'needs-a-person':
      print(paint('wait', `Stopped: ${ending.why}.`));
      break;
    case 'unexpected':
      print(paint('bad', `Stopped, which should not be: ${ending.why}.`));
      break;
  }
  print(`${counted(telling.runs.length, 'run')} of the robot; ${((performance.now() - started) / 1000).toFixed(1)} s. The copy is removed.`);
  print(`Job summaries as GitHub would show them: ${page}`);
  if (expectations.failures.length > 0 || ending.kind === 'unexpected') {
    return 1;
  }
  return ending.kind === 'merged' ? 0 : 3;
}

async function introduce(terminal: Terminal, original: Original, wanted: VersionBranches, source: Source, ancestry: Ancestry): Promise<void> {
  const { print, paint } = terminal;
  print(paint('bold', 'Rehearsal of GitWaterFlow'));
  print(`on a copy of ${original.path}; the repository itself is only read`);
  terminal.chapter('Version branches and pull request');
  const { versions } = wanted;
  const rows = await Promise.all(versions.map(async ({ original: { name, sha }, branch }, index) => {
    const older = versions[index - 1];
    const contained = older === undefined ? '' : (await ancestry.contains(sha, older.original.sha)) ? `contains ${older.original.name}` : `lacks ${counted(await ancestry.extra(older.original.sha, sha), 'commit')} of ${older.original.name}`;
    return [name, branch, sha.slice(0, 7), (await ancestry.count([sha])).toLocaleString('en'), contained];
  }));
  printIndented(terminal, tableLines(terminal, [
    { title: 'here', style: () => 'name' }, { title: 'in the rehearsal', style: () => 'name' }, { title: 'commit' }, { title: 'commits' },
    { title: 'and the one before it', style: (cell) => (cell.startsWith('lacks') ? 'bad' : 'good') },
  ], rows));
  if (wanted.reversed) {
    print(`  ${paint('wait', 'note')} --versions was given oldest first, as history tells; it is read that way`);
  }
  if (original.detachedAt !== null) {
    print(`  ${paint('wait', 'note')} HEAD is detached at ${original.detachedAt.slice(0, 7)}; only branches are rehearsed with`);
  }
  if (source.original !== null) {
    const extra = await ancestry.extra(source.original.sha, source.destination.original.sha);
    print(`  pull request: ${source.original.name} brings ${counted(extra, 'commit')} to ${source.destination.original.name}`);
  } else {
    print(`  pull request: a small commit, made on ${source.destination.original.name}`);
  }
}

async function conclude(world: World, { branches, source, terminal }: Rehearsal, telling: Telling, expectations: Expectations, ending: Ending, before: ReadonlyMap<string, string>): Promise<void> {
  if (ending.kind === 'merged') {
    telling.printPushes(ending.run);
    expectations.expect('everything landed in one atomic push', telling.pushedOnceAndAtomically(ending.run), ending.run.pushes);
    const targets = branches.slice(branches.indexOf(source.destination.branch));
    const head = await world.tip(source.branch);
    const landed = await Promise.all(targets.map(async (branch) => world.github.isAncestor(world.repository, head, await world.tip(branch))));
    expectations.expect(`${source.branch} is on ${targets.join(', ')}`, landed.every(Boolean), landed);
    const contained = await world.isSelfContained(branches.map((branch) => branch.replace('development/', '')));
    expectations.expect('each version contains the one before it', contained, contained);
  }
  const kept = await Promise.all([...before].map(async ([branch, sha]) => world.github.isAncestor(world.repository, sha, await world.tip(branch))));
  expectations.expect('no version branch lost a commit', kept.every(Boolean), kept);
  if (ending.kind !== 'merged') {
    return;
  }
  terminal.print(`\n  the newest ${graphLimit} commits, in the copy (one is named after the branch on which it was first seen):`);
  printIndented(terminal, (await world.graph({ colour: terminal.colour, limit: graphLimit, refs: branches.map((branch) => `refs/heads/${branch}`) })).split('\n'));
}
