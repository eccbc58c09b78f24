import tseslint from 'typescript-eslint';
import { portalRules } from './tools/lint/index.ts';

const sources = ['apps/**/*.{ts,tsx}', 'libs/**/*.{ts,tsx}'];
const specs = ['**/*.spec.{ts,tsx}', 'test/**/*.{ts,tsx}'];
const views = [
  '**/*.view.tsx',
  '**/*.page.tsx',
  'libs/web/src/{components,forms,page}/**/*.tsx',
  'apps/{portal,officer}/**/*.tsx',
];

/** The only files that know where settings come from. */
const environmentReaders = [
  'libs/platform/src/config/**',
  'apps/stripe-emulator/src/settings.ts',
  'tools/**',
  'test/**',
  'bench/**',
];

const sizes = {
  'max-lines': ['error', { max: 250 }],
  'max-lines-per-function': ['error', { max: 60 }],
  'no-restricted-syntax': [
    'error',
    {
      selector: 'MethodDefinition[kind="constructor"] > FunctionExpression[params.length>7]',
      message: 'More than 7 dependencies: this class does too much.',
    },
    {
      selector: ':not(MethodDefinition[kind="constructor"]) > :function[params.length>6]',
      message: 'More than 6 parameters: pass one object with names.',
    },
    {
      selector: 'MethodDefinition[key.name="catch"][value.async=true]',
      message: 'Nobody awaits an exception filter: what it throws later ends the process.',
    },
  ],
};

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', '.data/**', 'tools/fixtures/**', 'coverage/**'] },
  // Whoever steps around a rule says why, behind two dashes; and not longer than it is needed.
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { portal: portalRules },
  },
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      'portal/explained-disable': 'error',
      'portal/entities-in-modules': 'error',
      eqeqeq: 'error',
      'no-console': 'off',
      // A port's method is async whether or not this implementation has to wait.
      '@typescript-eslint/require-await': 'off',
      // Dates have one written form, ISO 8601, and are meant to be put into text.
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        {
          allowNumber: true,
          allow: [
            {
              from: 'package',
              package: 'temporal-spec',
              name: ['PlainDate', 'Instant', 'Duration'],
            },
          ],
        },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
    },
  },
  { files: ['**/*.{js,mjs}'], ...tseslint.configs.disableTypeChecked },
  { files: sources, ignores: specs, rules: { ...sizes, 'portal/role-in-name': 'error' } },
  { files: ['tools/**/*.ts', 'bench/**/*.ts', 'drills/**/*.ts'], ignores: specs, rules: sizes },
  {
    files: sources,
    ignores: [...environmentReaders, ...specs],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Settings come from Config alone.' },
      ],
      'no-restricted-imports': [
        'error',
        { paths: ['process', 'node:process'].map((name) => ({ name, importNames: ['env'] })) },
      ],
    },
  },
  {
    // Stripe's wire format counts money in JSON numbers; there it is not ours yet.
    files: ['apps/**/*.{ts,tsx}', 'libs/**/*.{ts,tsx}', 'migrations/**/*.ts'],
    ignores: ['apps/stripe-emulator/**', 'libs/processor/src/stripe/amounts.ts', ...specs],
    rules: { 'portal/no-number-money': 'error' },
  },
  {
    // One component is one template of upstream's, compared with it as a whole.
    files: ['libs/web/src/{govuk,moj}/**/*.tsx'],
    rules: {
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-redundant-type-constituents': 'off',
      eqeqeq: ['error', 'smart'],
    },
  },
  {
    // One function is one object of the wire, every field in it.
    files: ['apps/stripe-emulator/src/*/object.ts'],
    rules: { 'max-lines-per-function': 'off' },
  },
  {
    // As long as what is said on its pages, in two languages.
    files: ['**/*.text.ts'],
    rules: { 'max-lines': 'off' },
  },
  { files: views, ignores: specs, rules: { 'portal/no-text-in-view': 'error' } },
  {
    files: specs,
    rules: {
      // A reader finds a rule in one guess: a spec that has grown is several subjects.
      'max-lines': sizes['max-lines'],
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
);
