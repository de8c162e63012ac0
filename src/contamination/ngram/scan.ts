import { searchTraining, shareArrays } from '../engine/index.js';
import { cutEvalText } from '../evidence.js';
import type { ScanResult, SearchInput } from '../input.js';
import { LEAK_KNOWN, LEAK_NEW, UNDECIDABLE } from '../flags.js';
import { isAtLeast } from '../levels.js';
import { searchedExamples } from '../searched.js';
import { evidenceOf } from '../standing.js';
import { evalParts, evalText } from '../text.js';
import { trainingRow } from '../training-row.js';
import type { ContaminatedExample, Contamination, Level } from '../types.js';
import { indexEval, type EvalIndex } from './eval-index.js';
import { levelOf } from './level.js';
import { Pairs } from './pairs.js';
import { gramSieve, NgramSearcher } from './sieve.js';

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
  const { suites, files, allPairs, onPair, writePair, log, threads, interrupted } = input;
  const { searched, names, standing } = searchedExamples(input);
  const parts = searched.map(({ example }) => evalParts(example));
  const index = indexEval(parts, n);
  const sieve = shareArrays(gramSieve(parts, n));
  const pairs = new Pairs(index, names, minShare, allPairs, standing, onPair);
  const write = async (lines: Iterable<string>): Promise<void> => {
    for (const line of lines) await writePair(line);
  };
  const training = await searchTraining({
    files,
    log,
    threads,
    interrupted,
    fields: 'known',
    searcher: { definition: 'ngram', sieve },
    local: new NgramSearcher(sieve),
    take: ({ fields, piece }, source) => {
      const lines = pairs.row(trainingRow(fields, source, piece));
      if (pairs.isFull) return write(lines).then(() => write(pairs.rest()));
      return lines.length === 0 ? undefined : write(lines);
    },
  });
  await write(pairs.rest());

  const contaminated: ContaminatedExample[] = [];
  searched.forEach(({ suite, example }, i) => {
    const { grams } = index.examples[i]!;
    const shared = Math.max(pairs.best.shared(i), pairs.known.shared(i));
    if (shared === 0) return;
    contaminated.push({
      suite,
      id: example.id,
      level: levelOf(shared, grams, minShare),
      score: shared / grams,
      text: cutEvalText(evalText(example)),
      ...evidenceOf(pairs.best.evidence(i), pairs.known.evidence(i)),
    });
  });
  const flags = flagsOf(suites, index, pairs, { minShare, level });
  const contamination: Contamination = {
    definition: 'ngram',
    n,
    level,
    training,
    examples: contaminated.sort((a, b) => b.score - a.score),
    ...standing.summary(flags),
    undecidable: names.filter((_, i) => index.examples[i]!.grams === 0),
    pairs: pairs.listed,
    shared_text: pairs.shared.list(searched.map(({ example }) => evalText(example))),
  };
  return { contamination, flags, standing };
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
        const [fresh, known] = [pairs.best.shared(at), pairs.known.shared(at)];
        at++;
        if (grams === 0) return UNDECIDABLE;
        const isLeak = (shared: number): boolean => shared > 0 && isAtLeast(levelOf(shared, grams, minShare), level);
        return isLeak(fresh) ? LEAK_NEW : isLeak(known) ? LEAK_KNOWN : 0;
      });
      return [suite, flags];
    }),
  );
}
