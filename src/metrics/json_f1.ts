import { Vocabulary } from '../text/index.js';
import { define } from './define.js';
import { parseJson } from './json.js';
import { compareFields, type Fields, fieldsOf } from './json_match.js';
import type { Measured, MetricRow } from './metric.js';
import { recipe } from './recipe.js';
import { againstReferences, meanMetric, ofReferences, type Sample } from './samples.js';

const COLUMNS = [0, 1, 2];
const NOTHING: readonly number[] = [0, 0, 0];

/**
 * F1 over the leaves of two JSON values: members of objects match by name, items of lists in the order that shares most,
 * leaves where type and value are equal. The mean over examples, each with its best reference.
 */
export const jsonF1 = define({ name: 'json_f1', about: 'F1 of the fields of JSON, lists without order' }, {}, (id) => {
  const keys = new Vocabulary();
  const read = (text: string): Fields | null => {
    const parsed = parseJson(text);
    return parsed === null ? null : fieldsOf(parsed.value, keys);
  };
  const wanted = ofReferences((references) => references.flatMap((reference) => read(reference) ?? []));
  return meanMetric(
    { id, recipe: recipe('json_f1', { lists: 'unordered', average: 'examples' }, 'leaf-assignment') },
    (row) => measure(row, wanted(row), read),
    ['precision', 'recall'],
  );
});

function measure(row: MetricRow, wanted: readonly Fields[], read: (text: string) => Fields | null): Measured {
  if (row.example.references.length > 0 && wanted.length === 0) {
    return { unscored: 'the reference is not JSON, or nested deeper than 200 levels' };
  }
  let tooLong = false as boolean; // set inside the callback, which TypeScript does not follow
  const measured = againstReferences(row, (text): Sample => {
    const output = read(text);
    let best = NOTHING;
    for (const reference of output === null ? [] : wanted) {
      const scores = f1(output!, reference);
      if (scores === null) tooLong = true;
      else if (scores[0]! > best[0]!) best = scores;
    }
    return { columns: COLUMNS, values: best, unparsed: output === null };
  });
  return tooLong ? { unscored: 'its lists are too long to be compared without their order' } : measured;
}

/** [F1, precision, recall], or null. */
function f1(output: Fields, reference: Fields): readonly number[] | null {
  const counts = compareFields(output, reference);
  if (counts === null) return null;
  const { hits } = counts;
  return [(2 * hits) / (counts.output + counts.reference), hits / counts.output, hits / counts.reference];
}
