import { z } from 'zod';
import { judge } from './judge-schema.js';
import { meaning } from './meaning-schema.js';
import type { Report } from './types.js';

/** report.json, for those who read it. Objects may hold more keys than these: fields are added, none is renamed. */

const count = z.int().min(0);
const maybe = z.number().nullable();
const share = z.number().min(0).max(1);
const interval = z.tuple([z.number(), z.number()]).readonly().nullable();
const status = z.enum(['pass', 'fail', 'inconclusive', 'error']);
const slice = z
  .record(z.string(), z.string())
  .nullable()
  .describe(
    'null, or an object such as {"category": "math"}; {"subset": "clean"} is the examples without contamination',
  );

const estimate = { value: maybe, ci: interval };

const delta = z
  .looseObject({
    ...estimate,
    p_value: share.nullable().describe('two-sided, never corrected for other checks'),
    method: z.string(),
    mde: maybe.describe('the smallest true drop found with 80% power'),
    n: count.describe('pairs scored on both sides'),
    units: count.describe('independent units: pairs, or clusters'),
    strata: z.exactOptional(count.describe('strata within which intervals were resampled, where there are any')),
    lost: count,
    gained: count,
    identical: z.boolean(),
  })
  .describe("candidate - base, in the metric's unit");

const measureDetails = z.looseObject({
  samples: z.exactOptional(
    z
      .looseObject({ mean_per_example: z.number(), within_variance: z.number(), between_variance: maybe })
      .describe('where prompts have several samples: the variance of their scores within and between prompts'),
  ),
  values: z.exactOptional(z.record(z.string(), maybe)),
  text: z.exactOptional(z.string()),
});

const measure = z.looseObject({
  metric: z.string(),
  slice,
  direction: z.enum(['higher', 'lower']),
  unit: z.enum(['fraction', 'percent', 'points10', 'number']),
  range: z.tuple([maybe, maybe]).readonly().describe('the least and largest value; null where there is none'),
  n: count.describe("the candidate's scored examples"),
  unscored: count,
  unparsed: count,
  candidate: z.looseObject(estimate),
  base: z.looseObject({ ...estimate, n: count, unscored: count, unparsed: count }).nullable(),
  delta: delta.nullable(),
  recipe: z.string(),
  caution: z.exactOptional(z.string()),
  doubt: z.exactOptional(
    z
      .looseObject({
        status: z.enum(['inconclusive', 'fail', 'error']),
        why: z.string(),
        of_pass: z.exactOptional(z.literal(true).describe('only a check that would pass becomes that')),
      })
      .describe('why no check may rest on this measure, and what such a check becomes'),
  ),
  notes: z
    .exactOptional(z.array(z.looseObject({ note: z.string(), candidate: count, base: count.nullable() })))
    .describe('why rows are wrong, the most frequent first: rows of each model'),
  details: z.exactOptional(z.looseObject({ candidate: measureDetails, base: measureDetails.nullable() })),
});

const modelRows = z.looseObject({
  label: z.string().nullable(),
  predictions: count,
  missing: count,
  extra: count,
  missing_ids: z.array(z.string()),
  extra_ids: z.array(z.string()),
  paired_by: z.enum(['id', 'prompt', 'order']),
});

const flip = z.looseObject({
  metric: z.string(),
  id: z.string(),
  base_score: z.number(),
  candidate_score: z.number(),
  prompt: z.string().nullable(),
  reference: z.string().nullable(),
  base_output: z.string(),
  candidate_output: z.string(),
  slice,
});

const localBreak = z
  .looseObject({
    metric: z.string(),
    slice,
    examples: z.array(z.string()).nullable().describe('the first ids of a cluster; null for a slice'),
    right: count.describe('examples that the base had right'),
    lost: count.describe('of those: wrong now'),
    now: count.describe('right now, gained ones included'),
    rest_right: count.describe('the same outside of the group'),
    rest_lost: count,
    p_adjusted: share,
  })
  .describe('a slice or a cluster that lost most of what it had right, even where the total rose');

const groupDifference = z.looseObject({
  value: z.number(),
  ci: interval,
  p_value: share.nullable().describe('two-sided, never corrected'),
  method: z.enum(['fisher_exact', 'permutation']),
});

const subsetDifference = z
  .looseObject({ metric: z.string(), candidate: groupDifference.nullable(), base: groupDifference.nullable() })
  .describe("contaminated - clean examples, in the metric's unit: two independent groups");

