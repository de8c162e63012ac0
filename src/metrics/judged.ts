import type { Prediction } from '../data/types.js';
import type { Measured, Metric, Unit } from './metric.js';

/** What a judge said of one prediction: a number, or why there is none. */
export type Judgment = number | { readonly unscored: string };

/**
 * The mean of judgments that were made before: metrics do no I/O, so what a judge said reaches its metric as a value.
 * @param spec.judgments by prediction, since a row does not say which model it is of
 */
export function judgedMetric(spec: {
  readonly id: string;
  readonly unit: Unit;
  readonly range: readonly [number, number];
  readonly recipe: string;
  readonly caution?: string;
  readonly judgments: ReadonlyMap<Prediction, Judgment>;
}): Metric {
  const { judgments, ...rest } = spec;
  return {
    ...rest,
    direction: 'higher',
    linear: true,
    prepare: () => ({ columns: ['score'] }),
    measure: ({ prediction }) => measured(judgments.get(prediction)),
    aggregate: (sum, weight) => sum[0]! / weight,
  };
}

function measured(judgment: Judgment | undefined): Measured {
  if (judgment === undefined) return { unscored: 'it was not judged' };
  return typeof judgment === 'number' ? { columns: [0], values: [judgment], unparsed: false } : judgment;
}
