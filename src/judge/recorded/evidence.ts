import { promptKey, stripReasoning } from '../../data/index.js';
import type { SuiteRows } from '../../data/types.js';
import type { Model } from '../types.js';
import type { ModelNames } from './names.js';
import type { Reading } from './reading.js';

/** Shorter answers occur in many texts. */
const MIN_FOUND = 16;

/** Whether the answers that an AlpacaEval row shows are the suite's own; null where either side shows none. */
export interface SameAnswers {
  readonly candidate: boolean | null;
  readonly opponent: boolean | null;
}

const UNSHOWN: SameAnswers = { candidate: null, opponent: null };

/**
 * Compares the texts that a row shows with the predictions, and tells `names` which model they speak for.
 * @returns whether the second answer is the candidate's prediction, and the first one the base's
 */
export function weigh({ said, shown }: Reading, example: number, rows: SuiteRows, names: ModelNames): SameAnswers {
  if (shown === null) return UNSHOWN;
  const own = { candidate: answersOf(rows, 'candidate', example), base: answersOf(rows, 'base', example) };
  const vote = (name: string, isCandidate: boolean | null, isBase: boolean | null): void => {
    if (isCandidate === true && isBase !== true) names.vote(name, 'candidate');
    if (isBase === true && isCandidate !== true) names.vote(name, 'base');
  };
  if (shown.kind === 'prompt') {
    const [candidate, base] = [placeOf(own.candidate, shown.text), placeOf(own.base, shown.text)];
    if (said.kind === 'rating') vote(said.name, candidate >= 0, base >= 0);
    if (said.kind === 'games' && candidate >= 0 && base >= 0) {
      vote(said.names[0], candidate < base, base < candidate);
      vote(said.names[1], base < candidate, candidate < base);
    }
  }
  if (shown.kind === 'prompt' || said.kind !== 'share') return UNSHOWN;
  const [first, second] = shown.texts;
  const same = { candidate: isOneOf(second, own.candidate), opponent: isOneOf(first, own.base) };
  vote(said.names[0], isOneOf(first, own.candidate), same.opponent);
  vote(said.names[1], same.candidate, isOneOf(second, own.base));
  return same;
}

function answersOf(rows: SuiteRows, model: Model, example: number): readonly string[] {
  const outputs = rows[model]?.predictions[example]?.outputs ?? [];
  return outputs.map(({ text }) => promptKey(text));
}

/** Where one of the answers stands in a text, or -1. */
function placeOf(answers: readonly string[], text: string): number {
  for (const answer of answers) {
    const at = answer.length < MIN_FOUND ? -1 : text.indexOf(answer);
    if (at >= 0) return at;
  }
  return -1;
}

/** Predictions may have lost their reasoning, and white space at their ends. */
function isOneOf(text: string | null, answers: readonly string[]): boolean | null {
  if (text === null || answers.length === 0) return null;
  return answers.includes(promptKey(text)) || answers.includes(promptKey(stripReasoning(text).text));
}
