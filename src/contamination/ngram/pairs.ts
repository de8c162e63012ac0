import type { Source } from '../../data/types.js';
import type { TrainingRow } from '../training-row.js';
import { BEST_ROWS, BestRows } from './best-rows.js';
import type { SearchInput } from '../input.js';
import type { PairStatus, Standing } from '../standing.js';
import type { Evidence } from '../types.js';
import { EvidenceCutter } from './evidence-cutter.js';
import type { EvalIndex } from './eval-index.js';
import { levelOf } from './level.js';
import { RowMatcher, type Overlap } from './row-matcher.js';
import { SharedText } from './shared-text.js';

/** Rows with the same common n-grams that are looked at in full: of a later one only what else it holds can matter. */
const SAME_COMMON_ROWS = BEST_ROWS;
/** Combinations of common n-grams that are remembered, in characters; beyond it rows take longer, with the same result. */
const REMEMBERED_CHARACTERS = 10_000_000;
/** Held rows, in characters of text, above which their pairs are listed at once: memory comes before brevity. */
const HELD_CHARACTERS = 50_000_000;

/** A row whose pairs wait for the end, because they rest on n-grams that may still turn out to be shared text. */
interface HeldRow {
  readonly row: TrainingRow;
  readonly grams: readonly number[];
}

export interface NamedExample {
  readonly suite: string;
  readonly id: string;
}

/**
 * Finds the pairs of example and training row, and lists them as lines of contamination.jsonl.
 *
 * Whether an n-gram is shared text is known only at the end, while lines are written as a stream. So a pair that holds an
 * n-gram of few examples is listed at once, and a pair that holds only n-grams of many examples waits until `rest()`.
 * What is listed therefore does not depend on the order of rows. Which examples are contaminated, and how much, never
 * depends on shared text at all.
 */
export class Pairs {
  /** New pairs, and those that an earlier scan had. */
  readonly best: BestRows;
  readonly known: BestRows;
  readonly shared: SharedText;
  /** Lines listed so far. */
  listed = 0;

  readonly #index: EvalIndex;
  readonly #names: readonly NamedExample[];
  readonly #minShare: number;
  readonly #allPairs: boolean;
  readonly #standing: Standing;
  readonly #onPair: SearchInput['onPair'];
  readonly #matcher: RowMatcher;
  readonly #combinations = new Map<string, number>();
  #rememberedCharacters = 0;
  /** The number of the last row that each example was a candidate of. */
  readonly #candidateOf: Int32Array;
  /** The examples listed with each row that comes in pieces. */
  readonly #listedOf = new WeakMap<Source, Set<number>>();
  #rows = 0;
  #held: HeldRow[] = [];
  #heldCharacters = 0;

  constructor(
    index: EvalIndex,
    names: readonly NamedExample[],
    minShare: number,
    allPairs: boolean,
    standing: Standing,
    onPair: SearchInput['onPair'],
  ) {
    this.#index = index;
    this.#names = names;
    this.#minShare = minShare;
    this.#allPairs = allPairs;
    this.#standing = standing;
    this.#onPair = onPair;
    this.#matcher = new RowMatcher(index);
    this.#candidateOf = new Int32Array(names.length);
    this.best = new BestRows(names.length);
    this.known = new BestRows(names.length);
    this.shared = new SharedText(index);
  }

