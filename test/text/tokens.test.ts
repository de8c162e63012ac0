import { join } from 'node:path';
import { TOKENIZERS, type TokenizerName, tokenIds, tokenize, Vocabulary } from '../../src/text/index.js';
import { readCases } from '../metrics/helpers.js';

/** sacrebleu's tokens of every run of telling characters: test/golden/generate_tokens.py. */
const cases = readCases<{ readonly text: string } & Record<TokenizerName, string[]>>(
  join(import.meta.dirname, '../golden/tokens.json'),
);

test.each(TOKENIZERS)('%s makes the tokens that sacrebleu makes', (name) => {
  for (const { text, [name]: expected } of cases) expect([text, tokenize(text, name)]).toEqual([text, expected]);
  expect(cases).toHaveLength(184);
});

test.each(TOKENIZERS)('%s: equal tokens have equal numbers, others others', (name) => {
  const vocabulary = new Vocabulary();
  const numbers = new Map<string, number>();
  for (const { text, [name]: tokens } of cases) {
    for (const token of tokens) numbers.set(token, numbers.get(token) ?? numbers.size);
    expect([text, tokenIds(text, name, vocabulary)]).toEqual([text, tokens.map((token) => numbers.get(token)!)]);
  }
});

test('a vocabulary numbers many tokens, long ones too, in order of appearance', () => {
  const vocabulary = new Vocabulary();
  const tokens = Array.from({ length: 5000 }, (_, i) => `${'long '.repeat(i % 97)}${i}`);
  const inOrder = tokens.map((_, i) => i);
  expect(vocabulary.ids(tokens)).toEqual(inOrder);
  expect(vocabulary.ids(tokens)).toEqual(inOrder);
  expect(['', 'a', '\0a', 'a\0', '', 'a'].map((token) => vocabulary.id(token))).toEqual([
    5000, 5001, 5002, 5003, 5000, 5001,
  ]);
});
