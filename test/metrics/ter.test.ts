import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createMetric } from '../../src/metrics/index.js';
import { describeShared, shared } from '../shared.js';
import { evaluate, readCases, row, score, statistics } from './helpers.js';

interface Run {
  readonly config: {
    readonly normalized: boolean;
    readonly no_punct: boolean;
    readonly asian_support: boolean;
    readonly case_sensitive: boolean;
  };
  readonly expected: { readonly score: number; readonly num_edits: number; readonly ref_length: number };
}
type Case = { readonly id: string; readonly runs: Run[] } & (
  | { readonly type: 'sentence'; readonly hyp: string; readonly refs: string[] }
  | { readonly type: 'corpus'; readonly segments: string[]; readonly n_refs: number[] }
);

describeShared('ter against sacrebleu 2.6.0, to the last bit', () => {
  const cases = readCases<Case>(shared('oracles/ter.json'));
  const byId = new Map(cases.map((one) => [one.id, one]));
  const rowOf = (id: string, references?: number) => {
    const segment = byId.get(id);
    if (segment?.type !== 'sentence') throw new Error(id);
    return row(segment.hyp, segment.refs.slice(0, references));
  };

  test.each([
    ['sentence', 302],
    ['corpus', 25],
  ] as const)('every %s: score, edits and reference length', (type, count) => {
    let compared = 0;
    for (const one of cases) {
      if (one.type !== type) continue;
      const rows = one.type === 'sentence' ? [rowOf(one.id)] : one.segments.map((id, i) => rowOf(id, one.n_refs[i]));
      for (const { config, expected } of one.runs) {
        const { value, sum } = evaluate(createMetric({ name: 'ter', ...config }), rows);
        // sacrebleu shows the edits as a whole number; they are one, being a sum of counts.
        const found = { score: value, num_edits: sum.get('edits'), ref_length: sum.get('reference_length') };
        expect([one.id, config, found]).toEqual([one.id, config, expected]);
      }
      compared++;
    }
    expect(compared).toBe(count);
  });
});

const golden = (name: string): string => join(import.meta.dirname, '../golden', name);
interface Pair {
  readonly output: string;
  readonly references: string[];
}

test('texts of our own, moved blocks and lopsided lengths among them, as sacrebleu 2.6.0 to the last bit', () => {
  const { pairs: shifts, runs } = JSON.parse(readFileSync(golden('ter.json'), 'utf8')) as {
    pairs: Pair[];
    runs: Record<string, boolean>[];
  };
  const pairs = readCases<Pair>(golden('pairs.json'));
  const groups = [...[...pairs, ...shifts].map((pair) => [pair]), pairs, shifts];
  const cases = readCases<{ rows: number; ter: number[][] }>(golden('ter.json'));
  expect(cases.map(({ rows }) => rows)).toEqual(groups.map(({ length }) => length));
  cases.forEach(({ ter }, i) => {
    const rows = groups[i]!.map(({ output, references }) => row(output, references));
    runs.forEach((options, run) => {
      const { value, sum } = evaluate(createMetric({ name: 'ter', ...options }), rows);
      expect([i, options, value, ...sum.values()]).toEqual([i, options, ...ter[run]!]);
    });
  });
});

describe('ter', () => {
  test.each([
    ['a moved block is one edit', 'd e f g h a b c', 'a b c d e f g h', 12.5],
    ['case is ignored', 'A b C', 'a B c', 0],
    ['words against nothing', 'some words', '', 100],
    ['nothing against nothing', '', '', 0],
    ['more edits than words', 'a b c d', 'x', 400],
  ])('%s', (_, output, reference, expected) => {
    expect(score({ name: 'ter' }, output, reference)).toBe(expected);
  });

  test('less is better, without an upper end', () => {
    const metric = createMetric({ name: 'ter' });
    expect([metric.direction, metric.unit, metric.range]).toEqual(['lower', 'percent', [0, null]]);
  });

  test('several references: the fewest edits over the mean length; several samples: the mean of their edits', () => {
    const metric = createMetric({ name: 'ter' });
    expect(statistics(metric, row('a b c', ['a b c d', 'x'])).values).toEqual({ edits: 1, reference_length: 2.5 });
    expect(statistics(metric, row(['a b c', ''], 'a b c'))).toEqual({
      unscored: null,
      unparsed: true,
      values: { edits: 1.5, reference_length: 3 },
    });
  });
});
