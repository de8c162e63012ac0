import type { Config } from '../config/index.js';
import { scanTraining, type ScanResult } from '../contamination/index.js';
import { resolveFiles } from '../data/index.js';
import type { FileAccess } from '../data/types.js';
import { CONTAMINATION_RATE } from '../gate/index.js';
import type { Log } from '../log.js';
import { rateMeasure } from '../measures/index.js';
import type { RunError } from '../report/types.js';
import { runError } from './failure.js';
import type { LoadedSuite } from './load.js';
import type { MeasuredSuite } from './measure.js';

/** What the scan found, or why it could not be done. */
export type LeakScan =
  { readonly result: ScanResult; readonly failed: null } | { readonly result: null; readonly failed: RunError };

export interface LeakScanOptions {
  readonly access: FileAccess;
  readonly allPairs: boolean;
  readonly writePair: (line: string) => Promise<void>;
  readonly log: Log;
}

/** Searches the training data for the rows of every suite that could be read; null where none is configured. */
export async function scanForLeaks(
  config: Config,
  loaded: readonly LoadedSuite[],
  options: LeakScanOptions,
): Promise<LeakScan | null> {
  if (config.contamination === null) return null;
  const { trainingData, n, level } = config.contamination;
  const { access, ...rest } = options;
  rest.log.group('eval-gate: scan the training data');
  try {
    const files = await resolveFiles(trainingData, access);
    const suites = loaded.flatMap(({ config: { source }, rows }) =>
      rows === null ? [] : [{ suite: source.name, examples: rows.examples }],
    );
    return { result: await scanTraining({ suites, files, n, level, ...rest }), failed: null };
  } catch (error) {
    return { result: null, failed: runError(null, error) };
  } finally {
    rest.log.endGroup();
  }
}

/** What the scan's flags mean; any other is undecidable. */
const FLAGGED: Readonly<Record<number, boolean>> = { 0: false, 1: true };

/** Adds contamination_rate to a suite's measures, so that it is gated and shown like any other. */
export function withContaminationRate(suite: MeasuredSuite, scan: LeakScan | null, config: Config): MeasuredSuite {
  if (scan === null || suite.loaded.rows === null) return suite;
  const { n, level, definition } = config.contamination!;
  const rate = rateMeasure({
    suite: suite.name,
    metric: CONTAMINATION_RATE,
    slice: null,
    flags: suite.loaded.rows.examples.map((_, i) => FLAGGED[scan.result?.flags.get(suite.name)?.[i] ?? -1] ?? null),
    recipe: `contamination_rate|definition:${definition}|n:${String(n)}|level:${level}`,
    confidence: config.gate.confidence,
  });
  return { ...suite, measures: [...suite.measures, rate] };
}
