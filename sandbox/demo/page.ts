import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { renderSummaryPage, type SummarySection } from '../render/index.js';
import type { RobotRun } from '../world/index.js';
import { Problem } from './problem.js';

/** The job summary of one run of the robot, under a title that says what had happened. */
export function summaryOf(run: RobotRun, title: string): SummarySection {
  return { title: `Run ${run.number}: ${title} → ${run.code ?? 'no code'} ${run.result.outputs.outcome ?? ''}`.trim(), markdown: run.result.summary };
}

/** Writes the page and answers its path. */
export async function writePage(directory: string, name: string, title: string, sections: readonly SummarySection[]): Promise<string> {
  const path = join(directory, name);
  try {
    await mkdir(directory, { recursive: true });
    await writeFile(path, renderSummaryPage({ title, sections }));
  } catch (cause) {
    throw new Problem(
      { what: 'The summary page cannot be written', where: path, expected: 'a folder that can be written to', found: String(cause), remedy: 'Give another folder with --out <dir>.' },
      { cause },
    );
  }
  return path;
}
