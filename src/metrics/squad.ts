import { z } from 'zod';
import { normalizeAnswer, split } from '../text/index.js';
import { define } from './define.js';
import { recipe } from './recipe.js';
import { againstReferences, isEmpty, meanMetric, ofReferences, scored } from './samples.js';

/** The two evaluation scripts: v1.1 by default, and v2, which knows questions without an answer. */
const version = z
  .literal([1.1, 2])
  .default(1.1)
  .describe('which evaluation script; in 2 an empty reference means that there is no answer');
const REFERENCE = 'evaluate:a7dd3383';

/** 1 where output and any reference are equal once normalised (lowercase, no ASCII punctuation, no articles). */
export const squadEm = define(
  { name: 'squad_em', about: "exact match after SQuAD's normalisation" },
  { version },
  (id, options) => {
    const golds = answers(options.version);
    return meanMetric({ id, recipe: recipe('squad_em', { version: options.version }, REFERENCE) }, (row) =>
      againstReferences(row, (text) => {
        const given = normalizeAnswer(text);
        const hit = golds(row).includes(given);
        return scored(hit ? 1 : 0, !hit && isEmpty(text));
      }),
    );
  },
);

/** The best F1 over references between the bags of normalised words. */
export const squadF1 = define(
  { name: 'squad_f1', about: "F1 of the bags of words after SQuAD's normalisation" },
  { version },
  (id, options) => {
    const golds = answers(options.version);
    return meanMetric({ id, recipe: recipe('squad_f1', { version: options.version }, REFERENCE) }, (row) =>
      againstReferences(row, (text) => {
        const given = split(normalizeAnswer(text));
        const best = Math.max(...golds(row).map((gold) => wordF1(given, split(gold), options.version)));
        return scored(best, best === 0 && isEmpty(text));
      }),
    );
  },
);

/** Normalised references; v2 leaves out the empty ones unless all are. */
function answers(squadVersion: 1.1 | 2) {
  return ofReferences((references) => {
    const normal = references.map(normalizeAnswer);
    const answered = squadVersion === 2 ? normal.filter((answer) => answer !== '') : normal;
    return answered.length === 0 ? [''] : answered;
  });
}

function wordF1(given: readonly string[], gold: readonly string[], squadVersion: 1.1 | 2): number {
  if (squadVersion === 2 && (given.length === 0 || gold.length === 0)) return given.length === gold.length ? 1 : 0;
  const left = new Map<string, number>();
  for (const word of gold) left.set(word, (left.get(word) ?? 0) + 1);
  let same = 0;
  for (const word of given) {
    const count = left.get(word) ?? 0;
    if (count === 0) continue;
    same++;
    left.set(word, count - 1);
  }
  if (same === 0) return 0;
  const precision = same / given.length;
  const recall = same / gold.length;
  return (2 * precision * recall) / (precision + recall);
}
