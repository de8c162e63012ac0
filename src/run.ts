import { loadConfig } from './config/index.js';
import type { Report } from './report/types.js';
import {
  assemble,
  decideChecks,
  errorReport,
  faultOfChecks,
  judgeSuites,
  loadSuites,
  measureSuites,
  rowLines,
  runError,
  scanForLeaks,
  unmeasured,
  withContaminationRate,
  type JudgeContext,
  type RunOptions,
} from './steps/index.js';

/** Where a run reads, and where its longest list goes. */
export interface RunPorts extends JudgeContext {
  /** Takes one line of contamination.jsonl. */
  readonly writePair: (line: string) => Promise<void>;
}

export interface RunResult {
  readonly report: Report;
  /** The lines of rows.jsonl: texts without line ends, and bytes of many with theirs, good until the next but one is asked for. */
  readonly rows: Iterable<string | Uint8Array>;
}

/**
 * The whole gate, in order: load, measure, scan, judge, decide, report.
 * @throws GateError where the config is wrong. A suite or a scan that can't be evaluated becomes an error in the report
 * instead, so that everything else is measured all the same.
 */
export async function run(options: RunOptions, ports: RunPorts): Promise<RunResult> {
  const { command, request, allPairs, log } = options;
  const { access, writePair } = ports;
  const config = await loadConfig(request, access, command === 'run');

  log.group('eval-gate: load');
  const loaded = await loadSuites(config, access, log);
  log.endGroup();

  const measured =
    command === 'run'
      ? await measureSuites(loaded, config, log)
      : loaded.map((suite) => unmeasured(suite, suite.failed));

  const scan = await scanForLeaks(config, loaded, { access, allPairs, writePair, log });

  const judged =
    command === 'run'
      ? await judgeSuites(measured, config, faultOfChecks(measured, config, scan), options, ports)
      : { suites: measured, uses: [] };

  const suites = judged.suites.map((suite) => withContaminationRate(suite, scan, config));
  const decision = decideChecks(command, config, suites, scan);
  return {
    report: assemble({ options, config, suites, scan, decision, judgeUses: judged.uses }),
    rows: rowLines(suites),
  };
}

/** The result where nothing could be evaluated, for one reason. */
export function failedRun(options: RunOptions, reason: unknown): RunResult {
  return { report: errorReport(options, runError(null, reason)), rows: [] };
}
