import { classificationReport } from './classification_report.js';
import { define, type Definition } from './define.js';
import { balancedAccuracy, f1Of, macroMean, matthews, weightedMean } from './figures.js';
import {
  type LabelCounts,
  type LabelLayout,
  countsByLabel,
  labelLayout,
  measureLabels,
  narrowLabels,
} from './labels.js';
import type { Metric } from './metric.js';
import { recipe } from './recipe.js';

function classifier(
  name: string,
  about: string,
  value: (counts: LabelCounts) => number,
  { range = [0, 1] }: { range?: readonly [number, number] } = {},
): Definition {
  return define({ name, about }, {}, (id): Metric<LabelLayout> => ({
    ...common(id, name, range),
    linear: false,
    aggregate: (sum, _weight, layout) => value(countsByLabel(sum, layout)),
  }));
}

/** With one label per row and all labels counted, micro F1 is accuracy: both are the mean of `correct`. */
function meanOfCorrect(name: string, about: string): Definition {
  return define({ name, about }, {}, (id): Metric<LabelLayout> => ({
    ...common(id, name, [0, 1]),
    linear: true,
    aggregate: (sum, weight) => sum[0]! / weight,
  }));
}

type Common = Omit<Metric<LabelLayout>, 'linear' | 'aggregate'>;

function common(id: string, name: string, range: readonly [number, number]): Common {
  return {
    id,
    recipe: recipe(name, { labels: 'seen', zero_division: 0 }, 'scikit-learn:1.9.1'),
    unit: 'fraction',
    direction: 'higher',
    range,
    textsOnly: true,
    prepare: labelLayout,
    measure: measureLabels,
    narrow: narrowLabels,
    details: (sum, _weight, layout) => classificationReport(countsByLabel(sum, layout), layout.labels),
  };
}

export const accuracy = meanOfCorrect('accuracy', 'the share of outputs that are the right label');
export const microF1 = meanOfCorrect('micro_f1', "F1 over all labels' counts: with one label a row it is accuracy");
export const macroF1 = classifier('macro_f1', "the plain mean of the labels' F1", (counts) => macroMean(counts, f1Of));
export const weightedF1 = classifier('weighted_f1', "the labels' F1, weighed by how often each is true", (counts) =>
  weightedMean(counts, f1Of),
);
export const balancedAccuracyMetric = classifier(
  'balanced_accuracy',
  'the mean recall of the labels that are true somewhere',
  balancedAccuracy,
);
export const mcc = classifier('mcc', "Matthews' correlation coefficient of the labels", matthews, { range: [-1, 1] });
