import { loadSuite } from '../../src/data/index.js';
import type { FieldNames, SuiteRows } from '../../src/data/types.js';
import type { TempFolder } from './temp.js';

let serial = 0;

export interface Given {
  readonly examples: readonly unknown[];
  readonly predictions?: readonly unknown[];
  readonly base?: readonly unknown[];
  readonly fields?: FieldNames;
  readonly strip?: boolean;
}

/** Writes rows as JSON Lines and loads them as a suite: files are called eval.jsonl, cand.jsonl and base.jsonl. */
export async function load(
  temp: TempFolder,
  { examples, predictions = [], base, fields = {}, strip = true }: Given,
): Promise<SuiteRows> {
  const folder = `s${++serial}`;
  temp.writeRows(`${folder}/eval.jsonl`, examples);
  temp.writeRows(`${folder}/cand.jsonl`, predictions);
  if (base !== undefined) temp.writeRows(`${folder}/base.jsonl`, base);
  return loadSuite(
    {
      name: 'default',
      evalSet: [temp.pattern(`${folder}/eval.jsonl`)],
      predictions: [temp.pattern(`${folder}/cand.jsonl`)],
      basePredictions: base === undefined ? null : [temp.pattern(`${folder}/base.jsonl`)],
      fields,
      stripReasoning: strip,
    },
    { workingDirectory: `${temp.path}/${folder}`, root: null },
  );
}

/** The candidate's texts, example by example; null where there is no row. */
export function texts(suite: SuiteRows): (string[] | null)[] {
  return suite.candidate.predictions.map((prediction) => prediction?.outputs.map((output) => output.text) ?? null);
}
