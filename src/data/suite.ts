import { GateError, placeText } from '../errors.js';
import { loadColumns } from './columns/index.js';
import { FieldWatch } from './fields.js';
import { resolveFiles, type ResolvedFile } from './files.js';
import { readBatches } from './formats/index.js';
import { sha256OfFiles } from './hash.js';
import { ExampleIndex, sideOf } from './pairing/index.js';
import {
  exampleOf,
  outputKeyOf,
  PlainExample,
  predictionOf,
  type ExampleRow,
  type PredictionRow,
} from './shapes/index.js';
import { shorten } from './shorten.js';
import type {
  Example,
  FieldNames,
  FileAccess,
  JsonObject,
  PathPattern,
  Side,
  Source,
  SuiteRows,
  SuiteSource,
} from './types.js';

/**
 * Reads one suite: its eval set, the candidate's predictions and perhaps the base's, each paired with the examples.
 * Several files of one kind are read as one, in path order. Predictions without a row are no error here: what is missing is counted.
 * @throws GateError for whatever can't be read, understood or paired
 */
export async function loadSuite(source: SuiteSource, access: FileAccess): Promise<SuiteRows> {
  const watch = new FieldWatch(source.fields);
  const evalFiles = await resolveFiles(source.evalSet, access);
  const plain = await loadColumns(evalFiles, source, access);
  if (plain !== null) return plain;
  const { index, warnings } = await loadExamples(evalFiles, source, watch);
  const load = async (patterns: readonly PathPattern[]): Promise<Side> => {
    const files = await resolveFiles(patterns, access);
    const rows = await loadPredictions(files, evalFiles, source, watch);
    const loaded = sideOf(
      rows,
      index,
      files.map((file) => file.shown),
    );
    warnings.push(...loaded.warnings);
    return loaded.side;
  };
  const candidate = await load(source.predictions);
  const base = source.basePredictions === null ? null : await load(source.basePredictions);
  watch.assertSeen();
  const { examples } = index;
  const evalSetSha256 = await sha256OfFiles(evalFiles);
  return { count: examples.length, examples, candidate, base, evalSetSha256, warnings };
}

async function loadExamples(
  files: readonly ResolvedFile[],
  source: SuiteSource,
  watch: FieldWatch,
): Promise<{ index: ExampleIndex; warnings: string[] }> {
  const examples: Example[] = [];
  const warnings: string[] = [];
  let ownIds: boolean | null = null;
  for (const file of files) {
    for await (const rows of readBatches(file)) {
      for (const { row, source: place } of rows) {
        watch.see(row, 'eval');
        const read = exampleOf(row, source.fields, place);
        ownIds ??= read.id !== null;
        if (ownIds !== (read.id !== null)) throw mixedIds(examples[0]!, read);
        if (read.otherReferenceKey !== null && warnings.length === 0) {
          warnings.push(
            `References were read from "${read.referenceKey ?? ''}"; "${read.otherReferenceKey}" is there too and differs (${placeText(place)}). If it is the right one, name it with fields.reference.`,
          );
        }
        if (read.example instanceof PlainExample) {
          examples.push(read.example);
          continue;
        }
        // Written out, since an object made by spread takes more memory, and there may be millions.
        const { prompt, messages, references, tags, fields } = read.example;
        const id = read.id ?? `#${examples.length + 1}`;
        examples.push({ id, prompt, messages, references, tags, fields, source: place });
      }
    }
  }
  if (examples.length === 0) {
    throw new GateError('holds no examples; an eval set needs at least one row', {
      file: files.map(({ shown }) => shown).join(', '),
    });
  }
  return { index: new ExampleIndex(examples, ownIds ?? false), warnings };
}

function mixedIds(first: Example, read: ExampleRow): GateError {
  const place = placeText(first.source);
  const what = read.id === null ? `has no id, while ${place} has one` : `has an id, while ${place} has none`;
  return new GateError(`${what}; give every row an id, or none`, { ...read.example.source });
}

async function loadPredictions(
  files: readonly ResolvedFile[],
  evalFiles: readonly ResolvedFile[],
  { fields, stripReasoning }: SuiteSource,
  watch: FieldWatch,
): Promise<PredictionRow[]> {
  const rows: PredictionRow[] = [];
  let firstKeys: readonly string[] | null = null;
  for (const file of files) {
    const isEvalSet = evalFiles.some(({ path }) => path === file.path);
    for await (const batch of readBatches(file)) {
      for (const { row, source } of batch) {
        if (isEvalSet) assertNotReference(row, fields, source);
        watch.see(row, 'predictions');
        rows.push(predictionOf(row, fields, stripReasoning, source));
        firstKeys ??= Object.keys(row);
      }
    }
  }
  // Unscored rows are one thing, a file whose output stands under a name that nobody knows another.
  if (firstKeys === null || rows.some((row) => row.named)) return rows;
  const keys = firstKeys.slice(0, 10).map(shorten).join(', ');
  throw new GateError(`no row has an output under a known name (its keys are ${keys}); name it with fields.output`, {
    file: rows[0]!.source.file,
  });
}

/** One file may hold eval set and outputs, but not under one name: alpaca's `output` would score as its own reference. */
function assertNotReference(row: JsonObject, fields: FieldNames, source: Source): void {
  const key = outputKeyOf(row, fields);
  if (key === null || key !== exampleOf(row, fields, source).referenceKey) return;
  throw new GateError(
    'is the reference of the eval set, which this file is, and no model wrote it; give the file with the predictions',
    { ...source, key },
  );
}
