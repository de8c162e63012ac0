// 64-bit numbers are held as two halves of 32 bits, since BigInt takes some ten times as long.

/** A 64-bit number that operations change in place, modulo 2^64. */
class Word {
  high: number;
  low: number;

  constructor(high: number, low: number) {
    this.high = high;
    this.low = low;
  }

  add({ high, low }: Word): this {
    const sum = (this.low >>> 0) + (low >>> 0);
    this.low = sum | 0;
    this.high = (this.high + high + (sum > 0xffffffff ? 1 : 0)) | 0;
    return this;
  }

  xor({ high, low }: Word): this {
    this.high ^= high;
    this.low ^= low;
    return this;
  }

  multiply({ high, low }: Word): this {
    const a0 = this.low & 0xffff;
    const a1 = this.low >>> 16;
    const b0 = low & 0xffff;
    const b1 = low >>> 16;
    const middle = a1 * b0 + ((a0 * b0) >>> 16);
    const carried = a0 * b1 + (middle & 0xffff);
    const carry = a1 * b1 + Math.floor(middle / 65536) + Math.floor(carried / 65536);
    this.high = (carry + Math.imul(this.high, low) + Math.imul(this.low, high)) | 0;
    this.low = Math.imul(this.low, low);
    return this;
  }

  /** Rotates by 1 to 31 bits to the left. */
  rotate(bits: number): this {
    const high = (this.high << bits) | (this.low >>> (32 - bits));
    this.low = (this.low << bits) | (this.high >>> (32 - bits));
    this.high = high;
    return this;
  }

  /** XORs the number with itself shifted right. */
  fold(bits: number): this {
    const [high, low] =
      bits < 32
        ? [this.high >>> bits, (this.low >>> bits) | (this.high << (32 - bits))]
        : [0, bits === 32 ? this.high : this.high >>> (bits - 32)];
    this.high ^= high;
    this.low ^= low;
    return this;
  }

  set(high: number, low: number): this {
    this.high = high;
    this.low = low;
    return this;
  }
}

const P1 = new Word(0x9e3779b1, 0x85ebca87);
const P2 = new Word(0xc2b2ae3d, 0x27d4eb4f);
const P3 = new Word(0x165667b1, 0x9e3779f9);
const P4 = new Word(0x85ebca77, 0xc2b2ae63);
const P5 = new Word(0x27d4eb2f, 0x165667c5);

/** Bytes that are taken at a time, eight for each of four lanes. */
const STRIPE = 32;

/** The checksum of zstd frames over their content: XXH64 with seed 0 (xxHash specification 0.1.1), taken in as it comes. */
export class Xxh64 {
  readonly #lanes = [
    new Word(P1.high, P1.low).add(P2),
    new Word(P2.high, P2.low),
    new Word(0, 0),
    new Word(~P1.high, ~P1.low).add(new Word(0, 1)),
  ] as const;
  readonly #input = new Word(0, 0);
  #rest = Buffer.alloc(0);
  #length = 0;

  update(bytes: Uint8Array): void {
    this.#length += bytes.length;
    let chunk = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    if (this.#rest.length > 0) {
      const missing = STRIPE - this.#rest.length;
      this.#rest = Buffer.concat([this.#rest, chunk.subarray(0, missing)]);
      if (this.#rest.length < STRIPE) return;
      chunk = chunk.subarray(missing);
      this.#stripes(this.#rest, STRIPE);
    }
    const whole = chunk.length - (chunk.length % STRIPE);
    this.#stripes(chunk, whole);
    this.#rest = Buffer.from(chunk.subarray(whole));
  }

  /** The low 32 bits of the hash of all bytes so far, unsigned, which is what a frame holds. */
  low32(): number {
    const [v1, v2, v3, v4] = this.#lanes;
    const hash = new Word(0, 0);
    if (this.#length < STRIPE) hash.add(P5);
    else {
      for (const [lane, bits] of [
        [v1, 1],
        [v2, 7],
        [v3, 12],
        [v4, 18],
      ] as const) {
        hash.add(new Word(lane.high, lane.low).rotate(bits));
      }
      for (const lane of this.#lanes) {
        const mixed = new Word(lane.high, lane.low).multiply(P2).rotate(31).multiply(P1);
        hash.xor(mixed).multiply(P1).add(P4);
      }
    }
    hash.add(new Word(Math.floor(this.#length / 2 ** 32), this.#length | 0));
    let at = 0;
    const rest = this.#rest;
    for (; at + 8 <= rest.length; at += 8) {
      const input = new Word(rest.readInt32LE(at + 4), rest.readInt32LE(at)).multiply(P2).rotate(31).multiply(P1);
      hash.xor(input).rotate(27).multiply(P1).add(P4);
    }
    for (; at + 4 <= rest.length; at += 4) {
      hash
        .xor(new Word(0, rest.readInt32LE(at)).multiply(P1))
        .rotate(23)
        .multiply(P2)
        .add(P3);
    }
    for (; at < rest.length; at++) {
      hash.xor(new Word(0, rest[at]!).multiply(P5)).rotate(11).multiply(P1);
    }
    hash.fold(33).multiply(P2).fold(29).multiply(P3).fold(32);
    return hash.low >>> 0;
  }

  #stripes(bytes: Buffer, end: number): void {
    const input = this.#input;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    for (let at = 0; at < end; at += STRIPE) {
      let word = at;
      for (const lane of this.#lanes) {
        input.set(view.getInt32(word + 4, true), view.getInt32(word, true)).multiply(P2);
        lane.add(input).rotate(31).multiply(P1);
        word += 8;
      }
    }
  }
}
