/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.ts$': ['ts-jest', { useESM: true, tsconfig: { ...tsconfig(), types: ['node', 'jest'] } }] },
  testTimeout: 60_000,
};

function tsconfig() {
  return {
    target: 'ES2023',
    module: 'NodeNext',
    moduleResolution: 'NodeNext',
    isolatedModules: true,
    strict: true,
    skipLibCheck: true,
  };
}
