// What a scan found of the leaks that the shared generator planted, kind by kind.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Prints a table; nothing where the corpus has no planted leaks. Eval ids end in the example's number. */
export function printRecall(folder, pairs) {
  const file = join(folder, 'plants.json');
  if (!existsSync(file)) return;
  const plants = new Map(Object.entries(JSON.parse(readFileSync(file, 'utf8'))));
  const kinds = new Map([...plants.values()].map(({ kind }) => [kind, { planted: 0, any: 0, half: 0 }]));
  for (const { kind } of plants.values()) kinds.get(kind).planted++;
  const notPlanted = { any: new Set(), half: new Set() };
  for (const { id, line, level } of pairs) {
    const plant = plants.get(/\d+$/u.exec(id)[0]);
    for (const column of level === 'partial' ? ['any'] : ['any', 'half']) {
      if (plant === undefined) notPlanted[column].add(id);
      else if (plant.line === line) kinds.get(plant.kind)[column]++;
    }
  }
  console.log('  planted leaks found at their line: any n-gram, and at half of the n-grams or more');
  for (const [kind, { planted, any, half }] of kinds) {
    console.log(`    ${kind.padEnd(12)} ${String(any).padStart(3)} ${String(half).padStart(3)} of ${planted}`);
  }
  console.log(`    examples that were not planted: ${notPlanted.any.size} and ${notPlanted.half.size} flagged`);
}
