import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { alternate, print, run } from './measure.mjs';
import { cli, here, orNull, referencePython, scratch, sharedPath } from './places.mjs';
import { randomness } from './random.mjs';

export const about =
  '10,000 pairs of about 98 words, and a million labels: one metric with its intervals, files read and report written; beside the reference, files read too';

/** Sums are taken in other orders, so the last digits may differ. */
const TOLERANCE = 1e-9;
const LABELS = 1_000_000;

/** `values` are the report's, in the order in which metrics.py prints the reference's. */
const jobs = [
  { name: 'bleu', metrics: '[bleu]', reference: 'sacrebleu corpus_bleu' },
  { name: 'chrf', metrics: '[chrf]', reference: 'sacrebleu corpus_chrf' },
  { name: 'chrf++', metrics: '[{ name: chrf, word_order: 2 }]', reference: 'sacrebleu corpus_chrf, word_order 2' },
  { name: 'ter', metrics: '[ter]', reference: 'sacrebleu corpus_ter, 500 pairs', pairs: 500 },
  { name: 'rouge', metrics: '[rouge1, rouge2, rougeL]', reference: 'rouge_score 1, 2 and L, stemmer' },
  {
    name: 'bootstrap',
    metrics: '[bleu]',
    both: true,
    reference: 'sacrebleu --paired-bs, 1,000 resamples (ours: 10,000)',
  },
  { name: 'report', metrics: '[accuracy, macro_f1]', labels: true, reference: 'classification_report' },
];

export async function bench({ smoke, runs = 3 }) {
  const python = orNull(referencePython);
  for (const job of smoke ? jobs.map(small) : jobs) {
    const files = job.labels ? labelFiles(job.rows ?? LABELS) : pairFiles(job.pairs ?? 10_000, smoke);
    const report = join(scratch, 'metrics', `report-${job.name}`);
    const ours = { name: `eval-gate ${job.name}`, command: ourCommand(job, files, report), exit: [0, 1] };
    const theirs = {
      name: job.reference,
      command: [python, join(here, 'metrics.py'), job.name, ...filesOf(job, files)],
    };
    console.log(`  ${job.name}`);
    if (smoke) await run(ours);
    else print(await alternate(python === null ? [ours] : [ours, theirs], runs));
    const values = valuesOf(report);
    assert.ok(values.every((value) => value > 0));
    if (python === null) continue;
    const { values: expected, seconds } = JSON.parse((await run(theirs)).stdout);
    assert.equal(values.length, expected.length);
    for (const [i, value] of values.entries()) {
      const far = Math.abs(value - expected[i]) > TOLERANCE * Math.abs(expected[i]);
      assert.ok(!far, `${job.name} is ${value}, the reference says ${expected[i]}`);
    }
    const call = smoke ? '' : `; the call alone, without start and files: ${seconds.toFixed(2)} s`;
    console.log(`  ok: equal values (${values.map((value) => value.toPrecision(6)).join(', ')})${call}`);
  }
}

const small = (job) => ({ ...job, pairs: 40, rows: 2000 });

function filesOf({ both }, { evalSet, candidate, base }) {
  return both ? [evalSet, candidate, base] : [evalSet, candidate];
}

function ourCommand({ metrics, both, name }, { evalSet, candidate, base }, report) {
  const config = join(scratch, 'metrics', `${name}.yml`);
  const keys = { version: 1, eval_set: evalSet, predictions: candidate, ...(both ? { base_predictions: base } : {}) };
  const lines = Object.entries(keys).map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`);
  writeFileSync(config, `${lines.join('')}metrics: ${metrics}\ngate: { resamples: 10000 }\n`);
  return [process.execPath, cli, 'run', '--config', config, '--report-dir', report];
}

function valuesOf(report) {
  const { suites } = JSON.parse(readFileSync(join(report, 'report.json'), 'utf8'));
  const measures = suites[0].measures.filter(({ slice }) => slice === null);
  return measures.flatMap(({ candidate, base }) => [candidate.value, ...(base === null ? [] : [base.value])]);
}

/** The pairs of ../shared's generator, or (smoke) a few of our own, as rows. */
function pairFiles(count, smoke) {
  const folder = join(scratch, 'metrics', `${smoke ? 'own' : 'pairs'}-${count}`);
  const files = rowFiles(folder);
  if (existsSync(files.base)) return files;
  mkdirSync(folder, { recursive: true });
  const pairs = smoke ? ownPairs(count) : sharedPairs().slice(0, count);
  const rows = (of) => pairs.map((pair, id) => `${JSON.stringify({ id, ...of(pair) })}\n`).join('');
  writeFileSync(
    files.evalSet,
    rows(({ ref }) => ({ reference: ref })),
  );
  writeFileSync(
    files.candidate,
    rows(({ hyp_a: output }) => ({ output })),
  );
  writeFileSync(
    files.base,
    rows(({ hyp_b: output }) => ({ output })),
  );
  return files;
}

function sharedPairs() {
  const file = join(scratch, 'metrics', 'workload', 'pairs.jsonl');
  if (!existsSync(file)) {
    const made = spawnSync('python3', [sharedPath('bench/workload.py'), '--out', dirname(file)], { encoding: 'utf8' });
    assert.equal(made.status, 0, made.stderr);
  }
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

function ownPairs(count) {
  const draw = randomness(11).next;
  const words = 'the a gate reads every row and says what broke , before anyone merges it .'.split(' ');
  const text = () => Array.from({ length: 30 }, () => words[Math.floor(draw() * words.length)]);
  const edited = (all) => all.map((word) => (draw() < 0.2 ? words[Math.floor(draw() * words.length)] : word));
  return Array.from({ length: count }, () => {
    const ref = text();
    return { ref: ref.join(' '), hyp_a: edited(ref).join(' '), hyp_b: edited(ref).join(' ') };
  });
}

/** Ten classes, of which three rows in four are right. */
function labelFiles(count) {
  const folder = join(scratch, 'metrics', `labels-${count}`);
  const files = rowFiles(folder);
  if (existsSync(files.candidate)) return files;
  mkdirSync(folder, { recursive: true });
  const draw = randomness(12).next;
  const label = () => `class_${Math.floor(draw() * draw() * 10)}`;
  const [references, outputs] = [[], []];
  for (let id = 0; id < count; id++) {
    const reference = label();
    references.push(`${JSON.stringify({ id, reference })}\n`);
    outputs.push(`${JSON.stringify({ id, output: draw() < 0.75 ? reference : label() })}\n`);
  }
  writeFileSync(files.evalSet, references.join(''));
  writeFileSync(files.candidate, outputs.join(''));
  return files;
}

function rowFiles(folder) {
  const at = (name) => join(folder, name);
  return { evalSet: at('eval.jsonl'), candidate: at('candidate.jsonl'), base: at('base.jsonl') };
}
