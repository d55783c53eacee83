import { createRequire } from 'node:module';
import { execFileSync } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
import type { PullRequestEvent, PullRequestReviewEvent } from '@octokit/webhooks-types';
import { parse } from 'yaml';
import { sourcePrefixes } from '../../src/gitwaterflow/branch-name.js';
import { administrationCommands } from '../../src/settings/inputs.js';
import { readSettings } from '../../src/settings/read.js';
import { readTrigger } from '../../src/trigger/trigger.js';
import { blocksOf, examples, list, mapping, missingCommands, ownWorkflows, pages, read, workflow } from './pages.js';
import type { Mapping, Workflow } from './pages.js';

const webhooks = createRequire(import.meta.url)('@octokit/webhooks-examples') as ReadonlyArray<{ readonly name: string; readonly examples: readonly Mapping[] }>;
const action = mapping(parse(read('action.yml')));
const actionName = 'org/berte-action@v1';

/** Every workflow people may copy: the examples, and whole workflows in the pages. */
const copied: readonly Workflow[] = [
  ...examples.map((path) => workflow(path, read(path))),
  ...pages.flatMap((page) => blocksOf(read(page), 'yaml').filter((text) => 'jobs' in mapping(parse(text))).map((text, index) => workflow(`${page}, workflow ${index + 1}`, text))),
];
const isRobotStep = (step: Mapping): boolean => step.uses === actionName;
const robots = copied.filter(({ steps }) => steps.some(isRobotStep));
/** Those that GitHub starts by events; the shared job of a reusable workflow is started by its callers. */
const startedByEvents = copied.filter(({ on, path }) => !('workflow_call' in on) && path !== 'examples/ci.yml' && !path.includes('bell'));

/** GitHub's real payloads for a trigger. */
function payloadsOf(eventName: string, filters: Mapping): readonly Mapping[] {
  switch (eventName) {
    case 'schedule':
    case 'workflow_dispatch':
      return [{}];
    default: {
      const found = webhooks.find(({ name }) => name === (eventName === 'pull_request_target' ? 'pull_request' : eventName))?.examples ?? [];
      const types = list(filters.types);
      const wanted = found.filter(({ action: type }) => types.length === 0 || types.includes(type));
      return eventName === 'issue_comment' ? wanted.map((payload) => ({ ...payload, issue: { ...mapping(payload.issue), pull_request: {} } })) : wanted;
    }
  }
}

test('there is something to look at', () => {
  expect(robots.length).toBeGreaterThanOrEqual(8);
  expect(startedByEvents.length).toBeGreaterThanOrEqual(8);
});

test('the workflow of the README: the same as examples/github-app.yml', () => {
  expect(blocksOf(read('README.md'), 'yaml')).toContain(read('examples/github-app.yml'));
});

test('every YAML block of the pages: is YAML', () => {
  const texts = pages.flatMap((page) => blocksOf(read(page), 'yaml'));
  expect(texts.length).toBeGreaterThan(3);
  for (const text of texts) {
    expect(() => parse(text) as unknown).not.toThrow();
  }
});

test('inputs given to the action anywhere: are inputs of action.yml', () => {
  const snippets = pages.flatMap((page) => blocksOf(read(page), 'yaml')).flatMap((text) => list(parse(text)).map(mapping));
  const steps = [...robots.flatMap(({ steps: all }) => all), ...snippets].filter(isRobotStep);
  const given = steps.flatMap((step) => Object.keys(mapping(step.with)));
  expect(given.length).toBeGreaterThan(10);
  expect(given.filter((name) => !(name in mapping(action.inputs)))).toEqual([]);
});

