import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadVectors } from '../vectors.js';

const configured = process.env.VECTORS_DIR;
const folder = mkdtempSync(join(tmpdir(), 'vectors-'));

afterEach(() => {
  if (configured === undefined) {
    delete process.env.VECTORS_DIR;
  } else {
    process.env.VECTORS_DIR = configured;
  }
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function loadFrom(content: string): () => unknown {
  process.env.VECTORS_DIR = folder;
  writeFileSync(join(folder, 'sample.json'), content);
  return () => loadVectors('sample');
}

describe('loadVectors', () => {
  test('VECTORS_DIR is set: its file is read', () => {
    const cases = [{ input: 1, expected: null, quirk: 'odd' }];
    expect(loadFrom(JSON.stringify({ about: '', cases }))()).toEqual(cases);
  });

  test('the file is missing: an error that names it and the variable', () => {
    process.env.VECTORS_DIR = folder;
    expect(() => loadVectors('absent')).toThrow(/absent\.json: .*VECTORS_DIR/);
  });

  test.each(['{', '[]', 'null', '{}', '{"cases":{}}', '{"cases":[]}', '{"cases":[null]}', '{"cases":[{"input":1}]}', '{"cases":[{"expected":1}]}', '{"cases":[{"input":1,"expected":1,"quirk":2}]}'])(
    'a file that holds no cases (%s): an error, never an empty list',
    (content) => {
      expect(loadFrom(content)).toThrow(/sample\.json/);
    },
  );
});
