import { loadSuite } from '../../../src/data/index.js';
import type { FileAccess, PathPattern } from '../../../src/data/types.js';
import { loadRecorded, type JudgedSuite, type ModelLabels, type Recorded } from '../../../src/judge/recorded/index.js';
import { withFiles } from '../../temp.js';

/** One object a line. */
export function lines(...rows: readonly unknown[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}

export interface SuiteFiles {
  readonly evalSet: string;
  readonly candidate: string;
  readonly base?: string;
  readonly scale?: readonly [number, number];
}

export interface Given {
  /** Content by path. */
  readonly files: Readonly<Record<string, string>>;
  /** Paths of a suite's files, by its name. */
  readonly suites: Readonly<Record<string, SuiteFiles>>;
  readonly recorded: readonly string[];
  readonly labels?: Partial<ModelLabels>;
}

/** Loads suites and records from real files. */
export function recordedFrom({ files, suites, recorded, labels }: Given): Promise<Recorded> {
  return withFiles(files, async (folder) => {
    const access: FileAccess = { workingDirectory: folder, root: null };
    const pattern = (path: string): PathPattern => {
      return { pattern: path, baseDir: folder, place: { file: 'eval-gate.yml', key: 'judge.recorded' }, trusted: true };
    };
    const judged = await Promise.all(
      Object.entries(suites).map(async ([name, { evalSet, candidate, base, scale }]): Promise<JudgedSuite> => {
        const source = {
          name,
          evalSet: [pattern(evalSet)],
          predictions: [pattern(candidate)],
          basePredictions: base === undefined ? null : [pattern(base)],
          fields: {},
          stripReasoning: true,
        };
        return { name, rows: await loadSuite(source, access), scale: scale ?? [1, 10] };
      }),
    );
    const spec = { suites: judged, labels: { candidate: null, base: null, ...labels } };
    return loadRecorded(recorded.map(pattern), access, spec);
  });
}

/** Three examples with both models' outputs, and one file of records. */
export function small(record: string, more: Partial<Given> & { readonly name?: string } = {}): Given {
  const name = more.name ?? 'judgments.jsonl';
  return {
    files: {
      'eval.jsonl': lines(
        { id: 1, prompt: 'Name a colour.' },
        { id: 'two', prompt: 'Name a country.' },
        { id: '3', prompt: 'Write a haiku.' },
      ),
      'out/candidate.jsonl': lines(
        { id: 1, output: 'Blue, as the sky on a day in June.' },
        { id: 'two', output: 'Portugal, in the far west of Europe.' },
        { id: 3, output: '<think>hm</think>Snow on the old roof.' },
      ),
      'out/base.jsonl': lines(
        { id: 1, output: 'Red, as tomatoes on a market stall.' },
        { id: 'two', output: 'Chile, which is long and thin.' },
        { id: 3, output: 'A frog jumps into the pond.' },
      ),
      [name]: record,
      ...more.files,
    },
    suites: more.suites ?? {
      main: { evalSet: 'eval.jsonl', candidate: 'out/candidate.jsonl', base: 'out/base.jsonl' },
    },
    recorded: more.recorded ?? [name],
    labels: more.labels ?? {},
  };
}

/** The message of the GateError that loading ends with. */
export async function refusal(given: Given): Promise<string> {
  const error: unknown = await recordedFrom(given).then(
    () => new Error('was read'),
    (thrown: unknown) => thrown,
  );
  expect(error).toHaveProperty('name', 'GateError');
  return (error as Error).message;
}
