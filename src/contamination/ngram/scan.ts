import { cutEvalText } from '../evidence.js';
import type { ScanResult, SearchInput } from '../input.js';
import { isAtLeast } from '../levels.js';
import { evalParts, evalText } from '../text.js';
import { readTraining } from '../training-rows.js';
import type { ContaminatedExample, Contamination, Level } from '../types.js';
import { indexEval, type EvalIndex } from './eval-index.js';
import { levelOf } from './level.js';
import { Pairs } from './pairs.js';

/** What this definition needs to know beside where to search. */
export interface NgramOptions {
  /** Words in an n-gram, 1 or more. */
  readonly n: number;
  /** The share of an example's n-grams in one training row at which `substantial` begins, 0-1. */
  readonly minShare: number;
  /** The lowest level that flags an example. */
  readonly level: Level;
}

/**
 * Searches the training data for the eval sets' n-grams: the eval side in memory, the training rows as a stream.
 * An n-gram is n consecutive words of Python's `text.lower().split()`; docs/contamination.md has the definitions.
 * @throws GateError where nothing can be scanned: a file that can't be read or has no usable row, no rows at all
 */
export async function scanNgram(input: SearchInput, { n, minShare, level }: NgramOptions): Promise<ScanResult> {
  const { suites, files, allPairs, writePair, log } = input;
  const searched = suites.flatMap(({ suite, examples }) => examples.map((example) => ({ suite, example })));
  const names = searched.map(({ suite, example }) => ({ suite, id: example.id }));
  const index = indexEval(
    searched.map(({ example }) => evalParts(example)),
    n,
  );
  const pairs = new Pairs(index, names, minShare, allPairs);
  const write = async (lines: Iterable<string>): Promise<void> => {
    for (const line of lines) await writePair(line);
  };
  const training = await readTraining(files, 'known', log, (row) => {
    const lines = pairs.row(row);
    if (pairs.isFull) return write(lines).then(() => write(pairs.rest()));
    return lines.length === 0 ? undefined : write(lines);
  });
  await write(pairs.rest());

  const contaminated: ContaminatedExample[] = [];
  searched.forEach(({ suite, example }, i) => {
    const { grams } = index.examples[i]!;
    const shared = pairs.best.shared(i);
    if (shared === 0) return;
    contaminated.push({
      suite,
      id: example.id,
      level: levelOf(shared, grams, minShare),
      score: shared / grams,
      text: cutEvalText(evalText(example)),
      evidence: pairs.best.evidence(i),
    });
  });
  const contamination: Contamination = {
    definition: 'ngram',
    n,
    level,
    training,
    examples: contaminated.sort((a, b) => b.score - a.score),
    undecidable: names.filter((_, i) => index.examples[i]!.grams === 0),
    pairs: pairs.listed,
    shared_text: pairs.shared.list(searched.map(({ example }) => evalText(example))),
  };
  return { contamination, flags: flagsOf(suites, index, pairs, { minShare, level }) };
}

function flagsOf(
  suites: SearchInput['suites'],
  index: EvalIndex,
  pairs: Pairs,
  { minShare, level }: Pick<NgramOptions, 'minShare' | 'level'>,
): ReadonlyMap<string, Int8Array> {
  let at = 0;
  return new Map(
    suites.map(({ suite, examples }) => {
      const flags = Int8Array.from(examples, () => {
        const { grams } = index.examples[at]!;
        const shared = pairs.best.shared(at++);
        if (grams === 0) return -1;
        return shared > 0 && isAtLeast(levelOf(shared, grams, minShare), level) ? 1 : 0;
      });
      return [suite, flags];
    }),
  );
}
