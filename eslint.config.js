import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

/** node:test waits for its own tests. */
const allowForKnownSafeCalls = [
  { from: 'package', name: ['test', 'suite', 'describe', 'it'], package: 'node:test' },
]

/** Hard limits; what to aim at stands in docs/style.md. The transaction and the actor come first, so four parameters may be two of one's own. */
const sizes = {
  'max-lines': ['error', { max: 300 }],
  'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
  'max-params': ['error', 4],
  complexity: ['error', 15],
  'max-depth': ['error', 4],
}

const sound = {
  eqeqeq: ['error', 'always', { null: 'ignore' }],
  'no-var': 'error',
  'prefer-const': 'error',
  'no-console': 'off',
  'no-eval': 'error',
  'no-implied-eval': 'error',
  'no-new-func': 'error',
  'no-unreachable-loop': 'error',
}

export default tseslint.config(
  { ignores: ['node_modules/', 'build/', 'data/', 'shots/', '**/*.generated.ts', 'server/db/types.ts'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.base],
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['*.config.ts'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      ...sizes,
      ...sound,
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  // A test file's functions are lists of cases; node:test collects its own promises.
  {
    files: ['**/*.test.ts', '**/*.test.tsx', 'e2e/**', 'server/test/**'],
    rules: {
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-floating-promises': ['error', { allowForKnownSafeCalls }],
    },
  },
  {
    files: ['web/**/*.tsx', 'web/**/use-*.ts'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'max-lines-per-function': ['error', { max: 180, skipBlankLines: true, skipComments: true }],
    },
  },
  // Scanners of bytes are one switch by nature; splitting it would cost the speed they are there for.
  {
    files: ['server/platform/workbook/**', 'server/modules/roster/rules/**'],
    rules: { complexity: ['error', 25] },
  },
  { files: ['**/*.mjs', '*.js'], rules: { ...sizes, ...sound } },
)
