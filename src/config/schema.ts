import { z } from 'zod';
import { judgeSchema } from './judge.js';

/** eval-gate.yml as written: every key of the contract that this version knows, and no other. */

const text = z.string().min(1);
const paths = z.union([text, z.array(text).min(1)]).transform((value) => (typeof value === 'string' ? [value] : value));
const scalarAsText = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const fraction = z.number().min(0).max(1);

const metric = z.union([
  text.transform((name) => ({ name })),
  z
    .looseObject({ name: text, id: text.optional() })
    .transform(({ id, ...rest }) => (id === undefined ? rest : { ...rest, id })),
]);

const fields = z.strictObject({
  id: text.optional(),
  prompt: text.optional(),
  messages: text.optional(),
  reference: text.optional(),
  references: text.optional(),
  output: text.optional(),
  category: text.optional(),
  difficulty: text.optional(),
  tags: text.optional(),
});

const suiteKeys = {
  name: text.optional(),
  kind: z.enum(['custom', 'standard']).optional(),
  eval_set: paths.optional(),
  predictions: paths.optional(),
  base_predictions: paths.optional(),
  fields: fields.optional(),
  strip_reasoning: z.boolean().optional(),
  metrics: z.array(metric).optional(),
  slices: z.array(text).optional(),
  cluster_by: text.optional(),
  max_unscored: fraction.optional(),
};

const suite = z.strictObject({ ...suiteKeys, judge: judgeSchema.optional() });

const contamination = z.strictObject({
  training_data: paths.optional(),
  definition: z.enum(['ngram']).optional(),
  n: z.int().min(2).max(50).optional(),
  level: z.enum(['partial', 'substantial']).optional(),
});

const limit = z.union([z.number(), text]);

const slice = z
  .record(z.string(), scalarAsText)
  .refine((value) => Object.keys(value).length === 1, 'give one key and its value, such as { category: math }');

const check = z
  .strictObject({
    metric: text,
    suite: text.optional(),
    slice: slice.optional(),
    min: limit.optional(),
    max: limit.optional(),
    max_regression: limit.optional(),
    strict: z.boolean().optional(),
  })
  .refine(
    (value) => value.min !== undefined || value.max !== undefined || value.max_regression !== undefined,
    'give min, max or max_regression',
  )
  .refine((value) => value.strict === undefined || value.max_regression !== undefined, 'strict needs max_regression');

const mustNotRegress = z.strictObject({ tags: z.array(text).min(1), metric: text.optional() });

const gate = z.strictObject({
  seed: z.int().min(0).max(Number.MAX_SAFE_INTEGER).optional(),
  resamples: z.int().min(100).max(1_000_000).optional(),
  confidence: z.number().min(0.5).max(0.999).optional(),
  correction: z.enum(['holm', 'none']).optional(),
  on_inconclusive: z.enum(['pass', 'warn', 'fail']).optional(),
  checks: z.array(check).optional(),
  must_not_regress: mustNotRegress.optional(),
});

export const configSchema = z.strictObject({
  version: z.literal(1),
  suites: z.array(suite).min(1).optional(),
  ...suiteKeys,
  judge: judgeSchema.optional(),
  contamination: contamination.optional(),
  gate: gate.optional(),
});

export type ConfigFile = z.output<typeof configSchema>;
export type SuiteKeys = z.output<typeof suite>;

/** The keys of one suite, which may stand at the top level where there is only one. */
export const SUITE_KEYS = Object.keys(suiteKeys) as readonly (keyof typeof suiteKeys)[];

/** The JSON Schema of eval-gate.yml, for editors. */
export function configJsonSchema(): object {
  return z.toJSONSchema(configSchema, { io: 'input', target: 'draft-2020-12' });
}
