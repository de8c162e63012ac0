import type { Config } from '../config/index.js';
import { GateError } from '../errors.js';
import { isJudged, judgeKeyOf } from './judge-ids.js';

/**
 * Checks on a judge's metrics that no judgment could decide.
 * @throws GateError naming the key
 */
export function assertJudgeChecks({ gate, suites }: Config): void {
  for (const { metric, key, max_regression, suite: named } of gate.checks ?? []) {
    if (!isJudged(metric)) continue;
    const part = judgeKeyOf(metric);
    if (part === 'compare' && max_regression !== undefined)
      throw new GateError(`${metric} compares with the base already, so it has none to fall behind; use min`, {
        key: `${key}.max_regression`,
      });
    const judges = suites
      .filter(({ source }) => named === undefined || source.name === named)
      .map(({ judge }) => judge);
    const said = judges.some((judge) => judge !== null && (judge[part] !== null || judge.recorded.length > 0));
    if (judges.length > 0 && !said)
      throw new GateError(`${metric} is what a judge says, and none is asked for it; configure judge.${part}`, {
        key: `${key}.metric`,
      });
  }
  const guard = gate.must_not_regress?.metric;
  if (guard !== undefined && isJudged(guard))
    throw new GateError(
      `${guard} can't guard single examples, since a judge that is asked again may say otherwise; name another metric`,
      { key: 'gate.must_not_regress.metric' },
    );
}
