import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseComment, readValue } from '../../src/conversation/parse.js';
import { opaque, visibleText } from '../../src/conversation/visible-text.js';
import { commands, options, optionNamed } from '../../src/conversation/vocabulary.js';

/** What a comment says, in one line: `options wait after_pull_request=1`, `command help (me)`, `unknown hlep`. */
function said(body: string, robot = 'bert-e'): string {
  const statement = parseComment(body, robot);
  switch (statement.kind) {
    case 'nothing':
      return 'nothing';
    case 'options':
      return `options ${statement.words.map(({ written }) => written).join(' ')}`;
    case 'command':
      return `command ${statement.command.name}${statement.arguments.length === 0 ? '' : ` (${statement.arguments.join(' ')})`}`;
    case 'unknown':
      return `unknown ${statement.keyword}`;
  }
}

describe('how the robot is addressed', () => {
  test.each([
    ['@bert-e wait', 'options wait'],
    ['@Bert-E wait', 'options wait'],
    ['@bert-e', 'nothing'],
    ['@bert-e, please wait', 'options please wait'],
    ['@bert-e-- wait', 'options wait'],
    ['@bert-e-two wait', 'nothing'],
    ['@bert-e--two wait', 'nothing'],
    ['@bert-eé wait', 'nothing'],
    ['hey @bert-e wait', 'nothing'],
    ['/wait', 'options wait'],
    ['/ wait', 'nothing'],
    ['// wait', 'nothing'],
  ])('%j: %s', (body, meaning) => {
    expect(said(body)).toBe(meaning);
  });

  test('an app: addressed by its name without [bot]', () => {
    expect(said('@github-actions help', 'github-actions[bot]')).toBe('command help');
  });

  test('the name with [bot] written out: not an address, as in the reference', () => {
    expect(said('@github-actions[bot] help', 'github-actions[bot]')).toBe('nothing');
  });

  test('a robot whose name means something in patterns: taken literally', () => {
    expect(said('@bertXe wait', 'bert.e')).toBe('nothing');
    expect(said('@(a+)+ wait', '(a+)+')).toBe('options wait');
  });
});

describe('lists', () => {
  test.each([
    ['@bert-e wait, unanimity. no_octopus - approve / a : b ; c | d + e', 'options wait unanimity no_octopus approve a b c d e'],
    ['/wait\r\n/approve\r/unanimity\n', 'options wait approve unanimity'],
    ['/wait /approve please', 'nothing'],
    ['/wait/approve', 'options wait approve'],
    ['/wait/folder', 'options wait folder'],
    ['/wait/folder is missing', 'nothing'],
    ['/some/folder', 'unknown some'],
    ['/some, /approve/wait', 'options some approve wait'],
    ['/some/folder is missing', 'unknown some'],
    ['/some /folder', 'options some folder'],
    ['@bert-e wait & approve', 'nothing'],
    ['@bert-e status?', 'unknown status?'],
    ['@bert-e I am here!', 'nothing'],
    ['@bert-e constructor', 'options constructor'],
    ['/__proto__', 'options __proto__'],
  ])('%j: %s', (body, meaning) => {
    expect(said(body)).toBe(meaning);
  });

  test.each([
    ['/after_pull_request=12.', 'options after_pull_request=12'],
    ['/after_pull_request=1.5', 'options after_pull_request=1.5'],
    ['/after_pull_request 12', 'options after_pull_request'],
    ['@bert-e after_pull_request: #12, please!', 'options after_pull_request'],
    ['@bert-e wait after_pull_request=#12', 'options wait after_pull_request=#12'],
    ['/wait /after_pull_request, thanks', 'options after_pull_request'],
    ['/wait please /after_pull_request', 'nothing'],
    ['@bert-e wait=maybe, see below!', 'options wait=maybe'],
  ])('%j: a misused option is reported even in prose: %s', (body, meaning) => {
    expect(said(body)).toBe(meaning);
  });
});

describe('commands', () => {
  test.each([
    ['@bert-e build the lot', 'command retry (the lot)'],
    ['/help=1', 'command help (=1)'],
    ['/help /wait', 'command help (/wait)'],
    ['@bert-e help `code` me', 'command help (me)'],
    ['@bert-e help\n```\nfence\n```\nme', 'command help (me)'],
  ])('%j: %s', (body, meaning) => {
    expect(said(body)).toBe(meaning);
  });
});

describe('values', () => {
  test.each([
    ['wait', null, 'on'],
    ['wait', 'true', 'on'],
    ['wait', 'false', 'off'],
    ['wait', '', 'wrong-syntax'],
    ['wait', 'TRUE', 'wrong-syntax'],
    ['wait', '1', 'wrong-syntax'],
    ['after_pull_request', '12', 'pull-request'],
    ['after_pull_request', '012', 'pull-request'],
    ['after_pull_request', '0', 'wrong-pull-request-number'],
    ['after_pull_request', '١٢', 'wrong-pull-request-number'],
    ['after_pull_request', '9007199254740993', 'wrong-pull-request-number'],
    ['after_pull_request', null, 'wrong-pull-request-number'],
    ['after_pull_request', '12=13', 'wrong-syntax'],
  ])('%s given %j: %s', (name, value, kind) => {
    const option = optionNamed(name);
    expect(option && readValue(option, value).kind).toBe(kind);
  });
});

