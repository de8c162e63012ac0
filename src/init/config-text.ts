import type { Choice } from './choose.js';
import { scalar } from './yaml-text.js';

/** Where a starter expects the files that were not found. */
export const EXPECTED = {
  evalSet: 'eval/*.jsonl',
  candidate: 'out/candidate.jsonl',
  base: 'out/base.jsonl',
} as const;

/** A commented eval-gate.yml for these files. It names what exists, and explains the rest in comments. */
export function configText(choice: Choice): string {
  const sections = [header(choice), suiteText(choice), contaminationText(choice), gateText(choice)];
  return `${sections.join('\n\n')}\n`;
}

function header({ others }: Choice): string {
  const lines = ['# What eval-gate compares, and what it checks. Paths are relative to this file.', 'version: 1'];
  if (others.length === 0) return lines.join('\n');
  // A comment ends with its line, and a file name may hold a line break.
  const names = others.map((path) => scalar(path)).join(', ');
  return [lines[0], `# Found too, and not named here: ${names}`, lines[1]].join('\n');
}

function suiteText(choice: Choice): string {
  const { evalSet, candidate, base, guessed, slices } = choice;
  const rows = choice.examples === null ? ', with "id", "prompt" and "reference"' : ` (${choice.examples} here)`;
  return [
    `# The eval set: one row an example${rows}.`,
    paths('eval_set', evalSet.length > 0 ? evalSet : [EXPECTED.evalSet]),
    '',
    `# What the fine-tuned model answered${candidate === null ? ': rows with "id" and "output"' : ''}.`,
    ...(guessed
      ? ['# The file names do not say which model is the base: swap the two lines if they are the wrong way round.']
      : []),
    `predictions: ${scalar(candidate ?? EXPECTED.candidate)}`,
    ...baseText(candidate, base),
    '',
    '# Without this line metrics are chosen from the references, and the report says which.',
    choice.metrics.length === 0 ? '# metrics: [exact_match]' : `metrics: [${choice.metrics.join(', ')}]`,
    ...(slices.length === 0
      ? []
      : [
          '',
          '# Every metric is shown for each value of these fields as well.',
          `slices: [${slices.map(({ field }) => field).join(', ')}]`,
        ]),
  ].join('\n');
}

function baseText(candidate: string | null, base: string | null): string[] {
  // Without any predictions the workflow's predict job writes both files.
  if (base !== null || candidate === null) return [`base_predictions: ${scalar(base ?? EXPECTED.base)}`];
  return [
    '# What the model that it was fine-tuned from answered. Without it nothing can be called a regression.',
    `# base_predictions: ${EXPECTED.base}`,
  ];
}

function contaminationText({ trainingData }: Choice): string {
  const why = '# Are rows of the eval set in the data that the model was trained on?';
  if (trainingData.length > 0) return [why, 'contamination:', indent(paths('training_data', trainingData))].join('\n');
  return [why, '# contamination:', '#   training_data: data/train/*.jsonl'].join('\n');
}

function gateText({ slices: [slice], metrics: [metric = 'exact_match'] }: Choice): string {
  return [
    'gate:',
    '  # The same inputs and seed give the same report.',
    '  seed: 0',
    '  # Without checks no headline metric may drop by more than 0.02 (2 on a scale of 100) beyond what noise explains,',
    '  # and no eval row may stand in the training data. Checks of your own replace both:',
    '  # checks:',
    `  #   - { metric: ${metric}, max_regression: "2%" } # 2% of the base's value`,
    ...(slice === undefined
      ? []
      : [`  #   - { metric: ${metric}, slice: { ${slice.field}: ${scalar(slice.value)} }, max_regression: "5%" }`]),
    '  #   - { metric: contamination_rate, max: 0 }',
  ].join('\n');
}

function paths(key: string, values: readonly string[]): string {
  return values.length === 1
    ? `${key}: ${scalar(values[0]!)}`
    : [`${key}:`, ...values.map((value) => `  - ${scalar(value)}`)].join('\n');
}

function indent(text: string): string {
  return text.replace(/^/gmu, '  ');
}
