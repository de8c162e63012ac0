import type { FileAccess, SuiteRows, SuiteSource } from './types.js';

/**
 * Reads one suite: its eval set, the candidate's predictions and perhaps the base's, each paired with the examples.
 * @throws GateError for whatever can't be read, understood or paired
 */
export function loadSuite(source: SuiteSource, access: FileAccess): Promise<SuiteRows> {
  return Promise.reject(new Error(`not built yet: ${source.name} ${access.workingDirectory}`));
}
