import { loadSuite } from '../../src/data/index.js';
import type { SuiteRows } from '../../src/data/types.js';
import { rowsBytes, rowsJsonl, scoreSuite, type ScoredMetric } from '../../src/measures/index.js';
import { loadMetric } from '../../src/metrics/index.js';
import { withFiles } from '../temp.js';

/** The suite of some labels, and its scores: read as columns, or as rows since they have one key more. */
function scoredLabels(
  labels: readonly (readonly [reference: string, output: string])[],
  more: '' | ',"more":1',
): Promise<{ rows: SuiteRows; scored: ScoredMetric[] }> {
  const lines = (key: string, which: 0 | 1) =>
    labels.map((pair, id) => `{"id":${String(id)},"${key}":"${pair[which]}"${more}}\n`).join('');
  const files = { 'e.jsonl': lines('reference', 0), 'c.jsonl': lines('output', 1), 'b.jsonl': lines('output', 0) };
  return withFiles(files, async (folder) => {
    const paths = (pattern: string) => [{ pattern, baseDir: folder, place: {}, trusted: true }];
    const source = { evalSet: paths('e.jsonl'), predictions: paths('c.jsonl'), basePredictions: paths('b.jsonl') };
    const access = { workingDirectory: folder, root: null };
    const rows = await loadSuite({ name: 's', ...source, fields: {}, stripReasoning: true }, access);
    const scored: ScoredMetric[] = [];
    for (const name of ['accuracy', 'macro_f1', 'exact_match']) {
      scored.push(scoreSuite(await loadMetric({ name }), rows, scored));
    }
    return { rows, scored };
  });
}

const textOf = (pieces: Iterable<Uint8Array>) => Array.from(pieces, (piece) => Buffer.from(piece).toString()).join('');

test('the bytes of rows.jsonl are those that one writes by hand', async () => {
  const { rows, scored } = await scoredLabels([['a', 'b'], [' a', '']], ''); // prettier-ignore
  const text = textOf(rowsBytes('s"', rows.columns!, scored.slice(0, 1)));
  expect(text.split('\n')).toEqual([
    '{"suite":"s\\"","id":"0","model":"candidate","metric":"accuracy","stats":{"pred:b":1,"true:a":1},"score":0}',
    '{"suite":"s\\"","id":"0","model":"base","metric":"accuracy","stats":{"correct":1,"tp:a":1,"pred:a":1,"true:a":1},"score":1}',
    '{"suite":"s\\"","id":"1","model":"candidate","metric":"accuracy","stats":{"pred:":1,"true:a":1},"score":0,"unparsed":true}',
    '{"suite":"s\\"","id":"1","model":"base","metric":"accuracy","stats":{"correct":1,"tp:a":1,"pred:a":1,"true:a":1},"score":1}',
    '',
  ]);
});

test('pairs of labels measured once score as rows measured one by one, and their lines are the same', async () => {
  const words = ['yes', 'no', ' yes', '', 'perhaps'];
  const labels = Array.from({ length: 6000 }, (_, i) => [words[i % 3]!, words[(i * i) % 5]!] as const);
  const [columns, objects] = [await scoredLabels(labels, ''), await scoredLabels(labels, ',"more":1')];
  expect(columns.rows.columns).toBeDefined();
  expect(objects.rows.columns).toBeUndefined();
  for (const [i, { candidate, base, layout }] of columns.scored.entries()) {
    expect(layout.columns).toEqual(objects.scored[i]!.layout.columns);
    expect({ ...candidate }).toEqual({ ...objects.scored[i]!.candidate });
    expect({ ...base }).toEqual({ ...objects.scored[i]!.base });
  }
  const lines = [...rowsJsonl('s', objects.rows, objects.scored)];
  expect(textOf(rowsBytes('s', columns.rows.columns!, columns.scored)) === `${lines.join('\n')}\n`).toBe(true);
});
