import { parseTrainingLine } from '../../data/index.js';
import type { Searcher } from '../searcher.js';
import type { FieldChoice } from '../training-text.js';
import { type BlockReport, BlockReporter } from './block-report.js';
import { JsonTexts } from './json-texts.js';

const LINE_FEED = 10;
/** Longer lines are read as texts, which may come in pieces. */
const MOST_BYTES = 1 << 20;

/** Searches blocks of whole lines of JSON: most rows by their bytes alone, and only what may hold something as a text. */
export class BlockScanner<Found> {
  readonly #searcher: Searcher<Found>;
  readonly #choice: FieldChoice;
  readonly #reporter: BlockReporter<Found>;
  readonly #texts = new JsonTexts();

  constructor(searcher: Searcher<Found>, choice: FieldChoice) {
    this.#searcher = searcher;
    this.#choice = choice;
    this.#reporter = new BlockReporter(searcher, choice);
  }

  /**
   * @param bytes one more than `end` of them: a line feed is set behind the last line
   * @param start where the first line begins
   * @param end behind the last line, with or without its line feed
   * @param file the path as shown to the user
   */
  scan(bytes: Buffer, start: number, end: number, file: string): BlockReport<Found> {
    const texts = this.#texts;
    const reporter = this.#reporter;
    bytes[end] = LINE_FEED;
    const mayBePlain = this.#choice === 'known';
    let line = 0;
    for (let from = start; from < end; line++) {
      const to = bytes.indexOf(LINE_FEED, from);
      const isPlain = mayBePlain && to - from <= MOST_BYTES && !reporter.needsFields && texts.read(bytes, from, to);
      if (isPlain && !this.#searcher.mayHold(bytes, texts.spans, texts.count)) reporter.countRow();
      else this.#line(bytes.subarray(from, to), line + 1, file);
      from = to + 1;
    }
    return reporter.report(line);
  }

  #line(bytes: Buffer, line: number, file: string): void {
    const read = parseTrainingLine(bytes);
    if (read === null) return;
    const source = { file, line };
    if (typeof read.row === 'string') this.#reporter.onBroken(source, read.row);
    else {
      if (!read.isUtf8) this.#reporter.onReplaced(source);
      this.#reporter.row(read.row, source);
    }
  }
}
