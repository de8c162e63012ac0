import { scoreOf, valueOf } from '../../data/index.js';
import type { Json, JsonObject, Source } from '../../data/types.js';
import { GateError } from '../../errors.js';
import {
  countField,
  type GameWinner,
  nameField,
  type Reading,
  RECORDED_FAILURE,
  type Said,
  shownValue,
  textField,
} from './reading.js';

/** What FastChat writes where it found no rating in the reply. */
const NO_RATING = -1;

/** True for a row of FastChat's model_judgment files, single or pair. */
export function isFastChat(row: JsonObject): boolean {
  if (Object.hasOwn(row, 'id')) return false;
  return Object.hasOwn(row, 'question_id') && (Object.hasOwn(row, 'model_1') || Object.hasOwn(row, 'model'));
}

/**
 * A row that FastChat's gen_judgment wrote (lm-sys/FastChat at 0e6d3e4, play_a_match_single and play_a_match_pair in
 * fastchat/llm_judge/common.py), to model_judgment/<judge>_single.jsonl: `question_id`, `model`, `judge` (the judge and
 * the prompt's name), `user_prompt`, `judgment`, `score` (-1: no rating was found) and `turn` (1, or 2 for the whole
 * conversation); or to <judge>_pair.jsonl: `model_1`, `model_2`, and `g1_winner` and `g2_winner`, each `model_1`, `model_2`,
 * `tie` or `error`. The first game shows model_1 first, the second model_2, and both name the winner, not its position.
 * FastChat checks no range, so a rating off the scale is a failed judgment and no fault of the file.
 * @throws GateError for any other winner, and where names are missing
 */
export function readFastChat(row: JsonObject, source: Source): Reading {
  const pair = Object.hasOwn(row, 'model_1');
  const text = textField(row, pair ? 'g1_user_prompt' : 'user_prompt');
  return {
    mention: {
      suite: nameField(row, 'suite', source),
      id: required(row, 'question_id', source),
      key: 'question_id',
      prompt: null,
    },
    judge: judgeOf(valueOf(row, 'judge'), source),
    turn: countField(row, 'turn', source),
    repeat: 0,
    said: pair ? gamesOf(row, source) : ratingOf(row, source),
    shown: text === null ? null : { kind: 'prompt', text },
    source,
  };
}

function ratingOf(row: JsonObject, source: Source): Said {
  const score = scoreOf(valueOf(row, 'score'), 'score', source) ?? NO_RATING;
  const name = required(row, 'model', source);
  return { kind: 'rating', name, score: score === NO_RATING ? RECORDED_FAILURE : score };
}

function gamesOf(row: JsonObject, source: Source): Said {
  const names = [required(row, 'model_1', source), required(row, 'model_2', source)] as const;
  if (names[0] === names[1]) throw new GateError('compares a model with itself', { ...source });
  const winners = [winnerOf(row, 'g1_winner', source), winnerOf(row, 'g2_winner', source)] as const;
  return { kind: 'games', names, winners };
}

const WINNERS: ReadonlyMap<Json, GameWinner> = new Map<Json, GameWinner>([
  ['model_1', 0],
  ['model_2', 1],
  ['tie', 'tie'],
  ['error', RECORDED_FAILURE],
]);

function winnerOf(row: JsonObject, key: string, source: Source): GameWinner {
  const value = valueOf(row, key);
  const winner = WINNERS.get(value);
  if (winner !== undefined) return winner;
  const known = [...WINNERS.keys()].map(shownValue).join(', ');
  throw new GateError(`${shownValue(value)} is none of FastChat's results, which are ${known}`, { ...source, key });
}

/** FastChat writes the judge and its prompt as a pair; a judge alone is a text. */
function judgeOf(value: Json, source: Source): string {
  const parts: readonly Json[] = Array.isArray(value) ? (value as readonly Json[]) : [value ?? ''];
  const [judge, prompt] = parts;
  if (typeof judge === 'string' && prompt === undefined) return judge;
  if (typeof judge === 'string' && typeof prompt === 'string') return `${judge} (${prompt})`;
  throw new GateError("must be the judge's name, or a list of that and its prompt's", { ...source, key: 'judge' });
}

function required(row: JsonObject, key: string, source: Source): string {
  const name = nameField(row, key, source);
  if (name !== null) return name;
  throw new GateError('must not be empty', { ...source, key });
}
