import { z } from 'zod';

/** `contamination.semantic` in report.json. */

const count = z.int().min(0);
const cost = z.number().nullable().describe('in the currency of the prices; null where there are none');
const models = z.array(z.string()).describe('as the server named it');
const taken = { calls: count, input_tokens: count, untold: count.describe('calls whose tokens are not known'), cost };

export const meaning = z
  .looseObject({
    model: z.string(),
    models,
    examples: count.describe('that were looked for: decidable, and not leaked by their text'),
    rows: z.looseObject({ total: count, embedded: count, left_out: count }),
    failed: z.looseObject({ examples: count, rows: count }).describe('whose texts could not be embedded'),
    min_similarity: z.number(),
    embedding: z.looseObject({ ...taken, cached: count.describe('texts found in the cache') }),
    confirmation: z
      .looseObject({
        model: z.string(),
        models,
        pairs: count.describe('that the judge was asked about, or had been before'),
        confirmed: count,
        failed: count,
        ...taken,
        output_tokens: count,
        cached: count,
      })
      .nullable()
      .describe('null where no judge was asked'),
    stopped: z.string().nullable().describe('why it ended early'),
    similar_total: count,
    similar: z.array(
      z.looseObject({
        suite: z.string(),
        id: z.string(),
        file: z.string(),
        line: z.int().min(1),
        row_group: z.exactOptional(z.int().min(1)),
        field: z.exactOptional(z.string()),
        row: z.string().describe('what the pair is known by; contamination.allow takes it'),
        similarity: z.number().describe('cosine'),
        verdict: z.enum(['same', 'different', 'failed', 'not_asked']).describe('what the judge said'),
        text: z.string(),
        row_text: z.string(),
      }),
    ),
  })
  .describe('what a search by meaning found and took; left out where none is configured');
