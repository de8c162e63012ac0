#!/usr/bin/env node
// The command's entry. Heavy parts load when a command needs them, so that --version and --help start at once.
import { VERSION } from './version.js';

const HELP = `eval-gate ${VERSION}: decides whether a fine-tuned model is really better than its base

Usage: eval-gate <command> [flags]

  run        the whole gate: load, measure, scan, decide, report
               --config FILE           default eval-gate.yml
               --eval-set PATH         a path or glob; repeat it for several
               --predictions PATH      the candidate's outputs
               --base-predictions PATH the base's outputs
               --training-data PATH    searched for leaked eval examples; - is JSON Lines on stdin
               --candidate-label TEXT  --base-label TEXT
               --mode enforce|warn     default enforce
               --report-dir DIR        default eval-gate-report
               --json                  print the report on stdout
  scan       the contamination check alone, without predictions
               --eval-set, --training-data, --config, --report-dir, --json as above
               --definition ngram      --n 8      --all-pairs
               --write-clean DIR       the training data without the rows that leaked
  selftest   false alarms and power of this gate on your own rows
               flags as for run        --runs N   simulated runs, default 200
  init       write a starter config and workflow from the files found here
  schema     print the JSON Schemas of eval-gate.yml and report.json

Exit code: 0 pass (or inconclusive), 1 fail, 2 could not evaluate.
`;

const [command, ...args] = process.argv.slice(2);
if (command === '--version' || command === '-V') process.stdout.write(`${VERSION}\n`);
else if (command === 'help' || process.argv.slice(2).some((arg) => arg === '--help' || arg === '-h'))
  process.stdout.write(HELP);
else {
  const { execute } = await import('./commands.js');
  process.exitCode = await execute(command ?? null, args);
}
