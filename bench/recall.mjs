import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EVAL_SETS } from './eval-sets.mjs';
import { run } from './measure.mjs';
import { cli, orNull, scratch } from './places.mjs';
import { KINDS, MORE_KINDS, plant } from './plants.mjs';
import { randomness } from './random.mjs';
import { sharedCorpus } from './shared-corpus.mjs';

export const about = 'planted leaks that each definition finds, and what it flags besides, on five eval sets';

/** Each set is planted anew for each seed, since the small ones have room for a few leaks of a kind only. */
const SEEDS = [1, 2, 3];
const PLANTS_PER_KIND = 30;
/** Of a set's examples; the others show what is flagged without a leak. */
const PLANTED_SHARE = 0.7;
const LEVELS = ['identical', 'near_identical', 'substantial'];

export async function bench({ smoke }) {
  const big = smoke ? null : await sharedCorpus();
  if (big !== null) {
    console.log('  gsm8k in 200 MB of the shared generator, seed 11');
    const rows = print([await scanned(big)]);
    for (const { kind, planted, robust } of rows) {
      assert.ok(robust >= planted * (kind === 'wordsub' ? 25 / 30 : 29 / 30), `${kind}: ${robust} of ${planted}`);
    }
    console.log('  ok: at least 29 of 30 of each kind, and 25 where words are replaced');
  }
  for (const name of smoke ? ['mtbench'] : Object.keys(EVAL_SETS)) {
    const set = orNull(EVAL_SETS[name]);
    if (set === null) return;
    console.log(`  ${name}: ${set.examples.length} examples, ${set.training.length} honest training rows`);
    const found = [];
    for (const seed of smoke ? [1] : SEEDS) found.push(await scanned(planted(name, set, seed)));
    print(found);
  }
}

