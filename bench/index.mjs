// npm run bench [-- name ... --runs N --smoke]: eval-gate beside the reference tools, in one run. See README.md.
import { existsSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import * as contamination from './contamination.mjs';
import * as gate from './gate.mjs';
import * as metrics from './metrics.mjs';
import { Absent, cli } from './places.mjs';
import * as recall from './recall.mjs';
import * as startup from './startup.mjs';

const benches = { startup, gate, metrics, contamination, recall };

function fail(message) {
  console.error(`bench: ${message}`);
  process.exit(2);
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { smoke: { type: 'boolean', default: false }, runs: { type: 'string' } },
});
const unknown = positionals.filter((name) => !Object.hasOwn(benches, name));
if (unknown.length > 0) fail(`there is no bench ${unknown.join(', ')}; there are ${Object.keys(benches).join(', ')}`);
if (values.runs !== undefined && !/^[1-9]\d*$/u.test(values.runs)) fail('--runs must be a whole number of at least 1');
if (!existsSync(cli)) fail('dist/cli.js is missing: run npm run build first');

const options = { smoke: values.smoke, runs: values.runs === undefined ? undefined : Number(values.runs) };
console.log(`Node ${process.version}, ${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown processor'}`);
let wrong = 0;
for (const name of positionals.length > 0 ? positionals : Object.keys(benches)) {
  console.log(`\n${name}: ${benches[name].about}`);
  try {
    await benches[name].bench(options);
  } catch (error) {
    if (error instanceof Absent) {
      console.log(`  left out: ${error.message}`);
      continue;
    }
    wrong++;
    console.log(`  WRONG: ${error.message}`);
  }
}
process.exitCode = wrong > 0 ? 1 : 0;
