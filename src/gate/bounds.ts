import { boundText, decimalsToTellApart, valueIntervalText, valueText } from './figures.js';
import { resolveLimit } from './limits.js';
import { measureName, type PlannedCheck } from './plan.js';
import type { Check } from './types.js';

/** Sums of many floats differ in their last digits by their order; a limit is not broken by less than this share. */
export const ROUNDING = 1e-10;

/**
 * `min` and `max`: the candidate's value, as it is, against the limit; the interval is told but does not decide.
 * @param confidence of the measures' intervals, for the reason
 */
export function judgeBound(planned: PlannedCheck, confidence: number): Check {
  const { measure, limit: parsed } = planned;
  if (planned.problem !== null || measure === null || parsed === null) {
    return inError(planned, planned.problem ?? `${planned.metric} was not measured.`);
  }
  const { value, ci } = measure.candidate;
  const limit = resolveLimit(parsed, measure.base?.value ?? null);
  const name = measureName(planned);
  if (limit === null) {
    return inError(
      planned,
      `The limit "${parsed.text ?? ''}" is a share of the base's value, and the base has no value for ${name}; give base predictions, or a limit in the metric's own unit.`,
    );
  }
  if (value === null) {
    return inError(
      planned,
      `${name} has no value for the candidate (${measure.n} scored, ${measure.unscored} unscored), so it can't be held against the limit.`,
      limit,
    );
  }
  const below = planned.rule === 'min';
  const excess = below ? limit - value : value - limit;
  const status = excess > ROUNDING * Math.max(Math.abs(limit), Math.abs(value)) ? 'fail' : 'pass';
  const interval = ci === null ? '' : ` (${percentText(confidence)} interval ${valueIntervalText(ci, measure.unit)})`;
  const share =
    parsed.of === 'base'
      ? ` (${parsed.text ?? ''} of the base's ${valueText(measure.base?.value ?? null, measure.unit)})`
      : '';
  const asked = `${below ? 'at least' : 'at most'} ${boundText(limit, measure.unit)}${share}`;
  const extra = decimalsToTellApart(value, limit, measure.unit);
  const reason = `${name} is ${valueText(value, measure.unit, extra)}${interval}; it must be ${asked}.`;
  return { ...lineOf(planned), limit, value, status, reason };
}

/** A check that can't be decided, which is never a pass. */
export function inError(planned: PlannedCheck, reason: string, limit: number | null = null): Check {
  return { ...lineOf(planned), limit, value: null, status: 'error', reason };
}

/** What a check takes over from its plan. */
export function lineOf(
  planned: PlannedCheck,
): Pick<Check, 'id' | 'suite' | 'metric' | 'slice' | 'rule' | 'limit_text' | 'strict'> {
  const { id, suite, metric, slice, rule, limit, strict } = planned;
  return {
    ...{ id, suite, metric, slice, rule },
    ...(limit?.text === undefined ? {} : { limit_text: limit.text }),
    ...(rule === 'max_regression' ? { strict } : {}),
  };
}

/** 0.95 -> `95%`. */
export function percentText(share: number): string {
  return `${String(Number((100 * share).toPrecision(4)))}%`;
}
