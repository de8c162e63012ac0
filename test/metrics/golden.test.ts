import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createMetric } from '../../src/metrics/index.js';
import { evaluate, nearly, readCases, row } from './helpers.js';

/** Values of the reference implementations on texts of our own: test/golden/generate.py. */
const golden = (name: string): string => join(import.meta.dirname, '../golden', name);
const pairs = readCases<{ output: string; references: string[] }>(golden('pairs.json'));
const rowOf = (index: number) => row(pairs[index]!.output, pairs[index]!.references);

type Options = Readonly<Record<string, unknown>>;
const OVERLAP = ['bleu', 'chrf', 'nltk_bleu'] as const;
interface OverlapFile {
  readonly runs: Record<(typeof OVERLAP)[number], Options[]>;
  readonly cases: (Record<(typeof OVERLAP)[number], number[]> & { readonly pairs: number[] })[];
}

describe('texts of our own against the reference implementations', () => {
  const { runs, cases } = JSON.parse(readFileSync(golden('overlap.json'), 'utf8')) as OverlapFile;

  test.each(OVERLAP.flatMap((name) => runs[name].map((options, run) => ({ name, options, run }))))(
    '$name $options on every pair and corpus',
    ({ name, options, run }) => {
      const metric = createMetric({ name, ...options });
      for (const one of cases) {
        const { value } = evaluate(metric, one.pairs.map(rowOf));
        const expected = one[name][run]!;
        const same = name === 'chrf' ? value === expected : nearly(value, expected);
        expect([one.pairs, value, same]).toEqual([one.pairs, value, true]);
      }
      expect(cases).toHaveLength(pairs.length + 6);
    },
  );

  const { names } = JSON.parse(readFileSync(golden('rouge.json'), 'utf8')) as { names: string[] };
  const rouge = readCases<Record<'stem' | 'nostem', number[][]> & { pair: number }>(golden('rouge.json'));
  test.each(names.flatMap((name, i) => [true, false].map((stemmer) => ({ name, i, stemmer }))))(
    '$name, stemmer $stemmer',
    ({ name, i, stemmer }) => {
      const metric = createMetric({ name, stemmer });
      for (const one of rouge) {
        const { value, details } = evaluate(metric, [rowOf(one.pair)]);
        const { precision, recall } = details!.values!;
        expect([one.pair, precision, recall, value]).toEqual([one.pair, ...one[stemmer ? 'stem' : 'nostem'][i]!]);
      }
    },
  );
});

type Figures = Readonly<Record<string, number | string>> & { readonly report: string };
interface LabelCase {
  readonly references: string[];
  readonly outputs: string[];
  readonly weights: number[];
  readonly whole: Figures;
  readonly weighted: Figures;
}

describe('label metrics against scikit-learn, whole and on a weighted part', () => {
  const FIGURES = ['accuracy', 'macro_f1', 'weighted_f1', 'micro_f1', 'balanced_accuracy', 'mcc'];
  const cases = readCases<LabelCase>(golden('labels.json'));

  test.each(cases.map((one, index) => ({ ...one, index })))(
    'set $index',
    ({ references, outputs, weights, whole, weighted }) => {
      const rows = outputs.map((output, i) => row(output, references[i]!));
      for (const name of FIGURES) {
        const metric = createMetric({ name });
        expect([name, evaluate(metric, rows).value]).toEqual([name, whole[name]]);
        const part = evaluate(metric, rows, weights).value;
        expect([name, part]).toEqual([name, weighted[name]]);
      }
    },
  );

  test('the report is the one that scikit-learn prints, for up to 100 labels', () => {
    for (const { references, outputs, weights, whole, weighted } of cases) {
      const rows = outputs.map((output, i) => row(output, references[i]!));
      const metric = createMetric({ name: 'accuracy' });
      const many = new Set([...references, ...outputs]).size > 100;
      expect(evaluate(metric, rows).details?.text).toBe(many ? undefined : whole.report);
      if (!many) expect(evaluate(metric, rows, weights).details?.text).toBe(weighted.report);
    }
  });
});
