import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import officeAddins from 'eslint-plugin-office-addins';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import layers from './tools/layers.mjs';

const typescript = ['**/*.{ts,tsx}'];
const nodeGlobals = ['Buffer', 'URL', 'console', 'process', 'setTimeout'];
const inFolders = (...folders) => folders.map((folder) => `src/${folder}/**/*.{ts,tsx}`);

const onlyOffice = 'Only src/office and above know Office.js.';
const officeGlobals = ['Excel', 'Office', 'OfficeExtension'].map((name) => ({
  name,
  message: onlyOffice,
}));
const officeType = {
  selector: 'TSQualifiedName[left.name=/^(Excel|Office|OfficeExtension)$/]',
  message: onlyOffice,
};

const a1 = '/(^|!)[$]?[A-Z]{1,3}[$]?[0-9]+(:[$]?[A-Z]{1,3}[$]?[0-9]+)?$/';
const a1Literals = ['Literal[value=' + a1 + ']', 'TemplateElement[value.raw=' + a1 + ']'].map(
  (selector) => ({
    selector,
    message: 'No A1 address is written by hand: name a table, a column or an id.',
  }),
);

export default tseslint.config(
  { ignores: ['dist/', 'coverage/', '.cache/'] },
  js.configs.recommended,
  {
    files: ['**/*.{js,cjs,mjs}'],
    languageOptions: {
      globals: Object.fromEntries(nodeGlobals.map((name) => [name, 'readonly'])),
    },
  },
  {
    files: ['**/*.{js,cjs}'],
    languageOptions: {
      sourceType: 'commonjs',
      globals: { module: 'writable', require: 'readonly', __dirname: 'readonly' },
    },
  },
  {
    files: typescript,
    extends: [tseslint.configs.recommended],
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { layers },
    rules: { 'layers/flow': 'error', 'no-alert': 'error' },
  },
  {
    files: inFolders('messages', 'rules', 'catalog', 'engagement', 'workbook', 'deliver'),
    rules: {
      'no-restricted-globals': ['error', ...officeGlobals],
      'no-restricted-syntax': ['error', officeType],
    },
  },
  {
    files: inFolders('taskpane', 'commands'),
    rules: { 'no-restricted-syntax': ['error', ...a1Literals] },
  },
  {
    files: inFolders('workbook'),
    rules: { 'no-restricted-syntax': ['error', officeType, ...a1Literals] },
  },
  {
    files: inFolders('office', 'taskpane', 'commands'),
    plugins: { 'office-addins': officeAddins },
    rules: Object.fromEntries(
      Object.keys(officeAddins.rules).map((name) => [`office-addins/${name}`, 'error']),
    ),
  },
  {
    files: inFolders('taskpane', 'workbench'),
    ...reactHooks.configs.flat.recommended,
  },
  {
    files: ['src/{cli,host}/**/*.ts', 'tools/**', 'test/**', 'bench/**'],
    rules: { 'no-console': 'off' },
  },
  prettier,
);