const suite = z.looseObject({
  name: z.string(),
  kind: z.enum(['custom', 'standard']),
  examples: count,
  candidate: modelRows,
  base: modelRows.nullable(),
  measures: z.array(measure),
  breaks: z.array(localBreak),
  subset_differences: z.array(subsetDifference).describe('empty where nothing leaked'),
  broke: z.array(flip),
  fixed: z.array(flip),
  broke_total: count,
  fixed_total: count,
  unscored: z.array(
    z.looseObject({
      id: z.string(),
      model: z.enum(['candidate', 'base']),
      metric: z.string().nullable(),
      reason: z.string(),
    }),
  ),
  notes: z.array(z.string()),
  judge: judge.nullable(),
  human: z.null(),
});

const LEVELS = ['identical', 'near_identical', 'substantial', 'partial', 'template'] as const;

const contamination = z.looseObject({
  definition: z.enum(['robust', 'ngram']),
  n: z.int().min(1).nullable().describe('words in an n-gram; null in robust mode'),
  thresholds: z.exactOptional(z.record(z.string(), z.number()).describe('where the levels of robust mode begin')),
  level: z.enum(LEVELS),
  training: z.looseObject({ files: count, rows: count, bytes: count, broken_rows: count, not_utf8_rows: count }),
  examples: z.array(
    z.looseObject({
      suite: z.string(),
      id: z.string(),
      level: z.enum(LEVELS),
      score: share,
      part: z.exactOptional(z.enum(['question', 'answer', 'both', 'template'])),
      longest_span: z.exactOptional(count.describe('in words')),
      known: z.exactOptional(
        z.literal(true).describe('it leaked through rows that an earlier scan had, and through no other'),
      ),
      found_by: z.exactOptional(z.literal('meaning').describe('a judge confirmed it; the share is that of its text')),
      text: z.string(),
      evidence: z.array(
        z.looseObject({
          file: z.string(),
          line: z.int().min(1),
          row_group: z.exactOptional(z.int().min(1)),
          field: z.exactOptional(z.string()),
          row: z.string().describe('what the pair is known by; contamination.allow takes it'),
          known: z.exactOptional(z.literal(true)),
          text: z.string(),
          span: z.string(),
          found_by: z.exactOptional(z.literal('meaning')),
          similarity: z.exactOptional(z.number().describe('cosine, where it was found by meaning')),
        }),
      ),
    }),
  ),
  counts: z
    .looseObject({ new: count, known: count, allowed: count })
    .describe('examples at or above the level: with a new leak, with known ones only, and with an allowed one'),
  allowed: z.array(
    z.looseObject({
      ...{ suite: z.string(), id: z.string(), row: z.string(), reason: z.string(), file: z.string() },
      ...{ line: z.int().min(1), level: z.enum(LEVELS), score: share },
    }),
  ),
  undecidable: z.array(z.looseObject({ suite: z.string(), id: z.string() })),
  pairs: count,
  shared_text: z.array(z.looseObject({ text: z.string(), examples: count, rows: count })),
  semantic: z.exactOptional(meaning),
});

const check = z.looseObject({
  id: z.string().describe('[suite/]metric[{key=value}]:rule, the suite only where there are several'),
  suite: z.string(),
  metric: z.string(),
  slice,
  rule: z.enum(['min', 'max', 'max_regression', 'must_not_regress']),
  limit: maybe.describe("in the metric's unit"),
  limit_text: z.exactOptional(z.string()),
  value: maybe.describe("the candidate's value, or the change turned so that more is better"),
  status,
  reason: z.string(),
  p_adjusted: z.exactOptional(share.nullable()),
  n_needed: z.exactOptional(count.nullable()),
  fallen: z.exactOptional(z.array(z.string())),
  strict: z.exactOptional(z.boolean()),
});

export const reportSchema = z.looseObject({
  schema_version: z.literal(1),
  tool: z.looseObject({ name: z.literal('eval-gate'), version: z.string() }),
  verdict: status,
  summary: z.string().describe('one line'),
  errors: z.array(
    z.looseObject({
      suite: z.string().nullable(),
      message: z.string(),
      file: z.exactOptional(z.string()),
      line: z.exactOptional(z.int().min(1)),
    }),
  ),
  suites: z.array(suite),
  contamination: contamination.nullable(),
  checks: z.array(check),
  gate: z.looseObject({
    confidence: share,
    resamples: count,
    correction: z.enum(['holm', 'none']),
    on_inconclusive: z.enum(['pass', 'warn', 'fail']),
    mode: z.enum(['enforce', 'warn']),
  }),
  notes: z.array(z.string()),
  provenance: z.looseObject({
    seed: count,
    config_sha256: z.string().nullable(),
    eval_set_sha256: z.string().nullable(),
  }),
}) satisfies z.ZodType<Report>;

/** The JSON Schema (draft 2020-12) of report.json. */
export function reportJsonSchema(): object {
  return z.toJSONSchema(reportSchema, { target: 'draft-2020-12' });
}
