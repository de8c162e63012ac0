import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asked, jsonLines, scanFiles } from '../scanning.js';

type Listed = [example: number, file: number, line: number, level: string, score: number, span: number, part: string];

interface Case {
  readonly name: string;
  readonly n: number;
  readonly all_pairs: boolean;
  readonly eval: [question: string, answer: string][];
  /** Per file its rows: a text, or a text that stands there so many times, `{i}` counting from 0. */
  readonly train: (string | [template: string, count: number])[][];
  readonly expected: {
    /** In the order of rows; only counts where they are many. */
    readonly pairs: Listed[] | { count: number; per_example: number[] };
    readonly examples: [example: number, score: number, evidence: [file: number, line: number][]][];
    readonly undecidable: number[];
    readonly shared_text: [text: string, examples: number, rows: number][];
  };
}

/** Made by make_golden.py: Python's own words, and every figure by brute force. */
const cases = JSON.parse(readFileSync(join(import.meta.dirname, 'fixtures/ngram.json'), 'utf8')) as Case[];

describe('n-gram overlap as Python computes it from the definition', () => {
  it.each(cases.map((golden) => [golden.name, golden] as const))('%s', async (_name, golden) => {
    const files = golden.train.map((rows, i): [string, string] => {
      const texts = rows.flatMap((row) => (typeof row === 'string' ? [row] : repeat(...row)));
      return [`${i}.jsonl`, jsonLines(texts.map((text) => ({ text })))];
    });
    const { contamination, flags, pairs } = await scanFiles(Object.fromEntries(files), {
      suites: [{ suite: 's', examples: asked(golden.eval) }],
      n: golden.n,
      allPairs: golden.all_pairs,
    });

    const listed = pairs
      .map((pair): Listed => [
        Number(pair.id),
        Number.parseInt(pair.file),
        pair.line,
        pair.level,
        pair.score,
        pair.longest_span,
        pair.part,
      ])
      .sort((a, b) => a[1] - b[1] || a[2] - b[2] || a[0] - b[0]);
    const { expected } = golden;
    if (Array.isArray(expected.pairs)) expect(listed).toEqual(expected.pairs);
    else {
      const perExample = golden.eval.map((_, i) => listed.filter(([id]) => id === i).length);
      expect({ count: listed.length, per_example: perExample }).toEqual(expected.pairs);
    }
    expect(contamination.pairs).toBe(listed.length);

    const examples = contamination.examples.map(({ id, score, evidence }) => [
      Number(id),
      score,
      evidence.map(({ file, line }) => [Number.parseInt(file), line]),
    ]);
    expect(examples).toEqual(expected.examples);
    expect(contamination.undecidable.map(({ id }) => Number(id))).toEqual(expected.undecidable);
    expect(contamination.shared_text.map(({ text, examples, rows }) => [text, examples, rows])).toEqual(
      expected.shared_text,
    );
    const half = new Map(expected.examples.map(([id, score]) => [id, score >= 0.5 ? 1 : 0]));
    expect([...flags.get('s')!]).toEqual(
      golden.eval.map((_, i) => (expected.undecidable.includes(i) ? -1 : (half.get(i) ?? 0))),
    );
  });
});

function repeat(template: string, count: number): string[] {
  return Array.from({ length: count }, (_, i) => template.replaceAll('{i}', String(i)));
}
