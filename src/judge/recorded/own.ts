import { scoreOf, valueOf } from '../../data/index.js';
import type { JsonObject, Source } from '../../data/types.js';
import { GateError } from '../../errors.js';
import { nearest } from '../../nearest.js';
import type { Winner } from '../types.js';
import { countField, isGiven, nameField, type Reading, RECORDED_FAILURE, type Said, shownValue } from './reading.js';

const KINDS = ['score', 'winner', 'preference'] as const;
const KEYS = ['id', 'suite', 'model', ...KINDS, 'order', 'judge', 'criterion', 'turn', 'repeat'];

/**
 * One of our own rows: `{"id", "model", "score"}`, `{"id", "order", "winner"}` or `{"id", "preference"}`, with `suite`,
 * `judge`, `criterion`, `turn` and `repeat` where they are needed. A null in place of what was judged is a failed judgment.
 * @throws GateError for a row that says none of these, or several
 */
export function readOwn(row: JsonObject, source: Source): Reading {
  const id = nameField(row, 'id', source);
  if (id === null) throw new GateError(`a recorded judgment needs an id${hint(row, ['id'])}`, { ...source });
  return {
    mention: { suite: nameField(row, 'suite', source), id, key: 'id', prompt: null },
    judge: nameField(row, 'judge', source) ?? '',
    turn: countField(row, 'turn', source),
    repeat: countField(row, 'repeat', source) ?? 0,
    said: saidOf(row, source),
    shown: null,
    source,
  };
}

function saidOf(row: JsonObject, source: Source): Said {
  const criterion = nameField(row, 'criterion', source) ?? '';
  switch (kindOf(row, source)) {
    case 'score': {
      const model = oneOf(row, 'model', ['candidate', 'base'], source);
      return {
        kind: 'score',
        model,
        criterion,
        score: scoreOf(valueOf(row, 'score'), 'score', source) ?? RECORDED_FAILURE,
      };
    }
    case 'winner': {
      const order = oneOf(row, 'order', ['base_first', 'candidate_first'], source);
      if (!isGiven(row, 'winner')) return { kind: 'order', order, criterion, winner: RECORDED_FAILURE };
      return {
        kind: 'order',
        order,
        criterion,
        winner: oneOf<Winner>(row, 'winner', ['candidate', 'base', 'tie'], source),
      };
    }
    case 'preference': {
      const preference = scoreOf(valueOf(row, 'preference'), 'preference', source);
      if (preference !== null && (preference < 0 || preference > 1)) {
        const what = `${preference} is no share from 0 to 1; AlpacaEval's preferences from 1 to 2 are known by their generator_1 and generator_2`;
        throw new GateError(what, { ...source, key: 'preference' });
      }
      return { kind: 'preference', criterion, preference: preference ?? RECORDED_FAILURE };
    }
  }
}

/** What the row holds; where nothing is given, the one key that stands there with a null. */
function kindOf(row: JsonObject, source: Source): (typeof KINDS)[number] {
  const given = KINDS.filter((key) => isGiven(row, key));
  const kinds = given.length > 0 ? given : KINDS.filter((key) => Object.hasOwn(row, key));
  if (kinds.length === 1) {
    if (kinds[0] !== 'preference' || !isGiven(row, 'order')) return kinds[0]!;
    throw new GateError('has an order beside a preference; give the winner in that order instead', { ...source });
  }
  const what =
    kinds.length === 0 ? `has none of score, winner and preference${hint(row, KINDS)}` : `has ${kinds.join(' and ')}`;
  throw new GateError(`${what}; a recorded judgment needs one of score, winner and preference`, { ...source });
}

function oneOf<T extends string>(row: JsonObject, key: string, values: readonly T[], source: Source): T {
  const value = valueOf(row, key);
  const found = values.find((known) => known === value);
  if (found !== undefined) return found;
  const list = values.map((known) => `"${known}"`).join(' or ');
  if (!isGiven(row, key)) throw new GateError(`needs ${list} here${hint(row, [key])}`, { ...source, key });
  const near = typeof value === 'string' ? nearest(value, values) : null;
  const meant = near === null ? '' : `; did you mean "${near}"?`;
  throw new GateError(`${shownValue(value)} is not known here, only ${list}${meant}`, { ...source, key });
}

/** The row's key that was most likely meant for one of `wanted`. */
function hint(row: JsonObject, wanted: readonly string[]): string {
  for (const key of Object.keys(row)) {
    const near = KEYS.includes(key) ? null : nearest(key, wanted);
    if (near !== null) return ` (is ${shownValue(key)} meant to be "${near}"?)`;
  }
  return '';
}
