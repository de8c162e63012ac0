import { z } from 'zod';
import { TerWords, terEdits } from '../text/index.js';
import { define } from './define.js';
import type { Layout } from './metric.js';
import { recipe } from './recipe.js';
import { againstReferences, isEmpty, ofReferences } from './samples.js';

const LAYOUT: Layout = { columns: ['edits', 'reference_length'] };
const BOTH = [0, 1];

/**
 * Translation Edit Rate (Snover et al. 2006): edits per 100 reference words, less is better, equal to sacrebleu 2.6.0's
 * TER. Of several references the one with the fewest edits counts, over the mean of their lengths.
 */
export const ter = define(
  { name: 'ter', about: 'edits that turn the output into the reference, per 100 words of it' },
  {
    normalized: z.boolean().default(false).describe('marks become words'),
    no_punct: z.boolean().default(false).describe('marks are dropped'),
    asian_support: z
      .boolean()
      .default(false)
      .describe('Chinese and Japanese characters too, for the two above; alone it does nothing'),
    case_sensitive: z.boolean().default(false).describe('compare with regard to case'),
  },
  (id, { normalized, no_punct: noPunct, asian_support: asianSupport, case_sensitive: caseSensitive }) => {
    const words = new TerWords({ normalized, noPunct, asianSupport, caseSensitive });
    const referenceWords = ofReferences((references) =>
      references.map((reference) => words.tokenizeReference(reference)),
    );
    const parameters = {
      case: caseSensitive ? 'mixed' : 'lc',
      tok: 'tercom',
      norm: normalized,
      punct: !noPunct,
      asian: asianSupport,
    };
    return {
      id,
      recipe: recipe('ter', parameters, 'sacrebleu:2.6.0'),
      unit: 'percent',
      direction: 'lower',
      range: [0, null],
      linear: false,
      prepare: () => LAYOUT,
      measure: (row) =>
        againstReferences(row, (text) => {
          const output = words.tokenize(text);
          const references = referenceWords(row);
          const edits = Math.min(...references.map((reference) => terEdits(output, reference)));
          const lengths = references.reduce((sum, { length }) => sum + length, 0);
          return { columns: BOTH, values: [edits, lengths / references.length], unparsed: isEmpty(text) };
        }),
      aggregate: (sum) => editRate(sum[0]!, sum[1]!),
      details: (sum) => ({ values: { edits: sum[0]!, reference_length: sum[1]! } }),
    };
  },
);

/** 100 for words against nothing, 0 for nothing against nothing, as sacrebleu has it. */
function editRate(edits: number, referenceLength: number): number {
  if (referenceLength > 0) return 100 * (edits / referenceLength);
  return edits > 0 ? 100 : 0;
}
