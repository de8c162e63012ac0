import type { SearchInput } from '../input.js';
import { evalParts } from '../text.js';
import { indexEval } from './eval-index.js';
import type { Thresholds } from './level.js';
import { RowMatcher } from './matcher.js';

/** Two examples of one suite, by their ids. */
export interface ExamplePair {
  readonly first: string;
  readonly second: string;
}

/** What the examples of one suite have of one another. */
export interface InsideSuite {
  readonly suite: string;
  /** Examples with the same question, or nearly the same; each pair once, in the order of the suite. */
  readonly duplicates: readonly ExamplePair[];
  /** The question of `first` holds that of `second`, and not the other way round: few-shot examples, or a turn before. */
  readonly held: readonly ExamplePair[];
}

/**
 * Searches each suite's questions for one another, as if they were training rows: what is `identical` or `near_identical`
 * counts. Questions that are the same word for word are duplicates however short they are; others that are too short to decide
 * are no finding.
 */
export function searchInside(suites: SearchInput['suites'], thresholds: Thresholds): InsideSuite[] {
  return suites.map(({ suite, examples }) => {
    const parts = examples.map(evalParts);
    const index = indexEval(parts);
    const matcher = new RowMatcher(index, thresholds);
    const holds = new Set<string>();
    const firstAsked = new Map<number, number>(); // the first example of each question: it is searched for the others
    const pairs: [number, number][] = [];
    parts.forEach(({ question }, i) => {
      const text = index.questions[i]!;
      if (index.starts[text] === index.starts[text + 1]) return; // has no word
      const first = firstAsked.get(text);
      if (first !== undefined) {
        pairs.push([first, i]);
        holds.add(`${first} ${i}`).add(`${i} ${first}`);
        return;
      }
      firstAsked.set(text, i);
      for (const { example, level, part } of matcher.match(question)) {
        const isOther = index.questions[example] !== text && part !== 'answer' && part !== 'template';
        if (!isOther || (level !== 'identical' && level !== 'near_identical')) continue;
        pairs.push([i, example]);
        holds.add(`${i} ${example}`);
      }
    });
    const isMutual = ([i, k]: [number, number]): boolean => holds.has(`${k} ${i}`);
    const named = ([i, k]: [number, number]): ExamplePair => ({ first: examples[i]!.id, second: examples[k]!.id });
    return {
      suite,
      duplicates: pairs.filter((pair) => isMutual(pair) && pair[0] < pair[1]).map(named),
      held: pairs.filter((pair) => !isMutual(pair)).map(named),
    };
  });
}
