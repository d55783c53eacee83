import { Lexer } from 'marked';
import type { Token, Tokens } from 'marked';

/** The Markdown as GitHub's dialect reads it, judged by a parser that is not ours. */
export interface Structure {
  /** Kinds of blocks, with the size of tables and lists: what hostile text must not change. */
  readonly skeleton: readonly string[];
  readonly links: readonly string[];
  /** Tags and HTML comments, wherever they stand. */
  readonly html: readonly string[];
  /** Text outside of code, as a reader sees it. */
  readonly text: string;
  readonly images: number;
}

export function structureOf(markdown: string): Structure {
  const skeleton: string[] = [];
  const links: string[] = [];
  const html: string[] = [];
  const text: string[] = [];
  let images = 0;
  const visit = (token: Token): void => {
    switch (token.type) {
      case 'table': {
        const { header, rows } = token as Tokens.Table;
        skeleton.push(`table ${header.length}x${rows.length}`);
        [...header, ...rows.flat()].forEach((cell) => {
          cell.tokens.forEach(visit);
        });
        return;
      }
      case 'list': {
        const { items } = token as Tokens.List;
        skeleton.push(`list ${items.length}`);
        items.flatMap((item) => item.tokens).forEach(visit);
        return;
      }
      case 'blockquote': {
        // A quoted comment may have paragraphs; what counts is that they stay inside.
        const length = skeleton.push('blockquote');
        (token as Tokens.Blockquote).tokens.forEach(visit);
        skeleton.length = length;
        return;
      }
      case 'heading':
      case 'paragraph':
      case 'hr':
      case 'code':
        skeleton.push(token.type);
        break;
      case 'html':
        html.push(token.raw.trim());
        return;
      case 'image':
        images += 1;
        return;
      case 'link':
        links.push((token as Tokens.Link).href);
        break;
      case 'text':
      case 'escape':
        if (!('tokens' in token)) {
          text.push((token as Tokens.Text).text);
        }
        break;
    }
    if ('tokens' in token) {
      (token.tokens ?? []).forEach(visit);
    }
  };
  new Lexer({ gfm: true }).lex(markdown).forEach(visit);
  return { skeleton, links, html, text: text.join(''), images };
}

/** Bars that separate cells, for each line of the tables: a bar too many shifts everything behind it. */
export function barsPerTable(markdown: string): ReadonlyArray<readonly number[]> {
  return markdown
    .split(/\n(?!\|)/)
    .map((block) => block.split('\n').filter((line) => line.startsWith('| ')))
    .filter((rows) => rows.length > 0)
    .map((rows) => rows.map((row) => (row.match(/(?<!\\)\|/g) ?? []).length));
}
