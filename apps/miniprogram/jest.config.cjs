/** Rules and components in jsdom, over stand-ins for Taro (test/); the built app is tested in weapp-test/. */
module.exports = {
  testEnvironment: 'jsdom',
  testMatch: ['<rootDir>/src/**/*.test.ts?(x)'],
  // As the h5 build resolves files.
  moduleFileExtensions: ['h5.tsx', 'h5.ts', 'tsx', 'ts', 'js', 'mjs', 'json'],
  transform: {
    '\\.m?[tj]sx?$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } }, target: 'es2022' }, module: { type: 'commonjs' } }],
  },
  // Contracts and uqr are ES modules.
  transformIgnorePatterns: ['/node_modules/(?!.*(uqr|@dangqun))'],
  moduleNameMapper: {
    '^@tarojs/components$': '<rootDir>/test/taro-components.tsx',
    '^@tarojs/taro$': '<rootDir>/test/taro.ts',
    '\\.(less|png)$': '<rootDir>/test/nothing.ts',
    '^@/(.*)$': '<rootDir>/src/$1',
  },
  setupFiles: ['<rootDir>/test/environment.ts'],
  setupFilesAfterEnv: ['<rootDir>/test/fresh.ts'],
  globals: { API_HOST: '' },
}
