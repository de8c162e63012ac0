import { createHash } from 'node:crypto';
import type { PredictionRow } from '../shapes/index.js';
import type { Prediction, Side } from '../types.js';
import type { ExampleIndex } from './examples.js';
import { chooseFilter } from './filters.js';
import { predictionOfGroup } from './group.js';
import { pairRows } from './pair.js';
import { shorten } from '../shorten.js';

/** How many ids a reader is shown of those that did not pair. */
const IDS_SHOWN = 10;

/**
 * One model's rows laid beside the examples.
 * @throws GateError where they can't be paired
 */
export function sideOf(
  all: readonly PredictionRow[],
  index: ExampleIndex,
  files: readonly string[],
): { side: Side; warnings: readonly string[] } {
  const { rows, warnings } = chooseFilter(all);
  const pairs = pairRows(rows, index);
  const predictions = pairs.groups.map((group) => (group === null ? null : predictionOfGroup(group)));
  const missing: string[] = [];
  predictions.forEach((prediction, i) => {
    if (prediction === null || isEmpty(prediction)) missing.push(index.examples[i]!.id);
  });
  const side: Side = {
    predictions,
    rows: predictions.filter((prediction) => prediction !== null).length + pairs.extra.length,
    missing: missing.length,
    extra: pairs.extra.length,
    missingIds: missing.slice(0, IDS_SHOWN),
    extraIds: pairs.extra.slice(0, IDS_SHOWN).map(([row]) => shorten(row!.id ?? row!.prompt ?? '')),
    pairedBy: pairs.pairedBy,
    get outputsSha256() {
      return hashOutputs(predictions);
    },
    files,
  };
  return { side, warnings: [...warnings, ...pairs.warnings] };
}

function isEmpty(prediction: Prediction): boolean {
  return prediction.outputs.length === 0 && [...prediction.scores.values()].every((score) => score === null);
}

/** Texts are hashed some at a time: a call takes longer than a short text. */
const HASHED_AT_ONCE = 1 << 16;

/** sha256 over outputs, for {@link Side}. */
export function hashOutputs(predictions: readonly (Prediction | null)[]): string {
  const hash = createHash('sha256');
  let pending = '';
  for (const prediction of predictions) {
    // Lengths before texts, so that no two lists of outputs give the same bytes.
    const outputs = prediction?.outputs ?? [];
    pending += `${outputs.length};`;
    for (const { text } of outputs) pending += `${text.length}:${text}`;
    if (prediction !== null && prediction.scores.size > 0) pending += JSON.stringify([...prediction.scores]);
    if (pending.length < HASHED_AT_ONCE) continue;
    hash.update(pending);
    pending = '';
  }
  return hash.update(pending).digest('hex');
}
