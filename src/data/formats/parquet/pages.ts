import { crc32 } from 'node:zlib';
import type { ColumnMetaData, PageHeader } from 'hyparquet';
import { unpackPage } from './codecs.js';
import { Damaged, Unsupported } from './fault.js';
import { bitWidth, decodeRuns } from './levels.js';
import { readPageHeader } from './page-header.js';
import type { RandomAccess } from './random-access.js';
import type { Leaf } from './schema.js';
import { decodeIndices, decodeValues, type Values } from './values.js';

/** A page is unpacked as a whole. It holds one row at least, and rows may have 500 MB. */
export const LARGEST_PAGE = 1 << 29;
/** Values of a page that are told apart in memory; writers end a page long before. */
const MOST_PAGE_VALUES = 1 << 24;

/** A page of a column: which of its values are there, and those. */
export interface Page {
  readonly count: number;
  /** Null where every value is there, or none is in a list. */
  readonly definitions: Uint8Array | null;
  readonly repetitions: Uint8Array | null;
  /** Null where the page is too large to be read; then no value is in a list. */
  readonly values: Values | null;
  /** Where the values are a dictionary's: their numbers in it, of which `values` are all. */
  readonly indices: Int32Array | null;
}

/** Reads the pages of a column in one row group, in order, one at a time. */
export class Pages {
  readonly #file: RandomAccess;
  readonly #leaf: Leaf;
  readonly #codec: string;
  #at: number;
  readonly #end: number;
  #dictionary: Values | null = null;

  constructor(file: RandomAccess, leaf: Leaf, chunk: ColumnMetaData) {
    this.#file = file;
    this.#leaf = leaf;
    this.#codec = chunk.codec;
    const [data, dictionary] = [Number(chunk.data_page_offset), Number(chunk.dictionary_page_offset ?? 0)];
    this.#at = dictionary > 0 && dictionary < data ? dictionary : data;
    // What describes no values may point anywhere.
    this.#end = chunk.num_values === 0n ? this.#at : this.#at + Number(chunk.total_compressed_size);
    if (!(this.#at >= 0 && this.#end >= this.#at && this.#end <= file.size)) {
      throw new Damaged('a column points behind its end');
    }
  }

  /** The next page with values, null behind the last. */
  next(): Page | null {
    while (this.#at < this.#end) {
      const { header, start } = readPageHeader(this.#file, this.#at, this.#end);
      const length = header.compressed_page_size;
      if (!(length >= 0 && header.uncompressed_page_size >= 0 && start + length <= this.#end)) {
        throw new Damaged('a page points behind its column');
      }
      this.#at = start + length;
      const page = this.#read(header, start);
      if (page !== null && page.count > 0) return page;
    }
    return null;
  }

  #read(header: PageHeader, start: number): Page | null {
    const { data_page_header: v1, data_page_header_v2: v2, dictionary_page_header: dictionary } = header;
    const isTooLarge = Math.max(header.uncompressed_page_size, header.compressed_page_size) > LARGEST_PAGE;
    if (header.type === 'DATA_PAGE' && v1 !== undefined) {
      if (isTooLarge) return this.#unread(v1.num_values);
      return this.#pageV1(v1, this.#unpack(header, this.#bytes(header, start)));
    }
    if (header.type === 'DATA_PAGE_V2' && v2 !== undefined) {
      if (isTooLarge) return this.#unread(v2.num_values);
      return this.#pageV2(header, v2, this.#bytes(header, start));
    }
    if (header.type === 'DICTIONARY_PAGE' && dictionary !== undefined) {
      if (isTooLarge) throw new Unsupported(`the column "${this.#leaf.path}" has a dictionary of more than 500 MB`);
      const count = checkedCount(dictionary.num_values);
      const bytes = this.#unpack(header, this.#bytes(header, start));
      this.#dictionary = decodeValues(bytes, 'PLAIN', count, this.#leaf.element, LARGEST_PAGE);
    }
    return null; // pages of other kinds hold no values
  }

  #bytes({ compressed_page_size: length, crc }: PageHeader, start: number): Buffer {
    const bytes = this.#file.read(start, length);
    if (crc !== undefined && (crc32(bytes) | 0) !== (crc | 0)) throw new Damaged('a page has a wrong checksum');
    return bytes;
  }

  #unpack({ uncompressed_page_size: size }: PageHeader, bytes: Buffer): Buffer {
    return unpackPage(bytes, size, this.#codec);
  }

  /** Values of a page that is too large. In a list it could not be told how many rows they are. */
  #unread(values: number): Page {
    if (this.#leaf.repetition > 0) {
      throw new Unsupported(`the column "${this.#leaf.path}" has a page of more than 500 MB; write smaller pages`);
    }
    return { count: checkedCount(values), definitions: null, repetitions: null, values: null, indices: null };
  }

