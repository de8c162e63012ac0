import { GateError } from '../errors.js';
import type { Measure } from '../measures/types.js';
import type { Limit, Rule } from './types.js';

/** A limit as configured, understood: a figure in the metric's unit, or a share of the base's value. */
export interface ParsedLimit {
  readonly of: 'unit' | 'base';
  readonly figure: number;
  /** The limit as written, where it was a text. */
  readonly text?: string;
}

/** What each unit spans, where a limit beyond it could never be reached and would switch its check off unseen. */
const SPANS = {
  fraction: { top: 1, says: 'runs from 0 to 1' },
  percent: { top: 100, says: 'runs from 0 to 100' },
  points10: { top: 10, says: 'runs from 1 to 10' },
  number: { top: Infinity, says: 'has no fixed range' },
} as const;

/** Below this a limit on a 0-100 metric was meant as a fraction. */
const LEAST_PERCENT_LIMIT = 0.1;

/**
 * Reads a limit against its metric's unit.
 * @param key where the limit stands in the config, for messages
 * @throws GateError for a text that is no limit, for percentage points of a metric that has none, for a limit that was
 *   written for another unit, and for a negative max_regression
 */
export function parseLimit(
  limit: Limit,
  rule: Rule,
  measure: Pick<Measure, 'metric' | 'unit' | 'direction'>,
  key: string,
): ParsedLimit {
  const fail = (what: string): never => {
    throw new GateError(what, { key });
  };
  const { top, says } = SPANS[measure.unit];
  const parsed: ParsedLimit =
    typeof limit === 'string' ? parseText(limit, measure, fail) : { of: 'unit', figure: limit };
  if (!Number.isFinite(parsed.figure)) return fail('a limit must be a finite number');
  if (rule === 'max_regression' && parsed.figure < 0)
    return fail('max_regression must be 0 or more: it is the drop that is allowed');
  if (parsed.of === 'base') {
    if (
      rule === 'max_regression' &&
      parsed.figure > 100 &&
      measure.direction === 'higher' &&
      measure.unit !== 'number'
    ) {
      return fail(`"${parsed.text ?? ''}" is more than the base's whole value, so no drop could break the limit`);
    }
    return parsed;
  }
  if (typeof limit === 'number' && measure.unit === 'percent' && limit > 0 && limit < LEAST_PERCENT_LIMIT) {
    return fail(
      `${measure.metric} ${says}, so ${String(limit)} is next to nothing; write ${trim(limit * 100)} for ${trim(limit * 100)} points of 100`,
    );
  }
  if (parsed.figure > top && (rule === 'max_regression' || measure.unit !== 'percent')) {
    const meant =
      measure.unit === 'fraction' && parsed.figure <= 100
        ? `; write ${trim(parsed.figure / 100)} or "${trim(parsed.figure)}pp"`
        : '';
    return fail(`${measure.metric} ${says}, so a limit of ${trim(parsed.figure)} can't be meant${meant}`);
  }
  return parsed;
}

/**
 * The limit in the metric's unit.
 * @param base the base's value; a limit of `"2%"` is 2% of its size
 * @returns null where the limit is a share of a base that has no value
 */
export function resolveLimit(limit: ParsedLimit, base: number | null): number | null {
  if (limit.of === 'unit') return limit.figure;
  return base === null ? null : (limit.figure / 100) * Math.abs(base);
}

function parseText(
  text: string,
  measure: Pick<Measure, 'metric' | 'unit'>,
  fail: (what: string) => never,
): ParsedLimit {
  const match = /^\s*([+-]?(?:\d+(?:\.\d*)?|\.\d+))\s*(pp|%)\s*$/u.exec(text);
  if (match === null) {
    return fail(
      `"${text}" is no limit; write a number in the metric's unit, "2pp" (percentage points) or "2%" (of the base's value)`,
    );
  }
  const figure = Number(match[1]);
  if (match[2] === '%') return { of: 'base', figure, text };
  if (measure.unit === 'fraction') return { of: 'unit', figure: figure / 100, text };
  if (measure.unit === 'percent') return { of: 'unit', figure, text };
  return fail(
    `"${text}" is in percentage points, but ${measure.metric} ${SPANS[measure.unit].says}; write a number in its own unit`,
  );
}

function trim(value: number): string {
  return String(Number(value.toPrecision(6)));
}
