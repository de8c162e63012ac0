import { tQuantile } from './distributions.js';
import { tangoBounds } from './paired-proportions.js';
import type { Bounds } from './proportions.js';
import { residualsOf, type Residuals } from './residuals.js';
import { select } from './select.js';
import { effectiveUnits, type UnitSums } from './units.js';

export interface MeanInference {
  readonly ci: Bounds;
  /** Half the interval's width over the quantile of t that it was made with; never 0. */
  readonly standardError: number;
}

/** Values that differ by less than this share of the span are equal but for rounding. */
const ROUNDING = 1e-9;

/**
 * The interval of a mean: {@link countsInterval} about the units' median, and {@link skewInterval} where that reaches
 * further. The first stands up to values that hardly vary, the second to skew.
 * @param range what the interval is cut to, an end Infinity where there is none
 * @param span the spread that is to be expected while none has been seen, above 0
 */
export function meanInterval(units: UnitSums, range: Bounds, span: number, confidence: number): MeanInference {
  return inference(meanBounds(units, residualsOf(units), span, confidence), units.sums.length, range, confidence);
}

/** The same, not cut to a range. */
export function meanBounds(units: UnitSums, residuals: Residuals, span: number, confidence: number): Bounds {
  const counts = countsInterval(units, residuals, medianRates(units), span, confidence);
  const skewed = skewInterval(residuals, confidence);
  return [Math.min(counts[0], skewed[0]), Math.max(counts[1], skewed[1])];
}

/**
 * The interval of a difference of lone answers that are right or wrong, a row's difference being -1, 0 or 1: Tango's with
 * t in place of z, and his variance times n/(n - 1).
 */
export function pairedProportionInterval(lost: number, gained: number, n: number, confidence: number): MeanInference {
  const critical = (n / Math.max(1, n - 1)) * tQuantile((1 + confidence) / 2, Math.max(1, n - 1)) ** 2;
  return inference(tangoBounds(lost, gained, n, critical), n, [-1, 1], confidence);
}

/** An interval cut to its range, with its standard error. */
export function inference(bounds: Bounds, units: number, range: Bounds, confidence: number): MeanInference {
  const t = tQuantile((1 + confidence) / 2, Math.max(1, units - 1));
  return {
    ci: [Math.max(range[0], bounds[0]), Math.min(range[1], bounds[1])],
    standardError: (bounds[1] - bounds[0]) / (2 * t),
  };
}

/**
 * Tango's score interval on effective counts: departures from the usual value as if so many units had fallen below it,
 * and so many risen above it, by one and the same amount x. With x = ΣD²/Σ|D| and counts of Σ|D|/x they have the mean and
 * the squares of the real ones (the scaled counts of Fay and Feuer 1997, Statistics in Medicine 16:791); clusters of
 * unequal size count as Kish's effective number (Rao and Scott 1992, Biometrics 48:577). The interval keeps a width where
 * few units depart, and on the side where none does.
 * @param usual per stratum a row's usual value, such as {@link medianRates}
 * @param span a row's departure where none has been seen
 */
export function countsInterval(
  { sums, sizes, strata }: UnitSums,
  { rows, correction }: Pick<Residuals, 'rows' | 'correction'>,
  usual: Float64Array,
  span: number,
  confidence: number,
): Bounds {
  const free = Math.max(1, sums.length - (strata?.count ?? 1));
  const critical = tQuantile((1 + confidence) / 2, free) ** 2 * correction;
  let [down, up, squares, reference] = [0, 0, 0, 0];
  for (let u = 0; u < sums.length; u++) {
    const own = sizes[u]! * usual[strata === null ? 0 : strata.ids[u]!]!;
    const departure = sums[u]! - own;
    reference += own / rows;
    if (Math.abs(departure) <= ROUNDING * span * sizes[u]!) continue;
    if (departure < 0) down -= departure;
    else up += departure;
    squares += departure * departure;
  }
  const effective = effectiveUnits(sizes);
  const amount = squares > 0 ? squares / (down + up) : (span * rows) / effective;
  const n = Math.max(effective, (down + up) / amount);
  const [low, high] = tangoBounds(down / amount, up / amount, n, critical);
  const scale = (n * amount) / rows;
  return [reference + low * scale, reference + high * scale];
}

/**
 * A t interval whose variance moves with the mean as the sample's skewness says it does: the means μ for which
 * (m - μ)² <= t² (v + (μ - m) k / v), v and k being the mean's variance and third cumulant. For counts that is the
 * score interval; to first order it is Johnson's (1978, JASA 73:536) and Hall's (1992) correction for skewness.
 */
export function skewInterval({ mean, rows, variance, skew, df }: Residuals, confidence: number): Bounds {
  if (variance === 0) return [mean, mean];
  const t2 = tQuantile((1 + confidence) / 2, df) ** 2;
  const shift = (t2 * skew) / (2 * variance);
  const half = Math.sqrt(shift * shift + t2 * variance);
  return [mean + (shift - half) / rows, mean + (shift + half) / rows];
}

/** Per stratum the median of its units' values a row; one where there are no strata. */
export function medianRates({ sums, sizes, strata }: UnitSums): Float64Array {
  const rates = sums.map((sum, u) => sum / sizes[u]!);
  if (strata === null) return Float64Array.of(median(rates));
  const own = Array.from({ length: strata.count }, () => new Array<number>());
  for (let u = 0; u < rates.length; u++) own[strata.ids[u]!]!.push(rates[u]!);
  return Float64Array.from(own, (values) => median(Float64Array.from(values)));
}

/** @param values are moved about by it */
function median(values: Float64Array): number {
  const middle = values.length >> 1;
  const upper = select(values, middle);
  if (values.length % 2 === 1) return upper;
  let lower = values[0]!;
  for (let i = 1; i < middle; i++) if (values[i]! > lower) lower = values[i]!;
  return (lower + upper) / 2;
}
