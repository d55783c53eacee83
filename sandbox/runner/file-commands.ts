/**
 * The files through which a step speaks to the runner (`GITHUB_OUTPUT`, `GITHUB_STATE`, `GITHUB_ENV`, `GITHUB_PATH`,
 * `GITHUB_STEP_SUMMARY`). They are read once, after the process has ended.
 */

export type PairsResult =
  | { readonly kind: 'pairs'; readonly pairs: ReadonlyMap<string, string> }
  | { readonly kind: 'malformed'; readonly message: string };

/**
 * `name=value` lines and heredocs (`name<<delimiter`, value lines, `delimiter`). Lines end at LF only. One malformed entry
 * spoils the whole file: the runner then fails the step and takes nothing from it.
 */
export function parsePairs(text: string): PairsResult {
  const pairs = new Map<string, string>();
  const lines = text.split('\n');
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (line === '') continue;
    const equals = line.indexOf('=');
    const heredoc = line.indexOf('<<');
    if (heredoc >= 0 && (equals < 0 || heredoc < equals)) {
      const name = line.slice(0, heredoc);
      const delimiter = line.slice(heredoc + 2);
      if (name === '' || delimiter === '') return malformed(`Invalid format '${line}'. Name must not be empty and delimiter must not be empty`);
      const end = lines.indexOf(delimiter, index + 1);
      if (end < 0) return malformed(`Invalid value. Matching delimiter not found '${delimiter}'`);
      pairs.set(name, lines.slice(index + 1, end).join('\n'));
      index = end;
    } else if (equals > 0) {
      pairs.set(line.slice(0, equals), line.slice(equals + 1));
    } else {
      return malformed(equals === 0 ? `Invalid format '${line}'. Name must not be empty` : `Invalid format '${line}'`);
    }
  }
  return { kind: 'pairs', pairs };
}

function malformed(message: string): PairsResult {
  return { kind: 'malformed', message };
}

/** In bytes, per step. */
export const summaryLimit = 1024 * 1024;

export type SummaryResult =
  | { readonly kind: 'kept'; readonly markdown: string }
  | { readonly kind: 'too-large'; readonly message: string };

/** A summary above the limit is dropped whole; the run shows an error, the step's result stays. */
export function readSummary(content: Buffer): SummaryResult {
  if (content.length <= summaryLimit) return { kind: 'kept', markdown: content.toString('utf8').replace(/^\uFEFF/, '') };
  const kilobytes = (size: number): number => Math.floor(size / 1024);
  return {
    kind: 'too-large',
    message: `$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of ${kilobytes(summaryLimit)}k, got ${kilobytes(content.length)}k.`,
  };
}
