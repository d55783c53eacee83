/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  // jest leaves one core idle by default, and a story mostly waits for other processes: the runs of the action and git.
  maxWorkers: '150%',
  roots: ['<rootDir>/__tests__'],
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'es6' } },
    ],
  },
};
