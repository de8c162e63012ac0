// Real workflow runs: slower than unit tests and in need of act, so they are a command of their own (npm run e2e).
import { fileURLToPath } from 'node:url';
import base from '../../jest.config.js';

/** @type {import('jest').Config} */
export default {
  ...base,
  rootDir: fileURLToPath(new URL('../..', import.meta.url)),
  roots: ['<rootDir>/test/e2e'],
  testMatch: ['**/*.e2e.ts'],
};
