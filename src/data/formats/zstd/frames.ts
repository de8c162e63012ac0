import { ByteReader } from './byte-reader.js';

const FRAME_MAGIC = 0xfd2fb528;
/** 0x184D2A50 to 0x184D2A5F begin a frame that holds no data. */
const SKIPPABLE_MAGIC = 0x184d2a5;
const LARGEST_BLOCK = 1 << 17;
const LONGEST_HEADER = 18;

/**
 * How far back a frame may refer: memory that unpacking it takes. Node and the `zstd` command refuse more too, unless they
 * are told otherwise.
 */
const LARGEST_WINDOW = 1 << 27;

/** Some bytes of one frame: its header, or one block (at most 128 KiB and a few bytes), the last one with the checksum. */
export interface FramePart {
  readonly bytes: Buffer;
  readonly last: boolean;
}

/** A frame that is whole, but not for us. */
export class UnsupportedZstd extends Error {}

export interface Frame {
  /** How many bytes it may refer back. */
  readonly window: number;
  readonly parts: AsyncGenerator<FramePart, void, undefined>;
  /** Whether its last four bytes are a checksum over its content. */
  readonly hasChecksum: boolean;
}

/**
 * Cuts a .zst stream into its frames by reading the headers of frames and blocks (RFC 8878). Decoders need that done for
 * them: Node's own stops after the first frame without a word, and no decoder should set memory aside before it is known how
 * much. Each frame's parts must be read before the next frame is asked for.
 * @throws Error where the bytes are no frames, end inside one, or ask for too much memory
 */
export async function* zstdFrames(chunks: AsyncIterable<Buffer>): AsyncGenerator<Frame, void, undefined> {
  const reader = new ByteReader(chunks);
  try {
    // No frame at all is no file of nothing, which has one.
    do {
      const magic = (await reader.need(4)).readUInt32LE();
      if (magic >>> 4 === SKIPPABLE_MAGIC) await reader.skip(8 + (await reader.need(8)).readUInt32LE(4));
      else if (magic !== FRAME_MAGIC) throw new Error('not zstd data');
      else yield await frameOf(reader);
    } while ((await reader.peek(1)).length > 0);
  } finally {
    await reader.close();
  }
}

async function frameOf(reader: ByteReader): Promise<Frame> {
  const { length, ...header } = frameHeader(await reader.peek(LONGEST_HEADER));
  return { ...header, parts: partsOf(reader, await reader.take(length), header.hasChecksum) };
}

export interface FrameHeader extends Pick<Frame, 'window' | 'hasChecksum'> {
  /** In bytes. */
  readonly length: number;
}

/**
 * Reads the header that a frame begins with.
 * @param bytes the frame, or as much of it as a header can have
 */
export function frameHeader(bytes: Buffer): FrameHeader {
  if (bytes.length < 5) throw new Error('unexpected end of file');
  if (bytes.readUInt32LE() !== FRAME_MAGIC) throw new Error('not zstd data');
  const descriptor = bytes.readUInt8(4);
  const isSingle = (descriptor & 0x20) !== 0;
  const sizeBytes = [isSingle ? 1 : 0, 2, 4, 8][descriptor >>> 6]!;
  const dictionaryBytes = [0, 1, 2, 4][descriptor & 3]!;
  const dictionaryAt = isSingle ? 5 : 6;
  const length = dictionaryAt + dictionaryBytes + sizeBytes;
  if (bytes.length < length) throw new Error('unexpected end of file');
  if (dictionaryBytes > 0 && bytes.readUIntLE(dictionaryAt, dictionaryBytes) !== 0)
    throw new UnsupportedZstd('it needs a dictionary');
  const window = isSingle ? contentSize(bytes.subarray(0, length), sizeBytes) : windowSize(bytes.readUInt8(5));
  if (window > LARGEST_WINDOW) throw new UnsupportedZstd('its window is larger than 128 MB; pack it without --long');
  return { length, window, hasChecksum: (descriptor & 4) !== 0 };
}

/** A frame in one segment declares its size instead of a window. */
function contentSize(header: Buffer, sizeBytes: number): number {
  const at = header.length - sizeBytes;
  if (sizeBytes === 1) return header.readUInt8(at);
  if (sizeBytes === 2) return header.readUInt16LE(at) + 256;
  return sizeBytes === 4 ? header.readUInt32LE(at) : Number(header.readBigUInt64LE(at));
}

function windowSize(descriptor: number): number {
  const base = 2 ** (10 + (descriptor >>> 3));
  return base + (base / 8) * (descriptor & 7);
}

async function* partsOf(
  reader: ByteReader,
  header: Buffer,
  hasChecksum: boolean,
): AsyncGenerator<FramePart, void, undefined> {
  yield { bytes: header, last: false };
  for (let last = false; !last;) {
    const block = (await reader.need(3)).readUIntLE(0, 3);
    last = (block & 1) === 1;
    const [type, size] = [(block >>> 1) & 3, block >>> 3];
    if (type === 3 || size > LARGEST_BLOCK) throw new Error('not zstd data');
    // A block of one repeated byte holds that byte alone.
    const length = 3 + (type === 1 ? 1 : size) + (last && hasChecksum ? 4 : 0);
    yield { bytes: await reader.take(length), last };
  }
}
