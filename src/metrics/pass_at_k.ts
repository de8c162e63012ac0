import { z } from 'zod';
import { contains } from './contains.js';
import { type Definition, badOption, define } from './define.js';
import { exactMatch } from './exact_match.js';
import { jsonValid } from './json_valid.js';
import type { Measured, Metric, MetricRow } from './metric.js';
import { multipleChoice } from './multiple_choice.js';
import { numericMatch } from './numeric_match.js';
import { recipe } from './recipe.js';
import { regexMatch } from './regex_match.js';
import { meanMetric } from './samples.js';
import { squadEm } from './squad.js';

/** Metrics that say right or wrong of one sample, and so can say which samples passed. */
const RIGHT_OR_WRONG: ReadonlyMap<string, Definition> = new Map(
  [exactMatch, contains, regexMatch, numericMatch, multipleChoice, squadEm, jsonValid].map((one) => [one.name, one]),
);
const NAMES = [...RIGHT_OR_WRONG.keys()];

/**
 * The chance that at least one of k samples is right, estimated without bias from all samples of an example (Chen et al.
 * 2021; openai/human-eval 6d43fb98). A sample is right where the metric `by` scores it 1; no code is run.
 */
export const passAtK = define(
  'pass@k',
  {
    k: z.int().min(1).max(100_000).default(1),
    by: z
      .union([z.string().transform((name) => ({ name })), z.looseObject({ name: z.string() })])
      .default({ name: exactMatch.name }),
  },
  (id, { k, by: { name, ...options } }) => {
    const definition = RIGHT_OR_WRONG.get(name);
    if (definition === undefined) throw badOption('pass@k', 'by', `must name one of ${NAMES.join(', ')}`);
    const judge = definition.create(name, options);
    const parameters = { k, by: `(${judge.recipe})` };
    return meanMetric({ id, recipe: recipe('pass@k', parameters, 'human-eval:6d43fb98') }, (row) =>
      estimate(row, k, judge),
    );
  },
);

function estimate(row: MetricRow, k: number, judge: Metric): Measured {
  const { outputs } = row.prediction;
  if (outputs.length < k) {
    const given = outputs.length === 1 ? '1 sample' : `${outputs.length} samples`;
    return { unscored: `the prediction has ${given}, and pass@k with k = ${k} needs at least ${k}` };
  }
  const layout = judge.prepare([row]);
  let right = 0;
  let unparsed = false;
  for (const output of outputs) {
    const measured = judge.measure({ ...row, prediction: { ...row.prediction, outputs: [output] } }, layout);
    if ('unscored' in measured) return measured;
    right += measured.values[0]!;
    unparsed ||= measured.unparsed;
  }
  return { columns: [0], values: [passProbability(outputs.length, right, k)], unparsed };
}

/** 1 - C(n - c, k) / C(n, k) as a product, since binomials overflow; in human-eval's order of multiplication. */
function passProbability(n: number, right: number, k: number): number {
  if (n - right < k) return 1;
  let miss = 1;
  for (let i = n - right + 1; i <= n; i++) miss *= 1 - k / i;
  return 1 - miss;
}
