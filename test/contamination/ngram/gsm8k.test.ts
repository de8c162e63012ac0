import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Example } from '../../../src/data/index.js';
import { describeShared, shared } from '../../shared.js';
import { example, scanFiles, scanResolved } from '../scanning.js';

/** Made by make_golden.py: for each example the training lines that share an 8-gram, and its share of 8-grams in them. */
const expected = JSON.parse(readFileSync(join(import.meta.dirname, 'fixtures/gsm8k.json'), 'utf8')) as Record<
  string,
  Record<string, number>
>;

function testSet(): Example[] {
  const rows = readFileSync(shared('data/gsm8k/eval.jsonl'), 'utf8').trimEnd().split('\n');
  return rows.map((line) => {
    const { id, prompt, reference } = JSON.parse(line) as { id: string; prompt: string; reference: string };
    return example(id, { prompt, references: [reference] });
  });
}

describeShared('GSM8K', () => {
  it('shares 8-grams with 144 of 1,319 test rows in its training rows, hit for hit, and covers half of none', async () => {
    const { contamination, flags, pairs } = await scanResolved({
      suites: [{ suite: 'gsm8k', examples: testSet() }],
      files: [{ path: shared('data/gsm8k/train.jsonl'), shown: 'train.jsonl' }],
    });
    const found: Record<string, Record<string, number>> = {};
    for (const { id, line, score } of pairs) (found[id] ??= {})[line] = score;
    expect(found).toEqual(expected);
    expect(contamination.training).toEqual({
      files: 1,
      rows: 7473,
      bytes: 4166206,
      broken_rows: 0,
      not_utf8_rows: 0,
    });
    expect(contamination.examples).toHaveLength(144);
    expect(contamination.examples.filter(({ level }) => level !== 'partial')).toEqual([]);
    expect(flags.get('gsm8k')!.filter((flag) => flag !== 0)).toHaveLength(0);
  });

  it('finds every test row that leaked whole, at the lowest level too', async () => {
    const examples = testSet().slice(0, 50);
    const rows = examples.map(
      ({ prompt, references }) => `${JSON.stringify({ question: prompt, answer: references[0] })}\n`,
    );
    const { contamination, flags } = await scanFiles(
      { 'leak.jsonl': rows.join('') },
      { suites: [{ suite: 'gsm8k', examples }], level: 'partial' },
    );
    expect(contamination.examples.map(({ score }) => score)).toEqual(Array(50).fill(1));
    expect(contamination.examples.map(({ evidence }) => evidence[0]!.line)).toEqual(rows.map((_, i) => i + 1));
    expect([...flags.get('gsm8k')!]).toEqual(Array(50).fill(1));
  });
});
