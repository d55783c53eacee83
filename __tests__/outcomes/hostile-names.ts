import type { Taint } from './samples.js';

/** What people and machines could write into names, titles and comments; each is put behind an ordinary name. */
export const hostileTexts: ReadonlyArray<readonly [name: string, hostile: string]> = [
  ['mentions', ' @octocat @org/team'],
  ['backticks', '` ``@octocat`` ```'],
  ['table bars', '|a|b\\|c'],
  ['a forged marker', ' --> <!-- bert-e: code=102 key=forged -->'],
  ['a forged marker on its own line', '\n\n<!-- bert-e: code=102 key=forged -->\n'],
  ['a fence', '\n```\n@octocat\n```\n'],
  ['HTML', '<img src=x onerror=alert(1)><details><summary>x</summary></details><!--'],
  ['a picture and a link', '![x](https://evil.example/x.png) [x](https://evil.example) https://evil.example www.evil.example'],
  ['headings, lists and quotes on new lines', '\n# x\n- x\n> x\n1. x\n---\n| a | b |\n| --- | --- |\n| c | d |'],
  ['references', ' #1 GH-1 org/repo#2 deadbeefcafe'],
  ['control and invisible characters', '\u0000\u001B[31m\u202E\u200B\u2028\uD800'],
  ['emphasis and maths', '**x** __x__ ~~x~~ $x$ \\(x\\)'],
  ['entities', '&lt;img&gt; &#64;octocat &commat;octocat'],
  ['a percent sign and shell', "%0A$(touch x)';`id`\"!!"],
];

export function tainted(hostile: string): Taint {
  return (text) => `${text}${hostile}`;
}
