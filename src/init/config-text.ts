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
  const count = choice.examples === null ? '' : ` (${choice.examples} here)`;
  return [
    `# The eval set: one row an example${count}, with "id", "prompt" and "reference".`,
    paths('eval_set', evalSet.length > 0 ? evalSet : [EXPECTED.evalSet]),
    '',
    '# What the fine-tuned model answered: rows with "id" and "output".',
    ...(guessed
      ? ['# The file names do not say which model is the base: swap the two lines if they are the wrong way round.']
      : []),
    `predictions: ${scalar(candidate ?? EXPECTED.candidate)}`,
    ...baseText(candidate, base),
    '',
    '# Left out, metrics are chosen from the references, and the report says which. To choose them yourself:',
    '# metrics: [exact_match, rougeL]',
    ...(slices.length === 0
      ? []
      : [
          '',
          '# Every metric is shown for each value of these fields as well.',
          `slices: [${slices.map(scalar).join(', ')}]`,
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

function gateText({ slices }: Choice): string {
  const slice = slices[0] === undefined ? '' : `slice: { ${slices[0]}: … }, `;
  return [
    'gate:',
    '  # The same inputs and seed give the same report.',
    '  seed: 0',
    '  # Without checks no headline metric may drop by more than 0.02 (2 on a scale of 100) beyond what noise explains,',
    '  # and no eval row may stand in the training data. Checks of your own replace both:',
    '  # checks:',
    '  #   - { metric: exact_match, min: 0.35, max_regression: 0.02 }',
    ...(slice === '' ? [] : [`  #   - { metric: exact_match, ${slice}max_regression: 0.05 }`]),
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
