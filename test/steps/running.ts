import { loadConfig } from '../../src/config/index.js';
import { rowsJsonl } from '../../src/measures/index.js';
import { loadSuites } from '../../src/steps/load.js';
import { measureSuites } from '../../src/steps/measure.js';

const silent = { info: () => {}, warn: () => {}, group: () => {}, endGroup: () => {} };

/** Loads and measures the suite of the eval-gate.yml in a folder. `root`: nothing outside of it may be read. */
export async function measureFolder(folder: string, root: string | null = null) {
  const access = { workingDirectory: folder, root };
  const lists = { evalSet: [], predictions: [], basePredictions: [], trainingData: [] };
  const request = { ...lists, workingDirectory: folder, config: null, definition: null, n: null };
  const config = await loadConfig(request, access, true);
  const [suite] = await measureSuites(await loadSuites(config, access, silent), config, silent);
  if (suite === undefined) throw new Error('the config has no suite');
  const rows = suite.loaded.rows === null ? [] : [...rowsJsonl('default', suite.loaded.rows, suite.scored)];
  return { suite, rows: rows.map((line) => JSON.parse(line) as Record<string, unknown>) };
}
