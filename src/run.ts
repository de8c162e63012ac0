import { loadConfig, type Config } from './config/index.js';
import type { Report } from './report/types.js';
import {
  assemble,
  decideChecks,
  errorReport,
  faultOfChecks,
  Judges,
  judgeSuites,
  loadSuites,
  measureSuites,
  rowLines,
  runError,
  scanForLeaks,
  unmeasured,
  withContaminationRate,
  withDifferences,
  withMeaning,
  withPassed,
  withSubsets,
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
  const config = await loadConfig(options.request, ports.access, options.command === 'run');
  const judges = new Judges(ports, config.gate.seed, options.log);
  try {
    return await runWith(config, judges, options, ports);
  } finally {
    await judges.close();
  }
}

async function runWith(config: Config, judges: Judges, options: RunOptions, ports: RunPorts): Promise<RunResult> {
  const { command, allPairs, writeClean, log } = options;
  const { access, writePair, onInterrupt } = ports;

  log.group('eval-gate: load');
  const loaded = await loadSuites(config, access, log);
  log.endGroup();

  const whole =
    command === 'run'
      ? await measureSuites(loaded, config, log)
      : loaded.map((suite) => unmeasured(suite, suite.failed));

  const searched = await scanForLeaks(config, loaded, { access, allPairs, writeClean, writePair, log, onInterrupt });
  const found = await withMeaning(searched, config, loaded, { access, judges, writePair, log });
  const scan = withPassed(found, config);

  const measured = whole.map((suite) => withSubsets(suite, scan, config));

  const judged =
    command === 'run'
      ? await judgeSuites(measured, config, faultOfChecks(measured, config, scan), options, judges)
      : { suites: measured, uses: judges.uses() };

  const suites = judged.suites.map((suite) => withDifferences(withContaminationRate(suite, scan, config), config));
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
