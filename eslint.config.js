import tseslint from 'typescript-eslint';

/**
 * Arrows point one way: entries -> run -> capability modules -> text, stats (docs/architecture.md).
 * Each folder names the folders that it may import; everything else under src/ is refused.
 */
const mayImport = {
  text: [],
  stats: [],
  data: [],
  config: ['data', 'gate', 'judge', 'metrics', 'semantic'],
  metrics: ['data', 'text'],
  measures: ['data', 'metrics', 'stats'],
  gate: ['measures', 'stats'],
  contamination: ['data', 'text'],
  semantic: ['contamination', 'data', 'judge'],
  report: ['contamination', 'gate', 'judge', 'measures'],
  github: [],
  init: ['data', 'metrics'],
  scorer: [],
  judge: ['data', 'stats'],
  steps: ['config', 'contamination', 'data', 'gate', 'judge', 'measures', 'metrics', 'report', 'scorer', 'semantic'],
  selftest: ['config', 'data', 'gate', 'measures', 'stats', 'steps'],
};
const folders = Object.keys(mayImport);

export default tseslint.config(
  { ignores: ['dist/', '.build/', 'node_modules/', 'coverage/', 'examples/'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: { allowDefaultProject: ['*.js', 'scripts/*.mjs', 'bench/*.mjs'] } },
    },
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-non-null-assertion': 'off', // typed arrays under noUncheckedIndexedAccess
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  ...folders.map((folder) => ({
    files: [`src/${folder}/**/*.ts`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: `^\\.\\./(?:\\.\\./)?(?:${folders.filter((f) => f !== folder && !mayImport[folder].includes(f)).join('|')})/`,
              message: `src/${folder} may import only ${['itself', ...mayImport[folder]].join(', ')} (see eslint.config.js).`,
            },
            {
              regex: '^(\\.\\./)+(run|cli|action)\\.js$',
              message: 'Entries import modules, never the other way round.',
            },
          ],
        },
      ],
    },
  })),
  { files: ['**/*.js', '**/*.mjs'], extends: [tseslint.configs.disableTypeChecked], rules: { 'no-console': 'off' } },
  { files: ['test/**', 'bench/**', 'scripts/**'], rules: { 'no-console': 'off' } },
);
