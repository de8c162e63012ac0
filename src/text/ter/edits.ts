import type { Tokens } from '../ngrams.js';
import { BeamGrid } from './grid.js';
import { MAX_CANDIDATES, type Shift, applyShift, possibleShifts } from './shifts.js';

/**
 * The edits of Translation Edit Rate (Snover et al. 2006): insertions, deletions, substitutions and shifts of blocks that
 * turn a text into a reference, found greedily as sacrebleu 2.6.0 finds them (its beam, limits and order of preference).
 * @param text words as numbers, equal for equal words
 * @param reference words as numbers from the same vocabulary
 */
export function terEdits(text: Tokens, reference: Tokens): number {
  if (reference.length === 0 || text.length === 0) return text.length + reference.length;
  const words = Int32Array.from(text);
  const target = Int32Array.from(reference);
  const moved = new Int32Array(words.length);
  const grid = new BeamGrid(words.length, target);
  grid.fillPrefixes(words, 0);
  grid.fillSuffixes(words, words.length + 1);
  let shifts = 0;
  let tried = 0;
  while (grid.distance > 0) {
    const candidates = possibleShifts(words, target, grid.align(words), MAX_CANDIDATES - tried);
    tried += candidates.length;
    if (tried >= MAX_CANDIDATES) break;
    const best = bestShift(words, candidates, grid, moved);
    if (best === null) break;
    shifts++;
    const [first, end] = applyShift(words, best, moved);
    words.set(moved);
    grid.fillPrefixes(words, first);
    grid.fillSuffixes(words, end);
  }
  return shifts + grid.distance;
}

/**
 * The shift after which the distance is least, if it is less than now. Of equal ones the longest, then the earliest block,
 * then the earliest target. Long blocks are tried first: they promise most, and what can't beat the best is soon given up.
 */
function bestShift(words: Int32Array, candidates: readonly Shift[], grid: BeamGrid, moved: Int32Array): Shift | null {
  let best: Shift | null = null;
  let least = grid.distance;
  for (const shift of [...candidates].sort(preferred)) {
    const [first, end] = applyShift(words, shift, moved);
    const distance = grid.distanceWith(moved, first, end, least - 1);
    if (distance < least) [best, least] = [shift, distance];
  }
  return best;
}

function preferred(a: Shift, b: Shift): number {
  return b.length - a.length || a.from - b.from || a.target - b.target;
}
