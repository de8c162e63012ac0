import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './measure.mjs';
import { orNull, referencePython, scratch, sharedPath } from './places.mjs';

const SEED = 11;
const MEGABYTES = 200;

/** The shared generator's corpus: GSM8K's test set, and training rows with 300 planted leaks. Null where it can't be made. */
export async function sharedCorpus() {
  const generator = orNull(() => sharedPath('bench/contamination_workload.py'));
  const python = orNull(referencePython);
  if (generator === null || python === null) return null;
  const folder = join(scratch, `shared-${MEGABYTES}-${SEED}`);
  if (!existsSync(join(folder, 'plants.json'))) {
    await run({ command: [python, generator, folder, String(MEGABYTES), String(SEED)] });
  }
  return folder;
}
