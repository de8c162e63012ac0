import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { alternate, print, run } from './measure.mjs';
import { cli, here, orNull, quickstart, referencePython, scratch, sharedPath } from './places.mjs';

export const about =
  "GSM8K, two real models' 1,319 answers: exact_match, numeric_match, rougeL, 10,000 resamples, report; beside rouge_score's rougeL alone";

/** Means are over other orders of summation, so the last digits may differ. */
const TOLERANCE = 1e-12;

export async function bench({ smoke, runs = 5 }) {
  const files = smoke ? smallFiles() : gsm8k();
  const folder = join(scratch, 'gate');
  mkdirSync(folder, { recursive: true });
  const config = join(folder, 'eval-gate.yml');
  const { evalSet, candidate, base } = files;
  // Few of the small set's answers are numbers.
  const metrics = smoke ? '[exact_match, rougeL]' : '[exact_match, numeric_match, rougeL]';
  const yaml = { version: 1, eval_set: evalSet, predictions: candidate, base_predictions: base };
  const lines = Object.entries(yaml).map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`);
  writeFileSync(config, `${lines.join('')}metrics: ${metrics}\ngate: { resamples: 10000 }\n`);

  const reportDir = join(folder, 'report');
  const ours = {
    name: 'eval-gate run',
    command: [process.execPath, cli, 'run', '--config', config, '--report-dir', reportDir],
    exit: [0, 1],
  };
  const python = orNull(referencePython);
  const reference = {
    name: 'rouge_score (Python), rougeL of both models',
    command: [python, join(here, 'rouge.py'), evalSet, candidate, base],
  };
  if (!smoke) print(await alternate(python === null ? [ours] : [ours, reference], runs));
  else await run(ours);

  const { suites } = JSON.parse(readFileSync(join(reportDir, 'report.json'), 'utf8'));
  const rougeL = suites[0].measures.find(({ metric, slice }) => metric === 'rougeL' && slice === null);
  assert.ok(rougeL.candidate.value > 0 && rougeL.base.value > 0);
  if (python === null) return;
  const means = JSON.parse((await run(reference)).stdout);
  for (const [ourMean, theirs] of [
    [rougeL.candidate.value, means[candidate]],
    [rougeL.base.value, means[base]],
  ]) {
    assert.ok(Math.abs(ourMean - theirs) < TOLERANCE, `rougeL is ${ourMean}, rouge_score says ${theirs}`);
  }
  console.log(`  ok: rougeL equals rouge_score on ${suites[0].examples} examples of both models`);
}

function gsm8k() {
  const at = (name) => sharedPath('data/gsm8k', name);
  return { evalSet: at('eval.jsonl'), candidate: at('175b_finetuning.jsonl'), base: at('6b_verification.jsonl') };
}

function smallFiles() {
  const at = (...names) => join(quickstart, ...names);
  return { evalSet: at('eval', '*.jsonl'), candidate: at('out/candidate.jsonl'), base: at('out/base.jsonl') };
}
