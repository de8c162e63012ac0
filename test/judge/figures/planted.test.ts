import {
  comparisonFigures,
  lengthControl,
  type ComparedPair,
  type JudgeComparison,
} from '../../../src/judge/figures/index.js';
import type { Order, Winner } from '../../../src/judge/types.js';
import { Random, sigmoid } from '../../../src/stats/index.js';

/** A judge made of known faults. */
interface Planted {
  /** The share of calls in which it takes the answer shown first, whatever it says. */
  readonly first: number;
  /** Otherwise: the log odds that a much longer answer adds to being chosen. */
  readonly length: number;
  /** And how much better the candidate really is, as log odds. */
  readonly quality: number;
  /** The share of calls that name a tie. */
  readonly tie: number;
}

const PAIRS = 4000;
const SPREAD = 400;
/** The candidate's answers are longer by this on average. */
const LONGER = 250;

function judge(planted: Planted, difference: number, order: Order, random: Random): Winner {
  if (random.uniform() < planted.tie) return 'tie';
  if (random.uniform() < planted.first) return order === 'base_first' ? 'base' : 'candidate';
  return random.uniform() < likesCandidate(planted, difference) ? 'candidate' : 'base';
}

function likesCandidate({ quality, length }: Planted, difference: number): number {
  return sigmoid(quality + length * Math.tanh(difference / SPREAD));
}

/** Differences in length, about normal, and the same for every planted judge. */
const differences = (() => {
  const random = new Random('lengths');
  return Array.from({ length: PAIRS }, () => {
    const normal = Array.from({ length: 12 }, () => random.uniform()).reduce((sum, u) => sum + u, -6);
    return Math.round(LONGER + SPREAD * normal);
  });
})();

function figuresOf(planted: Planted): JudgeComparison {
  const random = new Random(JSON.stringify(planted));
  const pairs = differences.map((difference, example): ComparedPair => {
    const verdict = (order: Order) => judge(planted, difference, order, random);
    return {
      judgments: {
        example,
        baseFirst: [verdict('base_first')],
        candidateFirst: [verdict('candidate_first')],
        preference: null,
      },
      base: 'b'.repeat(2000),
      candidate: 'c'.repeat(2000 + difference),
    };
  });
  return comparisonFigures(pairs, { confidence: 0.95, clusters: null });
}

/** The mean over the pairs of something that the planted faults determine. */
function expectation(of: (difference: number) => number, over = differences): number {
  return over.reduce((sum, difference) => sum + of(difference), 0) / over.length;
}

/** Within four standard errors of a share over so many. */
function expectShare(actual: number | null, expected: number, n: number): void {
  expect(actual).not.toBeNull();
  expect(Math.abs(actual! - expected)).toBeLessThan(4 * Math.sqrt((expected * (1 - expected)) / n));
}

test.each<Planted>([
  { first: 0, length: 0, quality: 0, tie: 0 },
  { first: 0.3, length: 0, quality: 0, tie: 0 },
  { first: 0, length: 2, quality: 0, tie: 0 },
  { first: 0.2, length: 1.5, quality: 0, tie: 0.1 },
  { first: 0.1, length: 1, quality: 0.8, tie: 0 },
])('the panel finds %j', (planted) => {
  const { first, tie } = planted;
  const figures = figuresOf(planted);
  const decided = 1 - tie;
  expectShare(figures.first_position_rate, decided * (first + (1 - first) / 2), 2 * PAIRS);
  expectShare(figures.position.second_position_rate, (decided * (1 - first)) / 2, 2 * PAIRS);

  // How likely the candidate wins a call in which it stands first, or second.
  const ahead = (d: number) => decided * (first + (1 - first) * likesCandidate(planted, d));
  const behind = (d: number) => decided * (1 - first) * likesCandidate(planted, d);
  const bothBase = (d: number) => (decided - ahead(d)) * (decided - behind(d));
  const consistent = expectation((d) => ahead(d) * behind(d) + bothBase(d) + tie * tie);
  expectShare(figures.position_consistency, consistent, PAIRS);
  expectShare(
    figures.win_rate,
    expectation((d) => 0.5 + (ahead(d) * behind(d) - bothBase(d)) / 2),
    PAIRS,
  );
  const [primacy, recency] = [
    // The first answer in both orders, or in one beside a tie; and the second likewise.
    expectation((d) => ahead(d) * (decided - behind(d)) + tie * (ahead(d) + decided - behind(d))),
    expectation((d) => behind(d) * (decided - ahead(d)) + tie * (behind(d) + decided - ahead(d))),
  ];
  const fairness = (recency ** 2 - primacy ** 2) / (primacy + recency);
  expect(Math.abs(figures.position.preference_fairness! - fairness)).toBeLessThan(4 * Math.sqrt(1 / PAIRS));

  const apart = differences.filter((d) => Math.abs(d) > 30);
  const longerWins = (d: number) => 0.5 + (Math.sign(d) * (ahead(d) * behind(d) - bothBase(d))) / 2;
  expect(figures.preferred.longer.n).toBe(apart.length);
  expectShare(figures.longer_preferred_rate, expectation(longerWins, apart), apart.length);
  expect(figures.preferred.bullets.n).toBe(0);
});

