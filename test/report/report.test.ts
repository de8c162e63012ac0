import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { annotations, buildReport, failedChecks, listFlips, serializeReport } from '../../src/report/index.js';
import { reportJsonSchema, reportSchema } from '../../src/report/schema.js';
import { headline } from '../../src/report/headline.js';
import { cut } from '../../src/report/texts.js';
import type { Contamination } from '../../src/contamination/types.js';
import type { Report } from '../../src/report/types.js';
import { check, delta, input, measure, policy, scores, suite } from '../gate/build.js';
import {
  broken,
  contamination,
  failing,
  gsmScores,
  identical,
  inconclusive,
  leaking,
  passing,
  reportOf,
  suiteParts,
  texts,
} from './fixtures.js';
import { hostile } from './markdown.js';

const ajv = new Ajv2020({ allErrors: true });
addFormats.default(ajv);
const valid = ajv.compile(reportJsonSchema());

function expectValid(report: unknown): void {
  valid(report);
  expect(valid.errors).toBeNull();
}

describe('report.json', () => {
  test.each([
    ['failing', failing()],
    ['passing', passing()],
    ['inconclusive', inconclusive()],
    ['identical', identical()],
    ['broken', broken()],
    ['leaking', leaking()],
  ])('%s is valid under the published schema, and under zod', (_, report) => {
    const read: unknown = JSON.parse(serializeReport(report));
    expectValid(read);
    expect(reportSchema.safeParse(read).success).toBe(true);
    expect(read).toEqual(report);
  });

  test('the schema refuses what the contract does not say, and lets fields be added', () => {
    const report = JSON.parse(serializeReport(failing())) as Record<string, unknown>;
    expectValid({ ...report, added: 1 });
    for (const wrong of [
      { ...report, verdict: 'passed' },
      { ...report, schema_version: 2 },
      { ...report, checks: undefined },
    ]) {
      expect(valid(JSON.parse(JSON.stringify(wrong)))).toBe(false);
    }
  });

  test('the contract’s keys are there, in its order', () => {
    const report = JSON.parse(serializeReport(failing())) as Report;
    expect(
      Object.keys(report).filter((key) =>
        ['schema_version', 'tool', 'verdict', 'summary', 'suites', 'contamination', 'checks', 'provenance'].includes(
          key,
        ),
      ),
    ).toEqual(['schema_version', 'tool', 'verdict', 'summary', 'suites', 'contamination', 'checks', 'provenance']);
    expect(report.suites[0]!.measures[0]).toMatchObject({
      metric: 'numeric_match',
      slice: null,
      direction: 'higher',
      n: 1319,
      unscored: 0,
    });
    expect(report.suites[0]!.measures[0]).not.toHaveProperty('suite');
    expect(report.checks[0]).toMatchObject({
      id: 'numeric_match:max_regression',
      rule: 'max_regression',
      limit: 0.02,
      status: 'fail',
    });
  });

  test('numbers that are none become null, -0 becomes 0, and lone surrogates U+FFFD', () => {
    const odd = measure({
      candidate: { value: NaN, ci: [-Infinity, Infinity] },
      delta: delta({ value: -0 }),
      recipe: 'a\ud800b',
    });
    const parts = suiteParts({
      measures: [odd],
      flips: {
        broke: [{ metric: 'm', id: '\udc00', base_score: 1, candidate_score: NaN, ...texts() }],
        fixed: [],
        broke_total: 1,
        fixed_total: 0,
      },
    });
    const built = reportOf(input({ policy: policy({ checks: [] }) }), {}, [parts]).suites[0]!;
    expect(built.measures[0]!.candidate).toEqual({ value: null, ci: null });
    expect(Object.is(built.measures[0]!.delta!.value, 0)).toBe(true);
    expect(built.measures[0]!.recipe).toBe('a\ufffdb');
    expect(built.broke[0]!.id).toBe('\ufffd');
  });

  test('keys that objects inherit are keys like any other', () => {
    const details = {
      candidate: { values: JSON.parse('{"__proto__": 1, "constructor": 2}') as Record<string, number> },
      base: null,
    };
    const text = serializeReport(reportOf(input(), {}, [suiteParts({ measures: [measure({ details })] })]));
    expect(text).toContain('"__proto__": 1');
    expect(text).toContain('"constructor": 2');
  });

  test('texts are cut to 2,000 code points, lists to their limits, with totals kept', () => {
    const many = 10_000;
    const flat = (value: number): Float64Array => new Float64Array(many).fill(value);
    const flips = listFlips([scores({ candidate: flat(0), base: flat(1) })], [], () =>
      texts({ prompt: '𝕏'.repeat(5000) }),
    );
    const unscored = Array.from({ length: many }, (_, i) => ({
      id: String(i),
      model: 'candidate' as const,
      metric: null,
      reason: 'no prediction',
    }));
    const built = reportOf(input(), {}, [suiteParts({ flips, unscored })]).suites[0]!;
    expect(built.broke_total).toBe(many);
    expect(built.broke).toHaveLength(500);
    expect(built.unscored).toHaveLength(200);
    expect(Array.from(built.broke[0]!.prompt!)).toHaveLength(2000);
    expect(built.broke[0]!.prompt).toMatch(/^𝕏+…𝕏+$/u);
  });

  test.each(hostile.map((text) => [JSON.stringify(text.slice(0, 40)), text]))(
    'printed in an Actions log it gives no command: %s',
    (_, text) => {
      const report = reportOf(input(), { notes: [text, `##[error]${text}`], errors: [{ suite: null, message: text }] });
      const printed = serializeReport(report);
      expect(printed).not.toContain('##[');
      expect(printed.split(/[\r\n\u0085\u2028\u2029]/u).filter((line) => line.trim().startsWith('::'))).toEqual([]);
      expect(printed).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u);
      expect(JSON.parse(printed)).toEqual(report);
      expect(printed.endsWith('}\n')).toBe(true);
    },
  );

  test('the summary is one line with verdict, reason and tally', () => {
    expect(failing().summary).toBe(
      'fail: numeric_match fell by 4.3 pp, from 39.0% to 34.7% (1 of 3 checks failed, 1 is inconclusive)',
    );
    expect(passing().summary).toBe('pass: numeric_match rose by 9.4 pp, from 21.7% to 31.1% (both checks passed)');
    expect(broken().summary).toMatch(/^error: could not evaluate: out\/candidate\.jsonl:17: /u);
    expect(reportOf(input({ policy: policy({ checks: [] }) })).summary).toBe('pass: nothing was gated');
    const lines = reportOf(input({ suites: [suite({ failed: 'a\nb\r\nc\u2028d' })] })).summary;
    expect(lines).not.toMatch(/[\r\n\u2028]/u);
  });
});

