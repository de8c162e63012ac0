// Where the benches find things, and what they say where something is not there.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const shared = process.env.EVAL_GATE_SHARED ?? resolve(root, '../shared');
const venv = join(root, '.bench/venv/bin/python');

export const cli = join(root, 'dist/cli.js');
export const quickstart = join(root, 'examples/quickstart');
export const here = import.meta.dirname;
/** Git-ignored; corpora are kept in it between runs. */
export const scratch = join(root, '.bench');

/** A bench that can't run here: it says why and what to do, and the others go on. */
export class Absent extends Error {}

/** A path in ../shared, the oracles and real data that lie beside the project on its own machines. */
export function sharedPath(...parts) {
  const path = join(shared, ...parts);
  if (!existsSync(path)) throw new Absent(`${path} is not here (set EVAL_GATE_SHARED to the folder that holds it)`);
  return path;
}

/** Python with the reference tools of requirements.txt. */
export function referencePython() {
  if (!existsSync(venv)) throw new Absent('the reference tools are not installed: run bench/setup.sh');
  return venv;
}

/** The value, or null where what it needs is not here, which is said. */
export function orNull(get) {
  try {
    return get();
  } catch (error) {
    if (!(error instanceof Absent)) throw error;
    console.log(`  note: ${error.message}`);
    return null;
  }
}
