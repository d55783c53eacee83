import { describe, expect, test } from '@jest/globals';
import { LineSplitter, parseCommand } from '../../sandbox/runner/index.js';

const registered = new Set(['error', 'add-mask', 'set-output']);

function parsed(line: string): unknown {
  const command = parseCommand(line, registered);
  return command === undefined ? undefined : { name: command.name, properties: Object.fromEntries(command.properties), data: command.data };
}

describe('a printed line', () => {
  test('command with properties: name, properties and data are unescaped', () => {
    expect(parsed('::error title=a%3Ab%2Cc,file=x.ts::one%0Atwo%25')).toEqual({
      name: 'error', properties: { title: 'a:b,c', file: 'x.ts' }, data: 'one\ntwo%',
    });
  });

  test('escaped percent before an escape: stays text', () => {
    expect(parsed('::error::%250A')).toMatchObject({ data: '%0A' });
  });

  test('escapes of properties: not undone in data', () => {
    expect(parsed('::error::a%3Ab')).toMatchObject({ data: 'a%3Ab' });
  });

  test('white space before the command: obeyed', () => {
    expect(parsed(' \t::error::x')).toMatchObject({ name: 'error' });
  });

  test('text before the command: text', () => {
    expect(parsed('title ::error::x')).toBeUndefined();
  });

  test('legacy command in the middle of a line: obeyed', () => {
    expect(parsed('title ##[set-output name=a%3Bb]c%5Dd')).toEqual({ name: 'set-output', properties: { name: 'a;b' }, data: 'c]d' });
  });

  test('unknown name, or no end of the command: text', () => {
    expect(parsed('::nonsense::x')).toBeUndefined();
    expect(parsed('::error x')).toBeUndefined();
    expect(parsed('##[error x')).toBeUndefined();
  });

  test('name in capitals: obeyed', () => {
    expect(parsed('::ERROR::x')).toMatchObject({ name: 'error' });
  });
});

describe('cutting a stream into lines', () => {
  function linesOf(...chunks: readonly string[]): readonly string[] {
    const lines: string[] = [];
    const splitter = new LineSplitter((line) => lines.push(line));
    for (const chunk of chunks) splitter.write(chunk);
    splitter.end();
    return lines;
  }

  test('lone carriage return: starts a new line', () => {
    expect(linesOf('a\r::error::b\n')).toEqual(['a', '::error::b']);
  });

  test('CR LF cut between two chunks: one line end', () => {
    expect(linesOf('a\r', '\nb')).toEqual(['a', 'b']);
  });

  test('line cut between chunks: one line, also without an end', () => {
    expect(linesOf('ab', 'c\nd', 'e')).toEqual(['abc', 'de']);
  });
});
