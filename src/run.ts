import { loadConfig, type RunRequest } from './config/index.js';
import type { FileAccess } from './data/types.js';
import type { Log } from './log.js';
import type { Report } from './report/types.js';
import { decideChecks } from './steps/decide.js';
import { runError } from './steps/failure.js';
import { loadSuites } from './steps/load.js';
import { measureSuites, unmeasured } from './steps/measure.js';
import { assemble, errorReport, rowLines } from './steps/report.js';
import { scanForLeaks, withContaminationRate } from './steps/scan.js';

/** What to run, and how its result is shown. */
export interface RunOptions {
  /** `scan` is the contamination check alone: it needs no predictions. */
  readonly command: 'run' | 'scan';
  readonly request: RunRequest;
  readonly candidateLabel: string | null;
  readonly baseLabel: string | null;
  readonly mode: 'enforce' | 'warn';
  /** contamination.jsonl lists shared text pair by pair too. */
  readonly allPairs: boolean;
  readonly log: Log;
}

/** Where a run reads, and where its longest list goes. */
export interface RunPorts {
  readonly access: FileAccess;
  /** Takes one line of contamination.jsonl. */
  readonly writePair: (line: string) => Promise<void>;
}

export interface RunResult {
  readonly report: Report;
  /** The lines of rows.jsonl. */
  readonly rows: Iterable<string>;
}

/**
 * The whole gate, in order: load, measure, scan, decide, report.
 * @throws GateError where the config is wrong. A suite or a scan that can't be evaluated becomes an error in the report
 * instead, so that everything else is measured all the same.
 */
export async function run(options: RunOptions, { access, writePair }: RunPorts): Promise<RunResult> {
  const { command, request, allPairs, log } = options;
  const config = await loadConfig(request, access, command === 'run');

  log.group('eval-gate: load');
  const loaded = await loadSuites(config, access, log);
  log.endGroup();

  log.group('eval-gate: measure');
  const measured =
    command === 'run'
      ? await measureSuites(loaded, config, log)
      : loaded.map((suite) => unmeasured(suite, suite.failed));
  log.endGroup();

  const scan = await scanForLeaks(config, loaded, { access, allPairs, writePair, log });

  const suites = measured.map((suite) => withContaminationRate(suite, scan, config));
  const decision = decideChecks(command, config, suites, scan);
  return { report: assemble({ options, config, suites, scan, decision }), rows: rowLines(suites) };
}

/** The result where nothing could be evaluated, for one reason. */
export function failedRun(options: RunOptions, reason: unknown): RunResult {
  return { report: errorReport(options, runError(null, reason)), rows: [] };
}
