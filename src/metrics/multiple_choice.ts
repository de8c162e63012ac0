import type { Example } from '../data/types.js';
import { strip } from '../text/index.js';
import { loneLabel, readChoice } from './choice_reader.js';
import { type Choices, choicesOf, comparable } from './choices.js';
import { define } from './define.js';
import { recipe } from './recipe.js';
import { againstReferences, meanMetric, scored } from './samples.js';

/**
 * 1 where the output names the choice that any reference names: by its label alone, by `answer is (X)` as in MMLU-Pro, or
 * by its text. An output that names no choice, or several, is wrong and unparsed.
 */
export const multipleChoice = define(
  { name: 'multiple_choice', about: '1 where the output names the same choice as the reference' },
  {},
  (id) =>
    meanMetric({ id, recipe: recipe('multiple_choice', { read: 'label,answer_is,text' }, 'eval-gate') }, (row) => {
      const { example } = row;
      const choices = choicesOf(example.fields);
      const expected = example.references
        .map((reference) => expectedChoice(reference, example, choices))
        .filter((choice) => choice !== null);
      if (example.references.length > 0 && expected.length === 0) {
        return { unscored: 'the reference names none of the choices' };
      }
      return againstReferences(row, (text) => {
        const given = readChoice(text, choices.list);
        return given === null ? scored(0, true) : scored(expected.includes(given) ? 1 : 0);
      });
    }),
);

/**
 * The position of the choice that a reference names. A whole number is a position from 0 where the choices have no labels
 * of their own, unless it was written as a text and is the text of a choice.
 */
function expectedChoice(reference: string, example: Example, choices: Choices): number | null {
  const number = choices.numbered && /^\d{1,2}$/.test(strip(reference)) ? Number(reference) : null;
  const asPosition = number !== null && number < choices.list.length ? number : null;
  if (asPosition !== null && isNumberInRow(reference, example)) return asPosition;
  const label = loneLabel(reference, choices.list);
  if (label !== null) return label;
  const wanted = comparable(reference);
  const text = choices.list.findIndex((choice) => wanted !== '' && comparable(choice.text) === wanted);
  if (text >= 0) return text;
  return asPosition ?? readChoice(reference, choices.list);
}

/** References are texts by now; the row still knows whether this one was a number. */
function isNumberInRow(reference: string, { fields }: Example): boolean {
  const same = Object.keys(fields)
    .filter((key) => key !== 'id')
    .map((key) => fields[key]!)
    .filter((value) => (typeof value === 'number' || typeof value === 'string') && String(value) === reference);
  return same.length > 0 && same.every((value) => typeof value === 'number');
}
