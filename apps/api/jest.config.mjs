import { readFileSync } from 'node:fs'

const swc = JSON.parse(readFileSync(new URL('./.swcrc', import.meta.url), 'utf8'))

export default {
  rootDir: '.',
  roots: ['<rootDir>/src', '<rootDir>/seeds'],
  testRegex: '\\.test\\.ts$',
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', { ...swc, swcrc: false }] },
  moduleNameMapper: { '^cookie$': 'cookie-cjs', '^(\\.{1,2}/.*)\\.js$': '$1' },
  globalSetup: '<rootDir>/src/platform/testing/global-setup.mjs',
  globalTeardown: '<rootDir>/src/platform/testing/global-teardown.mjs',
  maxWorkers: 2,
  testTimeout: 30_000,
}
