import { createMetric } from '../../src/metrics/index.js';
import { describeShared, shared } from '../shared.js';
import { evaluate, nearly, readCases, row } from './helpers.js';

/** Every case of the oracle files that is in the contract's options; counts are checked, so that none is lost. */

interface Run<C, E> {
  readonly config: C;
  readonly expected: E;
}

interface BleuConfig {
  readonly tokenize: string;
  readonly smooth_method: string;
  readonly smooth_value: number | null;
  readonly lowercase: boolean;
  readonly effective_order: boolean;
  readonly max_ngram_order: number;
}
interface BleuExpected {
  readonly score: number;
  readonly counts: number[];
  readonly totals: number[];
  readonly precisions: number[];
  readonly bp: number;
  readonly sys_len: number;
  readonly ref_len: number;
}
interface NltkConfig {
  readonly weights: number[];
  readonly smoothing: string;
  readonly auto_reweigh: boolean;
}
type BleuCase = { readonly id: string } & (
  | {
      readonly type: 'sacrebleu_sentence';
      readonly hyp: string;
      readonly refs: string[];
      readonly runs: Run<BleuConfig, BleuExpected>[];
    }
  | {
      readonly type: 'sacrebleu_corpus';
      readonly segments: string[];
      readonly n_refs: number[];
      readonly runs: Run<BleuConfig, BleuExpected>[];
    }
  | {
      readonly type: 'nltk_sentence';
      readonly hyp_tokens: string[];
      readonly refs_tokens: string[][];
      readonly runs: Run<NltkConfig, { readonly score: number }>[];
    }
  | {
      readonly type: 'nltk_corpus';
      readonly segments: string[];
      readonly runs: Run<NltkConfig, { readonly score: number }>[];
    }
  | { readonly type: 'tokenize' }
);

function bleuSpec({ config }: Run<BleuConfig, BleuExpected>) {
  return {
    name: 'bleu',
    tokenize: config.tokenize,
    smooth: config.smooth_method,
    ...(config.smooth_value === null || !['floor', 'add-k'].includes(config.smooth_method)
      ? {}
      : { smooth_value: config.smooth_value }),
    lowercase: config.lowercase,
    effective_order: config.effective_order,
    max_order: config.max_ngram_order,
  };
}

/** sacrebleu returns add-k's counts after k was added, up to the order where the loop stopped. */
function sameBleu(run: Run<BleuConfig, BleuExpected>, rows: ReturnType<typeof row>[]): boolean {
  const { value, details, sum } = evaluate(createMetric(bleuSpec(run)), rows);
  const { config, expected } = run;
  const orders = Array.from({ length: config.max_ngram_order }, (_, i) => i + 1);
  const k = config.smooth_method === 'add-k' ? (config.smooth_value ?? 1) : 0;
  const sameCount = (actual: number, wanted: number, n: number) =>
    actual === wanted || (n > 1 && actual + k === wanted);
  return (
    nearly(value, expected.score) &&
    orders.every((n) => sameCount(sum.get(`correct:${n}`)!, expected.counts[n - 1]!, n)) &&
    orders.every((n) => sameCount(sum.get(`total:${n}`)!, expected.totals[n - 1]!, n)) &&
    orders.every((n) => details?.values?.[`precision_${n}`] === expected.precisions[n - 1]) &&
    nearly(details!.values!['brevity_penalty']!, expected.bp) &&
    sum.get('output_length') === expected.sys_len &&
    sum.get('reference_length') === expected.ref_len
  );
}

