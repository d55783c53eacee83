import { createWorld, type Witness, type World, type WorldOptions } from '../world/index.js';
import { linesThatDiffer } from './compare.js';
import type { Kill } from './record.js';
import { crashWitness, type Ending } from './witness.js';

export interface Story {
  readonly options: WorldOptions;
  readonly tell: (world: World) => Promise<void>;
}

export interface Rehearsal {
  /** Effects of each run of the story, as it goes without kills. */
  readonly effects: readonly number[];
  /** How often runs were killed, over all tellings. */
  readonly kills: number;
  /** `killed after 2: - <fact>`: what is not as without kills. */
  readonly differences: readonly string[];
}

/** Tells a story without kills, then with each of these; by default after each effect that one of its runs has, and after each in turn. */
export async function rehearse(story: Story, kills?: readonly Kill[]): Promise<Rehearsal> {
  const usual = await tell(story, 'never');
  const effects = usual.runs.map((run) => run.effects);
  const each = kills ?? [...Array.from({ length: Math.max(...effects) }, (_, index) => index + 1), 'each' as const];
  // Side by side: they mostly wait.
  const endings = await Promise.all(each.map(async (kill) => ({ kill, ending: await tell(story, kill) })));
  return {
    effects,
    kills: endings.flatMap(({ ending }) => ending.runs).reduce((sum, run) => sum + run.kills, 0),
    differences: endings.flatMap(({ kill, ending }) => linesThatDiffer(usual.end.facts, ending.end.facts).map((line) => `killed after ${kill}: ${line}`)),
  };
}

async function tell({ options, tell: story }: Story, kill: Kill): Promise<Ending> {
  let ending: Ending | undefined;
  const world = await createWorld({ ...options, witness: (made): Witness => crashWitness(made, kill, () => true, (told) => {
    ending = told;
  }) });
  try {
    await story(world);
  } finally {
    await world.discard();
  }
  if (ending === undefined) throw new Error('The world ended without its witness.');
  return ending;
}
