import type { Config } from '../config/index.js';
import type { RunError } from '../report/types.js';
import { decideChecks } from './decide.js';
import { isJudged } from './judge-ids.js';
import { unjudged } from './judged.js';
import type { MeasuredSuite } from './measure.js';
import { isRead } from './read-suite.js';
import { withContaminationRate, type LeakScan } from './scan.js';

/**
 * Why the config's checks can't be decided whatever a judge says (a misspelt metric or slice, an impossible limit), so that
 * this is told before anybody is paid; null where they can, or where nobody would be asked.
 */
export function faultOfChecks(
  suites: readonly MeasuredSuite[],
  config: Config,
  scan: LeakScan | null,
): RunError | null {
  const judges = config.suites.flatMap(({ judge }) => (judge === null ? [] : [judge]));
  if (judges.every(({ endpoint }) => endpoint === null)) return null;
  const { checks, must_not_regress } = config.gate;
  if ((checks ?? []).length === 0 && must_not_regress === null) return null;
  // Only the records know what is in them, such as criteria of their own.
  const recorded = judges.some(({ recorded: files }) => files.length > 0);
  const known = checks?.filter(({ metric }) => !recorded || !isJudged(metric)) ?? null;
  const expected = suites.map((suite) => {
    const { judge } = suite.loaded.config;
    const judged = judge !== null && isRead(suite) ? unjudged(suite, judge, config) : suite;
    return withContaminationRate(judged, scan, config);
  });
  const { outcome, failed } = decideChecks(
    'run',
    { ...config, gate: { ...config.gate, checks: known } },
    expected,
    scan,
  );
  if (failed !== null) return failed;
  const guard = outcome.checks.find(({ rule, status }) => rule === 'must_not_regress' && status === 'error');
  return guard === undefined ? null : { suite: null, message: guard.reason };
}
