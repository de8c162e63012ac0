import type { Config, SuiteConfig } from '../config/index.js';
import { loadSuite } from '../data/index.js';
import type { FileAccess, SuiteRows } from '../data/types.js';
import type { Log } from '../log.js';
import type { RunError } from '../report/types.js';
import { runError } from './failure.js';

/** A suite's rows, or what says why there are none. */
export type LoadedSuite =
  | { readonly config: SuiteConfig; readonly rows: SuiteRows; readonly failed: null }
  | { readonly config: SuiteConfig; readonly rows: null; readonly failed: RunError };

/** Reads every suite; one that can't be read becomes an error of its own, so that the others still count. */
export async function loadSuites(config: Config, access: FileAccess, log: Log): Promise<readonly LoadedSuite[]> {
  const loaded: LoadedSuite[] = [];
  for (const suite of config.suites) loaded.push(await load(suite, access, log));
  return loaded;
}

async function load(config: SuiteConfig, access: FileAccess, log: Log): Promise<LoadedSuite> {
  try {
    const rows = await loadSuite(config.source, access);
    log.info(`${config.source.name}: ${String(rows.examples.length)} examples`);
    for (const warning of rows.warnings) log.warn(warning);
    return { config, rows, failed: null };
  } catch (error) {
    return { config, rows: null, failed: runError(config.source.name, error) };
  }
}
