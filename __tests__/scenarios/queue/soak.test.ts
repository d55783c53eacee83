import { expect, jest, test } from '@jest/globals';
import { soak } from '../../../sandbox/soak/soak.js';

jest.setTimeout(180_000);

test('four pull requests of all kinds, most events lost: everything green lands everywhere, and every push keeps the rules', async () => {
  const figures = await soak({ pullRequests: 4, seed: 19, perRound: 4, delivered: 0.05 });
  expect(figures).toMatchObject({ pullRequests: 4 });
  expect(figures.landed).toBeGreaterThanOrEqual(3);
  expect(figures.landings).toBeGreaterThanOrEqual(3);
});
