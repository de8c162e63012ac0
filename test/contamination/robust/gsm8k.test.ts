import { readFileSync } from 'node:fs';
import type { Example, JsonObject } from '../../../src/data/index.js';
import { describeShared, shared } from '../../shared.js';
import { example, jsonLines, ROBUST, scanFiles, scanResolved } from '../scanning.js';

const rowsOf = (name: string): JsonObject[] =>
  readFileSync(shared('data/gsm8k', name), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as JsonObject);

function testSet(): Example[] {
  return rowsOf('eval.jsonl').map((row) =>
    example(row['id'] as string, { prompt: row['prompt'] as string, references: [row['reference'] as string] }),
  );
}

type Edit = (question: string, answer: string) => JsonObject;

const eachNth =
  (n: number, instead: string): Edit =>
  (question) => ({
    text: question
      .split(/\s+/u)
      .map((word, i) => (i % n === 3 ? instead : word))
      .join(' '),
  });

/** What the issue asks to be found. */
const EDITS: Record<string, Edit> = {
  verbatim: (question, answer) => ({ question, answer }),
  'case and punctuation': (question, answer) => ({
    text: `${question} ${answer}`.replace(/[.,!?;:$%'"]/gu, '-').toUpperCase(),
  }),
  'no-break spaces, full-width digits, curly quotes': (question, answer) => ({
    text: `${question} ${answer}`
      .replaceAll(' ', '\u00a0')
      .replaceAll("'", '\u2019')
      .replace(/\d/gu, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
  }),
  'every number changed': (question, answer) => ({
    text: `${question} ${answer}`.replace(/\d+/gu, (number) => String(Number(number) + 1)),
  }),
  'the answer only': (_, answer) => ({ text: answer }),
  'the first 60% of the question': (question) => {
    const words = question.split(/\s+/u);
    return { text: words.slice(0, Math.ceil(words.length * 0.6)).join(' ') };
  },
  'split over two fields': (question) => {
    const middle = question.indexOf(' ', question.length / 2);
    return { instruction: question.slice(0, middle), output: question.slice(middle) };
  },
  'chunks of four words, backwards': (question) => {
    const words = question.split(/\s+/u);
    const chunks = words.flatMap((_, i) => (i % 4 === 0 ? [words.slice(i, i + 4)] : []));
    return { text: chunks.reverse().flat().join(' ') };
  },
  'every 6th word replaced': eachNth(6, 'zanzibar'),
};

describeShared('GSM8K by the robust definition', () => {
  it('is green on the official training rows', async () => {
    const { contamination, flags } = await scanResolved({
      suites: [{ suite: 'gsm8k', examples: testSet() }],
      files: [{ path: shared('data/gsm8k/train.jsonl'), shown: 'train.jsonl' }],
      robust: ROBUST,
    });
    const atLeast = contamination.examples.filter(({ level }) => level !== 'partial' && level !== 'template');
    expect(atLeast).toEqual([]);
    expect(contamination.undecidable).toEqual([]);
    expect(flags.get('gsm8k')!.filter((flag) => flag !== 0)).toHaveLength(0);
  });

  describe('where it was edited', () => {
    const kinds = Object.keys(EDITS);
    /** The kind of each test row; the tenth of ten is not planted. */
    const kindOf = (i: number): string | undefined => kinds[i % 10];
    let found: Awaited<ReturnType<typeof scanFiles>>;

    beforeAll(async () => {
      const examples = testSet();
      const rows = examples.map(({ prompt, references }, i) => {
        const kind = kindOf(i);
        return kind === undefined ? { text: 'no leak in this row' } : EDITS[kind]!(prompt!, references[0]!);
      });
      found = await scanFiles(
        { 'leak.jsonl': jsonLines(rows) },
        { suites: [{ suite: 'gsm8k', examples }], robust: ROBUST },
      );
    });

    it.each(kinds)('%s: at least 96% is found, in its row', (kind) => {
      const leaked = testSet().flatMap(({ id }, i) => (kindOf(i) === kind ? [{ id, i }] : []));
      const lines = new Map(found.contamination.examples.map(({ id, evidence }) => [id, evidence[0]!.line]));
      const missed = leaked.filter(({ id, i }) => found.flags.get('gsm8k')![i] !== 1 || lines.get(id) !== i + 1);
      expect(leaked.length).toBeGreaterThan(130);
      expect(missed.length).toBeLessThanOrEqual(0.04 * leaked.length);
    });

    it('and nothing else is', () => {
      const others = [...found.flags.get('gsm8k')!].filter((_, i) => kindOf(i) === undefined);
      expect(others.length).toBeGreaterThan(130);
      expect(others.filter((flag) => flag !== 0).length).toBeLessThanOrEqual(1);
    });
  });
});
