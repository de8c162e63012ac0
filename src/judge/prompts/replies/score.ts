import type { ReadReply, ScoreVerdict } from '../../types.js';
import { criterionKeys, isNamed, type Scoring } from '../score-question.js';
import type { Value } from './objects.js';
import { verdictOf, type Read, type Verdicts } from './verdicts.js';

type Scale = Scoring['scale'];
type Scores = ScoreVerdict['scores'];

/**
 * Reads replies to `scoreQuestions`. A score is a number of the scale: a whole one is asked for, and a fraction within the
 * range is taken as it is (models give 7.5, and it says what it says). `"8"`, `8/10` and `8 out of 10` count where 10 is
 * the scale's highest; nothing is clamped, rescaled or guessed. Problems: no score or an unreadable one, one outside the
 * scale, two different ones, a named criterion without a score, broken JSON. Takes linear time.
 */
export function scoreReader(scoring: Pick<Scoring, 'criteria' | 'scale'>): ReadReply<ScoreVerdict> {
  const verdicts = isNamed(scoring) ? scoreEach(scoring) : scoreOne(scoring.scale);
  return (text) => {
    const verdict = verdictOf(text, verdicts);
    if ('problem' in verdict) return verdict;
    return { value: { scores: verdict.value, reasoning: verdict.reasoning } };
  };
}

function scoreOne(scale: Scale): Verdicts<Scores> {
  const asMap = (read: Read<number>): Read<Scores> =>
    read !== null && 'value' in read ? { value: new Map([['', read.value]]) } : read;
  return {
    key: 'score',
    read: (value) => asMap(readScore(value, 'score', scale)),
    same: sameScores,
    readBracketed: (inside) => (NUMBER.test(inside) ? asMap(readNumber(inside, 'score', scale)) : null),
  };
}

function scoreEach(scoring: Pick<Scoring, 'criteria' | 'scale'>): Verdicts<Scores> {
  const keys = criterionKeys(scoring);
  return {
    key: 'scores',
    read: (value) => {
      if (value.kind !== 'object') return { problem: '"scores" is not an object with a score for each criterion' };
      const scores = new Map<string, number>();
      for (const { key, value: given } of value.entries) {
        const name = scoring.criteria[keys.indexOf(key)]?.name;
        if (name === undefined) continue;
        const read = readScore(given, key, scoring.scale);
        if (read === null || 'problem' in read) return read;
        if (scores.has(name) && scores.get(name) !== read.value)
          return { problem: `"scores" has "${key}" twice, with different scores` };
        scores.set(name, read.value);
      }
      const missing = keys.find((_, i) => !scores.has(scoring.criteria[i]!.name));
      if (missing !== undefined) return { problem: `"scores" has no "${missing}"` };
      return { value: new Map(scoring.criteria.map(({ name }) => [name, scores.get(name)!])) };
    },
    same: sameScores,
    readBracketed: null,
  };
}

/** Nothing for a placeholder, `<a number>`. */
function readScore(value: Value, name: string, scale: Scale): Read<number> {
  if (value.kind === 'bare' && value.text.startsWith('<')) return null;
  if (value.kind === 'bare' || value.kind === 'text') return readNumber(value.text.trim(), name, scale);
  return { problem: `"${name}" is not a number` };
}

const NUMBER = /^(-?\d{1,15}(?:\.\d{1,15})?)(?:\s{0,3}(?:\/|out of)\s{0,3}(\d{1,15}(?:\.\d{1,15})?))?$/iu;

function readNumber(text: string, name: string, [lowest, highest]: Scale): Read<number> {
  const [, number, top] = NUMBER.exec(text) ?? [];
  if (number === undefined) return { problem: `"${name}" is not a number` };
  if (top !== undefined && Number(top) !== highest) return { problem: `"${name}" is not a number out of ${highest}` };
  const value = Number(number);
  if (value < lowest || value > highest)
    return { problem: `"${name}" is ${value}, which is not from ${lowest} to ${highest}` };
  return { value };
}

function sameScores(a: Scores, b: Scores): boolean {
  return [...a].every(([name, score]) => b.get(name) === score);
}
