import { createRequire } from 'node:module';
import { describe, expect, test } from '@jest/globals';

const require = createRequire(import.meta.url);

describe('undici beside the bundle', () => {
  test('what stands for it: the names of all its exports, none less', () => {
    const standIn = Object.getOwnPropertyNames(require('../../scripts/bundle/undici.cjs'));
    expect(standIn.sort()).toEqual(Object.keys(require('undici') as object).sort());
  });
});
