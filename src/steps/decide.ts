import { placed, type Config } from '../config/index.js';
import { GateError } from '../errors.js';
import { CONTAMINATION_RATE, decide, type GateOutcome } from '../gate/index.js';
import type { RunError } from '../report/types.js';
import { runError } from './failure.js';
import { assertJudgeChecks } from './judge-checks.js';
import type { MeasuredSuite } from './measure.js';
import type { LeakScan } from './scan.js';

/** The checks, or why the config's checks can't be applied to what was measured. */
export interface Decision {
  readonly outcome: GateOutcome;
  readonly failed: RunError | null;
}

const UNDECIDED: GateOutcome = { checks: [], verdict: 'error', nothingGated: false, notes: [] };

/** Holds the measures against the config's checks. `scan` holds the contamination checks alone. */
export function decideChecks(
  command: 'run' | 'scan',
  config: Config,
  suites: readonly MeasuredSuite[],
  scan: LeakScan | null,
): Decision {
  try {
    if (command === 'run') assertJudgeChecks(config);
    const outcome = decide({
      policy: command === 'run' ? config.gate : leakPolicy(config),
      measures: suites.flatMap(({ measures }) => measures),
      paired: suites.flatMap(({ paired }) => paired),
      suites: suites.map(gateSuite),
      hasTraining: scan !== null,
    });
    return { outcome, failed: null };
  } catch (error) {
    // A check can only be held against the measures once they are there, so its place in the file is added here.
    return { outcome: UNDECIDED, failed: runError(null, error instanceof GateError ? placed(error, config) : error) };
  }
}

function gateSuite({ name, failed, scored, loaded }: MeasuredSuite) {
  const hasBase = (loaded.rows?.base ?? null) !== null;
  return {
    name,
    failed: failed?.message ?? null,
    // A win rate compares already, so it has no base that it could fall behind.
    headline: scored.filter(({ base }) => !hasBase || base !== null).map(({ metric }) => metric.id),
    hasBase,
  };
}

function leakPolicy({ gate }: Config): Config['gate'] {
  const checks = gate.checks?.filter(({ metric }) => metric === CONTAMINATION_RATE) ?? [];
  return { ...gate, checks: checks.length > 0 ? checks : null, must_not_regress: null };
}
