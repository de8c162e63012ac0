import { ASCII, DIGIT, JOINER, LETTER, MARKUP, SEPARATOR } from './characters.js';
import { BASE, type Tokens } from './tokens.js';

/** By its own name: `Math` is looked up every time where a program has made its globals anew, as test runners do. */
const { imul } = Math;

/** Bytes that do not stand in a string of JSON for themselves. */
const SPECIAL = 6;
const CLASSES = Uint8Array.from({ length: 256 }, (_, byte) => (byte < 0x20 ? SPECIAL : (ASCII[byte] ?? SPECIAL)));
/** What may stand behind a backslash and separates words, in JSON. */
const ESCAPED = Uint8Array.from({ length: 256 }, (_, byte) => Number('"/bfnrt'.includes(String.fromCharCode(byte))));

/** Of a byte what it adds to a token's hash, above it its class; above that a bit where it must be looked at. */
const CLASS_SHIFT = 8;
const LOOK = 1 << 16;
const BYTES = Int32Array.from(CLASSES, (found, byte) => {
  if (found === LETTER) return (LETTER << CLASS_SHIFT) | byte | 0x20;
  if (found === DIGIT) return (DIGIT << CLASS_SHIFT) | byte;
  return found === SEPARATOR ? 0 : LOOK;
});

const [COMMA, BACKSLASH, AMPERSAND, SLASH, HASH] = [0x2c, 0x5c, 0x26, 0x2f, 0x23];

/**
 * Reads the tokens of rows from bytes: what `Tokens.read` makes of plain ASCII, which most rows are.
 *
 * There is no branch for a token's end: such a branch goes wrong once a word, which takes longer than hashing it. So each
 * token is written again with every byte, until the next one begins.
 */
export class ByteTokens {
  #hashes = new Int32Array(4096);
  /** Four times the length, and the class. */
  #shapes = new Int32Array(4096);

  /**
   * Sets `tokens` to those of a row, without their places in it.
   * @param bytes the row's texts as they stand in strings of JSON, with a quote behind each
   * @param spans where each text begins and ends
   * @returns false where the bytes are not valid there, not ASCII, have an escape \u, or may be markup
   */
  read(tokens: Tokens, bytes: Uint8Array, spans: Int32Array, count: number): boolean {
    tokens.clear();
    for (let i = 0; i < count; i++) {
      const found = this.#read(bytes, spans[2 * i]!, spans[2 * i + 1]!);
      if (found === -1) return false;
      tokens.addPlain(this.#hashes, this.#shapes, found);
    }
    return true;
  }

  /** @returns how many tokens there are, or -1 */
  #read(bytes: Uint8Array, from: number, to: number): number {
    if (this.#hashes.length < to - from + 2) this.#grow(2 * (to - from + 2));
    const hashes = this.#hashes;
    const shapes = this.#shapes;
    let count = 0;
    let hash = 0;
    let shape = SEPARATOR;
    for (let i = from; i < to; i++) {
      let of = BYTES[bytes[i]!]!;
      if (of === LOOK) {
        const byte = bytes[i]!;
        const found = CLASSES[byte]!;
        if (found === JOINER) continue;
        if (byte === COMMA) {
          if ((shape & 3) === DIGIT && CLASSES[bytes[i - 1]!] === DIGIT && groupsThousands(bytes, i)) continue;
        } else if (found === SPECIAL || (found === MARKUP && !isPlain(bytes, i))) return -1;
        if (byte === BACKSLASH) i++;
        of = 0;
      }
      const next = of >> CLASS_SHIFT;
      hashes[count] = hash;
      shapes[count] = shape;
      const kind = shape & 3;
      const goesOn = ((kind ^ next) - 1) >> 31; // all ones or zeros
      count += (~goesOn & -kind) >>> 31;
      hash = (imul(hash & goesOn, BASE) + (of & 0xff)) | 0;
      shape = ((shape & goesOn) + 4 + (next & ~goesOn)) | 0;
    }
    hashes[count] = hash;
    shapes[count] = shape;
    return (shape & 3) === SEPARATOR ? count : count + 1;
  }

  #grow(size: number): void {
    this.#hashes = new Int32Array(size);
    this.#shapes = new Int32Array(size);
  }
}

/** Whether a character that may begin markup certainly does not, and is valid in a string of JSON. */
function isPlain(bytes: Uint8Array, at: number): boolean {
  const byte = bytes[at]!;
  const next = bytes[at + 1]!;
  if (byte === BACKSLASH) {
    return ESCAPED[next] === 1 || (next === BACKSLASH && CLASSES[bytes[at + 2]!] !== LETTER);
  }
  if (byte === AMPERSAND) return CLASSES[next] !== LETTER && next !== HASH;
  return CLASSES[next] !== LETTER && next !== SLASH && (next !== BACKSLASH || bytes[at + 2] !== SLASH);
}

/** Whether three digits and no fourth follow. */
function groupsThousands(bytes: Uint8Array, comma: number): boolean {
  for (let i = comma + 1; i <= comma + 3; i++) if (CLASSES[bytes[i]!] !== DIGIT) return false;
  return CLASSES[bytes[comma + 4]!] !== DIGIT;
}
