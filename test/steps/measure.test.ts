import { loadConfig } from '../../src/config/index.js';
import { loadSuites } from '../../src/steps/load.js';
import { measureSuites } from '../../src/steps/measure.js';
import { withFiles } from '../temp.js';

const silent = { info: () => {}, warn: () => {}, group: () => {}, endGroup: () => {} };

test('no metric can stand in for the contamination scan by its id', async () => {
  const files = {
    'e.jsonl': '{"id":"a","reference":"x"}\n',
    'c.jsonl': '{"id":"a","output":"y"}\n',
    'eval-gate.yml':
      'version: 1\neval_set: e.jsonl\npredictions: c.jsonl\nmetrics: [{ name: contains, id: contamination_rate }]\n',
  };
  await withFiles(files, async (folder) => {
    const access = { workingDirectory: folder, root: null };
    const lists = { evalSet: [], predictions: [], basePredictions: [], trainingData: [] };
    const request = { ...lists, workingDirectory: folder, config: null, definition: null, n: null };
    const config = await loadConfig(request, access, true);
    const [suite] = await measureSuites(await loadSuites(config, access, silent), config, silent);
    expect(suite?.failed?.message).toContain('no metric may have the id "contamination_rate"');
    expect(suite?.measures).toEqual([]);
  });
});
