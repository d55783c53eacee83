import { fraction, readArguments, runCommand, wholeNumber } from '../command-line.js';
import { soak } from './soak.js';

const help = `Usage: npm run soak -- [--pull-requests 100] [--seed 1] [--per-round 8] [--delivered 0.25] [--bundle dist/index.js]

Lets the built action work through a queue of random pull requests over five versions, with a CI that fails some
and with most events lost, and checks after every push what must never happen. Ends with figures; exit status 1 if a rule was broken.
`;

await runCommand('soak', async (args) => {
  const values = readArguments(args, {
    'pull-requests': { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    'per-round': { type: 'string', default: '8' },
    delivered: { type: 'string', default: '0.25' },
    bundle: { type: 'string' },
    help: { type: 'boolean', default: false },
  });
  if (values.help) {
    console.log(help);
    return;
  }
  const report = (line: string): void => {
    console.log(line);
  };
  const figures = await soak({
    pullRequests: wholeNumber('pull-requests', values['pull-requests'], 1), seed: wholeNumber('seed', values.seed, 0),
    perRound: wholeNumber('per-round', values['per-round'], 1), delivered: fraction('delivered', values.delivered, 1),
    ...(values.bundle === undefined ? {} : { bundle: values.bundle }), report,
  });
  console.table(figures);
});
