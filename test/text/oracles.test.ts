import { RougeWords, type TokenizerName, normalizeAnswer, porterStem, tokenize } from '../../src/text/index.js';
import { readCases } from '../metrics/helpers.js';
import { describeShared, shared } from '../shared.js';

describeShared('text against the reference implementations', () => {
  test('the stemmer equals NLTK on every word', () => {
    const cases = readCases<[word: string, stem: string, token: string]>(shared('oracles/stemmer.json'));
    const differ = cases.filter(([word, stem]) => porterStem(word.toLowerCase()) !== stem);
    expect(differ).toEqual([]);
    expect(cases).toHaveLength(3011);
    // ROUGE stems words of more than three letters only. Its words are numbers: equal ones for equal tokens, no others.
    const words = new RougeWords(true);
    const numbers = cases.flatMap(([word]) => words.tokenize(word));
    expect(pattern(numbers)).toEqual(pattern(cases.map(([, , token]) => token)));
  });

  test('tokenizers equal sacrebleu', () => {
    const cases = readCases<{ type: string; text: string; expected: Record<TokenizerName, string[]> }>(
      shared('oracles/bleu.json'),
    ).filter(({ type }) => type === 'tokenize');
    for (const { text, expected } of cases) {
      for (const [name, tokens] of Object.entries(expected)) {
        expect([name, text, tokenize(text, name as TokenizerName)]).toEqual([name, text, tokens]);
      }
    }
    expect(cases).toHaveLength(115);
  });

  test("ROUGE's words equal rouge_score's", () => {
    const cases = readCases<{ kind: string; text: string; expected: { nostem: string[]; stem: string[] } }>(
      shared('oracles/rouge.json'),
    ).filter(({ kind }) => kind === 'tokenize');
    for (const { text, expected } of cases) {
      for (const [stem, tokens] of [
        [false, expected.nostem],
        [true, expected.stem],
      ] as const) {
        const words = new RougeWords(stem);
        const plain = new RougeWords(false);
        // Numbers are compared through a vocabulary that knows the reference's tokens first.
        const numbers = words.tokenize(text);
        const distinct = new Map(tokens.map((token) => [token, plain.tokenize(token)[0]!]));
        expect([text, pattern(numbers)]).toEqual([text, pattern(tokens.map((token) => distinct.get(token)!))]);
      }
    }
    expect(cases).toHaveLength(125);
  });

  test('answers are normalised as SQuAD does', () => {
    const cases = readCases<{
      prediction: string;
      answers: string[];
      expected: { norm_prediction: string; norm_answers: string[] };
    }>(shared('oracles/squad.json'));
    for (const { prediction, answers, expected } of cases) {
      expect([prediction, answers].flat().map(normalizeAnswer)).toEqual([
        expected.norm_prediction,
        ...expected.norm_answers,
      ]);
    }
    expect(cases).toHaveLength(294);
  });
});

/** Which tokens equal which: each as the position of its first occurrence. */
function pattern(tokens: readonly (number | string)[]): number[] {
  return tokens.map((token) => tokens.indexOf(token));
}
