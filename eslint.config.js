import js from '@eslint/js'
import reactHooks from 'eslint-plugin-react-hooks'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'

const typescript = ['**/*.{ts,tsx}']
const tests = ['**/*.test.{ts,tsx,mjs}', '**/testing/**', '**/test/**', '**/weapp-test/**']
const phone = ['apps/miniprogram/src/**', 'packages/contracts/src/**']
const node = ['process', 'Buffer', 'URL', 'URLSearchParams', 'console', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'setImmediate', 'fetch', 'AbortSignal', 'AbortController', 'performance', 'queueMicrotask', 'structuredClone', 'TextEncoder', 'TextDecoder']
const readonly = (names) => Object.fromEntries(names.map((name) => [name, 'readonly']))

const noForwardRef = [
  { selector: "CallExpression[callee.name='forwardRef']", message: 'Two modules that need each other are one module, or the edge belongs in app/.' },
]
const noBarrel = [
  { selector: 'ExportAllDeclaration', message: 'Import from the file that has it; nothing is passed on.' },
  { selector: 'ExportNamedDeclaration[source]', message: 'Import from the file that has it; nothing is passed on.' },
]
const noClock = [
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'A pure role is given `now`.' },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'A pure role is given `now`.' },
  { selector: "CallExpression[callee.name=/^(Date|dayjs)$/][arguments.length=0]", message: 'A pure role is given `now`.' },
  { selector: "MemberExpression[object.name='Math'][property.name='random']", message: 'A pure role is given its chance: a Seeded.' },
]
const noNewer = [
  { selector: "CallExpression[callee.property.name=/^(at|replaceAll|findLast|findLastIndex|hasOwn|groupBy|toSorted|toReversed|toSpliced)$/]", message: 'Older phones that the builds are for lack it, and nothing fills it in.' },
]

export default defineConfig(
  globalIgnores(['**/node_modules/', '**/dist/', '**/.data/', '**/.cache/', '**/.swc/', '**/coverage/']),
  // A rule that is wrong is changed here, for everybody; nothing is switched off in a line.
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: typescript,
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // A method may be async because its interface is.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
    },
  },
  {
    files: tests,
    ignores: ['**/*.mjs'],
    rules: {
      // Jest's asymmetric matchers and pg's rows are any; stand-ins read what they are given as text.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-base-to-string': 'off',
      '@typescript-eslint/unbound-method': 'off',
      // node:test awaits what it is told of.
      '@typescript-eslint/no-floating-promises': ['error', { allowForKnownSafeCalls: [{ from: 'package', package: 'node:test', name: ['test', 'describe', 'it', 'suite'] }] }],
    },
  },
  { files: ['**/*.{js,mjs,cjs}'], languageOptions: { globals: readonly(node) } },
  { files: ['apps/miniprogram/native/**'], languageOptions: { globals: readonly(['Component']) } },
  { files: ['apps/miniprogram/weapp-test/**'], languageOptions: { globals: readonly(['document', 'window']) } },
  { files: ['**/*.cjs', 'apps/miniprogram/babel.config.js'], languageOptions: { sourceType: 'commonjs', globals: readonly(['module', 'require', '__dirname']) } },
  {
    rules: {
      'max-lines': ['error', 400],
      'no-restricted-syntax': ['error', ...noForwardRef, ...noBarrel],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  { files: ['apps/*/src/**', 'packages/*/src/**'], ignores: tests, rules: { 'no-console': ['error', { allow: ['warn', 'error'] }] } },
  { files: phone, ignores: tests, rules: { 'no-restricted-syntax': ['error', ...noForwardRef, ...noBarrel, ...noNewer] } },
  {
    files: ['**/*.{machine,rules,policy,factory}.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...noForwardRef, ...noBarrel, ...noClock],
      'no-restricted-globals': ['error', ...['fetch', 'process', 'crypto', 'performance', 'window', 'document', 'location', 'navigator', 'localStorage', 'sessionStorage', 'setTimeout', 'setInterval', 'setImmediate'].map((name) => ({ name, message: 'A pure role takes plain data and returns a value.' }))],
    },
  },
  { files: phone.map((files) => `${files}/*.{machine,rules,policy,factory}.ts`), rules: { 'no-restricted-syntax': ['error', ...noForwardRef, ...noBarrel, ...noClock, ...noNewer] } },
  { files: ['apps/{console,miniprogram}/src/**/*.{ts,tsx}'], extends: [reactHooks.configs.flat['recommended-latest']] },
)
