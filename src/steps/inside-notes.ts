import type { ExamplePair, InsideSuite } from '../contamination/index.js';
import { shorten } from '../data/index.js';
import { counted } from '../gate/index.js';

/** What a reader must know of examples that stand in an eval set twice, or in the prompts of others. */
export function insideNotes(suites: readonly InsideSuite[]): string[] {
  return suites.flatMap(({ suite, duplicates, held }) => [
    ...(duplicates.length === 0 ? [] : [duplicateNote(suite, duplicates)]),
    ...(held.length === 0 ? [] : [heldNote(suite, held)]),
  ]);
}

function duplicateNote(suite: string, pairs: readonly ExamplePair[]): string {
  const [{ first, second }] = pairs as [ExamplePair];
  const which = `${shorten(first)} and ${shorten(second)}`;
  return pairs.length === 1
    ? `${shorten(suite)}: the examples ${which} ask the same or nearly so, and count twice.`
    : `${shorten(suite)}: ${counted(pairs.length, 'pair')} of examples ask the same or nearly so, and count twice, such as ${which}.`;
}

function heldNote(suite: string, pairs: readonly ExamplePair[]): string {
  const prompts = new Set(pairs.map(({ first }) => first)).size;
  const questions = new Set(pairs.map(({ second }) => second)).size;
  const [{ first, second }] = pairs as [ExamplePair];
  const verb = prompts === 1 ? 'holds' : 'hold';
  return `${shorten(suite)}: ${counted(prompts, 'prompt')} ${verb} the question of another example (${counted(questions, 'question')} in all), as few-shot examples do, such as ${shorten(first)} that of ${shorten(second)}.`;
}
