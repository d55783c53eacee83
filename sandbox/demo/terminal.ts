/** What is printed, for a person who reads it once. Colours only where somebody looks: https://no-color.org. */
export interface Terminal {
  /** Whether colours are used. */
  readonly colour: boolean;
  /** One line, or several; an empty line without argument. */
  readonly print: (text?: string) => void;
  /** A new chapter. */
  readonly chapter: (title: string) => void;
  readonly paint: (style: Style, text: string) => string;
}

export type Style = 'bold' | 'dim' | 'good' | 'bad' | 'wait' | 'name';

const styles: Readonly<Record<Style, string>> = { bold: '1', dim: '2', good: '32', bad: '31', wait: '33', name: '36' };
const width = 110;

export interface TerminalOutput {
  readonly isTTY?: boolean;
  readonly write: (text: string) => unknown;
}

/** `NO_COLOR` with any value, or `TERM=dumb`, switches colours off (https://no-color.org). */
export function createTerminal(output: TerminalOutput, environment: Readonly<Record<string, string | undefined>>): Terminal {
  const colour = output.isTTY === true && (environment.NO_COLOR ?? '') === '' && environment.TERM !== 'dumb';
  const paint = (style: Style, text: string): string => (colour && text !== '' ? `\u001b[${styles[style]}m${text}\u001b[0m` : text);
  const print = (text = ''): void => void output.write(`${text}\n`);
  let chapters = 0;
  return {
    colour,
    paint,
    print,
    chapter: (title) => {
      chapters += 1;
      const heading = `${chapters} ─ ${title} `;
      print(`\n${paint('bold', heading)}${paint('dim', '─'.repeat(Math.max(3, width - heading.length)))}`);
    },
  };
}

/** Text from elsewhere on one line, without anything that steers a terminal or turns the direction of writing. */
export function visible(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]+/gu, ' ');
}

export interface Column {
  readonly title: string;
  readonly style?: (cell: string) => Style | null;
}

/** Rows under their titles, each column as wide as its widest cell. Cells are made visible here. */
export function tableLines(terminal: Terminal, columns: readonly Column[], rows: ReadonlyArray<readonly string[]>): readonly string[] {
  const cells = rows.map((row) => columns.map((_column, index) => visible(row[index] ?? '')));
  const widths = columns.map(({ title }, index) => Math.max(title.length, ...cells.map((row) => (row[index] ?? '').length)));
  const line = (row: readonly string[], styleOf: (index: number, cell: string) => Style | null): string =>
    row
      .map((cell, index) => {
        const padding = index === columns.length - 1 ? '' : ' '.repeat((widths[index] ?? 0) - cell.length);
        const style = styleOf(index, cell);
        return `${style === null ? cell : terminal.paint(style, cell)}${padding}`;
      })
      .join('  ');
  return [
    ...(columns.every(({ title }) => title === '') ? [] : [line(columns.map(({ title }) => title), () => 'dim')]),
    ...cells.map((row) => line(row, (index, cell) => columns[index]?.style?.(cell) ?? null)),
  ];
}

/** Prints lines below the current sentence. */
export function printIndented(terminal: Terminal, lines: readonly string[], indent = 4): void {
  for (const line of lines) {
    terminal.print(`${' '.repeat(indent)}${line}`);
  }
}

export function counted(number: number, noun: string, plural = `${noun}s`): string {
  return `${number.toLocaleString('en')} ${number === 1 ? noun : plural}`;
}
