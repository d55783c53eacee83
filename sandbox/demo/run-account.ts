/** One run as the job summary accounts for it. */
export interface AccountedRun {
  /** Number in the link of the row; null when there is none. */
  readonly id: number | null;
  /** Cells as text, without Markdown. */
  readonly result: string;
  readonly counts: boolean;
  /** Why it counts or does not. */
  readonly why: string;
}

export interface AccountedBranch {
  readonly branch: string;
  /** `successful`, `in-progress`, `not-started` or `failed`. */
  readonly state: string;
  readonly runs: readonly AccountedRun[];
}

const heading = /^[^[]{0,40}\[`+ ?(?<branch>[^`]+?) ?`+\]\([^)]*\) at \[`[0-9a-f]+`\]\([^)]*\)[^*]*\*\*(?<state>[a-z-]+)\*\*/;
const runNumber = /\/actions\/runs\/(?<id>\d{1,15})/;

/**
 * Reads the account of runs back from the Markdown of a job summary, the way a person would: a line names branch, commit and
 * state, the table below it says for every run whether it counts. What does not look like that is passed over.
 */
export function readAccounts(summary: string): readonly AccountedBranch[] {
  const branches: Array<{ readonly branch: string; readonly state: string; readonly runs: AccountedRun[] }> = [];
  let columns: readonly string[] = [];
  for (const line of summary.split('\n')) {
    const found = heading.exec(line)?.groups;
    if (found?.branch !== undefined && found.state !== undefined) {
      branches.push({ branch: found.branch, state: found.state, runs: [] });
    }
    if (!line.startsWith('|')) {
      columns = [];
      continue;
    }
    const cells = cellsOf(line);
    if (columns.length === 0) {
      columns = cells;
    } else if (columns.at(-1) === 'Counts?' && !cells.every((cell) => /^:?-+:?$/.test(cell))) {
      branches.at(-1)?.runs.push(runOf(line, columns, cells));
    }
  }
  return branches;
}

function runOf(line: string, columns: readonly string[], cells: readonly string[]): AccountedRun {
  const cell = (title: string): string => plain(cells[columns.indexOf(title)] ?? '');
  const id = runNumber.exec(line)?.groups?.id;
  const why = cell('Counts?');
  return { id: id === undefined ? null : Number(id), result: cell('Result'), counts: why.startsWith('yes'), why };
}

/** A `|` inside a cell is written `\|`. */
function cellsOf(line: string): readonly string[] {
  return line.replaceAll('\\|', '\u0000').split('|').slice(1, -1).map((cell) => cell.replaceAll('\u0000', '|').trim());
}

function plain(markdown: string): string {
  return markdown.replaceAll(/[`*]/g, '').trim();
}
