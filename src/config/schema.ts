import { z } from 'zod';
import { judgeSchema } from './judge.js';
import { semanticSchema } from './semantic.js';

/**
 * eval-gate.yml as written: every key of the contract that this version knows, and no other. What a key is described as,
 * and its default, stands here once: editors show it, and docs/config.md is made from it.
 */

const text = z.string().min(1);
const paths = z.union([text, z.array(text).min(1)]).transform((value) => (typeof value === 'string' ? [value] : value));
const scalarAsText = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const fraction = z.number().min(0).max(1);

/** How it is called in the JSON Schema, which knows the metrics one by one. */
export const METRIC_DEFINITION = 'metric';

const metric = z
  .union([
    text.transform((name) => ({ name })),
    z
      .looseObject({ name: text, id: text.optional() })
      .transform(({ id, ...rest }) => (id === undefined ? rest : { ...rest, id })),
  ])
  .meta({ id: METRIC_DEFINITION });

const ofRows = (what: string) => text.optional().describe(`the key that holds ${what}`);
const fields = z.strictObject({
  id: ofRows("a row's id"),
  prompt: ofRows('what was asked, as one text'),
  messages: ofRows('what was asked, as a conversation'),
  reference: ofRows('the right answer'),
  references: ofRows('a list of right answers'),
  output: ofRows("the model's output, in predictions"),
  category: ofRows('the category'),
  difficulty: ofRows('the difficulty'),
  tags: ofRows('tags: a list, or a text with commas'),
});

/** Of a suite's keys; not in the keys themselves, since those at the top level stand for a suite only where they are written. */
export const SUITE_DEFAULTS = { name: 'default', kind: 'custom', strip_reasoning: true, max_unscored: 0.05 } as const;

const suiteKeys = {
  name: text
    .optional()
    .meta({ description: 'what the suite is called in the report and by checks', default: SUITE_DEFAULTS.name }),
  kind: z
    .enum(['custom', 'standard'])
    .optional()
    .meta({ description: '`standard` for a public benchmark', default: SUITE_DEFAULTS.kind }),
  eval_set: paths.optional().describe('the examples: what was asked, and what would be right'),
  predictions: paths.optional().describe("the candidate's outputs"),
  base_predictions: paths.optional().describe("the base's outputs; without them nothing can be called a regression"),
  fields: fields
    .optional()
    .describe('keys of rows that are not recognised, such as `{ id: question_id, output: answer }`'),
  strip_reasoning: z.boolean().optional().meta({
    description:
      'drop `<think>…</think>` from outputs before they are scored; where it is never closed, nothing is left',
    default: SUITE_DEFAULTS.strip_reasoning,
  }),
  metrics: z
    .array(metric)
    .optional()
    .describe(
      'what is measured: metric ids, or objects with `name`, options and perhaps an `id` of their own; left out, the references decide',
    ),
  slices: z
    .array(text)
    .optional()
    .describe(
      'fields of the eval set: every metric is measured for each of their values too; left out, `category` and `difficulty` where rows have them',
    ),
  cluster_by: text
    .optional()
    .describe("a field that rows of one origin share, such as a document's id: they are resampled together"),
  stratify_by: text
    .optional()
    .describe(
      'a field each of whose values has a fixed number of rows by design, such as a category: intervals resample within each',
    ),
  max_unscored: fraction.optional().meta({
    description: 'the share of examples that may be without a score of the candidate; more is an error',
    default: SUITE_DEFAULTS.max_unscored,
  }),
};

const suite = z.strictObject({
  ...suiteKeys,
  judge: judgeSchema.optional().describe('as at the top level; it wins over that one for this suite'),
});

const bits = z.number().min(0).max(10_000);
/** Where the levels of the robust definition begin; docs/contamination.md says why they stand where they stand. */
const thresholds = z
  .strictObject({
    near_identical: fraction.default(0.9).describe('the least score of this level'),
    substantial: fraction
      .default(0.65)
      .describe('the least score of this level where the example stands in the row in scattered pieces'),
    substantial_in_one_piece: fraction
      .default(0.38)
      .describe('the same where one piece has `one_piece_words` words or more; in between it falls evenly'),
    one_piece_words: z.number().min(8).max(1000).default(16).describe('words of a piece that is no mere phrase'),
    partial: fraction.default(0.3).describe('the least score of this level'),
    same_numbers: fraction
      .default(0.75)
      .describe('the share of the numbers that must be equal; with fewer the level is `template`'),
    other_words: fraction
      .default(0.05)
      .describe(
        'the share of words that may be missing or added where numbers differ and it is `substantial` all the same',
      ),
    bits: bits.default(28).describe('information that a row must have of an example, where it has a long piece'),
    bits_scattered: bits.default(40).describe('the same where it has scattered pieces and just a `substantial` share'),
    bits_of_all: bits
      .default(20)
      .describe('the same where it has nearly all; examples with less are too short to decide'),
    bits_of_answer: bits.default(45).describe('the same of an answer without its question'),
  })
  .refine(
    ({ near_identical, substantial, substantial_in_one_piece, partial }) =>
      near_identical >= substantial && substantial >= substantial_in_one_piece && substantial_in_one_piece >= partial,
    'near_identical, substantial, substantial_in_one_piece and partial must not rise in this order',
  );

