/** Rules and pages in jsdom, over a stand-in for the API (test/). */
module.exports = {
  testEnvironment: 'jsdom',
  testTimeout: 30_000,
  // One fewer than the cores, jest's own choice, leaves half of a small machine idle.
  maxWorkers: 2,
  testMatch: ['<rootDir>/src/**/*.test.ts?(x)'],
  transform: {
    '\\.m?[tj]sx?$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } }, target: 'es2022' }, module: { type: 'commonjs' } }],
  },
  // ES modules.
  transformIgnorePatterns: ['/node_modules/(?!.*(@dangqun|@ant-design/colors))'],
  setupFiles: ['<rootDir>/test/environment.ts'],
  setupFilesAfterEnv: ['<rootDir>/test/fresh.ts'],
}
