import { z } from 'zod';

/** `judge` of a suite in report.json. Null: not measurable. */

const count = z.int().min(0);
const maybe = z.number().nullable();
const share = z.number().min(0).max(1).nullable();
const interval = z.tuple([z.number(), z.number()]).readonly().nullable();
const byKind = z.partialRecord(
  z.enum(['refused', 'filtered', 'truncated', 'empty', 'unparsed', 'rejected', 'unreachable', 'stopped']),
  count,
);
const judgments = z
  .looseObject({ answered: count, failed: count, by_kind: byKind })
  .describe('single judgments: with a verdict, and without, by kind');
const stability = z
  .looseObject({ questions: count, rate: share })
  .describe('the share of the most frequent answer, over questions that were asked more than once');

const modelScores = z.looseObject({
  n: count,
  failed: count,
  unjudged: count,
  mean: maybe,
  ci: interval,
  criteria: z.array(z.looseObject({ name: z.string(), mean: z.number() })),
  at_ceiling: share,
});

const score = z.looseObject({
  n: count.describe("the candidate's scored examples"),
  mean_candidate: maybe,
  mean_base: maybe,
  failed: count.describe('answers of either model whose judgments failed'),
  candidate: modelScores,
  base: modelScores.nullable(),
  saturation: z.looseObject({ scores: count, distinct: count, at_top: share, most_frequent: share }),
  repetition_stability: stability,
  judgments,
});

const preferred = z.looseObject({ n: count, preferred: count, ties: count, rate: share, ci: interval });

const lengthControl = z.looseObject({
  n: count,
  share_longer: share.describe("of the candidate's answers"),
  share_shorter: share,
  length_sd: maybe,
  intercept: maybe,
  slope: maybe.describe('above 0: longer answers win'),
  intercept_standard_error: maybe,
  slope_standard_error: maybe,
  win_rate: share,
  ci: interval,
  not_estimable: z.string().nullable(),
  unreliable: z.string().nullable(),
});

const compare = z
  .looseObject({
    by: z.string().nullable().describe('the metric that decided; null for a judge'),
    n: count,
    wins: count,
    losses: count,
    ties: count,
    failed: count.describe('pairs that a judge was asked about in vain'),
    unjudged: count,
    win_rate: share.describe('ties count half'),
    win_rate_ci: interval,
    win_rate_standard_error: maybe,
    p_value: share.describe('exact sign test, two-sided'),
    lc_win_rate: share.describe('at equal length; null where it can not be estimated'),
    length_control: lengthControl,
    tie_rate: share,
    position_consistency: share.describe('of pairs with a verdict in both orders'),
    first_position_rate: share.describe('of calls in those pairs'),
    position: z.looseObject({
      pairs: count,
      calls: count,
      consistent: count,
      primacy: count,
      recency: count,
      consistency_ci: interval,
      preference_fairness: maybe,
      second_position_rate: share,
    }),
    longer_preferred_rate: share,
    preferred: z.looseObject({ longer: preferred, bullets: preferred, markdown: preferred }),
    repetition_stability: stability,
    judgments,
    self_preference: z.looseObject({ rate: z.null(), reason: z.string() }),
  })
  .describe("from the candidate's side, an example being the unit");

export const judge = z.looseObject({
  model: z.string().nullable().describe('as configured; null for records, or wins by a metric'),
  models: z.array(z.string()).describe('as the server, or a record, names them'),
  score: score.nullable(),
  compare: compare.nullable(),
  injections: z
    .array(
      z.looseObject({
        id: z.string(),
        model: z.enum(['candidate', 'base']),
        flags: z.array(z.enum(['override', 'address', 'demand', 'verdict', 'markup', 'boundary', 'hidden'])),
      }),
    )
    .describe('answers that try to instruct the judge'),
  injections_total: count,
});
