import { lineOf } from './bounds.js';
import { resolveLimit } from './limits.js';
import type { PlannedCheck } from './plan.js';
import type { Check } from './types.js';

/** A check on a measure that says itself that nothing may rest on it; null where the measure has no doubt. */
export function judgeDoubt(planned: PlannedCheck): Check | null {
  const { measure, limit, problem } = planned;
  if (problem !== null || measure?.doubt === undefined || limit === null) return null;
  const { status, why } = measure.doubt;
  const turn = measure.direction === 'higher' ? 1 : -1;
  const change = measure.delta?.value ?? null;
  return {
    ...lineOf(planned),
    limit: resolveLimit(limit, measure.base?.value ?? null),
    value: planned.rule === 'max_regression' ? (change === null ? null : turn * change) : measure.candidate.value,
    status,
    reason: why,
  };
}