describe('cut', () => {
  test.each([
    ['short', 10, 'short'],
    ['0123456789', 10, '0123456789'],
    ['0123456789A', 10, '0123…6789A'],
    ['𝕏𝕐ℤ𝔸𝔹', 5, '𝕏𝕐ℤ𝔸𝔹'],
    ['𝕏𝕐ℤ𝔸𝔹', 4, '𝕏…𝔸𝔹'],
    ['', 5, ''],
    ['ab', 1, '…'],
  ])('%j to %i: %j', (text, most, expected) => {
    expect(cut(text, most)).toBe(expected);
  });

  test('never longer than asked, never half a character', () => {
    for (const text of hostile) {
      for (const most of [1, 2, 3, 60, 61]) {
        const short = cut(text, most);
        expect(Array.from(short).length).toBeLessThanOrEqual(most);
        expect(short).not.toMatch(/\p{Surrogate}/u);
      }
    }
  });
});

describe('listFlips', () => {
  test('counts and orders by the size of the change, in the metric’s direction', () => {
    const pair = scores({
      candidate: Float64Array.of(0.5, 0, 1, NaN, 0.2),
      base: Float64Array.of(1, 1, 0, 1, 0.2),
      metric: 'rougeL',
    });
    const flips = listFlips([pair], [], () => texts())!;
    expect(flips.broke.map(({ id, base_score, candidate_score }) => [id, base_score, candidate_score])).toEqual([
      ['q1', 1, 0],
      ['q0', 1, 0.5],
    ]);
    expect(flips.fixed.map(({ id }) => id)).toEqual(['q2']);
    const lower = listFlips([{ ...pair, direction: 'lower' }], [], () => texts())!;
    expect(lower.broke.map(({ id }) => id)).toEqual(['q2']);
  });

  test('takes the metric of the worst check that has scores, else the first with a base', () => {
    const pairs = [
      scores({ candidate: Float64Array.of(0), base: null, metric: 'a' }),
      ...['b', 'c'].map((metric) => scores({ candidate: Float64Array.of(0), base: Float64Array.of(1), metric })),
    ];
    const line = {
      id: 'x',
      suite: 'default',
      slice: null,
      rule: 'max_regression',
      limit: 0,
      value: 0,
      reason: '',
    } as const;
    expect(listFlips(pairs, [], () => texts())!.broke[0]!.metric).toBe('b');
    expect(
      listFlips(
        pairs,
        [
          { ...line, metric: 'b', status: 'pass' },
          { ...line, metric: 'c', status: 'fail' },
        ],
        () => texts(),
      )!.broke[0]!.metric,
    ).toBe('c');
    expect(listFlips(pairs.slice(0, 1), [], () => texts())).toBeNull();
  });

  test('reads texts only of what it lists', () => {
    const asked: number[] = [];
    listFlips([gsmScores()], [], (i) => (asked.push(i), texts()));
    expect(asked).toHaveLength(209 + 152);
    expect(Math.max(...asked)).toBeLessThan(361);
  });
});