/** Writes train.jsonl, eval.jsonl and plants.json, as the shared generator does. */
function planted(name, { examples, training }, seed) {
  const folder = join(scratch, `planted-${name}-${seed}`);
  mkdirSync(folder, { recursive: true });
  const random = randomness(seed);
  const words = training.flatMap(({ instruction, output }) => `${instruction} ${output}`.split(/\s+/u)).filter(Boolean);
  const plain = words.filter((word) => /^\p{Ll}{3,}$/u.test(word));
  const filler = (count) => {
    const start = random.between(0, words.length - count);
    return words.slice(start, start + count).join(' ');
  };
  const word = () => random.pick(plain);

  const kinds = [...KINDS, ...MORE_KINDS];
  const left = random.shuffled(examples.map((_, i) => i));
  const perKind = Math.min(PLANTS_PER_KIND, Math.floor((examples.length * PLANTED_SHARE) / kinds.length));
  const rows = training.map((text) => ({ text }));
  for (let i = 0; i < perKind; i++) {
    for (const kind of kinds) {
      for (const [at, example] of left.entries()) {
        const text = plant(kind, examples[example], random, filler, word);
        if (text === null) continue;
        left.splice(at, 1);
        rows.push({ text, example, kind });
        break;
      }
    }
  }
  const shuffled = random.shuffled(rows);
  const plants = shuffled.flatMap(({ example, kind }, i) =>
    kind === undefined ? [] : [[example, { kind, line: i + 1 }]],
  );
  const write = (file, lines) =>
    writeFileSync(join(folder, file), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  write(
    'train.jsonl',
    shuffled.map(({ text }) => text),
  );
  write(
    'eval.jsonl',
    examples.map(({ question, answer }, i) => ({ id: `${name}-${i}`, question, answer })),
  );
  writeFileSync(join(folder, 'plants.json'), JSON.stringify(Object.fromEntries(plants)));
  return folder;
}

/** What both definitions find in a corpus; its alarms about examples that were not planted are written for a reader. */
async function scanned(folder) {
  const plants = JSON.parse(readFileSync(join(folder, 'plants.json'), 'utf8'));
  const found = { plants, alarms: join(folder, 'alarms.txt') };
  for (const definition of ['robust', 'ngram']) {
    const reportDir = join(folder, definition);
    const paths = ['--eval-set', join(folder, 'eval.jsonl'), '--training-data', join(folder, 'train.jsonl')];
    const how = ['--definition', definition, '--report-dir', reportDir];
    await run({ command: [process.execPath, cli, 'scan', ...paths, ...how], exit: [0, 1] });
    found[definition] = pairsIn(reportDir);
    const { contamination } = JSON.parse(readFileSync(join(reportDir, 'report.json'), 'utf8'));
    if (definition === 'robust') writeFileSync(found.alarms, alarmsOf(contamination.examples, plants));
  }
  return found;
}

function pairsIn(reportDir) {
  const file = join(reportDir, 'contamination.jsonl');
  const text = existsSync(file) ? readFileSync(file, 'utf8').trimEnd() : '';
  return text === '' ? [] : text.split('\n').map((line) => JSON.parse(line));
}

/** Ids of examples end in their number. */
const numberOf = (id) => /\d+$/u.exec(id)[0];

function alarmsOf(examples, plants) {
  return examples
    .filter(({ id, level }) => LEVELS.includes(level) && plants[numberOf(id)] === undefined)
    .map(({ id, level, score, text, evidence: [{ line, text: row }] }) => {
      return `${id} ${level} ${score.toFixed(2)}\n  eval: ${text}\n  line ${line}: ${row}\n\n`;
    })
    .join('');
}

/** Plants found at their own line, kind by kind, and other examples that are flagged, over several scans. */
function print(found) {
  const kinds = [...new Set([...KINDS, ...MORE_KINDS, ...SHARED_KINDS])].filter((kind) =>
    found.some(({ plants }) => Object.values(plants).some((plant) => plant.kind === kind)),
  );
  console.log(`    ${'kind'.padEnd(50)} planted  robust  n-grams  any n-gram`);
  const rows = kinds.map((kind) => {
    const row = { kind, planted: 0, robust: 0, half: 0, any: 0 };
    for (const { plants, robust, ngram } of found) {
      const lines = new Map(
        Object.entries(plants).flatMap(([i, plant]) => (plant.kind === kind ? [[i, plant.line]] : [])),
      );
      const foundBy = (pairs, test) =>
        new Set(
          pairs.filter(({ id, line, level }) => lines.get(numberOf(id)) === line && test(level)).map(({ id }) => id),
        ).size;
      row.planted += lines.size;
      row.robust += foundBy(robust, (level) => LEVELS.includes(level));
      row.half += foundBy(ngram, (level) => LEVELS.includes(level));
      row.any += foundBy(ngram, () => true);
    }
    return row;
  });
  const total = { planted: 0, robust: 0, half: 0, any: 0 };
  for (const row of rows) for (const key of Object.keys(total)) total[key] += row[key];
  for (const row of [...rows, { kind: 'all', ...total }]) printRow(row.kind, row);
  const others = (pairs, plants, test) =>
    new Set(pairs.filter(({ id, level }) => plants[numberOf(id)] === undefined && test(level)).map(({ id }) => id))
      .size;
  const flagged = { planted: '', robust: 0, half: 0, any: 0 };
  for (const { plants, robust, ngram } of found) {
    flagged.robust += others(robust, plants, (level) => LEVELS.includes(level));
    flagged.half += others(ngram, plants, (level) => LEVELS.includes(level));
    flagged.any += others(ngram, plants, () => true);
  }
  printRow('flagged without a plant', flagged);
  console.log(`    to read: ${found.map(({ alarms }) => alarms).join(' ')}`);
  return rows;
}

function printRow(kind, { planted, robust, half, any }) {
  const cells = [
    String(planted).padStart(7),
    String(robust).padStart(6),
    String(half).padStart(7),
    String(any).padStart(10),
  ];
  console.log(`    ${kind.padEnd(50)} ${cells.join('  ')}`);
}

/** The shared generator's names for KINDS. */
const SHARED_KINDS =
  'verbatim casepunct unicode embedded splitfields partial60 numbers answeronly reorder wordsub'.split(' ');
