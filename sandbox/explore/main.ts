import { describeBroken, explore, replay, storyOf } from '../../__tests__/exploration/explore.js';
import type { Figures } from '../../__tests__/exploration/explore.js';
import { fraction, readArguments, runCommand, wholeNumber } from '../command-line.js';

/**
 * The long exploration: `npm run explore -- --minutes 10`, or one schedule again: `--seed 7 --path 0,3,9`. Ends with
 * status 1 when a rule of spec 6 was broken.
 */
async function main(args: readonly string[]): Promise<void> {
  const values = readArguments(args, { minutes: { type: 'string' }, seed: { type: 'string' }, path: { type: 'string' }, keep: { type: 'boolean' } });
  const seed = values.seed === undefined ? Date.now() % 1_000_000_000 : wholeNumber('seed', values.seed, 0);
  if (values.path !== undefined || (values.seed !== undefined && values.minutes === undefined)) {
    const path = values.path === undefined ? null : values.path === 'none' ? [] : values.path.split(',').map((part) => wholeNumber('path', part, 0));
    const { broken, story } = await replay(seed, path);
    console.log(story.join('\n'));
    console.log(broken === null ? 'Every rule held.' : describeBroken(broken));
    process.exitCode = broken === null ? 0 : 1;
    return;
  }
  const end = Date.now() + fraction('minutes', values.minutes ?? '5', Number.POSITIVE_INFINITY) * 60_000;
  console.log(`Exploring from seed ${seed}`);
  let next = seed;
  do {
    const found = await explore(next, () => Date.now() < end);
    next += found.schedules;
    console.log(figuresOf(found));
    if (found.failure !== null) {
      console.log(storyOf(found.failure));
      process.exitCode = 1;
    }
    // With --keep it goes on after a failure, to find others.
  } while (values.keep === true && Date.now() < end);
}

function figuresOf({ schedules, steps, runs, merged, faults, outcomes, acts, kinds, mergedByKind }: Figures): string {
  const injected = [...faults].sort().map(([what, times]) => `  ${what}: ${times}`);
  const codes = [...outcomes].sort(([left], [right]) => left - right).map(([code, times]) => `${code}: ${times}`);
  const worlds = [...kinds].sort().map(([kind, times]) => `  ${kind}: ${times}, with ${mergedByKind.get(kind) ?? 0} pull requests merged`);
  return [
    `${schedules} schedules, ${steps} steps, ${runs} runs of the robot, ${merged} pull requests merged; disturbances:`,
    ...injected,
    'worlds:',
    ...worlds,
    `what happened: ${[...acts].sort().map(([act, times]) => `${act}: ${times}`).join(', ')}`,
    `outcomes: ${codes.join(', ')}`,
  ].join('\n');
}

await runCommand('explore', main);
