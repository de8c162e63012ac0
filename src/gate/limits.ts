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

/** Below this a limit on a 0-100 metric was meant as a fraction. */
const LEAST_PERCENT_LIMIT = 0.1;

/** What a limit has to fit. */
type Limited = Pick<Measure, 'metric' | 'unit' | 'direction' | 'range'>;

/**
 * Reads a limit against its metric's unit and range.
 * @param key where the limit stands in the config, for messages
 * @throws GateError for a text that is no limit, for percentage points of a metric that has none, for a limit that was
 *   written for another unit, for a negative max_regression, and for a limit that no value could meet, or break
 */
export function parseLimit(limit: Limit, rule: Rule, measure: Limited, key: string): ParsedLimit {
  const fail = (what: string): never => {
    throw new GateError(what, { key });
  };
  const parsed: ParsedLimit =
    typeof limit === 'string' ? parseText(limit, measure, fail) : { of: 'unit', figure: limit };
  if (!Number.isFinite(parsed.figure)) return fail('a limit must be a finite number');
  if (rule === 'max_regression' && parsed.figure < 0)
    return fail('max_regression must be 0 or more: it is the drop that is allowed');
  if (typeof limit === 'number' && measure.unit === 'percent' && limit > 0 && limit < LEAST_PERCENT_LIMIT) {
    return fail(
      `${measure.metric} ${rangeText(measure)}, so ${String(limit)} is next to nothing; write ${trim(limit * 100)} for ${trim(limit * 100)} points of 100`,
    );
  }
  const problem = parsed.of === 'base' ? shareProblem(parsed, rule, measure) : rangeProblem(parsed, rule, measure);
  return problem === null ? parsed : fail(problem);
}

/**
 * Whether a `min` asks for no more than every value is. Unlike other limits that nothing can break it is let through, with
 * a note: it says that there is no floor, and can't be meant in another unit.
 */
export function isFloor({ of, figure }: ParsedLimit, rule: Rule, { range: [least] }: Limited): boolean {
  return rule === 'min' && (of === 'unit' ? figure === least : figure === 0 && least === 0);
}

/** Why a limit in the metric's unit can never be met, or never be broken; null where it can. */
function rangeProblem({ figure }: ParsedLimit, rule: Rule, measure: Limited): string | null {
  const least = measure.range[0] ?? -Infinity;
  const most = measure.range[1] ?? Infinity;
  const problem = (what: string): string => {
    const asPercentage = measure.unit === 'fraction' && figure >= 1 && figure <= 100;
    const meant = asPercentage ? `; write ${trim(figure / 100)} or "${trim(figure)}pp"` : '';
    return `${measure.metric} ${rangeText(measure)}, so ${what} of ${trim(figure)}${meant}`;
  };
  if (rule === 'max_regression') return figure < most - least ? null : problem('no drop could break a limit');
  if (rule === 'min' ? figure > most : figure < least) return problem(`no value could meet a ${rule}`);
  return (rule === 'min' ? figure < least : figure >= most) ? problem(`no value could break a ${rule}`) : null;
}

/** The same for a share of the base's value, as far as it holds for every base. */
function shareProblem({ figure, text = '' }: ParsedLimit, rule: Rule, measure: Limited): string | null {
  const [least] = measure.range;
  if (least === null || least < 0) return null;
  if (figure < 0) return `${measure.metric} ${rangeText(measure)}, so "${text}" of the base's value is no limit`;
  return rule === 'max_regression' && measure.direction === 'higher' && figure >= 100
    ? `"${text}" is the base's whole value or more, so no drop could break the limit`
    : null;
}

function rangeText({ range: [least, most] }: Pick<Measure, 'range'>): string {
  if (least === null) return most === null ? 'has no fixed range' : `is ${trim(most)} or less`;
  return most === null ? `is ${trim(least)} or more` : `runs from ${trim(least)} to ${trim(most)}`;
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

function parseText(text: string, measure: Limited, fail: (what: string) => never): ParsedLimit {
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
    `"${text}" is in percentage points, but ${measure.metric} ${rangeText(measure)}; write a number in its own unit`,
  );
}

function trim(value: number): string {
  return String(Number(value.toPrecision(6)));
}
