import { createHash } from 'node:crypto';
import { withFiles } from '../temp.js';
import { measureFolder } from './running.js';

/** Thirty answers that are whole essays, each other than the rest at its very end, and ten right labels. */
const ESSAYS = Array.from({ length: 30 }, (_, i) => `${'long '.repeat(60_000)}${i}`);
const OUTPUTS = [...ESSAYS, ...Array.from({ length: 10 }, () => 'ok')];

function filesWith(outputs: readonly string[], metrics: string) {
  const lines = (of: (output: string, id: number) => object) =>
    outputs.map((output, id) => `${JSON.stringify(of(output, id))}\n`).join('');
  return {
    'e.jsonl': lines((_, id) => ({ id, reference: 'ok' })),
    'c.jsonl': lines((output, id) => ({ id, output })),
    'eval-gate.yml': `version: 1\neval_set: e.jsonl\npredictions: c.jsonl\nmetrics: [${metrics}]\n`,
  };
}

type Stats = Readonly<Record<string, number>>;

/** Sums of the rows' statistics by name, as a reader of rows.jsonl adds them up. */
function sumsOf(rows: readonly Readonly<Record<string, unknown>>[], metric: string): Map<string, number> {
  const sums = new Map<string, number>();
  for (const row of rows.filter((one) => one['metric'] === metric)) {
    for (const [name, value] of Object.entries(row['stats'] as Stats)) sums.set(name, (sums.get(name) ?? 0) + value);
  }
  return sums;
}

function macroF1(sums: ReadonlyMap<string, number>): number {
  const labels = new Set([...sums.keys()].flatMap((name) => /^(?:pred|true):(.*)$/su.exec(name)?.[1] ?? []));
  const of = (kind: string, label: string): number => sums.get(`${kind}:${label}`) ?? 0;
  const f1 = [...labels].map((label) => (2 * of('tp', label)) / (of('pred', label) + of('true', label)));
  return f1.reduce((sum, one) => sum + one, 0) / labels.size;
}

test('labels as long as essays leave rows.jsonl small, and every number can be computed from it', async () => {
  await withFiles(
    filesWith(OUTPUTS, 'macro_f1, { name: multilabel_f1, average: macro, separator: "\\n" }'),
    async (folder) => {
      const { suite, rows } = await measureFolder(folder);
      expect(JSON.stringify(rows).length).toBeLessThan(100_000);
      // By hand: "ok" has 10 hits of 10 said and 40 true, F1 2 * 10 / 50; the 30 essays have 0.
      for (const [i, metric] of ['macro_f1', 'multilabel_f1'].entries()) {
        expect(suite.measures[i]?.candidate.value).toBeCloseTo(0.4 / 31, 14);
        expect(macroF1(sumsOf(rows, metric))).toBeCloseTo(0.4 / 31, 14);
      }
    },
  );
});

test('a long label has a name that no other label has', async () => {
  const prefix = 'é🙂'.repeat(100);
  const hash = (label: string) => createHash('sha256').update(JSON.stringify(label)).digest('hex');
  const long = [`${prefix}a`, `${prefix}b`, `${prefix}\ud800`, `${prefix}\ufffd`];
  const names = long.map((label) => `pred:${prefix}… sha256:${hash(label)}`);
  // 200 code points stand as they are, and so does what looks like a name of a longer one.
  const outputs = [...long, prefix, `x… sha256:${hash(long[0]!)}`];
  await withFiles(filesWith(outputs, 'accuracy'), async (folder) => {
    const { rows } = await measureFolder(folder);
    const said = rows.map(({ stats }) => Object.keys(stats as Stats).find((name) => name.startsWith('pred:')));
    expect(said).toEqual([...names, ...outputs.slice(4).map((label) => `pred:${label}`)]);
    expect(new Set(said).size).toBe(6);
  });
});
