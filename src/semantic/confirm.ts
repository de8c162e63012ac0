import { sameQuestion, type Judge } from '../judge/index.js';
import type { Failed } from '../judge/types.js';
import type { Similar } from './nearest.js';

/** What a judge said of a similar row; null: it was not asked. */
export type Verdict = 'same' | 'different' | Failed | null;

/** An example with its similar rows. */
export interface Questioned {
  readonly text: string;
  readonly similar: readonly Similar[];
}

/** Questions at work for each call at a time, since some of them wait to try again. */
const IN_HAND = 4;

/**
 * Asks a judge whether similar rows ask the example's question: the nearest row of each example first, and the next one
 * only where the judge did not say so of the nearer ones.
 * @returns for each example what was said of each of its rows
 */
export async function confirmPairs(examples: readonly Questioned[], judge: Judge): Promise<readonly Verdict[][]> {
  const verdicts: Verdict[][] = examples.map(({ similar }) => similar.map(() => null));
  const open = [...examples.entries()].filter(([, { similar }]) => similar.length > 0);
  const work = open[Symbol.iterator]();
  const worker = async (): Promise<void> => {
    for (const [i, { text, similar }] of work) {
      for (const [rank, row] of similar.entries()) {
        const said = await judge.ask(sameQuestion(text, row.text));
        verdicts[i]![rank] = 'failed' in said ? said : said.same ? 'same' : 'different';
        if (verdicts[i]![rank] === 'same') break;
      }
    }
  };
  await Promise.all(Array.from({ length: IN_HAND * judge.endpoint.concurrency }, worker));
  return verdicts;
}
