import type { Example, JsonObject, Prediction, Side, SuiteRows } from '../../src/data/types.js';
import type { ScoredMetric } from '../../src/measures/index.js';
import type { Metric } from '../../src/metrics/index.js';

const SOURCE = { file: 'eval.jsonl', line: 1 };

/** One example: its reference, the models' outputs (null: no prediction; []: a null output), and further fields. */
export interface Row {
  readonly reference?: string;
  readonly candidate: string | readonly string[] | null;
  readonly base?: string | readonly string[] | null;
  readonly tags?: readonly string[];
  readonly fields?: JsonObject;
  readonly scores?: Readonly<Record<string, number>>;
}

/** A suite as loading would give it. Without any `base` key there is no base side. */
export function suiteOf(rows: readonly Row[]): SuiteRows {
  const examples = rows.map(({ reference, tags, fields }, i): Example => {
    const references = reference === undefined ? [] : [reference];
    const own = { id: `e${i}`, prompt: null, messages: null, references, tags: tags ?? [], source: SOURCE };
    return { ...own, fields: fields ?? {} };
  });
  const side = (model: 'candidate' | 'base'): Side => ({
    predictions: rows.map((row) => predictionOf(row[model] ?? null, model === 'candidate' ? row.scores : undefined)),
    rows: rows.length,
    missing: 0,
    extra: 0,
    missingIds: [],
    extraIds: [],
    pairedBy: 'id',
    outputsSha256: '',
    files: [],
  });
  const base = rows.some((row) => row.base !== undefined) ? side('base') : null;
  return { count: examples.length, examples, candidate: side('candidate'), base, evalSetSha256: '', warnings: [] };
}

function predictionOf(output: string | readonly string[] | null, scores: Row['scores']): Prediction | null {
  if (output === null) return null;
  const texts = typeof output === 'string' ? [output] : output;
  return {
    outputs: texts.map((text) => ({ text, unclosedReasoning: false })),
    scores: new Map(Object.entries(scores ?? {})),
    source: SOURCE,
  };
}

/** A mean metric whose score is the output read as a number; `bad` is unparsed and 0, `skip` is unscored. */
export const numberMetric: Metric = {
  id: 'number',
  direction: 'higher',
  unit: 'fraction',
  range: [0, 1],
  recipe: 'the output as a number',
  linear: true,
  prepare: () => ({ columns: ['score'] }),
  measure: ({ prediction }) => {
    const text = prediction.outputs[0]?.text ?? '';
    if (text === 'skip') return { unscored: 'skipped on purpose' };
    return { columns: [0], values: [text === 'bad' ? 0 : Number(text)], unparsed: text === 'bad' };
  },
  aggregate: (sum, weight) => sum[0]! / weight,
};

/** Everything about a suite that has no slices or clusters. */
export function whole(rows: SuiteRows, scored: readonly ScoredMetric[]) {
  const options = { seed: 0, resamples: 10_000, confidence: 0.95 };
  return { suite: 'default', rows, scored, slices: [], clusters: null, strata: null, options };
}
