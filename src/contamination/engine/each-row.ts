import type { ResolvedFile } from '../../data/index.js';
import type { Log } from '../../log.js';
import type { Searcher } from '../searcher.js';
import type { TrainingRow } from '../training-row.js';
import type { Contamination } from '../types.js';
import { searchTraining } from './search-training.js';

/** Finds every row as it is. */
const every: Searcher<TrainingRow> = { mayHold: () => true, search: (row) => row };

/**
 * Hands every training row with any text to `take`, in file order and in this thread, and waits for what it returns. Rows are
 * read as a scan reads them.
 * @throws GateError as `searchTraining` does
 */
export function eachTrainingRow(
  files: readonly ResolvedFile[],
  log: Log,
  take: (row: TrainingRow) => Promise<void> | undefined,
): Promise<Contamination['training']> {
  const never = new AbortController().signal;
  return searchTraining({
    ...{ files, log, searcher: null, threads: 1, local: every, fields: 'known', interrupted: never },
    take: (row, source) => take({ ...row, source }),
  });
}
