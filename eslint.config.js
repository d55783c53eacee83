import tseslint from 'typescript-eslint';

/** Folders whose code decides: facts in, value out. They may not reach the outside in any way. */
const pureFolders = ['gitwaterflow', 'builds', 'approvals', 'conversation', 'integration', 'pull-request', 'queue', 'outcomes', 'plan', 'dashboard', 'administration', 'doctor'];

const outsideModules = {
  patterns: [
    { group: ['node:*', 'fs', 'child_process', 'http', 'https', 'net', 'os', 'path'], message: 'The pure core does no I/O; read the fact at the edge and pass it in.' },
    { group: ['@actions/*', '@octokit/*', 'octokit'], message: 'The pure core does not know GitHub’s client; use the types of src/ports.' },
    { group: ['**/git/*', '**/github/*', '**/edge/*', '**/jira/*'], message: 'The pure core may not import adapters or the edge.' },
  ],
};

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', 'coverage/**', 'out/**', 'scripts/bundle/**'] },
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: { allowDefaultProject: ['*.js', 'scripts/*.js'] }, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/array-type': ['error', { default: 'array-simple' }],
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      'no-restricted-syntax': ['error', { selector: 'ExportDefaultDeclaration', message: 'Use named exports.' }],
      'no-control-regex': 'off',
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  {
    files: pureFolders.map((folder) => `src/${folder}/**/*.ts`),
    rules: {
      'no-restricted-imports': ['error', outsideModules],
      'no-restricted-globals': ['error', 'process', 'console', 'fetch', 'setTimeout', 'setInterval'],
      'no-restricted-properties': ['error', { object: 'Date', property: 'now', message: 'Decisions do not read the clock.' }, { object: 'Math', property: 'random', message: 'Decisions are deterministic.' }],
    },
  },
  { files: ['*.js', 'scripts/*.js', 'eslint.config.js', 'jest.config.js'], ...tseslint.configs.disableTypeChecked },
  { files: ['*.config.js'], rules: { 'no-restricted-syntax': 'off' } },
  { files: ['scripts/**', 'sandbox/**'], rules: { 'no-console': 'off' } },
);