describeShared('bleu against sacrebleu 2.6.0, nltk_bleu against NLTK 3.10.4', () => {
  const cases = readCases<BleuCase>(shared('oracles/bleu.json'));
  const byId = new Map(cases.map((one) => [one.id, one]));

  test('sentences: score, counts, precisions and lengths', () => {
    const runs = cases.flatMap((one) =>
      one.type === 'sacrebleu_sentence' ? one.runs.map((run) => ({ one, run })) : [],
    );
    const differ = runs.filter(({ one, run }) => !sameBleu(run, [row(one.hyp, one.refs)]));
    expect(runs.length).toBeGreaterThan(259);
    expect(differ).toEqual([]);
  });

  test('corpora', () => {
    const runs = cases.flatMap((one) => (one.type === 'sacrebleu_corpus' ? one.runs.map((run) => ({ one, run })) : []));
    const differ = runs.filter(({ one, run }) => {
      const rows = one.segments.map((id, i) => {
        const segment = byId.get(id);
        if (segment?.type !== 'sacrebleu_sentence') throw new Error(id);
        return row(segment.hyp, segment.refs.slice(0, one.n_refs[i]));
      });
      return !sameBleu(run, rows);
    });
    expect(runs.length).toBeGreaterThan(30);
    expect(differ).toEqual([]);
  });

  test.each(['nltk_sentence', 'nltk_corpus'] as const)('%s', (type) => {
    let compared = 0;
    for (const one of cases) {
      if (one.type !== type) continue;
      const sentences = one.type === 'nltk_sentence' ? [one] : one.segments.map((id) => byId.get(id)!);
      const rows = sentences.map((sentence) => {
        if (sentence.type !== 'nltk_sentence') throw new Error(sentence.id);
        return row(
          sentence.hyp_tokens.join(' '),
          sentence.refs_tokens.map((tokens) => tokens.join(' ')),
        );
      });
      for (const { config, expected } of one.runs) {
        if (config.auto_reweigh || !['method0', 'method1'].includes(config.smoothing)) continue;
        const { weights, smoothing } = config;
        const { value } = evaluate(createMetric({ name: 'nltk_bleu', weights, smoothing }), rows);
        expect([one.id, config, value, nearly(value, expected.score)]).toEqual([one.id, config, value, true]);
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(40);
  });
});

interface ChrfConfig {
  readonly char_order: number;
  readonly word_order: number;
  readonly beta: number;
  readonly lowercase: boolean;
  readonly whitespace: boolean;
  readonly eps_smoothing: boolean;
}
interface ChrfExpected {
  readonly score: number;
  readonly stats: number[];
}
type ChrfCase = { readonly id: string } & (
  | {
      readonly type: 'sentence';
      readonly hyp: string;
      readonly refs: string[];
      readonly runs: Run<ChrfConfig, ChrfExpected>[];
    }
  | {
      readonly type: 'corpus';
      readonly segments: string[];
      readonly n_refs: number[];
      readonly runs: Run<ChrfConfig, { readonly score: number }>[];
    }
);

describeShared('chrf against sacrebleu 2.6.0, to the last bit', () => {
  const cases = readCases<ChrfCase>(shared('oracles/chrf.json'));
  const byId = new Map(cases.map((one) => [one.id, one]));
  const metricOf = ({ char_order, word_order, beta }: ChrfConfig) =>
    createMetric({ name: 'chrf', char_order, word_order, beta });
  const ours = ({ config }: { config: ChrfConfig }) => !config.lowercase && !config.whitespace && !config.eps_smoothing;

  test('sentences: score and statistics', () => {
    let compared = 0;
    for (const one of cases) {
      if (one.type !== 'sentence') continue;
      for (const { config, expected } of one.runs.filter(ours)) {
        const { value, sum } = evaluate(metricOf(config), [row(one.hyp, one.refs)]);
        expect([one.id, config, value, [...sum.values()]]).toEqual([one.id, config, expected.score, expected.stats]);
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(292);
  });

  test('corpora', () => {
    let compared = 0;
    for (const one of cases) {
      if (one.type !== 'corpus') continue;
      const rows = one.segments.map((id, i) => {
        const segment = byId.get(id);
        if (segment?.type !== 'sentence') throw new Error(id);
        return row(segment.hyp, segment.refs.slice(0, one.n_refs[i]));
      });
      for (const { config, expected } of one.runs.filter(ours)) {
        expect([one.id, config, evaluate(metricOf(config), rows).value]).toEqual([one.id, config, expected.score]);
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(30);
  });
});

const ROUGE = ['rouge1', 'rouge2', 'rougeL', 'rougeLsum'] as const;
type RougeScores = Readonly<Record<string, readonly [precision: number, recall: number, f: number]>>;
interface RougeCase {
  readonly id: number | string;
  readonly kind: string;
  readonly prediction: string;
  readonly targets: string[];
  readonly expected: Readonly<Record<'nostem' | 'stem', RougeScores>> &
    Readonly<Partial<Record<'nostem_multi' | 'stem_multi', RougeScores>>>;
}

describeShared('ROUGE against rouge_score 0.1.2, to the last bit', () => {
  const cases = readCases<RougeCase>(shared('oracles/rouge.json')).filter(({ kind }) => kind !== 'tokenize');

  test.each(ROUGE.flatMap((name) => [true, false].map((stemmer) => ({ name, stemmer }))))(
    '$name with stemmer $stemmer',
    ({ name, stemmer }) => {
      const metric = createMetric({ name, stemmer });
      for (const { id, prediction, targets, expected } of cases) {
        const key = stemmer ? 'stem' : 'nostem';
        for (const [references, wanted] of [
          [targets.slice(0, 1), expected[key][name]],
          [targets, (expected[`${key}_multi`] ?? expected[key])[name]],
        ] as const) {
          const { value, details } = evaluate(metric, [row(prediction, references)]);
          const { precision, recall } = details!.values!;
          expect([id, references.length, precision, recall, value]).toEqual([id, references.length, ...wanted!]);
        }
      }
      expect(cases).toHaveLength(332);
    },
  );
});

interface SquadCase {
  readonly id: number;
  readonly prediction: string;
  readonly answers: string[];
  readonly expected: Record<'v1' | 'v2', { readonly exact_match: boolean; readonly f1: number }>;
}

describeShared('SQuAD metrics against the evaluation scripts, to the last bit', () => {
  test.each([
    { version: undefined, key: 'v1' as const },
    { version: 2, key: 'v2' as const },
  ])('version $version', ({ version, key }) => {
    const options = version === undefined ? {} : { version };
    const cases = readCases<SquadCase>(shared('oracles/squad.json'));
    for (const { id, prediction, answers, expected } of cases) {
      const [em, f1] = ['squad_em', 'squad_f1'].map(
        (name) => evaluate(createMetric({ name, ...options }), [row(prediction, answers)]).value,
      );
      expect([id, em, f1]).toEqual([id, Number(expected[key].exact_match), expected[key].f1]);
    }
    expect(cases).toHaveLength(294);
  });
});