const contamination = z.strictObject({
  training_data: paths
    .optional()
    .describe('what the candidate was trained on; it is searched for rows of the eval set'),
  definition: z
    .enum(['robust', 'ngram'])
    .default('robust')
    .describe('what counts as leaked: `robust` finds edited rows too, `ngram` n-grams of words that stand in one row'),
  n: z.int().min(2).max(50).default(8).describe('words in an n-gram, where `definition` is ngram'),
  min_share: fraction
    .default(0.5)
    .describe(
      "the share of an example's n-grams in one training row at which `substantial` begins, where `definition` is ngram; 0 for any",
    ),
  level: z
    .enum(['identical', 'near_identical', 'substantial', 'partial', 'template'])
    .default('substantial')
    .describe(
      'examples at or above it count in `contamination_rate`, worst first; `ngram` knows substantial and partial',
    ),
  allow: z
    .array(
      z.strictObject({
        suite: text.optional().describe('the suite of the example; left out, whichever has it'),
        id: scalarAsText.describe("the example's id"),
        row: z
          .string()
          .regex(/^r[0-9a-f]{16}$/u, 'must be what contamination.jsonl has under row, such as r4054b170d20c5c81')
          .describe('what contamination.jsonl has under `row`: it changes with the text of the row or the example'),
        reason: text.describe('why it is no leak, for the report'),
      }),
    )
    .default([])
    .describe(
      'leaks that are let pass: each with its `id`, its `row` in contamination.jsonl, a `reason`, and a `suite` where several have the id',
    ),
  known: paths
    .optional()
    .describe('an earlier contamination.jsonl: its leaks are counted apart, and not in `contamination_rate`'),
  thresholds: thresholds
    .prefault({})
    .describe('where levels begin, where `definition` is robust; left out, as they are explained'),
  semantic: semanticSchema
    .optional()
    .describe('a search for paraphrases and translations too, by embeddings; left out, none'),
});

const limit = z.union([z.number(), text]);

const slice = z
  .record(z.string(), scalarAsText)
  .refine((value) => Object.keys(value).length === 1, 'give one key and its value, such as { category: math }');

const check = z
  .strictObject({
    metric: text.describe("a metric's id"),
    suite: text.optional().describe('only this suite; left out, every suite that measures the metric'),
    slice: slice.optional().describe('only these examples: one field and its value, such as `{ category: dates }`'),
    min: limit.optional().describe("the least that the candidate's own value may be"),
    max: limit.optional().describe("the most that the candidate's own value may be"),
    max_regression: limit
      .optional()
      .describe(
        'how far the candidate may fall behind the base; it fails where the drop is beyond that and more than noise',
      ),
    strict: z.boolean().optional().meta({
      description: 'with `max_regression`: the whole interval must be within the limit, or the check is inconclusive',
      default: false,
    }),
  })
  .refine(
    (value) => value.min !== undefined || value.max !== undefined || value.max_regression !== undefined,
    'give min, max or max_regression',
  )
  .refine((value) => value.strict === undefined || value.max_regression !== undefined, 'strict needs max_regression');

const mustNotRegress = z.strictObject({
  tags: z.array(text).min(1).describe('examples with any of these tags'),
  metric: text.optional().describe("the metric whose score may not fall; left out, each suite's first"),
});

const gate = z.strictObject({
  checks: z
    .array(check)
    .optional()
    .describe(
      'the limits; left out, no metric of a suite with a base may drop by more than 0.02 (2 of 100), and no eval row may stand in the training data',
    ),
  must_not_regress: mustNotRegress.optional().describe('examples whose score may not fall at all'),
  on_inconclusive: z
    .enum(['pass', 'warn', 'fail'])
    .default('warn')
    .describe('what an inconclusive verdict does: nothing, a note in the comment, or exit code 1'),
  seed: z.int().min(0).max(Number.MAX_SAFE_INTEGER).default(0).describe('starts every random choice'),
  resamples: z
    .int()
    .min(100)
    .max(1_000_000)
    .default(10_000)
    .describe('of the bootstrap and of the randomisation tests'),
  confidence: z
    .number()
    .min(0.5)
    .max(0.999)
    .default(0.95)
    .describe('of intervals, and of what counts as more than noise'),
  correction: z
    .enum(['holm', 'none'])
    .default('holm')
    .describe('of p-values, over all `max_regression` checks of the run'),
});

export const configSchema = z.strictObject({
  version: z.literal(1).describe('of this format; the one key that must be there'),
  suites: z
    .array(suite)
    .min(1)
    .optional()
    .describe('several eval sets with their predictions; the keys of a single one may stand at the top level'),
  ...suiteKeys,
  judge: judgeSchema
    .optional()
    .describe('asks a model how good answers are, and which one is better; in a suite, for that suite'),
  contamination: contamination.optional().describe('the search for leaked eval rows in the training data'),
  gate: gate.prefault({}).describe('what decides the verdict'),
});

export type ConfigFile = z.output<typeof configSchema>;
export type SuiteKeys = z.output<typeof suite>;
export type ContaminationKeys = z.output<typeof contamination>;

/** What holds where a config says nothing of it. */
export const CONTAMINATION_DEFAULTS = contamination.parse({});
export const DEFINITIONS = contamination.shape.definition.unwrap().options;
export const GATE_DEFAULTS = gate.parse({});

/** The keys of one suite, which may stand at the top level where there is only one. */
export const SUITE_KEYS = Object.keys(suiteKeys) as readonly (keyof typeof suiteKeys)[];
