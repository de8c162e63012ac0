import { Readable } from 'node:stream';
import { parse, type Info } from 'csv-parse';
import { readTrainingRows, type ResolvedFile, type TextObject } from '../../data/index.js';
import { GateError } from '../../errors.js';
import { fingerprint } from '../fingerprint.js';
import { piecesOf } from '../pieces.js';
import { trainingTexts } from '../training-text.js';
import { bytesOf, lineRanges, type ByteRange } from './bytes.js';
import { elementsOf, withoutElements } from './json-elements.js';
import type { FileRemovals } from './removals.js';

/** A larger JSON list is not held in memory. */
const MOST_JSON_BYTES = 1_000_000_000;

/** Where the rows to be removed stand in a file's unpacked bytes, in order. */
type Finder = (file: ResolvedFile, removals: FileRemovals) => Promise<ByteRange[]>;

const FINDERS: ReadonlyMap<string, Finder> = new Map<string, Finder>([
  ['jsonl', lines],
  ['ndjson', lines],
  ['json', elements],
  ['csv', (file, removals) => records(file, removals, ',')],
  ['tsv', (file, removals) => records(file, removals, '\t')],
  ['txt', passages],
  ['md', passages],
]);

/**
 * What finds the rows of a file.
 * @throws GateError for a format that can't be written
 */
export function finderOf(file: ResolvedFile): Finder {
  const [, format = '', packed] = /\.([^./]*?)(\.(?:gz|zst))?$/iu.exec(file.shown) ?? [];
  const finder = FINDERS.get(format.toLowerCase());
  if (finder !== undefined && packed?.toLowerCase() !== '.zst') return finder;
  const what = finder === undefined ? `.${format}` : '.zst';
  throw new GateError(
    `holds rows that leaked, and ${what} can't be written; convert the file to .jsonl or .jsonl.gz, and scan that`,
    { file: file.shown },
  );
}

async function lines(file: ResolvedFile, { lines: wanted }: FileRemovals): Promise<ByteRange[]> {
  return lineRanges(bytesOf(file), (line) => wanted.has(line));
}

async function elements(file: ResolvedFile, removals: FileRemovals): Promise<ByteRange[]> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of bytesOf(file)) {
    length += chunk.length;
    if (length > MOST_JSON_BYTES) {
      throw new GateError('is a JSON list of more than 1 GB, too much to be written anew; save it as .jsonl', {
        file: file.shown,
      });
    }
    chunks.push(chunk);
  }
  const bytes = Buffer.concat(chunks);
  if (bytes.find((byte) => byte === 0x5b || byte === 0x7b) === 0x7b && !isJson(bytes)) return lines(file, removals);
  const text = ({ start, end }: ByteRange): string => bytes.toString('utf8', start, end);
  const isChosen = (element: ByteRange): boolean => {
    const row = parsed(text(element));
    return row !== null && isLeaking(row, file, removals);
  };
  return elementsOf(bytes).flatMap((list) => withoutElements(list, isChosen));
}

function isJson(bytes: Buffer): boolean {
  return parsed(bytes.toString('utf8').replace(/^\ufeff/u, '')) !== null;
}

/** The object that a text is, or null. */
function parsed(text: string): TextObject | null {
  try {
    const value = JSON.parse(text) as unknown;
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as TextObject) : null;
  } catch {
    return null;
  }
}

async function records(file: ResolvedFile, removals: FileRemovals, delimiter: string): Promise<ByteRange[]> {
  const ranges: ByteRange[] = [];
  const parser = Readable.from(bytesOf(file), { objectMode: false }).pipe(
    parse({ delimiter, bom: true, info: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true }),
  );
  let header: readonly string[] | null = null;
  let end = 0;
  for await (const item of parser) {
    const { record, info } = item as { record: readonly string[]; info: Info };
    const start = end;
    end = info.bytes;
    if (header === null) header = record;
    else if (record.length === header.length) {
      const row = Object.fromEntries(header.map((name, i) => [name, record[i]!]));
      if (isLeaking(row, file, removals)) ranges.push({ start, end });
    }
  }
  return ranges;
}

/** Plain text has no rows of its own, so the lines of a whole run of paragraphs go. */
async function passages(file: ResolvedFile, removals: FileRemovals): Promise<ByteRange[]> {
  const wanted = new Set<number>();
  const options = { onBroken: () => undefined, onReplaced: () => undefined };
  for await (const { row, source } of readTrainingRows(file, options)) {
    if (!isLeaking(row, file, removals)) continue;
    const text = typeof row['text'] === 'string' ? row['text'] : '';
    const count = text.split('\n').length;
    for (let i = 0; i < count; i++) wanted.add(source.line + i);
  }
  return lineRanges(bytesOf(file), (line) => wanted.has(line));
}

function isLeaking(row: TextObject, { shown }: ResolvedFile, { fingerprints }: FileRemovals): boolean {
  const texts = trainingTexts(row, 'known');
  if (texts.length === 0) return false;
  for (const { text } of piecesOf(texts, { file: shown, line: 1 }))
    if (fingerprints.has(fingerprint(text))) return true;
  return false;
}