  /** Takes the next training row. Returns the lines to list, usually none. */
  row(row: TrainingRow): string[] {
    const { text, source } = row;
    if (!this.#matcher.take(text)) return [];
    const found = this.#foundGrams();
    const common = found.filter((gram) => this.shared.isCommon(gram));
    for (const gram of common) this.shared.count(gram);
    // Where pairs are told apart one by one, no row can stand for another.
    const isRepeat = !this.#allPairs && this.#standing.isEmpty && this.#onPair === null && this.#isRepeat(common);
    const followed = isRepeat ? found.filter((gram) => !this.shared.isCommon(gram)) : found;
    const cutter = new EvidenceCutter(text);
    const lines: string[] = [];
    let waits = isRepeat;
    for (const example of this.#candidates(followed)) {
      const overlap = this.#matcher.overlap(example);
      const evidence = (): Evidence => this.#evidence(example, overlap, source, cutter);
      const status = this.#statusOf(example, overlap, evidence);
      if (status !== 'allowed') {
        this[status === 'known' ? 'known' : 'best'].offer(example, overlap.shared, source, evidence);
        this.#tell(example, overlap, source, cutter);
      }
      if (this.#allPairs || this.#holds(example, (gram) => !this.shared.isCommon(gram))) {
        if (this.#isUnlisted(example, row)) lines.push(this.#line(example, overlap, source, cutter));
      } else waits = true;
    }
    if (waits) this.#hold({ row, grams: common });
    return lines;
  }

  /** Whether so much is held back that `rest()` must be called now. */
  get isFull(): boolean {
    return this.#heldCharacters > HELD_CHARACTERS;
  }

  /** The lines of the pairs that were held back and do not rest on shared text alone, as far as is known by now. */
  *rest(): Generator<string, void, undefined> {
    const held = this.#held;
    this.#held = [];
    this.#heldCharacters = 0;
    for (const { row } of held) {
      this.#matcher.take(row.text);
      const cutter = new EvidenceCutter(row.text);
      const open = this.#foundGrams().filter((gram) => !this.shared.isShared(gram));
      for (const example of this.#candidates(open)) {
        if (this.#holds(example, (gram) => !this.shared.isCommon(gram)) || !this.#isUnlisted(example, row)) continue;
        yield this.#line(example, this.#matcher.overlap(example), row.source, cutter);
      }
    }
  }

  #foundGrams(): number[] {
    return Array.from(this.#matcher.grams.values.subarray(0, this.#matcher.grams.length));
  }

  /**
   * Whether rows with the very same common n-grams were seen so often that this one can be no example's best row through
   * them. Without this, a template that all rows and all examples share would cost their product.
   */
  #isRepeat(common: readonly number[]): boolean {
    if (common.length === 0) return false;
    const key = common.toSorted((a, b) => a - b).join(' ');
    const seen = this.#combinations.get(key) ?? 0;
    if (seen >= SAME_COMMON_ROWS) return true;
    if (seen === 0) {
      if (this.#rememberedCharacters > REMEMBERED_CHARACTERS) return false;
      this.#rememberedCharacters += key.length;
    }
    this.#combinations.set(key, seen + 1);
    return false;
  }

  /** The examples that hold any of these n-grams, ascending. */
  #candidates(grams: readonly number[]): number[] {
    const { postingStarts, postings } = this.#index;
    const candidates: number[] = [];
    this.#rows++;
    for (const gram of grams) {
      for (let i = postingStarts[gram]!; i < postingStarts[gram + 1]!; i++) {
        const example = postings[i]!;
        if (this.#candidateOf[example] === this.#rows) continue;
        this.#candidateOf[example] = this.#rows;
        candidates.push(example);
      }
    }
    return candidates.sort((a, b) => a - b);
  }

  /** Whether the example and the row have an n-gram in common of which `test` holds. */
  #holds(example: number, test: (gram: number) => boolean): boolean {
    const { examples, table, n } = this.#index;
    const { start, end } = examples[example]!;
    for (let position = start; position + n <= end; position++) {
      const gram = table.gramAt[position]!;
      if (this.#matcher.holds(gram) && test(gram)) return true;
    }
    return false;
  }

  #hold(row: HeldRow): void {
    if (row.grams.every((gram) => this.shared.isShared(gram))) return;
    this.#held.push(row);
    this.#heldCharacters += row.row.text.length;
    if (!this.isFull) return;
    // Forgets rows all of whose n-grams have turned out to be shared text since.
    this.#held = this.#held.filter(({ grams }) => grams.some((gram) => !this.shared.isShared(gram)));
    this.#heldCharacters = this.#held.reduce((sum, { row: { text } }) => sum + text.length, 0);
  }

  /** Whether a pair is not listed yet: a row that comes in pieces may hold an example in several of them. */
  #isUnlisted(example: number, { piece, source }: TrainingRow): boolean {
    if (piece === null) return true;
    const listed = this.#listedOf.get(source) ?? new Set();
    this.#listedOf.set(source, listed);
    return listed.size < listed.add(example).size;
  }

  #evidence(example: number, { spanStart, spanWords }: Overlap, source: Source, cutter: EvidenceCutter): Evidence {
    const { file, line, rowGroup } = source;
    return {
      file,
      line,
      ...(rowGroup === undefined ? {} : { row_group: rowGroup }),
      row: this.#standing.rowOf(example, cutter.fingerprint),
      ...cutter.cut(spanStart, spanWords),
    };
  }

  #tell(example: number, { shared }: Overlap, { file, line }: Source, cutter: EvidenceCutter): void {
    if (this.#onPair === null) return;
    const level = levelOf(shared, this.#index.examples[example]!.grams, this.#minShare);
    this.#onPair({ ...this.#names[example]!, file, line, level, fingerprint: cutter.fingerprint });
  }

  #statusOf(example: number, { shared }: Overlap, evidence: () => Evidence): PairStatus {
    if (this.#standing.isEmpty) return 'new';
    const { grams } = this.#index.examples[example]!;
    return this.#standing.of(example, {
      level: levelOf(shared, grams, this.#minShare),
      score: shared / grams,
      evidence: evidence(),
    });
  }

  #line(example: number, overlap: Overlap, source: Source, cutter: EvidenceCutter): string {
    this.listed++;
    const { suite, id } = this.#names[example]!;
    const { grams } = this.#index.examples[example]!;
    const evidence = this.#evidence(example, overlap, source, cutter);
    const status = this.#statusOf(example, overlap, () => evidence);
    const { file, line, row_group, row, text } = evidence;
    return JSON.stringify({
      suite,
      id,
      file,
      line,
      row_group,
      level: levelOf(overlap.shared, grams, this.#minShare),
      score: overlap.shared / grams,
      longest_span: overlap.spanWords,
      part: overlap.part,
      row,
      ...(status === 'new' ? {} : { status }),
      text,
    });
  }
}
