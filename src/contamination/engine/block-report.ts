import type { TextObject } from '../../data/index.js';
import type { Source } from '../../data/types.js';
import { observeFields, type RowFields } from '../field-notes.js';
import { PIECE_LENGTH, piecesOf } from '../pieces.js';
import type { Searcher } from '../searcher.js';
import { namedKeys, NAMED_ROWS } from '../training-log.js';
import { trainingRow, type FieldText } from '../training-row.js';
import { trainingTexts, type FieldChoice, type ReadText } from '../training-text.js';

/** What a thread tells of rows that stand one after another. Lines count from 1 where the block begins. */
export interface BlockReport<Found> {
  /** Lines that begin in the block. */
  lines: number;
  /** Rows that were searched, rows that could not be, and rows that were although not all of their bytes are UTF-8. */
  rows: number;
  broken: number;
  replaced: number;
  /** The first rows of these two kinds; the message is null for a row that was searched. */
  readonly notes: { readonly source: Source; readonly message: string | null }[];
  /** Keys of the first row that has keys, and no text that is searched. */
  textlessKeys: readonly string[];
  /** The first row that was searched. */
  first: { readonly source: Source; readonly fields: RowFields } | null;
  /** Named fields that any row had text under. */
  readonly named: Set<string>;
  /** What was found, in the order of rows. Pieces of one row have the same source. */
  readonly found: { readonly source: Source; readonly found: Found }[];
}

/** Takes rows and what becomes of them, and reports when asked. */
export class BlockReporter<Found> {
  readonly #searcher: Searcher<Found>;
  readonly #choice: FieldChoice;
  #report: BlockReport<Found> = emptyReport();

  constructor(searcher: Searcher<Found>, choice: FieldChoice) {
    this.#searcher = searcher;
    this.#choice = choice;
  }

  /** Whether fields of rows must be looked at: of the first row, and of all where fields are named. */
  get needsFields(): boolean {
    return this.#report.first === null || typeof this.#choice !== 'string';
  }

  /** Counts a row that was found to hold nothing. */
  countRow(): void {
    this.#report.rows++;
  }

  readonly onBroken = (source: Source, message: string): void => {
    if (this.#report.broken++ < NAMED_ROWS) this.#report.notes.push({ source, message });
  };

  readonly onReplaced = (source: Source): void => {
    if (this.#report.replaced++ < NAMED_ROWS) this.#report.notes.push({ source, message: null });
  };

  /** Searches a row. */
  row(row: TextObject, source: Source): void {
    const report = this.#report;
    const texts = textsOf(row, this.#choice);
    if (texts === null || texts.length === 0) {
      if (report.textlessKeys.length === 0) report.textlessKeys = namedKeys(row);
      this.onBroken(source, texts === null ? 'is too large' : 'has no text in a field that is searched');
      return;
    }
    report.rows++;
    if (this.needsFields) {
      const fields = observeFields(row, texts, this.#choice);
      report.first ??= { source, fields };
      for (const name of fields.named) report.named.add(name);
    }
    for (const piece of isShort(texts) ? [trainingRow(texts, source)] : piecesOf(texts, source)) {
      const found = this.#searcher.search(piece);
      if (found !== null) report.found.push({ source, found });
    }
  }

  /** What came since the last report. */
  report(lines: number): BlockReport<Found> {
    const report = this.#report;
    report.lines = lines;
    this.#report = emptyReport();
    return report;
  }
}

export function emptyReport<Found>(): BlockReport<Found> {
  return {
    lines: 0,
    rows: 0,
    broken: 0,
    replaced: 0,
    notes: [],
    textlessKeys: [],
    first: null,
    named: new Set(),
    found: [],
  };
}

/** Null where a list of numbers would be a longer text than JavaScript knows. */
function textsOf(row: TextObject, choice: FieldChoice): readonly ReadText[] | null {
  try {
    return trainingTexts(row, choice);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Whether a row need not be cut into pieces. */
function isShort(texts: readonly ReadText[]): texts is readonly FieldText[] {
  let length = 0;
  for (const { text } of texts) {
    if (typeof text !== 'string') return false;
    length += text.length;
  }
  return length <= PIECE_LENGTH;
}
