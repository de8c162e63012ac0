import type { Interval, Measure } from '../measures/types.js';

/** How figures read in reasons and reports. A fraction is shown as a percentage, whatever its metric. */

export type Unit = Measure['unit'];

const MINUS = '\u2212';
const DECIMALS = { fraction: 1, percent: 1, points10: 2 } as const;
/** Beyond these, plain notation has more digits than a reader can use. */
const PLAIN = { least: 1e-6, most: 1e15 };

/** A value in its unit: `39.0%`, `34.2`, `7.42`; an en dash where there is none. */
export function valueText(value: number | null, unit: Unit, extraDecimals = 0): string {
  return value === null ? '–' : `${decimal(scaled(value, unit), unit, extraDecimals)}${unit === 'fraction' ? '%' : ''}`;
}

/** A change with its sign: `−4.3 pp`, `+0.21`, `0 pp`. */
export function changeText(change: number | null, unit: Unit, extraDecimals = 0): string {
  return change === null ? '–' : `${signed(change, unit, extraDecimals)}${pointsOf(unit)}`;
}

/** Both ends with their signs and without the unit: `−7.2 to −1.4`. */
export function changeIntervalText(ci: Interval, unit: Unit): string {
  return `${signed(ci[0], unit, 0)} to ${signed(ci[1], unit, 0)}`;
}

/** Both ends in the unit: `36.4% to 41.7%`. */
export function valueIntervalText(ci: Interval, unit: Unit): string {
  return `${valueText(ci[0], unit)} to ${valueText(ci[1], unit)}`;
}

/** A size without a sign: `4.3 pp`, `1.2 points`. */
export function sizeText(size: number, unit: Unit, extraDecimals = 0): string {
  return `${decimal(scaled(Math.abs(size), unit), unit, extraDecimals)}${pointsOf(unit)}`;
}

/** A limit on a change as a user would write it, without idle zeros: `2 pp`, `0`. */
export function allowanceText(limit: number, unit: Unit): string {
  return limit === 0 ? '0' : `${trimmed(scaled(limit, unit))}${pointsOf(unit)}`;
}

/** A limit on a value as a user would write it: `35%`, `0`. */
export function boundText(limit: number, unit: Unit): string {
  return `${trimmed(scaled(limit, unit))}${unit === 'fraction' && limit !== 0 ? '%' : ''}`;
}

/** `0.003`, or `<0.001` below that. */
export function pText(p: number): string {
  return p < 0.001 ? '<0.001' : p.toFixed(3);
}

/** `p = 0.003`, or `p < 0.001`. */
export function pEquation(p: number): string {
  return p < 0.001 ? 'p < 0.001' : `p = ${pText(p)}`;
}

/** Changes that are larger can't happen in the unit. */
const LARGEST_CHANGE = { fraction: 1, percent: 100, points10: 9, number: Infinity } as const;

/** Whether a change of this size can happen at all: on few examples the smallest that shows may be beyond that. */
export function canHappen(change: number, unit: Unit): boolean {
  return change <= LARGEST_CHANGE[unit];
}

/** A count with thousands separators. */
export function countText(count: number): string {
  return grouped(String(count));
}

/** `1 example`, `12 examples`. */
export function counted(count: number, noun: string): string {
  return `${countText(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/**
 * How many decimals more than usual keep two sizes apart on paper, so that no text says that 2.0 is above 2; 0 for sizes
 * that differ by no more than rounding.
 */
export function decimalsToTellApart(a: number, b: number, unit: Unit): number {
  for (let extra = 0; extra < 5; extra++) {
    if (Number(plain(scaled(a, unit), unit, extra)) !== Number(plain(scaled(b, unit), unit, extra))) return extra;
  }
  return 0;
}

function scaled(value: number, unit: Unit): number {
  return unit === 'fraction' ? value * 100 : value;
}

function pointsOf(unit: Unit): string {
  return unit === 'fraction' ? ' pp' : unit === 'number' ? '' : ' points';
}

function signed(change: number, unit: Unit, extraDecimals: number): string {
  const size = decimal(Math.abs(scaled(change, unit)), unit, extraDecimals);
  if (Number(size) === 0) return '0';
  return `${change < 0 ? MINUS : '+'}${size}`;
}

function decimal(value: number, unit: Unit, extraDecimals = 0): string {
  const text = plain(value, unit, extraDecimals);
  return text.startsWith('-') ? `${MINUS}${grouped(text.slice(1))}` : grouped(text);
}

/** Fixed decimals, and more of them where rounding would make a small value 0 or a value just below 100 a full 100. */
function plain(value: number, unit: Unit, extraDecimals: number): string {
  if (value !== 0 && (Math.abs(value) < PLAIN.least || Math.abs(value) >= PLAIN.most)) return value.toExponential(2);
  let decimals = (unit === 'number' ? significantDecimals(value) : DECIMALS[unit]) + extraDecimals;
  while (decimals < 6 && hidesItsSize(value, decimals)) decimals++;
  const text = value.toFixed(decimals);
  return Number(text) === 0 ? text.replace('-', '') : text;
}

function hidesItsSize(value: number, decimals: number): boolean {
  const shown = Math.abs(Number(value.toFixed(decimals)));
  return (shown === 0 || shown === 100) && shown !== Math.abs(value);
}

/** Decimals that leave four significant digits. */
function significantDecimals(value: number): number {
  return value === 0 ? 0 : Math.min(6, Math.max(0, 3 - Math.floor(Math.log10(Math.abs(value)))));
}

function trimmed(value: number): string {
  const text = String(Number(value.toPrecision(6)));
  return text.startsWith('-') ? `${MINUS}${grouped(text.slice(1))}` : grouped(text);
}

function grouped(text: string): string {
  return /e/u.test(text) ? text : text.replace(/^\d+/u, (whole) => whole.replace(/\B(?=(?:\d{3})+$)/gu, ','));
}
