import { describe, expect, test } from '@jest/globals';
import { explore, storyOf } from './explore.js';
import type { Figures } from './explore.js';

/** Milliseconds of each of the two short explorations; `npm run explore` goes on for as long as one wants. */
const time = 8_000;
const patience = 8 * time;

/** The same schedules in every run; how many of them depends on the machine. */
const fixedSeed = 20_260_520;
/**
 * Other schedules in every run; a failure names its seed, so that nothing is lost by that. In CI they are the same too: what
 * chance finds is a bug to be looked at, not a reason why somebody's change does not land.
 */
const anySeed = process.env.CI === undefined ? Date.now() % 1_000_000_000 : 900_000;

async function exploreFor(seed: number): Promise<Figures> {
  const end = Date.now() + time;
  return explore(seed, (schedules) => schedules < 5 || Date.now() < end);
}

function expectLawful({ failure }: Figures): void {
  expect(failure === null ? 'every rule of spec 6 held' : storyOf(failure)).toBe('every rule of spec 6 held');
}

describe('exploration of what must never happen (spec 6)', () => {
  test('known schedules with faults: every rule holds', async () => {
    const figures = await exploreFor(fixedSeed);
    expectLawful(figures);
    expect(figures.merged).toBeGreaterThan(figures.schedules);
  }, patience);

  test(`other schedules with faults, from seed ${anySeed}: every rule holds`, async () => {
    expectLawful(await exploreFor(anySeed));
  }, patience);
});
