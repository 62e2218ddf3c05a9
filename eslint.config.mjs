// Lint with types: promises and unsafe values are where this product would break. Layout is prettier's, not checked here.
// Comments cannot switch a rule off; a rule that does not fit is changed here, with its reason.
import tseslint from 'typescript-eslint';

const product = ['src/**/*.{ts,tsx}', 'workflows/**/*.ts', 'projections/**/*.ts', 'web/**/*.{ts,tsx}'];
const tests = ['**/*.spec.{ts,tsx}', 'test/**/*.{ts,tsx}'];
const length = (max) => ['error', { max, skipBlankLines: false, skipComments: false }];

const asyncTransaction = {
  selector: "CallExpression[callee.property.name='transaction'] > :function[async=true]",
  message:
    'A transaction of better-sqlite3 commits when its function returns: after the first await it is already closed.',
};

export default tseslint.config(
  { ignores: ['dist/', 'data/', 'coverage/', 'test/fixtures/', '**/*.d.mts'] },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'off' } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      // Files with decorators are left alone by this rule: Nest reads their constructor types at run time.
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // An async function without await is how a port answers from memory: its throws become rejections.
      '@typescript-eslint/require-await': 'off',
      eqeqeq: 'error',
      'max-lines': length(250),
      'no-restricted-syntax': ['error', asyncTransaction],
      'no-var': 'error',
      'prefer-const': 'error',
    },
  },
  { files: product, rules: { 'max-lines-per-function': length(50) } },
  { files: tests, rules: { 'max-lines-per-function': length(120) } },
  { files: ['workflows/**/*.ts', 'projections/**/*.ts'], rules: { 'no-console': 'error' } },
  {
    files: ['**/*.{js,mjs}'],
    extends: [tseslint.configs.recommended],
    rules: {
      eqeqeq: 'error',
      'max-lines': length(250),
      'max-lines-per-function': length(50),
      'no-restricted-syntax': ['error', asyncTransaction],
    },
  },
);
