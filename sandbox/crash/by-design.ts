import type { Difference } from './compare.js';

/** A scenario that is known to leave another world behind when its runs are killed. */
export interface KnownDifference {
  /** Full name of the test. */
  readonly scenario: string;
  /** `to be mended`: a mistake of the action that is known; it does not fail `npm run crash`, but is told every time. */
  readonly kind: 'by design' | 'to be mended';
  readonly reason: string;
  /** It depends on which of several runs is quicker, and does not differ every time. */
  readonly sometimes?: true;
}

/** What may differ in every scenario: facts that are the same after this are the same. */
export interface RightEverywhere {
  readonly simplify: (fact: string) => string;
  readonly reason: string;
}

export interface Tables {
  readonly everywhere: readonly RightEverywhere[];
  readonly scenarios: readonly KnownDifference[];
}

/** Whatever else differs is a mistake: of the action, or of the scenario. */
export const tables: Tables = {
  everywhere: [
    {
      simplify: (fact) => (/^#\d+ conversation: .*\b102$/u.test(fact) ? fact.replaceAll(/\b121, /gu, '').replace(/(?:\b125, )*102$/u, '102') : fact),
      reason: 'By the time of the repetition the builds of new integration branches, or of the queue, may be green, so that it merges already. Then nothing is told of these branches (121), as they are gone, nor that it is queued (125).',
    },
  ],
  scenarios: [
    ...known('by design', 'The repetition of a run that answered a command evaluates anew. The answer being the last word, it says again where the pull request stands.', [
      'options and commands greeting once, help each time, unknown word answered once, what the robot itself says is not obeyed',
      'the source branch is rebased a developer worked on an integration branch: reset 129 deletes nothing, force_reset 128 does',
    ]),
    ...known('by design', 'The command rebuild-queues is given again. Killed before its last effect, that is the rebuild it has begun; after it, another one, for whoever asks for a rebuild gets one.', [
      'what changes while a pull request is queued its source branch is deleted, and the queue rebuilt: it is out, and the rest goes on without it',
      'commands of administrators delete, rebuild, force-merge: done, in order, and on record',
    ]),
    ...known('by design', 'Its files name folders of the machine, which are other ones each time.', [
      'hooks, filters, drivers, helpers, addresses and variables on the machine, attributes and submodules in the repository: nothing of it is executed, and nobody else is contacted',
    ]),
    ...known('by design', 'The story kills the run that would have greeted, and goes on with the queue, which greets nobody. A run that finds the merge untold greets as well.', [
      'the job’s own token, whose pushes start no CI two workflows, and one was never started: the other alone does not make it green',
    ]),
    ...known('by design', 'Two runs say the same at the same moment, and both are killed before either looks whether it was the only one.', [
      'several runs at once several runs repair the same queue: rebuilt once',
    ], true),
    ...known('by design', 'The source is a version branch that the landing itself moves: the repetition sees a pull request with another head. It is told of the merge; the status of the former head, which no branch ends in any more, stays as it was.', [
      'a change travels through the cascade development branch as source: merged like any other, and stays',
    ]),
  ],
};

function known(kind: KnownDifference['kind'], reason: string, scenarios: readonly string[], sometimes = false): readonly KnownDifference[] {
  return scenarios.map((scenario) => ({ scenario, kind, reason, ...(sometimes ? { sometimes } : {}) }));
}

export interface Judgement {
  readonly known: ReadonlyArray<{ readonly difference: Difference; readonly kind: KnownDifference['kind']; readonly reason: string }>;
  readonly wrong: readonly Difference[];
}

export function judge(differences: readonly Difference[], { everywhere, scenarios }: Tables = tables): Judgement {
  const judged = differences.map((difference) => {
    const right = everywhere.find(({ simplify }) => isNoneAfter(simplify, difference));
    const entry = scenarios.find(({ scenario }) => scenario === difference.scenario);
    return { difference, why: right === undefined ? entry : { kind: 'by design' as const, reason: right.reason } };
  });
  return {
    known: judged.flatMap(({ difference, why }) => (why === undefined ? [] : [{ difference, kind: why.kind, reason: why.reason }])),
    wrong: judged.filter(({ why }) => why === undefined).map(({ difference }) => difference),
  };
}

/** Entries whose scenarios were told with all kills and always ended as without, and do not only differ sometimes. */
export function outdated(told: ReadonlySet<string>, differences: readonly Difference[], { scenarios }: Tables = tables): readonly KnownDifference[] {
  const different = new Set(differences.map(({ scenario }) => scenario));
  return scenarios.filter(({ scenario, sometimes }) => sometimes !== true && told.has(scenario) && !different.has(scenario));
}

function isNoneAfter(simplify: (fact: string) => string, { lines }: Difference): boolean {
  const side = (sign: string): string => lines.filter((line) => line.startsWith(sign)).map((line) => simplify(line.slice(2))).sort().join('\n');
  return lines.every((line) => /^[-+] /u.test(line)) && side('- ') === side('+ ');
}
