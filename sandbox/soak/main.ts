import { parseArgs } from 'node:util';
import { soak } from './soak.js';

const help = `Usage: npm run soak -- [--pull-requests 100] [--seed 1] [--per-round 8] [--delivered 0.25] [--bundle dist/index.js]

Lets the built action work through a queue of random pull requests over five versions, with a CI that fails some
and with most events lost, and checks after every push what must never happen. Ends with figures; exit status 1 if a rule was broken.
`;

const { values } = parseArgs({
  options: {
    'pull-requests': { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    'per-round': { type: 'string', default: '8' },
    delivered: { type: 'string', default: '0.25' },
    bundle: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) {
  console.log(help);
} else {
  const report = (line: string): void => {
    console.log(line);
  };
  const figures = await soak({
    pullRequests: Number(values['pull-requests']), seed: Number(values.seed), perRound: Number(values['per-round']), delivered: Number(values.delivered),
    ...(values.bundle === undefined ? {} : { bundle: values.bundle }), report,
  });
  console.table(figures);
}
