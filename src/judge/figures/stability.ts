import { mean } from '../../stats/index.js';
import type { Failed, Winner } from '../types.js';
import { isWinner } from './combine.js';
import type { RepetitionStability } from './types.js';

/**
 * Repetition stability: the mean over questions (a pair's two orders are two) of the share of the most frequent answer
 * among a question's repeats. Questions with fewer than two answers tell nothing and are left out.
 * @param questions each one's answers
 */
export function repetitionStability(questions: readonly (readonly (string | number)[])[]): RepetitionStability {
  const shares = questions.filter((answers) => answers.length > 1).map((answers) => most(answers) / answers.length);
  return { questions: shares.length, rate: shares.length === 0 ? null : mean(shares) };
}

/** Repetition stability over questions that were asked twice; one that failed once tells nothing. */
export function stabilityOf(asked: readonly (readonly (Winner | Failed)[])[]): RepetitionStability {
  return repetitionStability(asked.map((answers) => answers.filter(isWinner)));
}

/** How often the most frequent value occurs; 0 for none. */
export function most(values: readonly (string | number)[]): number {
  const counts = new Map<string | number, number>();
  let largest = 0;
  for (const value of values) {
    const count = (counts.get(value) ?? 0) + 1;
    counts.set(value, count);
    if (count > largest) largest = count;
  }
  return largest;
}
