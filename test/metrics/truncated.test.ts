import { createMetric } from '../../src/metrics/index.js';
import { evaluate, row, statistics } from './helpers.js';

const metric = createMetric({ name: 'truncated' });

/** A row of outputs with these reasons; undefined: the row does not say. */
function stopped(...reasons: readonly (string | undefined)[]) {
  const plain = row([], []);
  const outputs = reasons.map((finishReason) => ({
    text: 'x',
    unclosedReasoning: false,
    ...(finishReason === undefined ? {} : { finishReason }),
  }));
  return { ...plain, prediction: { ...plain.prediction, outputs } };
}

test.each([
  ['length', 1],
  ['max_tokens', 1],
  ['MAX_TOKENS', 1],
  ['max_output_tokens', 1],
  ['model_length', 1],
  ['stop', 0],
  ['eos_token', 0],
  ['end_turn', 0],
  ['content_filter', 0],
  ['', 0],
])('%s is %d', (reason, value) => {
  expect(evaluate(metric, [stopped(reason)]).value).toBe(value);
});

test('a row that does not say why is unscored, be its text as it may', () => {
  expect(statistics(metric, stopped(undefined)).unscored).toBe('the prediction has no finish_reason');
  expect(statistics(metric, stopped('stop', undefined)).unscored).toBe('the prediction has no finish_reason');
  expect(statistics(metric, row('and then the', 'x')).unscored).toBe('the prediction has no finish_reason');
});

test('samples are averaged, and less is better', () => {
  expect(evaluate(metric, [stopped('stop', 'length'), stopped('length')]).value).toBe(0.75);
  expect(metric.direction).toBe('lower');
});
