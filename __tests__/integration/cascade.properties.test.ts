import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { tryLanding } from '../../src/integration/landing.js';
import { tryIntegration } from '../../src/integration/trial.js';
import type { IntegrationRequest } from '../../src/integration/trial.js';
import type { CommitGraph } from '../../src/history/commit-graph.js';
import type { Sha } from '../../src/ports/git.js';
import { createHistory, robotEmail } from '../builders/history.js';
import type { History } from '../builders/history.js';
import { memoryGit } from '../builders/memory-git.js';

const source = 'bugfix/x';
const versions = ['1', '2', '3', '4'];
const development = versions.map((version) => `development/${version}`);
const integration = versions.slice(1).map((version) => `w/${version}/${source}`);

/** What people do between two looks of the robot. */
type Action =
  | { readonly kind: 'push to source'; readonly file: string }
  /** On a version, and merged up so that the cascade stays self-contained. */
  | { readonly kind: 'push to version'; readonly version: number; readonly file: string }
  | { readonly kind: 'repair'; readonly version: number; readonly file: string }
  | { readonly kind: 'look'; readonly octopus: boolean; readonly leaveComplete: boolean };

const files = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
const actions: fc.Arbitrary<readonly Action[]> = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('push to source' as const), file: files }),
    fc.record({ kind: fc.constant('push to version' as const), version: fc.nat(3), file: files }),
    fc.record({ kind: fc.constant('repair' as const), version: fc.nat(2), file: files }),
    fc.record({ kind: fc.constant('look' as const), octopus: fc.boolean(), leaveComplete: fc.boolean() }),
  ),
  { minLength: 3, maxLength: 14 },
);

/** A repository on which people work while the robot looks, and what must be true after every look. */
class Repository {
  readonly history: History = createHistory();
  #count = 0;

  constructor() {
    this.history.commit('root', [], { files: { a: 'a' } });
    for (const branch of [...development, source]) this.history.branch(branch, 'root');
    this.history.push(source, 'fix', { files: { a: 'fixed' } });
  }

  tip(branch: string): Sha | null {
    return this.history.refs().branches.get(branch) ?? null;
  }

  change(branch: string, file: string): void {
    this.#count += 1;
    if (this.tip(branch) !== null) this.history.push(branch, `change ${this.#count}`, { files: { [file]: `change ${this.#count}` } });
  }

  /** Where two versions changed the same file, the later version wins: the merge of a careful person. */
  mergeUp(from: number): void {
    for (const [index, branch] of development.entries()) {
      const previous = development[index - 1];
      if (index > from && previous !== undefined) {
        this.#count += 1;
        this.history.branch(branch, this.history.commit(`merge ${this.#count}`, [this.tip(branch) ?? '', this.tip(previous) ?? '']));
      }
    }
  }

  request(octopus: boolean, leaveComplete: boolean): IntegrationRequest {
    const at = (branch: string) => ({ branch, tip: this.tip(branch) ?? '' });
    return {
      source: at(source),
      destination: at(development[0] ?? ''),
      later: integration.map((integrationBranch, index) => ({ destination: at(development[index + 1] ?? ''), integrationBranch, integrationTip: this.tip(integrationBranch) })),
      pullRequest: 7, octopus, leaveComplete, robotEmail,
    };
  }

  async look(octopus: boolean, leaveComplete: boolean): Promise<void> {
    const git = memoryGit(this.history);
    const graph = this.history.graph();
    const request = this.request(octopus, leaveComplete);
    const { steps, obstacle } = await tryIntegration(request, git, graph);
    expect(obstacle?.kind).not.toBe('history-mismatch');
    expect(steps.length === integration.length).toBe(obstacle === null);
    let previous = request.source.tip;
    for (const [index, step] of steps.entries()) {
      const target = request.later[index];
      expect(step).toMatchObject({ branch: target?.integrationBranch, from: target?.integrationTip });
      expect(step.from === null || graph.contains(step.to, step.from)).toBe(true);
      expect(graph.contains(step.to, previous)).toBe(true);
      if (!leaveComplete) expect(graph.contains(step.to, target?.destination.tip ?? '')).toBe(true);
      if (step.kind !== 'unchanged') this.expectMinimalMerge(graph, step.to, step.from ?? target?.destination.tip ?? '', octopus);
      previous = step.to;
    }
    for (const step of steps) this.history.branch(step.branch, step.to);
    this.expectTipsOfTheirOwn();
    if (obstacle === null) await this.expectLanding(octopus);
  }

