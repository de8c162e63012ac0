import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { writeCorpus } from './corpus.mjs';
import { alternate, print, run } from './measure.mjs';
import { Absent, cli, here, scratch } from './places.mjs';
import { sharedCorpus } from './shared-corpus.mjs';

export const about =
  "both definitions beside wc -w (which only counts words) and the lesson's Python (eval set in memory), pair by pair";

const SEED = 11;
const MEGABYTES = 200;
const SMOKE_MEGABYTES = 2;

export async function bench({ smoke, runs = 3 }) {
  const folder = smoke ? small(SMOKE_MEGABYTES) : ((await sharedCorpus()) ?? small(MEGABYTES));
  const train = join(folder, 'train.jsonl');
  const evalSet = join(folder, 'eval.jsonl');
  const reportDir = join(folder, 'report');
  const expectedFile = join(folder, 'pairs.json');
  const scan = (definition, ...flags) => ({
    name: `eval-gate scan, ${definition}`,
    command: [
      ...[process.execPath, cli, 'scan', '--eval-set', evalSet, '--training-data', train],
      ...['--definition', definition, '--report-dir', `${reportDir}-${definition}`, ...flags],
    ],
    exit: [0, 1],
  });
  const words = { name: 'wc -w', command: ['env', 'LC_ALL=C.UTF-8', 'wc', '-w', train] };
  const lesson = {
    name: "the lesson's Python",
    command: ['python3', join(here, 'lesson.py'), train, evalSet, expectedFile],
  };
  try {
    const jobs = [words, scan('ngram', '--all-pairs'), scan('robust'), lesson];
    if (smoke) for (const job of jobs) await run(job);
    else print(await alternate(jobs, runs), statSync(train).size);
  } catch (error) {
    throw error.code === 'ENOENT' ? new Absent('python3 or wc is not installed') : error;
  }

  const expected = JSON.parse(readFileSync(expectedFile, 'utf8'));
  const listed = readFileSync(join(`${reportDir}-ngram`, 'contamination.jsonl'), 'utf8')
    .trimEnd()
    .split('\n');
  const found = listed.map((line) => JSON.parse(line));
  const lines = new Map(found.map(({ id }) => [id, []]));
  for (const { id, line } of found) lines.get(id).push(line);
  const sorted = Object.fromEntries([...lines].map(([id, list]) => [id, list.toSorted((a, b) => a - b)]));
  assert.deepEqual(sorted, expected);
  assert.ok(found.length > 0);
  console.log(`  ok: the same ${found.length} pairs of ${lines.size} examples`);
}

function small(megabytes) {
  const folder = join(scratch, `own-${megabytes}-${SEED}`);
  mkdirSync(folder, { recursive: true });
  writeCorpus(folder, megabytes * 1e6, SEED);
  return folder;
}
