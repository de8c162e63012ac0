import { z } from 'zod';
import { define } from './define.js';
import type { Metric } from './metric.js';
import { type NumberRead, answerNumber, filtered, harnessAnswer } from './numeric/index.js';
import { recipe } from './recipe.js';
import { againstReferences, meanMetric, scored } from './samples.js';

/**
 * 1 where the output's number equals that of any reference. `auto` compares exact decimals; `strict` and `flexible` are
 * lm-evaluation-harness's two GSM8K filters, compared as it does.
 */
export const numericMatch = define(
  { name: 'numeric_match', about: "1 where the output's number equals that of any reference" },
  {
    extract: z
      .enum(['auto', 'strict', 'flexible'])
      .default('auto')
      .describe('how the number is found: by rules for any text, or as a GSM8K filter of lm-evaluation-harness does'),
  },
  (id, { extract }) => (extract === 'auto' ? auto(id) : asHarness(id, extract)),
);

function auto(id: string): Metric {
  return meanMetric({ id, recipe: recipe('numeric_match', { extract: 'auto' }, 'eval-gate:exact-decimals') }, (row) => {
    const expected = row.example.references.map(answerNumber).filter((number) => number !== null);
    if (row.example.references.length > 0 && expected.length === 0) {
      return { unscored: 'the reference holds no number' };
    }
    return againstReferences(row, (text) => {
      const given = answerNumber(text);
      if (given === null) return scored(0, true);
      return scored(expected.some((number) => sameNumber(given, number)) ? 1 : 0);
    });
  });
}

/** A percent sign or a scale word on one side only may be read either way: 50% equals 50 and 0.5. */
function sameNumber(a: NumberRead, b: NumberRead): boolean {
  if (a.scaled !== null && b.scaled !== null) return a.scaled === b.scaled;
  return a.face === b.face || a.scaled === b.face || a.face === b.scaled;
}

function asHarness(id: string, extract: 'strict' | 'flexible'): Metric {
  const identity = { id, recipe: recipe('numeric_match', { extract }, 'lm-evaluation-harness:4e7e0d47') };
  return meanMetric(identity, (row) => {
    const expected = row.example.references.map(harnessAnswer);
    return againstReferences(row, (text) => {
      const found = filtered(text, extract);
      if (found === null) return scored(0, true);
      return scored(expected.includes(harnessAnswer(found)) ? 1 : 0);
    });
  });
}
