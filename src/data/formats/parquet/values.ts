import type { Encoding, SchemaElement } from 'hyparquet';
import { deltaBinaryUnpack } from 'hyparquet/src/delta.js';
import { byteStreamSplit } from 'hyparquet/src/encoding.js';
import { readPlain } from 'hyparquet/src/plain.js';
import { Damaged, Unsupported } from './fault.js';
import { decodeRuns } from './levels.js';

/** A value as it is stored, before its type says what it means. */
export type Stored = number | bigint | boolean | Uint8Array;

/** The values of a page or a dictionary. */
export interface Values {
  readonly length: number;
  at(index: number): Stored;
}

const BYTE_WIDTHS: Readonly<Record<string, number>> = { INT32: 4, INT64: 8, INT96: 12, FLOAT: 4, DOUBLE: 8 };

/**
 * Decodes the values of a page. Their number is held against the bytes that are there before memory is set aside.
 * @param bytes the page without its levels
 * @param most the bytes that texts may have together: where one repeats the beginning of the one before, few bytes can say many
 * @throws Damaged, Unsupported, or whatever the decoder throws at damage
 */
export function decodeValues(
  bytes: Buffer,
  encoding: Encoding,
  count: number,
  element: SchemaElement,
  most: number,
): Values {
  const { type } = element;
  const reader = { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.length), offset: 0 };
  switch (encoding) {
    case 'PLAIN':
      return plain(bytes, count, element);
    case 'RLE': {
      if (type !== 'BOOLEAN') break;
      const length = bytes.length < 4 ? 0 : bytes.readUInt32LE(0);
      const out = new Uint8Array(count);
      decodeRuns(bytes, 4, Math.min(bytes.length, 4 + length), 1, out);
      return { length: count, at: (index) => out[index] === 1 };
    }
    case 'BYTE_STREAM_SPLIT': {
      assertRoom(bytes, count, widthOf(element));
      return stored(byteStreamSplit(reader, count, type!, element.type_length));
    }
    case 'DELTA_BINARY_PACKED': {
      if (type !== 'INT32' && type !== 'INT64') break;
      const out = type === 'INT32' ? new Int32Array(count) : new BigInt64Array(count);
      deltaBinaryUnpack(reader, count, out);
      return stored(out);
    }
    case 'DELTA_LENGTH_BYTE_ARRAY': {
      const lengths = new Int32Array(count);
      deltaBinaryUnpack(reader, count, lengths);
      return slices(bytes, reader.offset, lengths);
    }
    case 'DELTA_BYTE_ARRAY':
      return prefixed(bytes, reader, count, most);
    default:
  }
  throw new Unsupported(`it has ${type ?? 'values'} in the encoding ${encoding}`);
}

function plain(bytes: Buffer, count: number, element: SchemaElement): Values {
  const { type } = element;
  if (type === 'BYTE_ARRAY') return lengthPrefixed(bytes, count);
  if (type === 'BOOLEAN') {
    if (count > bytes.length * 8) throw new Damaged('a page ends before its values');
    return { length: count, at: (index) => ((bytes[index >> 3]! >> (index & 7)) & 1) === 1 };
  }
  assertRoom(bytes, count, widthOf(element));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return stored(readPlain({ view, offset: 0 }, type!, count, element.type_length));
}

function widthOf({ type, type_length: length }: SchemaElement): number {
  const width = type === 'FIXED_LEN_BYTE_ARRAY' ? length : BYTE_WIDTHS[type ?? ''];
  if (width === undefined || !(width > 0)) throw new Damaged('a column has no width');
  return width;
}

function assertRoom(bytes: Buffer, count: number, width: number): void {
  if (count * width > bytes.length) throw new Damaged('a page ends before its values');
}

function stored(values: ArrayLike<unknown>): Values {
  const list = values as ArrayLike<Stored>;
  return { length: list.length, at: (index) => list[index]! };
}

/** Each value behind its length. */
function lengthPrefixed(bytes: Buffer, count: number): Values {
  assertRoom(bytes, count, 4);
  const starts = new Int32Array(count);
  let at = 0;
  for (let i = 0; i < count; i++) {
    if (at + 4 > bytes.length) throw new Damaged('a page ends before its values');
    starts[i] = at + 4;
    at += 4 + bytes.readUInt32LE(at);
  }
  if (at > bytes.length) throw new Damaged('a page ends before its values');
  return {
    length: count,
    at: (index) => bytes.subarray(starts[index], starts[index]! + bytes.readUInt32LE(starts[index]! - 4)),
  };
}

/** Values of these lengths, one behind the other. */
function slices(bytes: Buffer, start: number, lengths: Int32Array): Values {
  const ends = new Float64Array(lengths.length);
  let end = start;
  for (let i = 0; i < lengths.length; i++) {
    if (lengths[i]! < 0) throw new Damaged('a text has a negative length');
    end += lengths[i]!;
    ends[i] = end;
  }
  if (end > bytes.length) throw new Damaged('a page ends before its values');
  return { length: lengths.length, at: (index) => bytes.subarray(ends[index]! - lengths[index]!, ends[index]) };
}

/** Values that each begin as the one before does, with the length of what they share and their own rest. */
function prefixed(bytes: Buffer, reader: { view: DataView; offset: number }, count: number, most: number): Values {
  const [shared, lengths] = [new Int32Array(count), new Int32Array(count)];
  deltaBinaryUnpack(reader, count, shared);
  deltaBinaryUnpack(reader, count, lengths);
  const rests = slices(bytes, reader.offset, lengths);
  let total = 0;
  for (let i = 0; i < count; i++) {
    const before = i === 0 ? 0 : shared[i - 1]! + lengths[i - 1]!;
    if (shared[i]! < 0 || shared[i]! > before) throw new Damaged('a text shares more than there is');
    total += shared[i]! + lengths[i]!;
  }
  if (total > most) throw new Unsupported('it has a page of more than 500 MB');
  const all = Buffer.allocUnsafeSlow(total);
  const whole = new Int32Array(count);
  let at = 0;
  for (let i = 0; i < count; i++) {
    const before = i === 0 ? 0 : at - whole[i - 1]!;
    all.copy(all, at, before, before + shared[i]!);
    all.set(rests.at(i) as Uint8Array, at + shared[i]!);
    whole[i] = shared[i]! + lengths[i]!;
    at += whole[i]!;
  }
  return slices(all, 0, whole);
}

/** Values that are numbers of a dictionary's. */
export function decodeIndices(bytes: Buffer, count: number, dictionaryLength: number): Int32Array {
  const indices = new Int32Array(count);
  if (count === 0) return indices;
  if (bytes.length === 0) throw new Damaged('a page ends before its values');
  decodeRuns(bytes, 1, bytes.length, bytes[0]!, indices);
  for (const index of indices) if (index >= dictionaryLength) throw new Damaged('a value is not in its dictionary');
  return indices;
}
