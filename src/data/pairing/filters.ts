import { GateError, placeText } from '../../errors.js';
import type { PredictionRow } from '../shapes/index.js';

export interface Chosen {
  readonly rows: readonly PredictionRow[];
  readonly warnings: readonly string[];
}

/**
 * Keeps one row per document of lm-evaluation-harness, which writes one per document and filter: those of the filter
 * `none` where there is one, else of the first in file order. Versions of before 2025 wrote the rows of several filters
 * without naming the filter: there a document's first row counts, if what the model said is the same in all of them.
 * @throws GateError where a document comes twice with other outputs
 */
export function chooseFilter(rows: readonly PredictionRow[]): Chosen {
  if (!rows.some((row) => row.position !== null)) return { rows, warnings: [] };
  const names = [...new Set(rows.map((row) => row.filter))];
  const chosen = names.includes('none') ? 'none' : (names[0] ?? null);
  const warnings: string[] = [];
  if (names.length > 1) {
    const others = names.filter((name) => name !== chosen).map((name) => name ?? 'no filter');
    const file = rows[0]!.source.file;
    warnings.push(
      `${file} has a row per filter: those of ${chosen ?? 'no filter'} count, not those of ${others.join(', ')}.`,
    );
  }
  const kept = new Map<number | null, PredictionRow>();
  let repeated = 0;
  const result = rows.filter((row) => {
    if (row.filter !== chosen || row.position === null) return row.filter === chosen;
    const earlier = kept.get(row.position);
    if (earlier === undefined) {
      kept.set(row.position, row);
      return true;
    }
    assertSame(earlier, row);
    repeated += 1;
    return false;
  });
  if (repeated > 0) {
    warnings.push(
      `${rows[0]!.source.file} has ${repeated} rows whose doc_id came before with the same outputs, as filters without a name leave them: the first of each counts.`,
    );
  }
  return { rows: result, warnings };
}

function assertSame(earlier: PredictionRow, row: PredictionRow): void {
  const texts = [earlier, row].map(({ outputs, prompt }) => JSON.stringify([prompt, outputs]));
  if (row.filter === null && texts[0] === texts[1]) return;
  throw new GateError(
    `doc_id ${row.position ?? ''} is already at ${placeText(earlier.source)}; give each task a suite of its own`,
    { ...row.source, key: 'doc_id' },
  );
}
