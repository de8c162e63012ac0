import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BlockScanner } from '../../../src/contamination/engine/block-scanner.js';
import type { BlockReport } from '../../../src/contamination/engine/block-report.js';
import { BlockReporter } from '../../../src/contamination/engine/block-report.js';
import { JsonTexts } from '../../../src/contamination/engine/json-texts.js';
import { NgramSearcher, type SievedRow } from '../../../src/contamination/ngram/sieve.js';
import type { Searcher } from '../../../src/contamination/searcher.js';
import { trainingTexts } from '../../../src/contamination/training-text.js';
import { readTrainingRows, type TextObject } from '../../../src/data/index.js';
import { withFiles } from '../../temp.js';
import { fileOf, hostileLines, sieve } from './rows.js';

/** What the readers of whole rows, which know nothing of bytes, make of a file. */
async function readSlowly(bytes: Buffer): Promise<BlockReport<SievedRow>> {
  return withFiles({}, async (folder) => {
    const file = { path: join(folder, 't.jsonl'), shown: 't.jsonl' };
    writeFileSync(file.path, bytes);
    const reporter = new BlockReporter(new NgramSearcher(sieve), 'known');
    for await (const { row, source } of readTrainingRows(file, reporter)) reporter.row(row, source);
    return reporter.report(0);
  });
}

function scanBytes(bytes: Buffer, searcher: Searcher<SievedRow>): BlockReport<SievedRow> {
  const block = Buffer.concat([bytes, Buffer.from('x')]);
  return new BlockScanner(searcher, 'known').scan(block, 0, bytes.length, 't.jsonl');
}

/** Counts what is dropped by its bytes alone. */
class Counting extends NgramSearcher {
  dropped = 0;

  override mayHold(bytes: Uint8Array, spans: Int32Array, count: number): boolean {
    const may = super.mayHold(bytes, spans, count);
    if (!may) this.dropped++;
    return may;
  }
}

test('of bytes the same is read as of rows: what is found, what is broken, what is not UTF-8, at the same lines', async () => {
  let [dropped, found, broken] = [0, 0, 0];
  for (let seed = 1; seed <= 400; seed++) {
    const lines = hostileLines(seed, 25);
    const bytes = fileOf(lines, true);
    const searcher = new Counting(sieve);
    const report = scanBytes(bytes, searcher);
    const slow = await readSlowly(bytes);
    // The first ten are named, in the order of lines; the other reader tells some kinds first.
    const isAll = slow.notes.length === slow.broken + slow.replaced;
    const notes = isAll ? slow.notes.toSorted((a, b) => a.source.line - b.source.line) : report.notes;
    expect(report).toEqual({ ...slow, notes, lines: lines.length });
    dropped += searcher.dropped;
    found += report.found.length;
    broken += report.broken;
  }
  // Of 10,000: neither way is trodden by hardly any row.
  expect(dropped).toBeGreaterThan(1000);
  expect(found).toBeGreaterThan(1000);
  expect(broken).toBeGreaterThan(1000);
});

test('texts that are found in bytes are those of the row, in reading order', () => {
  const texts = new JsonTexts();
  let sure = 0;
  for (const line of hostileLines(99, 5000)) {
    const bytes = Buffer.concat([line, Buffer.from('\n"')]);
    if (!texts.read(bytes, 0, line.length)) continue;
    const strings = Array.from({ length: texts.count }, (_, i) =>
      bytes.toString('utf8', texts.spans[2 * i], texts.spans[2 * i + 1]),
    );
    // It leaves the inside of texts to others.
    if (strings.some((text) => parsed(`"${text}"`) === undefined)) continue;
    sure++;
    const row = parsed(line.toString('utf8')) as TextObject;
    expect(strings.map((text) => parsed(`"${text}"`))).toEqual(trainingTexts(row, 'known').map(({ text }) => text));
  }
  expect(sure).toBeGreaterThan(500);
});

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

test('a plain row in any layout is read by its bytes', () => {
  const texts = new JsonTexts();
  const isSure = (line: string): boolean => texts.read(Buffer.from(`${line}\n`), 0, Buffer.byteLength(line));
  for (const line of [
    '{"instruction":"a","input":"","output":"b"}',
    ' { "output" : "b" , "instruction" : "a\\n\\"c\\"" } \r',
    '{"id":-1.5e+7,"ok":true,"none":null,"text":"a","tags":"x"}',
    '{"messages":[{"role":"user","content":"a"},{"content":"b","role":"assistant"}],"source":"x"}',
    '{"conversations":[{"from":"human","value":"a"}]}',
  ]) {
    expect([line, isSure(line)]).toEqual([line, true]);
  }
});
