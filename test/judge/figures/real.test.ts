import { readFileSync } from 'node:fs';
import { comparisonFigures, lengthControl } from '../../../src/judge/figures/index.js';
import { describeShared, shared } from '../../shared.js';
import { ALONE, pair, preferred } from './pairs.js';

function rowsOf<T>(...path: string[]): T[] {
  return readFileSync(shared('data', ...path), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as T);
}

describeShared('position figures of LLMBar', () => {
  interface Verdict {
    readonly set: string;
    readonly judge: string;
    readonly winner_ab: '1' | '2';
    readonly winner_ba: '1' | '2';
  }
  type Expected = Readonly<Record<string, number>> & { readonly name: string };
  const verdicts = rowsOf<Verdict>('llmbar', 'verdicts.jsonl');
  const expected = JSON.parse(readFileSync(shared('data', 'llmbar', 'expected.json'), 'utf8')) as Expected[];
  const judged = expected.filter(({ name }) => !name.includes('MT-Bench')); // verdicts.jsonl has no row of it

  test('all four are there', () => expect(judged).toHaveLength(4));

  test.each(judged.map((one) => [one.name, one] as const))('%s', (name, one) => {
    const [, set, judge] = /^LLMBar-(\w+)\/([^/]+)\//u.exec(name)!;
    const rows = verdicts.filter((row) => row.judge === judge && (set === 'ALL' || row.set === set));
    // Model 1 is the base and stands first in order AB.
    const letter = { 1: 'b', 2: 'c' };
    const figures = comparisonFigures(
      rows.map((row, i) => pair(i, letter[row.winner_ab], letter[row.winner_ba])),
      ALONE,
    );
    expect(figures.n).toBe(one['n_parsed_both']);
    expect(figures.position.consistent).toBe(one['consistent']);
    expect(figures.position.primacy).toBe(one['primacy']);
    expect(figures.position.recency).toBe(one['recency']);
    expect(figures.position_consistency).toBe(one['position_consistency']);
    expect(figures.position.preference_fairness).toBe(one['preference_fairness']);
    expect(figures.first_position_rate).toBe(one['first_position_rate']);
    expect(figures.losses).toBe(one['win_1']);
    expect(figures.ties).toBe(one['tie_conservative']);
    expect(figures.wins).toBe(one['win_2']);
    expect(1 - figures.win_rate!).toBeCloseTo(one['win_rate_1_ties_half']!, 12);
  });

  test('the MT-Bench part of it, from its counts', () => {
    const one = expected.find(({ name }) => name.includes('MT-Bench'))!;
    // As no verdict is a tie, the counts leave no choice of verdicts but their order.
    const choices = { win_1: 'bb', win_2: 'cc', primacy: 'bc', recency: 'cb' };
    const pairs = Object.entries(choices).flatMap(([key, [first, second]]) =>
      Array.from({ length: one[key]! }, () => pair(0, first!, second!)),
    );
    const figures = comparisonFigures(pairs, ALONE);
    expect(figures.position_consistency).toBe(one['position_consistency']);
    expect(figures.position.preference_fairness).toBe(one['preference_fairness']);
    expect(figures.first_position_rate).toBe(one['first_position_rate']);
    expect(figures.ties).toBe(one['tie_conservative']);
    expect(figures.win_rate).toBe(1 - one['win_rate_1_ties_half']!);
  });
});

describeShared('raw win rates that AlpacaEval published', () => {
  interface Annotation {
    readonly preference: number | null;
    readonly len_base: number;
    readonly len_cand: number;
  }

  /** 1: the base wins, 2: the candidate does, 1.5 and 0: a tie. */
  function sharesOf(rows: readonly Annotation[]): (number | null)[] {
    return rows.map(({ preference }) => (preference === null ? null : preference === 0 ? 0.5 : preference - 1));
  }

  test.each([
    ['phi-2_weighted_alpaca_eval_gpt4_turbo', '2.35', 803, 0, 0],
    ['phi-2-sft_weighted_alpaca_eval_gpt4_turbo', '3.98', 805, 0, 0],
    ['phi-2_alpaca_eval_gpt4', '30.66', 799, 6, 22],
    ['phi-2-sft_alpaca_eval_gpt4', '68.53', 804, 1, 0],
  ])('%s', (file, published, n, unjudged, ties) => {
    const rows = rowsOf<Annotation>('alpacaeval', `annotations_${file}.jsonl`);
    const figures = comparisonFigures(
      sharesOf(rows).map((share, i) => preferred(i, share)),
      ALONE,
    );
    expect((100 * figures.win_rate!).toFixed(2)).toBe(published);
    expect(figures).toMatchObject({ n, unjudged, failed: 0 });
    if (ties > 0) expect(figures.ties).toBe(ties);
    expect(figures.wins + figures.losses + figures.ties).toBe(n);
  });

  test('length control is refused where hardly any answer overlaps in length, and given where they do', () => {
    const controlled = (file: string) => {
      const rows = rowsOf<Annotation>('alpacaeval', `annotations_${file}.jsonl`);
      const shares = sharesOf(rows);
      const judged = rows.filter((_, i) => shares[i] !== null);
      const pairs = {
        points: Float64Array.from(shares.filter((share) => share !== null)),
        candidateLengths: Float64Array.from(judged, (row) => row.len_cand),
        baseLengths: Float64Array.from(judged, (row) => row.len_base),
        units: null,
      };
      return lengthControl(pairs, 0.95);
    };
    expect(controlled('phi-2_weighted_alpaca_eval_gpt4_turbo').unreliable).toContain('overlap');
    expect(controlled('phi-2-sft_weighted_alpaca_eval_gpt4_turbo').unreliable).toContain('overlap');
    const sft = controlled('phi-2-sft_alpaca_eval_gpt4');
    expect(sft.unreliable).toContain('longer in 91% of pairs');
    const overlapping = controlled('phi-2_alpaca_eval_gpt4');
    expect(overlapping.unreliable).toBeNull();
    expect(overlapping.share_longer).toBeGreaterThan(0.4);
    expect(overlapping.slope).toBeGreaterThan(0);
  });
});