test('equal models: the raw win rate follows length, the controlled one does not', () => {
  const { win_rate_ci: raw, length_control: controlled } = figuresOf({ first: 0.2, length: 2, quality: 0, tie: 0 });
  expect(raw![0]).toBeGreaterThan(0.6);
  expect(controlled.unreliable).toBeNull();
  expect(controlled.slope).toBeGreaterThan(1);
  expect(controlled.ci![0]).toBeLessThan(0.5);
  expect(controlled.ci![1]).toBeGreaterThan(0.5);
  expect(controlled.ci![1] - controlled.ci![0]).toBeLessThan(0.06);
});

test('a judge without faults: both rates tell how good the candidate is', () => {
  const { win_rate: raw, length_control: controlled } = figuresOf({ first: 0, length: 0, quality: 1, tie: 0 });
  // Two independent calls a pair, so that the points are a share with the calls' mean.
  expectShare(raw, sigmoid(1), PAIRS);
  expectShare(controlled.win_rate, sigmoid(1), PAIRS / 4);
});

describe('how often the controlled interval holds the truth', () => {
  const RUNS = 400;

  /** Pairs in documents of `size`, whose answers share a length and a level; equal models on the whole. */
  function draw(random: Random, documents: number, size: number) {
    const normal = () => Array.from({ length: 12 }, () => random.uniform()).reduce((sum, u) => sum + u, -6);
    const ids = Int32Array.from({ length: documents * size }, (_, i) => Math.floor(i / size));
    const shared = Array.from({ length: documents }, () => [size === 1 ? 0 : normal(), normal()] as const);
    const rows = Array.from(ids, (id) => {
      const [level, length] = shared[id]!;
      const difference = Math.round(SPREAD * (0.3 + 0.7 * length + 0.7 * normal()));
      const wins = sigmoid(level + 1.5 * Math.tanh(difference / SPREAD));
      return { difference, points: (Number(random.uniform() < wins) + Number(random.uniform() < wins)) / 2 };
    });
    return {
      points: Float64Array.from(rows, ({ points }) => points),
      candidateLengths: Float64Array.from(rows, ({ difference }) => 3000 + difference),
      baseLengths: new Float64Array(rows.length).fill(3000),
      clusters: { ids, count: documents },
    };
  }

  function coverage(documents: number, size: number, clustered: boolean): number {
    const random = new Random(`coverage ${documents} ${size}`);
    let holds = 0;
    for (let run = 0; run < RUNS; run++) {
      const { clusters, ...pairs } = draw(random, documents, size);
      const [low, high] = lengthControl({ ...pairs, units: clustered ? clusters : null }, 0.95).ci!;
      if (low <= 0.5 && high >= 0.5) holds++;
    }
    return holds / RUNS;
  }

  // 400 runs tell 95% to within 3.3 points, at three standard errors.
  test('pairs that stand alone', () => {
    expect(coverage(80, 1, false)).toBeGreaterThan(0.917);
    expect(coverage(80, 1, false)).toBeLessThan(0.983);
  });

  test('documents of ten, which the plain interval gets wrong', () => {
    expect(coverage(12, 10, true)).toBeGreaterThan(0.917);
    expect(coverage(12, 10, true)).toBeLessThan(0.983);
    expect(coverage(12, 10, false)).toBeLessThan(0.85);
  });
});
