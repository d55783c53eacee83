import { parse } from 'yaml';
import { branchMatches } from '../github/ci.js';
import type { SandboxEvent } from '../github/state.js';
import { property } from '../runner/property.js';

/** One event of the service, under the name by which a workflow listens to it. */
export interface Delivery {
  readonly trigger: string;
  readonly event: SandboxEvent;
}

interface Filter {
  readonly types?: readonly string[];
  readonly branches?: readonly string[];
  readonly branchesIgnore?: readonly string[];
  readonly workflows?: readonly string[];
}

/** The `on:` of a workflow file: which events start it, and as what. */
export class WorkflowTriggers {
  private readonly filters: ReadonlyMap<string, Filter>;
  /** `name:` of the workflow. */
  readonly name: string;

  /** Throws on a text that is no workflow file. */
  constructor(text: string) {
    const document: unknown = parse(text);
    const name = property(document, 'name');
    this.name = typeof name === 'string' ? name : 'unnamed';
    this.filters = new Map(readTriggers(property(document, 'on')));
    if (this.filters.size === 0) throw new Error('The workflow file has no "on" section.');
  }

  has(trigger: string): boolean {
    return this.filters.has(trigger);
  }

  /** What the event starts; a pull request's events start two kinds of triggers. Empty: nothing listens. */
  deliveriesOf(event: SandboxEvent): readonly Delivery[] {
    if (!event.startsWorkflows) return [];
    const names = event.name === 'pull_request' ? ['pull_request', 'pull_request_target'] : [event.name];
    return names
      .filter((trigger) => {
        const filter = this.filters.get(trigger);
        return filter !== undefined && accepts(filter, trigger, event);
      })
      .map((trigger) => ({ trigger, event }));
  }
}

/** Without `types`, pull requests start a workflow on these only; every other event on all of its actions. */
const pullRequestTypes = ['opened', 'synchronize', 'reopened'];

function accepts(filter: Filter, trigger: string, event: SandboxEvent): boolean {
  const types = filter.types ?? (trigger.startsWith('pull_request') && trigger !== 'pull_request_review' ? pullRequestTypes : undefined);
  if (types !== undefined && (event.action === null || !types.includes(event.action))) return false;
  if (filter.workflows !== undefined && !filter.workflows.includes(String(property(event.payload.workflow_run, 'name')))) return false;
  if (filter.branches === undefined && filter.branchesIgnore === undefined) return true;
  const branch = branchOf(event);
  if (branch === undefined) return false;
  return branchMatches(branch, filter.branches) && !(filter.branchesIgnore !== undefined && branchMatches(branch, filter.branchesIgnore));
}

/** The branch a `branches` filter speaks of: pushed, triggering run's, or the base of the pull request. */
function branchOf({ name, payload }: SandboxEvent): string | undefined {
  const ref = payload.ref;
  switch (name) {
    case 'push':
      return typeof ref === 'string' && ref.startsWith('refs/heads/') ? ref.slice('refs/heads/'.length) : undefined;
    case 'workflow_run':
      return textOf(property(payload.workflow_run, 'head_branch'));
    case 'pull_request':
      return textOf(property(property(payload.pull_request, 'base'), 'ref'));
    default:
      return undefined;
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function readTriggers(on: unknown): ReadonlyArray<readonly [string, Filter]> {
  if (typeof on === 'string') return [[on, {}]];
  if (Array.isArray(on)) return on.map((name) => [String(name), {}]);
  if (typeof on !== 'object' || on === null) return [];
  return Object.entries(on).map(([name, value]) => {
    const filter: Filter = {
      ...listOf(value, 'types', 'types'),
      ...listOf(value, 'branches', 'branches'),
      ...listOf(value, 'branches-ignore', 'branchesIgnore'),
      ...listOf(value, 'workflows', 'workflows'),
    };
    return [name, filter] as const;
  });
}

function listOf(value: unknown, key: string, name: keyof Filter): Filter {
  const list = property(value, key);
  if (list === undefined || list === null) return {};
  return { [name]: (Array.isArray(list) ? list : [list]).map(String) };
}
