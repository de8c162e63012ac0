import { GateError } from '../../errors.js';
import { isObject } from '../formats/rows.js';
import type { FieldNames, Json, JsonObject, Source } from '../types.js';
import { exampleOf } from './example.js';
import { NO_SCORES } from './output.js';
import type { RawPrediction } from './prediction.js';
import { idOf, NO_TEXTS, scoreOf, textOf, valueOf } from './values.js';

/** True for a line of lm-evaluation-harness' samples_*.jsonl (`--log_samples`). */
export function isHarnessRow(row: JsonObject): boolean {
  return Object.hasOwn(row, 'doc_id') && (Object.hasOwn(row, 'resps') || Object.hasOwn(row, 'filtered_resps'));
}

/**
 * A line of lm-evaluation-harness (as its evaluator at commit 4e7e0d47 writes it): one per document
 * and filter, with `doc` the dataset's row, `resps` a list of samples per request, and the task's metrics as keys of the
 * row. What the model said is `resps`: `filtered_resps` is what one filter cut out of it (`[invalid]` where it found
 * nothing), while our metrics extract by themselves; it counts only where `resps` is missing. Rows of a multiple-choice
 * task hold log-likelihoods instead of text: they have no output, but the task's metrics as scores, as all rows do.
 */
export function readHarnessRow(row: JsonObject, fields: FieldNames, source: Source): RawPrediction {
  const doc = valueOf(row, 'doc');
  const known = isObject(doc) && Object.keys(doc).length > 0 ? documentOf(doc, fields, source) : null;
  const own =
    fields.id !== undefined && Object.hasOwn(row, fields.id) ? idOf(row[fields.id]!, fields.id, source) : null;
  const filter = valueOf(row, 'filter');
  return {
    id: own ?? known?.id ?? null,
    position: positionOf(row, source),
    prompt: known?.prompt ?? firstArgument(row),
    labels: known?.labels ?? NO_TEXTS,
    sample: null,
    filter: typeof filter === 'string' ? filter : null,
    samples: samples(row, source),
    scores: metricsOf(row, source),
    named: true,
  };
}

/** The document read as an eval row, since that is what it is; nothing where its shape is not known. */
function documentOf(doc: JsonObject, fields: FieldNames, source: Source) {
  try {
    const { id, example } = exampleOf(doc, fields, source);
    return { id, prompt: example.prompt, labels: example.references };
  } catch (error) {
    if (error instanceof GateError) return null;
    throw error;
  }
}

function positionOf(row: JsonObject, source: Source): number {
  const value = valueOf(row, 'doc_id');
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
  throw new GateError('must be a whole number', { ...source, key: 'doc_id' });
}

/** The first request's prompt, few-shot examples and all; `arguments` was a list of lists before it was an object. */
function firstArgument(row: JsonObject): string | null {
  const requests = valueOf(row, 'arguments');
  const first = isObject(requests) ? requests['gen_args_0'] : Array.isArray(requests) ? (requests[0] as Json) : null;
  const prompt = isObject(first) ? first['arg_0'] : Array.isArray(first) ? (first[0] as Json) : null;
  return typeof prompt === 'string' ? prompt : null;
}

function samples(row: JsonObject, source: Source): readonly string[] {
  const key = Array.isArray(valueOf(row, 'resps')) ? 'resps' : 'filtered_resps';
  const requests = valueOf(row, key);
  if (!Array.isArray(requests)) return [];
  const values = (requests as readonly Json[]).flatMap((request) => {
    if (isLogLikelihood(request)) return [];
    return Array.isArray(request) ? (request as readonly Json[]).filter((value) => !isLogLikelihood(value)) : [request];
  });
  return values.flatMap((value) => textOf(value, key, source) ?? []);
}

/** A pair of log-likelihood and the flag "greedy", both written as text by newer versions. */
function isLogLikelihood(value: Json): boolean {
  if (!Array.isArray(value) || value.length !== 2) return false;
  return Number.isFinite(Number(value[0])) && /^(?:true|false)$/iu.test(String(value[1]));
}

/** The task's own metrics of this row, where they are numbers. */
function metricsOf(row: JsonObject, source: Source): ReadonlyMap<string, number | null> {
  const names = valueOf(row, 'metrics');
  if (!Array.isArray(names)) return NO_SCORES;
  const scores = new Map<string, number | null>();
  for (const name of names as readonly Json[]) {
    if (typeof name !== 'string' || typeof valueOf(row, name) !== 'number') continue;
    scores.set(name, scoreOf(valueOf(row, name), name, source));
  }
  return scores;
}
