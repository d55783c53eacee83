import { existsSync } from 'node:fs';
import { rehearse } from '../rehearsal/index.js';
import { helpText, readOptions } from './options.js';
import { Problem } from './problem.js';
import { replayIncident } from './story.js';
import { createTerminal } from './terminal.js';

/** Answers the exit status; see `--help`. */
async function main(): Promise<number> {
  // npm starts scripts in the project's folder; a path is meant from where the caller stands.
  const options = readOptions(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd());
  const terminal = createTerminal(process.stdout, process.env);
  if (options.kind === 'help') {
    terminal.print(helpText.trimEnd());
    return 0;
  }
  if (!existsSync(options.bundle)) {
    throw new Problem({ what: 'The built action is missing', where: options.bundle, expected: 'the bundle of the action', found: 'no such file', remedy: 'npm run build' });
  }
  switch (options.kind) {
    case 'demo':
      return (await replayIncident(options, terminal)) ? 0 : 1;
    case 'rehearsal':
      return rehearse(options, terminal);
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof Problem)) {
    throw error;
  }
  console.error(error.text);
  process.exitCode = 2;
}
