import { idOf, scoreOf, valueOf } from '../../data/index.js';
import type { JsonObject, Source } from '../../data/types.js';
import { GateError } from '../../errors.js';
import type { Failed } from '../types.js';
import { isGiven, nameField, type Mention, type Reading, RECORDED_FAILURE, textField } from './reading.js';

/** Keys that only AlpacaEval's rows have; a preference without them is one of ours, from 0 to 1. */
const OWN_KEYS = ['generator_1', 'generator_2', 'output_1', 'output_2', 'annotator'];

/** True for a row of AlpacaEval's annotations, or of an extract that calls the models `base` and `cand`. */
export function isAlpaca(row: JsonObject): boolean {
  if (!Object.hasOwn(row, 'preference')) return false;
  return OWN_KEYS.some((key) => Object.hasOwn(row, key)) || (Object.hasOwn(row, 'base') && Object.hasOwn(row, 'cand'));
}

/**
 * A row of AlpacaEval's annotations.json (tatsu-lab/alpaca_eval at cd543a1, results/<model>/<annotator>/annotations.json):
 * `instruction`, `output_1` and `generator_1` of the reference model, `output_2` and `generator_2` of the model that is
 * judged, `annotator`, and `preference` from 1 (the first is better) to 2 (the second is), 1.5 or in older files 0 being
 * a tie (src/alpaca_eval/metrics/winrate.py), null a failure.
 * @throws GateError for any other preference, or a row that does not say of which example it is
 */
export function readAlpaca(row: JsonObject, source: Source): Reading {
  const names = [nameOf(row, 'generator_1', 'base', source), nameOf(row, 'generator_2', 'cand', source)] as const;
  return {
    mention: mentionOf(row, source),
    judge: nameField(row, 'annotator', source) ?? '',
    turn: null,
    repeat: 0,
    said: { kind: 'share', names, share: shareOf(row, source) },
    shown: { kind: 'answers', texts: [textField(row, 'output_1'), textField(row, 'output_2')] },
    source,
  };
}

function nameOf(row: JsonObject, key: string, short: string, source: Source): string {
  return nameField(row, key, source) ?? nameField(row, short, source) ?? '';
}

function mentionOf(row: JsonObject, source: Source): Mention {
  const suite = nameField(row, 'suite', source);
  const prompt = textField(row, 'instruction');
  // A row's index is its place in somebody's table, so the instruction goes before it.
  const key = isGiven(row, 'id') ? 'id' : 'index';
  const id = key === 'index' && prompt !== null ? null : idOf(valueOf(row, key), key, source);
  if (id === null && prompt === null) {
    throw new GateError('needs an instruction or an id, to know the example', { ...source });
  }
  return { suite, id, key, prompt };
}

/** The second model's share of the points. */
function shareOf(row: JsonObject, source: Source): number | Failed {
  const preference = scoreOf(valueOf(row, 'preference'), 'preference', source);
  if (preference === null) return RECORDED_FAILURE;
  if (preference === 0) return 0.5;
  if (preference >= 1 && preference <= 2) return preference - 1;
  throw new GateError(`${preference} is none of AlpacaEval's preferences, which are 0 or from 1 to 2`, {
    ...source,
    key: 'preference',
  });
}
