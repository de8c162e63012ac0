// Prints `PASSED FAILED` of a jest run from its JSON result. A suite that could not start counts as a failure, and so
// does a skipped test where the shared data that it needs is there.
// Usage: node .ci/jest-counts.mjs RESULT_JSON EXIT_CODE SHARED_FOLDER
import { existsSync, readFileSync } from 'node:fs';

const [resultFile, exitCode, sharedFolder] = process.argv.slice(2);
const result = existsSync(resultFile) ? JSON.parse(readFileSync(resultFile, 'utf8')) : null;

function count() {
  if (result === null) return [0, 1];
  const skipped = result.numPendingTests + result.numTodoTests;
  let failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  if (skipped > 0 && existsSync(sharedFolder)) {
    console.error(`${skipped} tests were skipped although ${sharedFolder} is there`);
    failed += skipped;
  }
  if (failed === 0 && exitCode !== '0') failed = 1;
  return [result.numPassedTests, failed];
}

console.log(count().join(' '));
