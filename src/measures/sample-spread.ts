import type { ScoreTable } from './score.js';
import type { SampleSpread } from './types.js';

/**
 * Splits the variance of samples' scores into that within prompts (chance of sampling; more samples a prompt average it
 * out) and that between them (the prompts themselves; only more prompts help): one-way random-effects analysis of
 * variance by the method of moments (Searle, Casella and McCulloch 1992; Miller 2024, "Adding Error Bars to Evals").
 * @param rows scored ones
 * @returns null where every prompt has one sample
 */
export function sampleSpread(table: ScoreTable, rows: Int32Array): SampleSpread | null {
  const known = table.samples;
  if (known === undefined) return null;
  const groups = Array.from(rows, (row) => known.get(row) ?? Float64Array.of(table.score[row]!)).filter((scores) =>
    scores.every(Number.isFinite),
  );
  const samples = groups.reduce((total, { length }) => total + length, 0);
  if (samples === groups.length) return null;
  const sums = groups.map((scores) => scores.reduce((sum, score) => sum + score, 0));
  const centre = sums.reduce((total, sum) => total + sum, 0) / samples;
  let within = 0;
  let between = 0;
  let squares = 0;
  for (const [g, scores] of groups.entries()) {
    const mean = sums[g]! / scores.length;
    within += scores.reduce((sum, score) => sum + (score - mean) ** 2, 0);
    between += scores.length * (mean - centre) ** 2;
    squares += scores.length ** 2;
  }
  const withinVariance = within / (samples - groups.length);
  const typical = (samples - squares / samples) / (groups.length - 1);
  return {
    mean_per_example: samples / groups.length,
    within_variance: withinVariance,
    between_variance:
      groups.length < 2 ? null : Math.max(0, (between / (groups.length - 1) - withinVariance) / typical),
  };
}
