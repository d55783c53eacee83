import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * One case of a vector file: what goes in, what the reference program answers. `quirk` names a known oddity of the
 * reference; the test then decides by the specification, per quirk name and never per case.
 */
export interface VectorCase<Input, Expected> {
  readonly input: Input;
  readonly expected: Expected;
  readonly quirk?: string;
}

const ownVectors = join(import.meta.dirname, 'vectors');

/**
 * The cases of `<name>.json`, from the folder named by the environment variable `VECTORS_DIR`, else from
 * `__tests__/vectors/`. The shape of `input` and `expected` is the caller's claim; the envelope is checked here.
 *
 * @throws Error naming the file if it is missing, is not JSON, holds no case, or a case lacks `input` or `expected`:
 * a vector test without vectors must be red, not empty and green.
 */
export function loadVectors<Input, Expected>(name: string): ReadonlyArray<VectorCase<Input, Expected>> {
  const directory = process.env.VECTORS_DIR;
  const file = join(directory === undefined || directory === '' ? ownVectors : directory, `${name}.json`);
  const cases = casesOf(readJson(file));
  if (cases === null) {
    throw new Error(`${file}: expected an object with a non-empty list "cases"`);
  }
  cases.forEach((candidate, index) => {
    if (!isVectorCase(candidate)) {
      throw new Error(`${file}: case ${index} must have "input" and "expected", and "quirk" only as text`);
    }
  });
  return cases as ReadonlyArray<VectorCase<Input, Expected>>;
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new Error(`${file}: cannot be read as vectors (set VECTORS_DIR to the folder that holds them)`, { cause });
  }
}

function casesOf(content: unknown): readonly unknown[] | null {
  if (typeof content !== 'object' || content === null || !('cases' in content)) {
    return null;
  }
  return Array.isArray(content.cases) && content.cases.length > 0 ? content.cases : null;
}

function isVectorCase(candidate: unknown): boolean {
  if (typeof candidate !== 'object' || candidate === null || !('input' in candidate) || !('expected' in candidate)) {
    return false;
  }
  return !('quirk' in candidate) || typeof candidate.quirk === 'string';
}
