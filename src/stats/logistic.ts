/** A symmetric 2 x 2 covariance of the intercept and the slope. */
export interface Covariance {
  readonly intercept: number;
  readonly slope: number;
  readonly both: number;
}

/** log(p / (1 - p)) = intercept + slope x. */
export interface LogisticFit {
  readonly intercept: number;
  readonly slope: number;
  /** The inverse of the information: right only where answers are independent, 0 or 1, and the model holds. */
  readonly modelCovariance: Covariance;
  /**
   * The sandwich, right without those. Rows that stand alone: HC0 (White 1980). Clusters: their scores are added up
   * first, times G/(G-1) (n-1)/(n-2) (Liang and Zeger 1986); null for a single cluster.
   */
  readonly robustCovariance: Covariance | null;
}

/** Newton's method doubles the correct digits a step; near separation some dozens of long steps come first. */
const MOST_STEPS = 200;
/** A step that promises the log-likelihood less than this is in the range where Newton's method doubles digits. */
const QUADRATIC = 1e-4;

interface Line {
  readonly a: number;
  readonly b: number;
}

/**
 * Logistic regression on one variable by maximum likelihood, answers being shares from 0 to 1: maximises
 * Σ y log p + (1 - y) log(1 - p) by Newton's method with step halving. Equal to statsmodels `GLM(Binomial())`, with
 * `cov_type` "nonrobust", "HC0" or "cluster" for the covariances.
 * @param x finite
 * @param y 0-1, as many
 * @param clusters the rows' clusters as 0, 1, … `count - 1`, or null where every row stands alone
 * @returns null where no finite maximum exists: x is constant, or some x divides the answers above 0 from those below 1
 * (Albert and Anderson 1984, complete or quasi-complete separation)
 */
export function logisticFit(
  x: Float64Array,
  y: Float64Array,
  clusters: { readonly ids: Int32Array; readonly count: number } | null,
): LogisticFit | null {
  if (!overlaps(x, y)) return null;
  const line = maximise(x, y);
  if (line === null) return null;
  const bread = inverseInformation(x, line);
  return {
    intercept: line.a,
    slope: line.b,
    modelCovariance: bread,
    robustCovariance: sandwich(bread, scoresByUnit(x, y, line, clusters), x.length, clusters !== null),
  };
}

/** 1 / (1 + exp(-t)), without overflow. */
export function sigmoid(t: number): number {
  return t >= 0 ? 1 / (1 + Math.exp(-t)) : Math.exp(t) / (1 + Math.exp(t));
}

/** Whether answers above 0 and answers below 1 overlap along x, in both directions; never where x is constant. */
function overlaps(x: Float64Array, y: Float64Array): boolean {
  const [above, below] = [x.filter((_, i) => y[i]! > 0), x.filter((_, i) => y[i]! < 1)];
  return least(above) < most(below) && least(below) < most(above);
}

function least(values: Float64Array): number {
  return values.reduce((a, b) => Math.min(a, b), Infinity);
}

function most(values: Float64Array): number {
  return values.reduce((a, b) => Math.max(a, b), -Infinity);
}

/** Null where the maximum lies so far out that doubles can't reach it. */
function maximise(x: Float64Array, y: Float64Array): Line | null {
  let line: Line = { a: 0, b: 0 };
  let last = Infinity;
  for (let step = 0; step < MOST_STEPS; step++) {
    const [ga, gb] = gradient(x, y, line);
    const { intercept, slope, both } = inverseInformation(x, line);
    const [da, db] = [intercept * ga + both * gb, both * ga + slope * gb];
    const promise = da * ga + db * gb;
    if (!Number.isFinite(promise)) return null;
    if (promise >= QUADRATIC) {
      line = climb(x, y, line, da, db);
      continue;
    }
    // So near, whole steps are right, and the likelihood's own rounding would hide what they gain.
    if (promise >= last) return line;
    line = { a: line.a + da, b: line.b + db };
    last = promise;
  }
  return null;
}

/** The step, halved until the likelihood does not fall. */
function climb(x: Float64Array, y: Float64Array, { a, b }: Line, da: number, db: number): Line {
  const start = logLikelihood(x, y, { a, b });
  for (let length = 1; ; length /= 2) {
    const line = { a: a + length * da, b: b + length * db };
    if (logLikelihood(x, y, line) >= start) return line;
  }
}

function logLikelihood(x: Float64Array, y: Float64Array, { a, b }: Line): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) {
    const t = a + b * x[i]!;
    sum += y[i]! * t - Math.max(t, 0) - Math.log1p(Math.exp(-Math.abs(t)));
  }
  return sum;
}

function gradient(x: Float64Array, y: Float64Array, { a, b }: Line): readonly [number, number] {
  let [ga, gb] = [0, 0];
  for (let i = 0; i < x.length; i++) {
    const residual = y[i]! - sigmoid(a + b * x[i]!);
    ga += residual;
    gb += residual * x[i]!;
  }
  return [ga, gb];
}

/** Taken around the weighted mean of x, so that x far from 0 costs no digits. */
function inverseInformation(x: Float64Array, { a, b }: Line): Covariance {
  const weights = x.map((value) => sigmoid(a + b * value) * sigmoid(-a - b * value));
  let [total, first, squares] = [0, 0, 0];
  for (let i = 0; i < x.length; i++) {
    total += weights[i]!;
    first += weights[i]! * x[i]!;
  }
  const centre = first / total;
  for (let i = 0; i < x.length; i++) squares += weights[i]! * (x[i]! - centre) ** 2;
  return { intercept: 1 / total + centre ** 2 / squares, slope: 1 / squares, both: -centre / squares };
}

/** What each row, or cluster, adds to the gradient at the maximum. */
function scoresByUnit(
  x: Float64Array,
  y: Float64Array,
  { a, b }: Line,
  clusters: { readonly ids: Int32Array; readonly count: number } | null,
): { a: Float64Array; b: Float64Array } {
  const units = clusters?.count ?? x.length;
  const scores = { a: new Float64Array(units), b: new Float64Array(units) };
  for (let i = 0; i < x.length; i++) {
    const unit = clusters === null ? i : clusters.ids[i]!;
    const residual = y[i]! - sigmoid(a + b * x[i]!);
    scores.a[unit]! += residual;
    scores.b[unit]! += residual * x[i]!;
  }
  return scores;
}

function sandwich(
  bread: Covariance,
  scores: { readonly a: Float64Array; readonly b: Float64Array },
  rows: number,
  clustered: boolean,
): Covariance | null {
  const units = scores.a.length;
  if (clustered && units < 2) return null;
  const correction = clustered ? (units / (units - 1)) * ((rows - 1) / (rows - 2)) : 1;
  let [intercept, slope, both] = [0, 0, 0];
  for (let u = 0; u < units; u++) {
    const ia = bread.intercept * scores.a[u]! + bread.both * scores.b[u]!;
    const ib = bread.both * scores.a[u]! + bread.slope * scores.b[u]!;
    intercept += ia * ia;
    slope += ib * ib;
    both += ia * ib;
  }
  return { intercept: correction * intercept, slope: correction * slope, both: correction * both };
}
