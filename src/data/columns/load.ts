import { createHash } from 'node:crypto';
import { resolveFiles, type ResolvedFile } from '../files.js';
import { hashOutputs } from '../pairing/index.js';
import { labelExample, labelPrediction } from '../shapes/index.js';
import type {
  Example,
  FileAccess,
  LabelColumns,
  PathPattern,
  Prediction,
  Side,
  Source,
  SuiteRows,
  SuiteSource,
} from '../types.js';
import { readColumns, type ReadColumns } from './read.js';
import { TextNumbers } from './texts.js';

/** One kind of a suite's files with the rows that were read from them. */
interface Part {
  readonly files: readonly ResolvedFile[];
  readonly rows: ReadColumns;
}

/**
 * Reads a suite whose rows are plain labels in the same order everywhere; half of the time that a million labels take
 * would else go into objects. What it gives is what reading row by row gives.
 * @returns null where the suite is of any other kind, or something is wrong with it
 * @throws GateError where the predictions name no file that may be read
 */
export async function loadColumns(
  evalFiles: readonly ResolvedFile[],
  source: SuiteSource,
  access: FileAccess,
): Promise<SuiteRows | null> {
  if (Object.keys(source.fields).length > 0) return null;
  const numbers = new TextNumbers();
  const hash = createHash('sha256');
  const references = await readColumns(evalFiles, 'reference', numbers, null, (bytes) => hash.update(bytes));
  if (references === null) return null;
  const load = async (patterns: readonly PathPattern[]): Promise<Part | null> => {
    const files = await resolveFiles(patterns, access);
    const rows = await readColumns(files, 'output', numbers, references.ids);
    return rows === null ? null : { files, rows };
  };
  const candidate = await load(source.predictions);
  if (candidate === null) return null;
  const base = source.basePredictions === null ? null : await load(source.basePredictions);
  if (base === null && source.basePredictions !== null) return null;
  // Reasoning is for those who read texts one by one.
  if (source.stripReasoning && numbers.texts.some((text) => text.includes('<'))) return null;
  return suiteOf({ files: evalFiles, rows: references }, candidate, base, numbers.texts, hash.digest('hex'));
}

function suiteOf(
  evalSet: Part,
  candidate: Part,
  base: Part | null,
  texts: readonly string[],
  evalSetSha256: string,
): SuiteRows {
  const { bytes, starts } = evalSet.rows.ids.finish();
  const { count } = evalSet.rows.ids;
  const ids = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const idOf = ({ rows }: Part, row: number): string | number => {
    const id = ids.toString('utf8', starts[row], starts[row + 1]);
    return rows.numbered ? Number(id) : id;
  };
  const textOf = ({ rows }: Part, row: number): string => texts[rows.texts[row]!]!;
  const example = (row: number): Example =>
    labelExample(idOf(evalSet, row), textOf(evalSet, row), sourceOf(evalSet, row));
  const predictionOf = (part: Part, row: number): Prediction =>
    labelPrediction(idOf(part, row), textOf(part, row), sourceOf(part, row));
  const columns: LabelColumns = {
    idBytes: bytes,
    idStarts: starts,
    texts,
    references: evalSet.rows.texts,
    candidate: candidate.rows.texts,
    base: base?.rows.texts ?? null,
    example,
    prediction: (model, row) => predictionOf(model === 'candidate' ? candidate : base!, row),
  };
  const examples = once(() => Array.from({ length: count }, (_, row) => example(row)));
  const sideOf = (part: Part): Side => {
    const predictions = once(() => Array.from({ length: count }, (_, row) => predictionOf(part, row)));
    return {
      get predictions() {
        return predictions();
      },
      rows: count,
      missing: 0,
      extra: 0,
      missingIds: [],
      extraIds: [],
      pairedBy: 'id',
      get outputsSha256() {
        return hashOutputs(predictions());
      },
      files: part.files.map((file) => file.shown),
    };
  };
  return {
    count,
    columns,
    get examples() {
      return examples();
    },
    candidate: sideOf(candidate),
    base: base === null ? null : sideOf(base),
    evalSetSha256,
    warnings: [],
  };
}

/** Where a row stands: a line each, and no others. */
function sourceOf({ files, rows: { ends } }: Part, row: number): Source {
  const file = ends.findIndex((end) => row < end);
  return { file: files[file]!.shown, line: 1 + row - (ends[file - 1] ?? 0) };
}

function once<T>(make: () => T): () => T {
  let made: T | null = null;
  return () => (made ??= make());
}
