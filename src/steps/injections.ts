import { setImmediate as nextTurn } from 'node:timers/promises';
import type { SuiteRows } from '../data/types.js';
import { answerOf, injectionFlags, type Injection } from '../judge/index.js';

/** Answers that look as if they wanted to instruct a judge. It takes turns with the calls that are under way meanwhile. */
export async function injectionsOf(rows: SuiteRows): Promise<readonly Injection[]> {
  const found: Injection[] = [];
  for (const model of ['candidate', 'base'] as const) {
    for (const [i, { id }] of rows.examples.entries()) {
      await nextTurn();
      const answer = answerOf(rows, model, i);
      const flags = answer === null ? [] : injectionFlags(answer);
      if (flags.length > 0) found.push({ id, model, flags });
    }
  }
  return found;
}
