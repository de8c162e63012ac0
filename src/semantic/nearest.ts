import type { RowPlace } from '../contamination/index.js';
import { GateError } from '../errors.js';
import { dotProduct, PARTS, partEnds, restNorms, type Vector } from './vector.js';

/** A text of a training row. */
export interface RowText {
  /** The row's number in reading order. */
  readonly row: number;
  readonly text: string;
  readonly place: RowPlace;
}

export interface Similar extends RowText {
  /** Cosine, -1 to 1. */
  readonly similarity: number;
}

/** Training rows kept for an example. */
export const MOST_SIMILAR = 3;

/** A bound may be off by its rounding, and must never cost a row. */
const SLACK = 1e-9;

/**
 * For each example the training rows nearest to it: the highest cosine first, among equals the row that was read first.
 * Equal texts count once. What is kept does not depend on the order in which rows are offered.
 */
export class NearestRows {
  readonly #examples: Int8Array;
  readonly #norms: readonly Float64Array[];
  readonly #dimensions: number;
  readonly #ends: readonly number[];
  readonly #least: number;
  readonly #kept: Similar[][];

  /**
   * @param examples null for those that are not looked for
   * @param least the lowest cosine that is kept
   */
  constructor(examples: readonly (Vector | null)[], least: number) {
    this.#dimensions = examples.find((vector) => vector !== null)?.length ?? 0;
    this.#ends = partEnds(this.#dimensions);
    this.#least = least;
    this.#kept = examples.map(() => []);
    this.#examples = new Int8Array(examples.length * this.#dimensions);
    examples.forEach((vector, i) => {
      if (vector !== null) this.#examples.set(this.#fitting(vector), i * this.#dimensions);
    });
    this.#norms = examples.map((_, i) => restNorms(this.#examples, i * this.#dimensions, this.#dimensions));
  }

  /** @throws GateError where the row's vector has another length than the examples' */
  offer(vector: Vector, row: RowText): void {
    const rowNorms = restNorms(this.#fitting(vector));
    for (let example = 0; example < this.#kept.length; example++) {
      const norms = this.#norms[example]!;
      if (norms[0] === 0) continue;
      const kept = this.#kept[example]!;
      const least = kept.length < MOST_SIMILAR ? this.#least : kept[MOST_SIMILAR - 1]!.similarity;
      const similarity = this.#cosine(example, vector, rowNorms, least);
      if (similarity >= least) keep(kept, { ...row, similarity });
    }
  }

  /** Nearest first. */
  of(example: number): readonly Similar[] {
    return this.#kept[example]!;
  }

  /** The cosine, or something below `least` where it is below (by Cauchy and Schwarz, from a part of the dimensions). */
  #cosine(example: number, vector: Vector, rowNorms: Float64Array, least: number): number {
    const norms = this.#norms[example]!;
    const whole = norms[0]! * rowNorms[0]!;
    const needed = least * whole - SLACK * whole;
    const start = example * this.#dimensions;
    let dot = 0;
    let from = 0;
    for (let part = 0; part < PARTS; part++) {
      const end = this.#ends[part]!;
      dot += dotProduct(this.#examples, start, vector, from, end);
      from = end;
      if (dot + norms[part + 1]! * rowNorms[part + 1]! < needed) return -Infinity;
    }
    return dot / whole;
  }

  #fitting(vector: Vector): Vector {
    if (vector.length === this.#dimensions) return vector;
    throw new GateError(
      `embeddings have ${vector.length} dimensions here and ${this.#dimensions} there; delete the cache, or name the model otherwise`,
      { key: 'contamination.semantic.cache' },
    );
  }
}

/** Puts a row in its place, unless it has the text of a nearer or earlier one. */
function keep(kept: Similar[], found: Similar): void {
  const isSame = ({ row, text }: Similar): boolean => row === found.row || text === found.text;
  if (kept.some((other) => isSame(other) && compare(other, found) <= 0)) return;
  for (let i = kept.length - 1; i >= 0; i--) if (isSame(kept[i]!)) kept.splice(i, 1);
  const place = kept.findIndex((other) => compare(found, other) < 0);
  kept.splice(place === -1 ? kept.length : place, 0, found);
  kept.length = Math.min(kept.length, MOST_SIMILAR);
}

function compare(a: Similar, b: Similar): number {
  return b.similarity - a.similarity || a.row - b.row;
}
