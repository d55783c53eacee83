import { expect, jest, test } from '@jest/globals';
import { soak } from '../../../sandbox/soak/soak.js';

jest.setTimeout(180_000);

test('eight pull requests of all kinds, most events lost: everything green lands everywhere, and every push keeps the rules', async () => {
  const figures = await soak({ pullRequests: 8, seed: 19, perRound: 4, delivered: 0.15 });
  expect(figures).toMatchObject({ pullRequests: 8 });
  expect(figures.landed).toBeGreaterThanOrEqual(4);
  expect(figures.landings).toBeGreaterThanOrEqual(4);
});
