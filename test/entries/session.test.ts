import { join } from 'node:path';
import { evaluate } from '../../src/session.js';
import { withFiles } from '../temp.js';

const silent = { info: () => {}, warn: () => {}, group: () => {}, endGroup: () => {} };

test('a working directory that is not there is named, instead of a config that is not in it', async () => {
  await withFiles({}, async (folder) => {
    const missing = join(folder, 'adapters');
    const lists = { evalSet: [], predictions: [], basePredictions: [], trainingData: [] };
    const outcome = await evaluate({
      command: 'run',
      request: { ...lists, workingDirectory: missing, config: null, definition: null, n: null },
      candidateLabel: null,
      baseLabel: null,
      mode: 'enforce',
      allPairs: false,
      writeClean: null,
      reportDir: 'eval-gate-report',
      env: {},
      log: silent,
      faults: [],
    });
    expect(outcome.exitCode).toBe(2);
    expect(outcome.report.errors).toEqual([
      { suite: null, message: `working-directory: "${missing}" is not a folder` },
    ]);
  });
});