describe('quotes, code and hidden text', () => {
  test.each([
    ['a fence', '```\n/wait\n```', opaque + '\n' + opaque + '\n' + opaque],
    ['a fence that only a longer one closes', '````\n```\n/wait\n````\nx', `${opaque}\n${opaque}\n${opaque}\n${opaque}\nx`],
    ['a fence of tildes holding backticks', '~~~\n```\n~~~\nx', `${opaque}\n${opaque}\n${opaque}\nx`],
    ['an unclosed fence', '```\n/wait\n\n/wait', `${opaque}\n${opaque}\n${opaque}\n${opaque}`],
    ['a fence line with text behind the closing', '```\n``` not closed\n/wait', `${opaque}\n${opaque}\n${opaque}`],
    ['a quote and the line below it', '> a\nb\n\nc', `${opaque}\n${opaque}\n\nc`],
    ['a quote ended by a fence', '> a\n```\nb\n```\nc', `${opaque}\n${opaque}\n${opaque}\n${opaque}\nc`],
    ['indented code at the start', '    a\nb', `${opaque}\nb`],
    ['code indented by a tab, after a blank line', 'a\n\n\tb\nc', `a\n\n${opaque}\nc`],
    ['an indented line of a paragraph', 'a\n    b', 'a\n    b'],
    ['inline code', 'a `b` c', `a ${opaque} c`],
    ['inline code of two backticks', '``a`b`` c', `${opaque} c`],
    ['a backtick alone', 'a ` b `` c', 'a ` b `` c'],
    ['an HTML comment in a line', 'a <!-- b --> c', `a ${opaque} c`],
    ['the shortest HTML comment', 'a <!--> b', `a ${opaque} b`],
    ['an HTML comment over lines', '<!--\n```\n--> a\nb', `${opaque}\n${opaque}\n${opaque} a\nb`],
    ['an HTML comment that is not closed', '<!--\n/wait', `${opaque}\n${opaque}`],
    ['carriage returns', 'a\r\n```\r\nb\r\n```\r\nc\rd', `a\n${opaque}\n${opaque}\n${opaque}\nc\nd`],
  ])('%s: hidden, and nothing else', (_, body, visible) => {
    expect(visibleText(body)).toBe(visible);
  });

  const word = fc.constantFrom(...options.map(({ name }) => name), ...commands.map(({ name }) => name));
  const saying = fc.oneof(word.map((name) => `/${name}`), word.map((name) => `@bert-e ${name}`), fc.string());
  const lines = fc.array(saying, { minLength: 1, maxLength: 4 }).map((said) => said.join('\n'));
  const hiddenText = fc.oneof(
    lines.map((text) => `~~~~~~~~\n${text.replaceAll('~', '')}\n~~~~~~~~`),
    lines.map((text) => text.split(/[\r\n]/).map((line) => `> ${line}`).join('\n')),
    lines.map((text) => text.split(/[\r\n]/).map((line) => `    ${line}`).join('\n')),
    lines.map((text) => `<!-- ${text.replaceAll('>', '')} -->`),
    lines.map((text) => `\`${text.replaceAll('`', '')}\``),
  );

  const hidden = hiddenText.filter((text) => text.trim() !== '');

  test('any statement inside quote, code or HTML comment: says nothing', () => {
    fc.assert(fc.property(hidden, (body) => said(body) === 'nothing'));
  });

  test('any statement in a block after a command: is not among what the command was given', () => {
    const blocks = fc.oneof(lines.map((text) => `~~~~~~~~\n${text.replaceAll('~', '')}\n~~~~~~~~`), lines.map((text) => `    ${text.replaceAll(/[\r\n]/g, ' ')}`));
    fc.assert(fc.property(blocks, (block) => said(`/help\n\n${block}`) === 'command help'));
  });

  test('any statement in a block after an option list: makes it prose, and sets nothing', () => {
    fc.assert(fc.property(hidden, (block) => said(`@bert-e wait\n\n${block}`) === 'nothing'));
  });
});

describe('hostile size', () => {
  const size = 100_000;
  const pathological = [
    ['separators', '-'],
    ['all separators', ' ,.-/:;|+'],
    ['backticks of growing runs', '` `` ``` '],
    ['backticks', '`'],
    ['fences', '```\n'],
    ['closing fences that are none', '``` x\n'],
    ['HTML comments', '<!-- '],
    ['ends of HTML comments', '--> '],
    ['equals signs', '='],
    ['slashes', '/'],
    ['quotes', '> '],
    ['indented lines', '    \t\n'],
    ['numbers with dots', '=1.'],
    ['hyphens after the name', '--'],
    ['line ends', '\r\n'],
  ] as const;

  /** Of the processor, whatever else it is busy with. Linear work takes a fraction of a second, quadratic work a multiple of this. */
  const mostSeconds = 5;

  // The time limit of a test cannot end what never waits, so that the time is looked at here.
  test.each(pathological)('100 kB of %s: read in linear time', (_, piece) => {
    const rest = piece.repeat(size / piece.length);
    const before = process.cpuUsage();
    for (const start of ['', '@bert-e', '@bert-e ', '/a', '/after_pull_request=', '> ', '<!--', '```\n', '@bert-e-']) {
      expect(() => parseComment(start + rest, 'bert-e')).not.toThrow();
      expect(() => parseComment(`${start}${rest}x`, 'bert-e')).not.toThrow();
      const { user, system } = process.cpuUsage(before);
      expect((user + system) / 1_000_000).toBeLessThan(mostSeconds);
    }
  });

  test('100 kB of options: all of them are read', () => {
    const statement = parseComment('@bert-e ' + 'wait, '.repeat(size / 6), 'bert-e');
    expect(statement.kind === 'options' && statement.words.length).toBe(Math.floor(size / 6));
  });
});

test('any text whatever: is read without an error', () => {
  const start = fc.constantFrom('', '/', '@bert-e', '@bert-e ', '/wait ', '\r\n');
  fc.assert(fc.property(start, fc.string({ unit: 'binary' }), fc.string(), (first, text, robot) => {
    parseComment(first + text, 'bert-e');
    parseComment(`@${robot} ${text}`, robot);
  }));
});
