import { describe, expect, test } from '@jest/globals';
import { renderMarkdownReport, renderSummary } from '../../src/report/index.js';
import type { Report } from '../../src/report/types.js';
import { check, delta, input, measure, policy, suite } from '../gate/build.js';
import { contamination, failing, marker, reportOf, suiteParts, texts } from './fixtures.js';
import { comment, firstLine, links, wellBehaved } from './comment.js';
import { hostile, ofType, shown } from './markdown.js';

describe.each(hostile.map((text) => [JSON.stringify(text.slice(0, 40)), text]))(
  'hostile text everywhere: %s',
  (_, text) => {
    const report = hostileReport(text);

    test('the comment', () => {
      const markdown = comment(report);
      wellBehaved(markdown);
      expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(60_000);
      expect(ofType(markdown, 'heading')).toHaveLength(1);
    });

    test('the report and the summary', () => {
      wellBehaved(renderMarkdownReport(report, links));
      const summary = renderSummary(report, { links, maxBytes: 1_000_000 });
      wellBehaved(summary);
      expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(1_000_000);
    });
  },
);

describe('degrading', () => {
  const long = texts({
    prompt: 'word '.repeat(2000),
    base_output: 'x\n'.repeat(2000),
    candidate_output: '`'.repeat(4000),
  });

  test.each([60_000, 20_000, 8_000, 4_000, 2_000, 1_000])('to %i bytes, well-formed', (bytes) => {
    const markdown = comment(failing({}, long), bytes);
    expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(bytes);
    expect(firstLine(markdown)).toContain('numeric_match fell by 4.3 pp');
    expect(markdown.startsWith(marker)).toBe(true);
    wellBehaved(markdown);
  });

  test('with fewer bytes it never shows more', () => {
    const lengths = [60_000, 20_000, 8_000, 4_000, 2_000].map((bytes) => comment(failing({}, long), bytes).length);
    expect(lengths).toEqual([...lengths].sort((a, b) => b - a));
  });

  test('500 checks of long names fit, the failed ones first, the rest counted', () => {
    const measures = Array.from({ length: 500 }, (_, i) =>
      measure({
        metric: `metric_${String(i)}_${'long_'.repeat(40)}`,
        delta: delta(i === 499 ? {} : { value: 0.01, ci: [0, 0.02], p_value: 0.5 }),
      }),
    );
    const checks = measures.map(({ metric }, i) =>
      check({ metric, max_regression: 0.02, key: `gate.checks[${String(i)}]` }),
    );
    const given = input({
      policy: policy({ checks, correction: 'none' }),
      measures,
      suites: [suite({ headline: measures.map(({ metric }) => metric) })],
    });
    const markdown = comment(reportOf(given, {}, [suiteParts({ measures })]));
    expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(60_000);
    wellBehaved(markdown);
    const rows = ofType(markdown, 'table')[0]!.children!;
    expect(shown(markdown)).toContain('1 of 500 checks failed');
    expect(shown(markdown)).toMatch(/\d+ more rows in the report: ✅ \d+/u);
    expect(rows.length).toBeGreaterThan(10);
    expect(markdown.indexOf('metric_499')).toBeLessThan(markdown.indexOf('metric_0_'));
  });
});

/** Foreign text wherever a user's files, config or training data can put it. */
function hostileReport(text: string): Report {
  const bad = measure({
    metric: text,
    slice: null,
    recipe: text,
    caution: text,
    notes: [{ note: text, candidate: 2, base: 1 }],
    details: { candidate: { text }, base: null },
  });
  const sliced = { ...bad, slice: { [text]: text } };
  const measures = [bad, sliced, measure({ metric: 'exact_match', slice: { subset: 'clean' } })];
  const given = input({
    policy: policy({
      checks: [
        check({ metric: text, max_regression: 0.02 }),
        check({ metric: text, min: '90%', key: 'gate.checks[1]' }),
      ],
    }),
    measures,
    suites: [suite({ headline: [text] })],
  });
  const flips = {
    broke: [
      {
        metric: text,
        id: text,
        base_score: 1,
        candidate_score: 0,
        ...texts({ prompt: text, reference: text, base_output: text, candidate_output: text, slice: { [text]: text } }),
      },
    ],
    fixed: [],
    broke_total: 1,
    fixed_total: 0,
  };
  const parts = suiteParts({
    name: text,
    measures,
    flips,
    notes: [text],
    unscored: [{ id: text, model: 'candidate', metric: text, reason: text }],
  });
  const models = { ...parts.candidate, label: text, missing: 1, extra: 1, missing_ids: [text], extra_ids: [text] };
  return reportOf(
    given,
    {
      errors: [{ suite: text, message: text }],
      notes: [text],
      contamination: contamination({
        examples: [
          {
            suite: text,
            id: text,
            level: 'identical',
            score: 1,
            text,
            evidence: [{ file: text, line: 1, field: text, row: text, text, span: text }],
          },
        ],
        allowed: [
          { suite: text, id: text, row: text, reason: text, file: text, line: 1, level: 'identical', score: 1 },
        ],
      }),
      provenance: { seed: 0, config_sha256: null, eval_set_sha256: null, [`key ${text}`]: text },
    },
    [{ ...parts, candidate: models, base: models }],
  );
}
