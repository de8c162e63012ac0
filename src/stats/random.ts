import { xoshiro } from './xoshiro.js';

const BUFFER = 1024;

/**
 * A seeded generator: xoshiro128**, whose state is filled from a text by FNV-1a and splitmix32. The same text gives the
 * same numbers on every machine.
 */
export class Random {
  private readonly state: Uint32Array;
  private readonly buffer = new Uint32Array(BUFFER);
  private used = BUFFER;

  /** @param key any text; streams of different texts are independent for every practical purpose */
  constructor(key: string) {
    const next = splitmix32(fnv1a(key, 0x811c9dc5));
    const other = splitmix32(fnv1a(key, 0x9e3779b9));
    this.state = Uint32Array.of(next(), other(), next(), other());
  }

  /** The next 32 random bits, 0 <= u < 2^32. */
  uint32(): number {
    if (this.used === BUFFER) {
      this.fill(this.buffer);
      this.used = 0;
    }
    return this.buffer[this.used++]!;
  }

  /** The next numbers of {@link uint32}, at least one and at most `most`; good until the next call of anything. */
  take(most: number): Uint32Array {
    if (this.used === BUFFER) {
      this.fill(this.buffer);
      this.used = 0;
    }
    const from = this.used;
    this.used = Math.min(BUFFER, from + most);
    return this.buffer.subarray(from, this.used);
  }

  /** 0 <= u < 1, with 32 bits. */
  uniform(): number {
    return this.uint32() / 4294967296;
  }

  /** An integer 0 <= i < n. Its probabilities are even to within n / 2^32, far below what resampling can show. */
  below(n: number): number {
    return Math.floor(this.uniform() * n);
  }

  /** Fills an array's first elements with 32 random bits each, far faster than one by one. */
  fill(target: Uint32Array, count = target.length): void {
    xoshiro(this.state, target, count);
  }
}

/** FNV-1a over UTF-16 code units, both bytes of each. */
function fnv1a(text: string, start: number): number {
  let hash = start;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193);
    hash = Math.imul(hash ^ (unit >>> 8), 0x01000193);
  }
  return hash;
}

function splitmix32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let z = state;
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return z ^ (z >>> 15);
  };
}