  /** From the new tip along first parents to the old one; what is merged in between is needed, and one of it does not contain another. */
  expectMinimalMerge(graph: CommitGraph, to: Sha, base: Sha, octopus: boolean): void {
    const merged: Sha[] = [];
    let commit = to;
    for (; commit !== base; commit = graph.get(commit).parents[0] ?? base) merged.push(...graph.get(commit).parents.slice(1));
    if (octopus) expect(graph.get(to).parents[0]).toBe(base);
    expect(graph.independent(merged)).toHaveLength(merged.length);
    if (merged.length > 1) expect(merged.filter((head) => graph.contains(base, head))).toEqual([]);
  }

  expectTipsOfTheirOwn(): void {
    const { branches } = this.history.refs();
    for (const branch of integration) {
      const tip = branches.get(branch);
      expect([...branches].filter(([name, other]) => tip !== undefined && other === tip && name !== branch)).toEqual([]);
    }
  }

  async expectLanding(octopus: boolean): Promise<void> {
    const graph = this.history.graph();
    const targets = development.map((branch, index) => {
      const tested = index === 0 ? source : (integration[index - 1] ?? '');
      return { destination: { branch, tip: this.tip(branch) ?? '' }, tested: { branch: tested, tip: this.tip(tested) ?? '' } };
    });
    const landing = await tryLanding(targets, 7, octopus, memoryGit(this.history), graph);
    if (landing.kind === 'conflict') return;
    let previous: Sha | null = null;
    for (const [index, { from, to, tested, destination }] of landing.moves.entries()) {
      expect({ destination, from, tested }).toEqual({ destination: development[index], from: targets[index]?.destination.tip, tested: targets[index]?.tested });
      expect(graph.contains(to, from)).toBe(true);
      expect(graph.contains(to, tested.tip)).toBe(true);
      expect(previous === null || graph.contains(to, previous)).toBe(true);
      previous = to;
    }
  }

  async act(action: Action): Promise<void> {
    switch (action.kind) {
      case 'push to source':
        this.change(source, action.file);
        return;
      case 'push to version':
        this.change(development[action.version] ?? '', action.file);
        this.mergeUp(action.version);
        return;
      case 'repair':
        this.change(integration[action.version] ?? '', action.file);
        return;
      case 'look':
        return this.look(action.octopus, action.leaveComplete);
    }
  }
}

describe('whatever people do between the looks of the robot', () => {
  test('integration branches only move forward and share no tip; a landing only moves forward and stays self-contained', async () => {
    await fc.assert(
      fc.asyncProperty(actions, async (sequence) => {
        const repository = new Repository();
        for (const action of sequence) await repository.act(action);
        await repository.look(true, false);
      }),
      { numRuns: 60 },
    );
  }, 20_000);

  test('a look on what a look left: nothing changes', async () => {
    await fc.assert(
      fc.asyncProperty(actions, fc.boolean(), fc.boolean(), async (sequence, octopus, leaveComplete) => {
        const repository = new Repository();
        for (const action of sequence) await repository.act(action);
        await repository.look(octopus, leaveComplete);
        const again = await tryIntegration(repository.request(octopus, leaveComplete), memoryGit(repository.history), repository.history.graph());
        expect(again.steps.filter(({ kind }) => kind !== 'unchanged')).toEqual([]);
      }),
      { numRuns: 40 },
    );
  }, 20_000);
});
