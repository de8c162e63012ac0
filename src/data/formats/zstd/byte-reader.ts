/** Reads exact numbers of bytes from a stream of chunks, copying only where a number reaches over a chunk's end. */
export class ByteReader {
  readonly #chunks: AsyncIterator<Buffer>;
  #held: Buffer = Buffer.alloc(0);

  constructor(chunks: AsyncIterable<Buffer>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /**
   * The next bytes, without going past them.
   * @returns fewer than `count` only where the stream ends
   */
  async peek(count: number): Promise<Buffer> {
    while (this.#held.length < count) {
      const next = await this.#chunks.next();
      if (next.done === true) break;
      this.#held = this.#held.length === 0 ? next.value : Buffer.concat([this.#held, next.value]);
    }
    return this.#held.subarray(0, count);
  }

  /**
   * The same, and as many as asked for.
   * @throws Error where the stream ends before
   */
  async need(count: number): Promise<Buffer> {
    const bytes = await this.peek(count);
    if (bytes.length < count) throw new Error('unexpected end of file');
    return bytes;
  }

  /**
   * The next bytes, going past them.
   * @throws Error where the stream ends before
   */
  async take(count: number): Promise<Buffer> {
    const bytes = await this.need(count);
    this.#held = this.#held.subarray(count);
    return bytes;
  }

  /** Goes past bytes without holding them. */
  async skip(count: number): Promise<void> {
    for (let left = count; left > 0;) {
      await this.need(1);
      const step = Math.min(left, this.#held.length);
      this.#held = this.#held.subarray(step);
      left -= step;
    }
  }

  /** Gives the stream back where it is not read to its end. */
  async close(): Promise<void> {
    await this.#chunks.return?.();
  }
}