test('settings shown anywhere: are accepted without a note', () => {
  const inline = robots.flatMap(({ steps }) => steps.flatMap((step) => mapping(step.with).config ?? [])).map(String);
  const files = pages.flatMap((page) => blocksOf(read(page), 'yaml')).filter((text) => /^# \.github\/bert-e\.yml|^# yaml-language-server/.test(text));
  const commented = examples.flatMap((path) => /^# {3}# \.github\/bert-e\.yml\n(?<lines>(?:# {3}.*\n)+)/m.exec(read(path))?.groups?.lines?.replaceAll(/^# {3}/gm, '') ?? []);
  const environment = robots.flatMap(({ steps }) => steps.map((step) => mapping(step.env))).filter((env) => Object.keys(env).some((name) => name.startsWith('BERT_E_')));
  expect([inline.length > 2, files.length > 2, commented.length > 0, environment.length > 0]).toEqual([true, true, true, true]);
  for (const text of [...inline, ...files, ...commented]) {
    const shown = text.replaceAll(/\$\{\{[^}]*\}\}/g, 'something');
    expect(readSettings({ file: { name: 'shown', text: shown }, inline: null, environment: {} })).toMatchObject({ kind: 'ok', notes: [] });
  }
  for (const variables of environment) {
    expect(readSettings({ file: null, inline: null, environment: variables as Readonly<Record<string, string>> })).toMatchObject({ kind: 'ok', notes: [] });
  }
});

describe.each(startedByEvents.map((each) => [each.path, each] as const))('%s', (_path, { on, document, jobs, steps, text }) => {
  test('every trigger: is understood, and leads somewhere', () => {
    expect(Object.keys(on).length).toBeGreaterThan(3);
    for (const [eventName, filters] of Object.entries(on)) {
      const payloads = payloadsOf(eventName, mapping(filters));
      expect([eventName, payloads.length > 0]).toEqual([eventName, true]);
      for (const payload of payloads) {
        expect([eventName, readTrigger(eventName, payload).kind]).not.toEqual([eventName, 'nothing']);
      }
      // Each type is one GitHub sends, as far as its examples show.
      const sent = new Set(payloads.map(({ action: type }) => type));
      expect(list(mapping(filters).types).filter((type) => !sent.has(type) && !unshownTypes.some((unshown) => unshown === `${eventName} ${String(type)}`))).toEqual([]);
    }
  });

  test('workflow_run: names its workflows, never itself, and only when completed', () => {
    if ('workflow_run' in on) {
      const { workflows, types } = mapping(on.workflow_run);
      expect(types).toEqual(['completed']);
      expect(list(workflows)).toContain('CI');
      expect(list(workflows)).not.toContain(document.name);
    }
  });

  test('runs: wait for each other, and none is cancelled', () => {
    expect(document.concurrency).toEqual({ group: 'bert-e', queue: 'max' });
  });

  test('permissions: named, and no more than these', () => {
    const allowed = { contents: ['read', 'write'], 'pull-requests': ['write'], statuses: ['write'], actions: ['read', 'write'], checks: ['read'] } as const;
    const given = Object.entries(mapping(document.permissions));
    expect(document.permissions).toBeDefined();
    expect(given.filter(([scope, level]) => !(scope in allowed) || !allowed[scope as keyof typeof allowed].some((each) => each === level))).toEqual([]);
    // What acts with the token of the job needs some; what does not, none.
    const ownToken = steps.filter(isRobotStep).some((step) => !('token' in mapping(step.with)));
    expect(given.length > 0).toBe(ownToken);
  });

  test('nothing of a pull request is checked out, and no expression stands in a shell script', () => {
    expect(steps.filter(({ uses }) => String(uses).startsWith('actions/checkout'))).toEqual([]);
    expect(steps.filter(({ run }) => String(run).includes('${{'))).toEqual([]);
  });

  test('no job has the name of the commit status', () => {
    expect(jobs.filter(({ id, name }) => [id, String(name)].some((each) => each.toLowerCase() === 'bert-e'))).toEqual([]);
  });

  test('commands to choose from: are administrative commands that the code has', () => {
    const offered = list(mapping(mapping(mapping(on.workflow_dispatch).inputs).command).options);
    const missing = missingCommands();
    expect(offered.filter((name) => !administrationCommands.some((known) => known === name && !missing.includes(known)))).toEqual([]);
  });

  test('inputs of the dispatch: declared if used, used if declared', () => {
    const declared = Object.keys(mapping(mapping(on.workflow_dispatch).inputs));
    const used = [...text.matchAll(/\$\{\{ inputs\.(?<name>[a-z-]+)/g)].map(({ groups }) => groups?.name);
    expect([...new Set(used)].toSorted()).toEqual(declared.toSorted());
  });

  test('a review of a fork, which gets no secrets: is left out', () => {
    if ('pull_request_review' in on && jobs.some((job) => 'if' in job)) {
      expect(text).toContain("github.event_name != 'pull_request_review' || github.event.pull_request.head.repo.full_name == github.repository");
    }
  });
});

/** GitHub sends them, as the compiler knows, but its examples do not show them. */
const unshownTypes: ReadonlyArray<`pull_request_target ${PullRequestEvent['action']}` | `pull_request_review ${PullRequestReviewEvent['action']}`> = [
  'pull_request_target edited',
  'pull_request_review edited',
];

test('the shared workflow and its caller: pass on the same inputs and secrets', () => {
  const shared = mapping(workflow('shared', read('examples/reusable-shared.yml')).on.workflow_call);
  const [call = {}] = workflow('caller', read('examples/reusable-caller.yml')).jobs;
  expect(Object.keys(mapping(mapping(call).with)).toSorted()).toEqual(Object.keys(mapping(shared.inputs)).toSorted());
  expect(Object.keys(mapping(mapping(call).secrets))).toEqual(Object.keys(mapping(shared.secrets)));
});

test('the bell of the hardened example: rung by reviews, awaited by name, without any right', () => {
  const bell = workflow('bell', read('examples/hardened-review-bell.yml'));
  const hardened = workflow('hardened', read('examples/hardened.yml'));
  expect(Object.keys(bell.on)).toEqual(['pull_request_review']);
  expect(bell.document.permissions).toEqual({});
  expect(bell.text).not.toMatch(/secrets\.|uses:/);
  expect(list(mapping(hardened.on.workflow_run).workflows)).toContain(bell.document.name);
  expect(Object.keys(hardened.on)).not.toContain('pull_request_review');
  // Else the bell would be a green build of the source branch.
  expect(hardened.text).toContain('required_workflows: [ci.yml]');
});

test('the example of a CI: listens to every source branch and to what the robot pushes, and can be dispatched', () => {
  const { on, document } = workflow('ci', read('examples/ci.yml'));
  expect(document.name).toBe('CI');
  expect(list(mapping(on.push).branches).toSorted()).toEqual([...sourcePrefixes, 'w', 'q'].map((prefix) => `${prefix}/**`).toSorted());
  expect('workflow_dispatch' in on).toBe(true);
});

describe.each(ownWorkflows)('%s', (path) => {
  const { document, jobs, steps, on } = workflow(path, read(path));

  test('other actions: pinned by commit, with the version in a comment', () => {
    const uses = [...read(path).matchAll(/^\s*(?:- )?uses: (?<action>.+)$/gm)].flatMap(({ groups }) => groups?.action ?? []);
    expect(uses.length).toBeGreaterThan(0);
    expect(uses.filter((each) => !/^(?:\.\/\S+|[\w.-]+\/[\w.-]+@[0-9a-f]{40} # v[0-9]+\.[0-9]+\.[0-9]+)$/.test(each))).toEqual([]);
  });

  test('rights: named for the whole workflow, nothing but reading; no secrets meet the code of a pull request', () => {
    expect(['{}', '{"contents":"read"}']).toContain(JSON.stringify(document.permissions));
    expect(Object.keys(on)).not.toContain('pull_request_target');
    expect(steps.filter((step) => String(step.uses).startsWith('actions/checkout') && mapping(step.with)['persist-credentials'] !== false)).toEqual([]);
  });

  test('jobs: have a time limit, unless they call another workflow', () => {
    expect(jobs.filter((job) => !('uses' in job) && typeof mapping(job)['timeout-minutes'] !== 'number')).toEqual([]);
  });

  test('scripts: bash can read them, and no expression stands in them', () => {
    for (const script of steps.flatMap(({ run }) => (typeof run === 'string' ? [run] : []))) {
      expect(() => execFileSync('bash', ['-n'], { input: script })).not.toThrow();
      expect(script).not.toContain('${{');
    }
  });
});
