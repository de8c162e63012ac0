import { didYouMean, nearest } from '../../src/nearest.js';

test.each([
  ['metrcs', ['metrics', 'slices'], 'metrics'],
  ['exat_match', ['exact_match', 'regex_match'], 'exact_match'],
  ['rougel', ['rouge1', 'rougeL'], 'rougeL'],
  ['acuracy', ['accuracy'], 'accuracy'],
  ['fomrat', ['format'], 'format'],
  ['completely different', ['accuracy'], null],
  ['x', [], null],
])('%s among %j is %s', (name, known, expected) => {
  expect(nearest(name, known)).toBe(expected);
});

test('says the known names where none is near and they are few', () => {
  expect(didYouMean('zzzzzzzz', ['a', 'b'])).toBe('; known are a, b');
  expect(didYouMean('acuracy', ['accuracy'])).toBe('; did you mean "accuracy"?');
});
