import { inlineCode } from '../../conversation/quote.js';
import { inlineText } from '../../outcomes/messages/markdown.js';

const mostWords = 400;

/** A sentence as Markdown, in which names of branches, files and settings stand as code. It may hold text from outside. */
export function sentence(text: string): string {
  const words = text.split(/\s+/u).filter((part) => part !== '');
  return [...words.slice(0, mostWords).map(word), ...(words.length > mostWords ? ['…'] : [])].join(' ');
}

function word(text: string): string {
  const { before = '', name = '', after = '' } = /^(?<before>[(“‘]*)(?<name>.*?)(?<after>[).,;:”’]*)$/su.exec(text)?.groups ?? {};
  return isName(name) ? `${inlineText(before)}${inlineCode(name)}${inlineText(after)}` : inlineText(text);
}

/** `development/5.1`, `w/**`, `use_queues`, `ci.yml`; but not `and/or`. */
function isName(text: string): boolean {
  return /[\d*._-].*\/|\/.*[\d*…_-]|^(?:development|hotfix|bugfix|feature|improvement|[wq])\/|^\w+_\w+$|\.ya?ml$/u.test(text);
}
