import { createMetric } from '../../src/metrics/index.js';
import { describeShared, shared } from '../shared.js';
import { evaluate, readCases, row } from './helpers.js';

interface Case {
  readonly id: number;
  readonly y_true: readonly (string | number)[];
  readonly y_pred: readonly (string | number)[];
  readonly labels: readonly unknown[] | null;
  readonly zero_division: 0 | 1 | 'nan';
  readonly digits: number;
  readonly expected: {
    readonly accuracy: number;
    readonly balanced_accuracy: number;
    readonly mcc: number;
    readonly micro: { readonly f1: number };
    readonly macro: { readonly f1: number };
    readonly weighted: { readonly f1: number };
    readonly labels_order: readonly (string | number)[];
    readonly confusion_matrix: readonly (readonly number[])[];
    readonly classification_report: string;
  };
}

/** Labels are text here, stripped, and all that occur count: scikit-learn's defaults on such labels. */
function comparable({ y_true, y_pred }: Case): boolean {
  return [...y_true, ...y_pred].every((label) => typeof label === 'number' || label === label.trim());
}

/** Text sorts "10" before "2"; where the numbers of a case do so too, sums and tables are in the same order. */
function sameOrder({ y_true, y_pred }: Case): boolean {
  const numbers = [...new Set([...y_true, ...y_pred])].filter((label) => typeof label === 'number');
  const asNumbers = [...numbers].sort((a, b) => a - b).join();
  return asNumbers === [...numbers].sort((a, b) => (String(a) < String(b) ? -1 : 1)).join();
}

const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

describeShared('classification against scikit-learn 1.9.1, to the last bit', () => {
  const cases = readCases<Case>(shared('oracles/classification.json')).filter(comparable);
  const rowsOf = ({ y_true, y_pred }: Case) => y_true.map((label, i) => row(String(y_pred[i]), String(label)));
  const value = (name: string, one: Case) => evaluate(createMetric({ name }), rowsOf(one)).value;

  test('accuracy, balanced accuracy and MCC on every case', () => {
    for (const one of cases.filter(sameOrder)) {
      expect([one.id, value('accuracy', one), value('balanced_accuracy', one), value('mcc', one)]).toEqual([
        one.id,
        one.expected.accuracy,
        one.expected.balanced_accuracy,
        one.expected.mcc,
      ]);
    }
    expect(cases.filter(sameOrder)).toHaveLength(181);
  });

  test('counts by label: the confusion matrix, its rows the true labels', () => {
    const whole = cases.filter(({ labels }) => labels === null);
    for (const one of whole) {
      const { sum } = evaluate(createMetric({ name: 'macro_f1' }), rowsOf(one));
      const { labels_order: labels, confusion_matrix: matrix } = one.expected;
      const counts = labels.map((label) => ['tp', 'pred', 'true'].map((kind) => sum.get(`${kind}:${label}`)));
      const expected = matrix.map((own, i) => [own[i]!, total(matrix.map((other) => other[i]!)), total(own)]);
      expect([one.id, counts]).toEqual([one.id, expected]);
    }
    expect(whole).toHaveLength(140);
  });

  test('macro, weighted and micro F1 and the printed report where all labels count', () => {
    // With every label seen on some side F1 is defined, so that zero_division does not matter to it.
    const whole = cases.filter((one) => one.labels === null && sameOrder(one));
    for (const one of whole) {
      expect([one.id, value('macro_f1', one), value('weighted_f1', one), value('micro_f1', one)]).toEqual([
        one.id,
        one.expected.macro.f1,
        one.expected.weighted.f1,
        one.expected.micro.f1,
      ]);
    }
    const printed = whole.filter(({ digits, zero_division }) => digits === 2 && zero_division === 0);
    for (const one of printed) {
      const { details } = evaluate(createMetric({ name: 'macro_f1' }), rowsOf(one));
      expect([one.id, details?.text]).toEqual([one.id, one.expected.classification_report]);
    }
    expect([whole.length, printed.length]).toEqual([140, 46]);
  });
});
