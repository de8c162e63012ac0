import type { Config, SuiteConfig } from '../config/index.js';
import { loadSuite } from '../data/index.js';
import type { FileAccess, SuiteRows } from '../data/types.js';
import { GateError } from '../errors.js';
import type { Log } from '../log.js';
import type { RunError } from '../report/types.js';
import { runError, suiteError } from './failure.js';

/** A suite's rows, or what says why there are none. */
export type LoadedSuite =
  | { readonly config: SuiteConfig; readonly rows: SuiteRows; readonly failed: null }
  | { readonly config: SuiteConfig; readonly rows: null; readonly failed: RunError };

/** Reads every suite; one that can't be read becomes an error of its own, so that the others still count. */
export async function loadSuites(config: Config, access: FileAccess, log: Log): Promise<readonly LoadedSuite[]> {
  const loaded: LoadedSuite[] = [];
  for (const suite of config.suites) loaded.push(await load(suite, config, access, log));
  return loaded;
}

async function load(suite: SuiteConfig, config: Config, access: FileAccess, log: Log): Promise<LoadedSuite> {
  try {
    const rows = await loadSuite(suite.source, access);
    log.info(`${suite.source.name}: ${String(rows.count)} examples`);
    for (const warning of rows.warnings) log.warn(warning);
    return { config: suite, rows, failed: null };
  } catch (error) {
    // An input may be called like a key of the config, such as `predictions`; `fields` is the config's alone.
    const ofConfig = error instanceof GateError && error.place.key?.startsWith('fields') === true;
    const failed = ofConfig ? suiteError(suite, config, error) : runError(suite.source.name, error);
    return { config: suite, rows: null, failed };
  }
}
