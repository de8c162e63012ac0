import { isUtf8 } from 'node:buffer';
import type { SchemaElement } from 'hyparquet';
import type { Json } from '../../types.js';
import type { Stored } from './values.js';

/** What a stored value means, as JSON would say it; undefined for bytes that are to be UTF-8 and are not. */
export type Meaning = (value: Stored) => Json | undefined;

const DAY = 86_400_000n;
/** Days from the start of the Julian calendar's count to 1970-01-01. */
const JULIAN_EPOCH = 2_440_588n;
const UNITS: Readonly<Record<string, bigint>> = { MILLIS: 1_000n, MICROS: 1_000_000n, NANOS: 1_000_000_000n };

/** Whether a column's values are texts, or bytes that no type calls so. */
export function mayBeText({ type, converted_type: converted, logical_type: logical }: SchemaElement): boolean {
  return type === 'BYTE_ARRAY' && ['STRING', 'UTF8', 'ENUM', undefined].includes(logical?.type ?? converted);
}

/** How the values of a column are read. Bytes that no type calls a text are one where they are UTF-8, else null. */
export function meaningOf(element: SchemaElement): Meaning {
  const { type, converted_type: converted, logical_type: logical } = element;
  const kind = logical?.type ?? converted;
  switch (kind) {
    case 'STRING':
    case 'UTF8':
    case 'ENUM':
      return text;
    case 'JSON':
      return json;
    case 'DECIMAL':
      return (value) => decimal(integerOf(value), element.scale ?? 0);
    case 'DATE':
      return (value) => dateText(BigInt(value as number));
    case 'UUID':
      return (value) => uuid(value as Uint8Array);
    case 'FLOAT16':
      return (value) => finite(float16(value as Uint8Array));
    case 'TIME_MILLIS':
      return (value) => timeText(integerOf(value), UNITS['MILLIS']!);
    case 'TIME_MICROS':
      return (value) => timeText(integerOf(value), UNITS['MICROS']!);
    case 'TIMESTAMP_MILLIS':
      return (value) => timestampText(integerOf(value), UNITS['MILLIS']!, true);
    case 'TIMESTAMP_MICROS':
      return (value) => timestampText(integerOf(value), UNITS['MICROS']!, true);
    case 'UINT_32':
    case 'UINT_64':
      return (value) => wholeNumber(BigInt.asUintN(type === 'INT32' ? 32 : 64, integerOf(value)));
    default:
  }
  if (logical?.type === 'TIME') return (value) => timeText(integerOf(value), UNITS[logical.unit]!);
  if (logical?.type === 'TIMESTAMP') {
    return (value) => timestampText(integerOf(value), UNITS[logical.unit]!, logical.isAdjustedToUTC);
  }
  if (logical?.type === 'INTEGER' && !logical.isSigned) {
    return (value) => wholeNumber(BigInt.asUintN(type === 'INT32' ? 32 : 64, integerOf(value)));
  }
  return ofPhysicalType(type);
}

function ofPhysicalType(type: SchemaElement['type']): Meaning {
  switch (type) {
    case 'INT64':
      return (value) => wholeNumber(value as bigint);
    case 'INT96':
      return (value) => int96(value as bigint);
    case 'FLOAT':
    case 'DOUBLE':
      return (value) => finite(value as number);
    case 'BYTE_ARRAY':
      return (value) => text(value) ?? null;
    case 'FIXED_LEN_BYTE_ARRAY':
      return () => null;
    default:
      return (value) => value as number | boolean;
  }
}

function text(value: Stored): string | undefined {
  const bytes = value as Uint8Array;
  return isUtf8(bytes) ? decode(bytes) : undefined;
}

/** The text of some bytes, with U+FFFD in the place of what is not UTF-8. */
export function decode(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
}

function json(value: Stored): Json | undefined {
  const written = text(value);
  try {
    return written === undefined ? undefined : (JSON.parse(written) as Json);
  } catch {
    return written;
  }
}

/** A number, or its digits where a number would lose some: ids of more than 53 bits are common. */
function wholeNumber(value: bigint): number | string {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : String(value);
}

/** Not a number and infinity are how tables of numbers say that there is none. */
function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

function integerOf(value: Stored): bigint {
  if (typeof value === 'bigint') return value;
  if (!(value instanceof Uint8Array)) return BigInt(value);
  let result = 0n;
  for (const byte of value) result = (result << 8n) | BigInt(byte);
  return value.length === 0 ? 0n : BigInt.asIntN(value.length * 8, result);
}

function decimal(unscaled: bigint, scale: number): number | string {
  if (scale <= 0) return wholeNumber(unscaled * 10n ** BigInt(Math.min(-scale, 100)));
  const digits = String(unscaled < 0n ? -unscaled : unscaled).padStart(Math.min(scale, 1000) + 1, '0');
  const point = digits.length - Math.min(scale, 1000);
  return Number(`${unscaled < 0n ? '-' : ''}${digits.slice(0, point)}.${digits.slice(point)}`);
}

function dateText(days: bigint): string | null {
  return isoText(days * DAY)?.replace(/T.*$/u, '') ?? null;
}

/** A point in time as ISO 8601 has it; null where it is beyond the years that JavaScript knows. */
function isoText(milliseconds: bigint): string | null {
  const date = new Date(Number(milliseconds));
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

function timestampText(value: bigint, unit: bigint, isUtc: boolean): string | null {
  const rest = BigInt.asUintN(64, ((value % unit) + unit) % unit);
  const seconds = isoText(((value - rest) / unit) * 1000n)?.replace(/\.000Z$/u, '');
  return seconds === undefined ? null : `${seconds}${fraction(rest, unit)}${isUtc ? 'Z' : ''}`;
}

function timeText(value: bigint, unit: bigint): string {
  const rest = ((value % unit) + unit) % unit;
  const seconds = (value - rest) / unit;
  const parts = [seconds / 3600n, (seconds / 60n) % 60n, seconds % 60n];
  return `${parts.map((part) => String(part).padStart(2, '0')).join(':')}${fraction(rest, unit)}`;
}

/** The part of a second, as many digits as it has. */
function fraction(rest: bigint, unit: bigint): string {
  const digits = String(rest)
    .padStart(String(unit).length - 1, '0')
    .replace(/0+$/u, '');
  return digits === '' ? '' : `.${digits}`;
}

/** Nanoseconds of a day in the low 64 bits, and the day. */
function int96(value: bigint): string | null {
  const nanoseconds = BigInt.asUintN(64, value);
  const days = (value >> 64n) - JULIAN_EPOCH;
  return timestampText(days * DAY * 1_000_000n + nanoseconds, UNITS['NANOS']!, false);
}

function uuid(bytes: Uint8Array): string {
  const hex = Buffer.from(bytes).toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

function float16(bytes: Uint8Array): number {
  const bits = (bytes[1] ?? 0) * 256 + (bytes[0] ?? 0);
  const sign = bits & 0x8000 ? -1 : 1;
  const [exponent, fraction] = [(bits >> 10) & 31, bits & 1023];
  if (exponent === 0) return sign * 2 ** -24 * fraction;
  return exponent === 31
    ? fraction === 0
      ? sign * Infinity
      : NaN
    : sign * 2 ** (exponent - 15) * (1 + fraction / 1024);
}
