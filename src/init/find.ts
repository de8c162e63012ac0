import { readdir, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { readRows, type ResolvedFile } from '../data/index.js';
import type { JsonObject } from '../data/types.js';

/** What a file's first rows and its name say that it is. `questions` are rows with answers: an eval set or training data. */
export type Content = 'eval' | 'training' | 'questions' | 'predictions';

/** A file of rows that a starter config may name. */
export interface DataFile extends ResolvedFile {
  readonly content: Content;
}

const DATA_FILE = /\.(?:jsonl|ndjson|json|csv|tsv)(?:\.gz)?$/iu;
/** Folders that hold no data of the user's, or our own reports. */
const SKIPPED_FOLDERS = new Set(['node_modules', 'dist', 'build', 'venv', 'wandb', 'eval-gate-report']);
const MAX_DEPTH = 5;
const MAX_FILES = 500;
/** A JSON document is read whole; training data this large is nearly always JSON Lines. */
const MAX_JSON_BYTES = 50_000_000;

const TRAINING_WORDS = words('train training trainset');
const EVAL_WORDS = words(
  'eval evals evaluation test tests testset valid validation val dev bench benchmark heldout gold',
);
const PREDICTION_WORDS = words('pred preds prediction predictions out output outputs generated generations responses');
/** Names under which models' outputs are known (the contract's "Rows"), and those of files that tools write. */
const OUTPUT_KEYS = ['output', 'outputs', 'prediction', 'predict', 'response', 'completion', 'generated_text'];

/**
 * The data files below a folder with what each of them holds, sorted by path. Files without rows of a known kind are
 * left out, and so are hidden folders and files that can't be read.
 */
export async function findDataFiles(folder: string): Promise<DataFile[]> {
  const found: DataFile[] = [];
  for (const path of await listFiles(folder, MAX_DEPTH)) {
    const file = { path, shown: relative(folder, path).split(sep).join('/') };
    const row = await firstRow(file);
    const content = row === null ? null : contentOf(row, pathWords(file.shown));
    if (content !== null) found.push({ ...file, content });
  }
  return found;
}

/** The lower-case words that a path is made of: `out/base-model.jsonl` has out, base, model and jsonl. */
export function pathWords(path: string): ReadonlySet<string> {
  return new Set(path.toLowerCase().split(/[^\p{L}\p{N}]+/u));
}

/** The words of a list that is written as one text. */
export function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

/** Whether two sets have a word in common. */
export function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  for (const word of one) if (other.has(word)) return true;
  return false;
}

async function listFiles(folder: string, depth: number): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const files: string[] = [];
  for (const entry of entries) {
    if (files.length >= MAX_FILES) break;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      const skipped = entry.name.startsWith('.') || SKIPPED_FOLDERS.has(entry.name) || depth === 0;
      if (!skipped) files.push(...(await listFiles(path, depth - 1)));
    } else if (entry.isFile() && DATA_FILE.test(entry.name)) files.push(path);
  }
  return files.slice(0, MAX_FILES);
}

/** A file that can't be read as rows (package.json, say) is none of ours, so it is no error either. */
async function firstRow(file: ResolvedFile): Promise<JsonObject | null> {
  if (/\.json(?:\.gz)?$/iu.test(file.shown) && (await stat(file.path)).size > MAX_JSON_BYTES) return null;
  try {
    for await (const { row } of readRows(file)) return row;
    return null;
  } catch {
    return null;
  }
}

function contentOf(row: JsonObject, path: ReadonlySet<string>): Content | null {
  const has = (...keys: readonly string[]) => keys.every((key) => Object.hasOwn(row, key));
  const written = overlap(path, PREDICTION_WORDS);
  // OpenAI and vLLM batches, lm-evaluation-harness samples, LLaMA-Factory's generated_predictions.
  if (has('custom_id', 'response') || has('doc_id', 'filter') || has('predict')) return 'predictions';
  // Here an output key holds the reference answer, unless the file's name says that a model wrote it.
  if (has('instruction', 'output') || has('prompt', 'completion')) return written ? 'predictions' : purpose(row, path);
  if (OUTPUT_KEYS.some((key) => has(key))) return 'predictions';
  const answered = [['reference'], ['references'], ['messages'], ['conversations'], ['question', 'answer']];
  return answered.some((keys) => has(...keys)) ? purpose(row, path) : null;
}

function purpose(row: JsonObject, path: ReadonlySet<string>): Content {
  if (overlap(path, TRAINING_WORDS)) return 'training';
  if (overlap(path, EVAL_WORDS)) return 'eval';
  return Object.hasOwn(row, 'reference') || Object.hasOwn(row, 'references') ? 'eval' : 'questions';
}
