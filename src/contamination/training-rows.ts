import { stat } from 'node:fs/promises';
import { readTrainingRows, type ResolvedFile, type TextObject } from '../data/index.js';
import { GateError } from '../errors.js';
import type { Log } from '../log.js';
import { FieldNotes } from './field-notes.js';
import { PIECE_LENGTH, piecesOf } from './pieces.js';
import { namedKeys, Progress, SkippedRows } from './training-log.js';
import { trainingRow, type FieldText, type TrainingRow } from './training-row.js';
import { KNOWN_FIELDS, trainingTexts, type FieldChoice, type ReadText } from './training-text.js';
import type { Contamination } from './types.js';

/**
 * Hands every training row with any text to `take`, in file order, and waits for what it returns. A very long row comes in
 * pieces. Rows that can't be read or have no text are counted as broken, and the first few are named in the log. One file is
 * open at a time.
 * @throws GateError where not one row of a file can be used, or there is no row at all
 */
export async function readTraining(
  files: readonly ResolvedFile[],
  fields: FieldChoice,
  log: Log,
  take: (row: TrainingRow) => Promise<void> | undefined,
): Promise<Contamination['training']> {
  const progress = new Progress(files.length, log);
  const skipped = new SkippedRows(log);
  const notes = new FieldNotes(fields, log);
  let bytes = 0;
  for (const file of files) {
    bytes += await sizeOf(file);
    const [rowsBefore, brokenBefore] = [progress.rows, skipped.broken];
    let seen: readonly string[] = [];
    for await (const { row, source } of readTrainingRows(file, skipped)) {
      const texts = textsOf(row, fields);
      if (texts === null || texts.length === 0) {
        if (seen.length === 0) seen = namedKeys(row);
        skipped.onBroken(source, texts === null ? 'is too large' : 'has no text in a field that is searched');
        continue;
      }
      notes.see(row, texts, source, progress.rows === rowsBefore);
      progress.row();
      for (const piece of isShort(texts) ? [trainingRow(texts, source)] : piecesOf(texts, source)) {
        progress.text(piece.text);
        const written = take(piece);
        if (written !== undefined) await written; // a promise for every row would cost more than the row
      }
    }
    progress.files++;
    if (progress.rows === rowsBefore && skipped.broken > brokenBefore) throw unusable(file, seen, fields);
  }
  skipped.end();
  if (progress.rows === 0) {
    throw new GateError('the training data has no rows, so nothing was scanned', { file: files[0]?.shown });
  }
  notes.end();
  const { rows } = progress;
  return { files: files.length, rows, bytes, broken_rows: skipped.broken, not_utf8_rows: skipped.replaced };
}

async function sizeOf(file: ResolvedFile): Promise<number> {
  try {
    return (await stat(file.path)).size;
  } catch (error) {
    throw new GateError('can not be read', { file: file.shown }, { cause: error });
  }
}

/** Null where a list of numbers would be a longer text than JavaScript knows. */
function textsOf(row: TextObject, fields: FieldChoice): readonly ReadText[] | null {
  try {
    return trainingTexts(row, fields);
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

function unusable(file: ResolvedFile, keys: readonly string[], fields: FieldChoice): GateError {
  const seen = keys.length === 0 ? '' : ` (seen: ${keys.join(', ')})`;
  const named = typeof fields === 'string' ? KNOWN_FIELDS : fields;
  const what = keys.length === 0 ? 'not one row can be read' : `no row has any text that is searched${seen}`;
  return new GateError(`${what}; training rows hold ${named.join(', ')}`, { file: file.shown });
}