describe('annotations and outputs', () => {
  test('green and inconclusive checks never annotate', () => {
    for (const report of [passing(), inconclusive(), identical()]) expect(annotations(report)).toEqual([]);
    expect(annotations(failing()).map(({ level, title }) => [level, title])).toEqual([
      ['error', 'numeric_match:max_regression failed'],
    ]);
  });

  test('in mode warn failures are warnings, errors stay errors', () => {
    const gate = {
      confidence: 0.95,
      resamples: 10_000,
      correction: 'holm',
      on_inconclusive: 'warn',
      mode: 'warn',
    } as const;
    expect(annotations(failing({ gate })).map(({ level }) => level)).toEqual(['warning']);
    expect(annotations(broken())[0]).toMatchObject({ level: 'error', file: 'out/candidate.jsonl', line: 17 });
  });

  test('a leak points at the training row', () => {
    expect(annotations(leaking())).toMatchObject([
      { title: 'contamination_rate:max failed' },
      {
        level: 'warning',
        file: 'data/train/leaked.jsonl',
        line: 12,
        message: 'This row holds the eval example gsm8k-test-0001; take it out of the training data and train again.',
      },
    ]);
  });

  describe('leaks', () => {
    const [example] = contamination().examples;
    const [row] = example!.evidence;
    const withExamples = (examples: Contamination['examples'], mode: 'enforce' | 'warn' = 'enforce') => {
      const report = leaking();
      return { ...report, gate: { ...report.gate, mode }, contamination: contamination({ examples }) };
    };
    const at = (id: string, ...lines: number[]) => ({
      ...example!,
      id,
      evidence: lines.map((line) => ({ ...row!, line })),
    });
    const warnings = (report: Report) => annotations(report).filter(({ level }) => level === 'warning');

    test('are annotated once a row, which names its examples', () => {
      const found = warnings(withExamples([at('a', 3, 9), at('b', 3), at('c', 3), at('d', 3), at('e', 3)]));
      expect(found.map(({ line }) => line)).toEqual([3, 9]);
      expect(found[0]?.message).toContain('the eval examples a, b, c and 2 more;');
    });

    test('are at most ten warnings, together with failures in mode warn', () => {
      const many = Array.from({ length: 30 }, (_, i) => at(String(i), i + 1));
      expect(warnings(withExamples(many))).toHaveLength(10);
      const warned = warnings(withExamples(many, 'warn'));
      expect(warned.map(({ title }) => title).slice(0, 2)).toEqual([
        'contamination_rate:max failed',
        'Training row holds an eval example',
      ]);
      expect(warned).toHaveLength(10);
    });

    test('that are known, or too weak to count, get none', () => {
      expect(
        warnings(
          withExamples([
            { ...at('a', 3), known: true },
            { ...at('b', 4), level: 'partial' },
          ]),
        ),
      ).toEqual([]);
    });

    test.each(['train.jsonl.gz', 'train.parquet', 'TRAIN.JSONL.ZST'])(
      'in %s are on the file: it has no lines to see',
      (file) => {
        const [found] = warnings(withExamples([{ ...at('a', 3), evidence: [{ ...row!, file }] }]));
        expect(found).toMatchObject({ file });
        expect(found?.line).toBeUndefined();
      },
    );
  });

  test('at most ten, the last one counts the rest', () => {
    const measures = Array.from({ length: 30 }, (_, i) => measure({ metric: `m${String(i)}` }));
    const checks = measures.map(({ metric }, i) =>
      check({ metric, max_regression: 0.02, key: `gate.checks[${String(i)}]` }),
    );
    const report = reportOf(input({ policy: policy({ checks, correction: 'none' }), measures }));
    expect(annotations(report)).toHaveLength(10);
    expect(annotations(report)[9]!.title).toBe('eval-gate: 21 more');
  });

  test('failed-checks are the ids of the checks that failed', () => {
    expect(failedChecks(failing())).toEqual(['numeric_match:max_regression']);
    expect(failedChecks(broken())).toEqual([]);
  });
});

test('buildReport leaves its parts as they were', () => {
  const { tool, ...report } = failing();
  const parts = { ...report, version: tool.version, suites: [suiteParts({ measures: [measure()] })] };
  const before = structuredClone(parts);
  buildReport(parts);
  expect(parts).toEqual(before);
});

test('an error keeps what to do in its one line, and loses its end, not its middle, in the heading', () => {
  const message = `out/predictions.jsonl: ${'no row has an output under a known name, '.repeat(6)}name its key with fields.output`;
  const report = reportOf(input({ suites: [suite({ failed: message })], measures: [] }), {
    errors: [{ suite: null, message }],
  });
  expect(report.summary).toBe(`error: could not evaluate: ${message}`);
  const heading = headline(report);
  expect(heading.length).toBeLessThanOrEqual(160);
  expect(`could not evaluate: ${message}`.startsWith(heading.slice(0, -1))).toBe(true);
  expect(heading).toMatch(/\w…$|,…$/u);
});

test('a summary does not speak for examples that were not compared', () => {
  const measures = [
    measure({ n: 100, delta: delta({ value: 0, n: 3, units: 3, identical: true, ci: [-0.5, 0.5], p_value: 1 }) }),
  ];
  expect(reportOf(input({ measures })).summary).toBe(
    'pass: numeric_match is unchanged on the 3 of 100 examples compared (the check passed)',
  );
});