  #pageV1(v1: NonNullable<PageHeader['data_page_header']>, bytes: Buffer): Page {
    const { definition, repetition } = this.#leaf;
    const count = checkedCount(v1.num_values);
    let at = 0;
    const levels = (most: number, encoding: string): Uint8Array | null => {
      if (most === 0) return null;
      if (encoding !== 'RLE') throw new Unsupported(`it has levels in the encoding ${encoding}`);
      const length = bytes.readUInt32LE(at);
      const out = runs(bytes, at + 4, at + 4 + length, most, count);
      at += 4 + length;
      return out;
    };
    const repetitions = levels(repetition, v1.repetition_level_encoding);
    const definitions = levels(definition, v1.definition_level_encoding);
    return this.#page(count, repetitions, definitions, bytes.subarray(at), v1.encoding);
  }

  #pageV2(header: PageHeader, v2: NonNullable<PageHeader['data_page_header_v2']>, bytes: Buffer): Page {
    const { definition, repetition } = this.#leaf;
    const count = checkedCount(v2.num_values);
    const { repetition_levels_byte_length: first, definition_levels_byte_length: second } = v2;
    const valuesAt = first + second;
    if (!(first >= 0 && second >= 0 && valuesAt <= bytes.length && valuesAt <= header.uncompressed_page_size)) {
      throw new Damaged('levels reach behind their page');
    }
    const repetitions = repetition === 0 ? null : runs(bytes, 0, first, repetition, count);
    const definitions = definition === 0 ? null : runs(bytes, first, valuesAt, definition, count);
    const packed = bytes.subarray(valuesAt);
    const size = header.uncompressed_page_size - valuesAt;
    // Levels are never compressed here; values of an empty page may be no bytes at all, which no codec unpacks.
    const values = v2.is_compressed === false || packed.length === 0 ? packed : unpackPage(packed, size, this.#codec);
    return this.#page(count, repetitions, definitions, values, v2.encoding);
  }

  #page(
    count: number,
    repetitions: Uint8Array | null,
    definitions: Uint8Array | null,
    bytes: Buffer,
    encoding: NonNullable<PageHeader['data_page_header']>['encoding'],
  ): Page {
    const there = definitions === null ? count : countOf(definitions, this.#leaf.definition);
    if (encoding !== 'PLAIN_DICTIONARY' && encoding !== 'RLE_DICTIONARY') {
      const values = there === 0 ? NOTHING : decodeValues(bytes, encoding, there, this.#leaf.element, LARGEST_PAGE);
      return { count, repetitions, definitions, values, indices: null };
    }
    const dictionary = this.#dictionary ?? NOTHING;
    return {
      count,
      repetitions,
      definitions,
      values: dictionary,
      indices: decodeIndices(bytes, there, dictionary.length),
    };
  }
}

const NOTHING: Values = {
  length: 0,
  at: () => {
    throw new Damaged('a value is missing');
  },
};

function checkedCount(count: number): number {
  if (!(count >= 0)) throw new Damaged('a page has a negative number of values');
  if (count > MOST_PAGE_VALUES) throw new Unsupported(`it has a page of more than ${MOST_PAGE_VALUES} values`);
  return count;
}

function runs(bytes: Buffer, start: number, end: number, most: number, count: number): Uint8Array {
  if (end > bytes.length) throw new Damaged('levels reach behind their page');
  const out = new Uint8Array(count);
  decodeRuns(bytes, start, end, bitWidth(most), out);
  return out;
}

function countOf(levels: Uint8Array, level: number): number {
  let count = 0;
  for (const one of levels) if (one === level) count++;
  return count;
}
