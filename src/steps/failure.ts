import { placed, type Config, type SuiteConfig } from '../config/index.js';
import { GateError, messageOf } from '../errors.js';
import type { RunError } from '../report/types.js';

/** What the report says of an error: its sentence and its place. Only a bug of ours is not a GateError. */
export function runError(suite: string | null, error: unknown): RunError {
  if (!(error instanceof GateError)) {
    return { suite, message: `a fault in eval-gate itself, please report it: ${messageOf(error)}` };
  }
  const { file, line, rowGroup } = error.place;
  return {
    suite,
    message: error.message,
    ...(file === undefined ? {} : { file }),
    ...(line === undefined || rowGroup !== undefined ? {} : { line }), // a row's number is no line to annotate
  };
}

/** As `runError`, for an error of a suite: what it says of a key of the suite is told with its line in the config. */
export function suiteError({ key, source }: SuiteConfig, config: Config, error: unknown): RunError {
  return runError(source.name, error instanceof GateError ? placed(error, config, key) : error);
}
