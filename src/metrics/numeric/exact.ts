/**
 * An exact number, in lowest terms: (digits / divisor) * 10^exponent, where the divisor has no factor 2 or 5 and neither
 * digits end in 0. Every rational has one such form, so equal numbers have equal keys and nothing is rounded.
 */
export interface Exact {
  readonly negative: boolean;
  readonly digits: string;
  readonly divisor: string;
  readonly exponent: number;
}

/** Longer numbers are not divided or raised to powers: the work grows with the square of the digits. */
const MAX_ARITHMETIC_DIGITS = 60;
const MAX_POWER = 64;

/** A decimal from its digit strings: whole "12", fraction "50" is 12.5. */
export function decimal(negative: boolean, whole: string, fraction: string, exponent = 0): Exact {
  const all = whole + fraction;
  const digits = trimZeros(all);
  if (digits === '') return { negative: false, digits: '0', divisor: '1', exponent: 0 };
  const trailing = all.length - 1 - lastNonZero(all);
  return { negative, digits, divisor: '1', exponent: exponent - fraction.length + trailing };
}

function trimZeros(digits: string): string {
  let start = 0;
  while (digits[start] === '0') start++;
  return digits.slice(start, lastNonZero(digits) + 1);
}

function lastNonZero(digits: string): number {
  let end = digits.length - 1;
  while (digits[end] === '0') end--;
  return end;
}

/** a / b, or null where b is 0 or the digits are too many. */
export function quotient(a: Exact, b: Exact): Exact | null {
  if (b.digits === '0' || isLong(a) || isLong(b)) return null;
  let top = BigInt(a.digits) * BigInt(b.divisor);
  let bottom = BigInt(b.digits) * BigInt(a.divisor);
  let exponent = a.exponent - b.exponent;
  // A tenth less in the exponent pays for each factor: x / 2 = (x * 5) / 10.
  for (const [factor, other] of [[2n, 5n] as const, [5n, 2n] as const]) {
    while (bottom % factor === 0n) {
      bottom /= factor;
      top *= other;
      exponent--;
    }
  }
  const common = greatestCommonDivisor(top, bottom);
  const reduced = decimal(a.negative !== b.negative, (top / common).toString(), '', exponent);
  return reduced.digits === '0' ? reduced : { ...reduced, divisor: (bottom / common).toString() };
}

/** whole + part, as in 3 1/2, with the sign of the whole; null where the digits are too many. */
export function mixed(whole: Exact, part: Exact): Exact | null {
  if (isLong(whole) || isLong(part) || Math.abs(whole.exponent) > MAX_POWER || Math.abs(part.exponent) > MAX_POWER) {
    return null;
  }
  const least = Math.min(whole.exponent, part.exponent);
  const divisor = BigInt(part.divisor);
  const scaled = ({ digits, exponent }: Exact): bigint => BigInt(digits) * 10n ** BigInt(exponent - least);
  const sum = scaled(whole) * divisor + scaled(part);
  return quotient(decimal(whole.negative, sum.toString(), '', least), decimal(false, part.divisor, ''));
}

/** base^power for a small whole power; null for others. */
export function raised(base: Exact, power: number): Exact | null {
  if (base.digits === '1' && base.divisor === '1') {
    return decimal(base.negative && power % 2 !== 0, '1', '', base.exponent * power);
  }
  if (power < 0 || power > MAX_POWER || base.divisor !== '1' || isLong(base)) return null;
  const digits = (BigInt(base.digits) ** BigInt(power)).toString();
  return decimal(base.negative && power % 2 === 1, digits, '', base.exponent * power);
}

/** number * 10^by. */
export function shifted(number: Exact, by: number): Exact {
  return number.digits === '0' ? number : { ...number, exponent: number.exponent + by };
}

/** Equal for equal numbers only. */
export function keyOf({ negative, digits, divisor, exponent }: Exact): string {
  return `${negative ? '-' : ''}${digits}/${divisor}e${exponent}`;
}

function isLong({ digits, divisor }: Exact): boolean {
  return digits.length > MAX_ARITHMETIC_DIGITS || divisor.length > MAX_ARITHMETIC_DIGITS;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}
