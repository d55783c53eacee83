const fence = /^(?<marks>`{3,}|~{3,})(?<language>[a-z]*)\s*$/;

/** The commands of the first block of shell text in a comment, a line each; empty when there is none. */
export function commandsIn(comment: string): readonly string[] {
  const commands: string[] = [];
  let marks: string | null = null;
  for (const line of comment.split('\n')) {
    if (marks !== null) {
      if (line.trim() === marks) return commands;
      commands.push(line);
      continue;
    }
    const opened = fence.exec(line)?.groups;
    if (opened?.language === 'sh') marks = opened.marks ?? null;
  }
  return commands;
}

/**
 * A line as a POSIX shell would cut it into words, for lines that hold plain words, `'…'`, `\'` and `$'…'` with octal bytes
 * only; null for any other line: it is not to be carried out.
 */
export function shellWords(line: string): readonly string[] | null {
  const words: string[] = [];
  let rest = line.trim();
  while (rest !== '') {
    let word = '';
    while (rest !== '' && !rest.startsWith(' ')) {
      const part = /^(?:(?<plain>[A-Za-z0-9_.\/:@=^+,%-]+)|'(?<quoted>[^']*)'|\\(?<escaped>')|\$'(?<dollar>(?:[^'\\]|\\['\\]|\\[0-7]{3})*)')/u.exec(rest);
      if (part?.groups === undefined) return null;
      const { plain, quoted, escaped, dollar } = part.groups;
      word += plain ?? quoted ?? escaped ?? undollar(dollar ?? '');
      rest = rest.slice(part[0].length);
    }
    words.push(word);
    rest = rest.trimStart();
  }
  return words;
}

function undollar(text: string): string {
  const bytes: Buffer[] = [];
  for (const [part] of text.matchAll(/\\[0-7]{3}|\\['\\]|[^\\]/gu)) {
    bytes.push(part.length === 4 && part.startsWith('\\') ? Buffer.from([Number.parseInt(part.slice(1), 8)]) : Buffer.from(part.replace(/^\\/, '')));
  }
  return Buffer.concat(bytes).toString();
}

/** A comment as text for a terminal: without footer and hidden marker, links as their text. Blocks of code keep their lines. */
export function plainComment(comment: string): readonly string[] {
  const footer = comment.lastIndexOf('\n---\n');
  return (footer < 0 ? comment : comment.slice(0, footer))
    .replaceAll(/<!--[^]*?-->/g, '')
    .replaceAll(/\[(?<text>[^\]\n]{1,300})\]\([^)\s]{1,2000}\)/g, '$<text>')
    .replaceAll(/<\/?(?:details|summary|sub|sup|br|kbd)[^>\n]{0,40}>/g, '')
    .trim()
    .split('\n')
    .filter((line, index, lines) => line.trim() !== '' || lines[index - 1]?.trim() !== '');
}
