import { describe, expect, test } from '@jest/globals';
import { renderComment, renderMarkdownReport, renderSummary } from '../../src/report/index.js';
import type { Report } from '../../src/report/types.js';
import { check, delta, input, measure, policy, suite } from '../gate/build.js';
import {
  broken,
  contamination,
  failing,
  identical,
  inconclusive,
  leaking,
  marker,
  passing,
  reportOf,
  suiteParts,
  texts,
} from './fixtures.js';
import { balanced, hostile, html, linkedByGitHub, ofType, shown, tags } from './markdown.js';

const links = { run: 'https://github.com/o/r/actions/runs/1/attempts/2' };
const comment = (report: Report, maxBytes?: number): string =>
  renderComment(report, { marker, links, ...(maxBytes === undefined ? {} : { maxBytes }) });
const firstLine = (markdown: string): string => markdown.split('\n').find((line) => line.startsWith('### ')) ?? '';
const summaries = (markdown: string): string[] =>
  [...markdown.matchAll(/<summary>(.*?)<\/summary>/gu)].map(([, text]) => text!);
const COMMENT_TAGS = [
  'a',
  'b',
  'blockquote',
  'br',
  'code',
  'details',
  'h3',
  'hr',
  'i',
  'li',
  'p',
  'pre',
  'strong',
  'sub',
  'summary',
  'table',
  'tbody',
  'td',
  'th',
  'thead',
  'tr',
  'ul',
];

/** What must hold of any rendering, whatever it holds. */
function wellBehaved(markdown: string): void {
  expect(balanced(markdown)).toBe(true);
  expect(tags(markdown).filter((tag) => !COMMENT_TAGS.includes(tag))).toEqual([]);
  expect(ofType(markdown, 'image')).toEqual([]);
  expect(
    ofType(markdown, 'link')
      .map(({ url }) => url)
      .filter((url) => url !== links.run),
  ).toEqual([]);
  expect(linkedByGitHub(markdown)).toEqual([]);
}

describe('the comment of each verdict', () => {
  test.each([
    ['failing', failing()],
    ['passing', passing()],
    ['inconclusive', inconclusive()],
    ['identical', identical()],
    ['broken', broken()],
    ['leaking', leaking()],
  ])('%s: marker first, one table, links only to the run', (_, report) => {
    const markdown = comment(report);
    expect(markdown.startsWith(`${marker}\n`)).toBe(true);
    wellBehaved(markdown);
    const outside = markdown.replace(/<details><summary>(?!All|Both|The check)[^]*?<\/details>/gu, '');
    expect(ofType(outside, 'table')).toHaveLength(1);
  });

  test('a failure: what fell, by how much, how sure, and what else', () => {
    const markdown = comment(failing());
    expect(firstLine(markdown)).toBe('### ❌ eval-gate: numeric_match fell by 4.3 pp, from 39.0% to 34.7%');
    expect(markdown).toContain(
      '**1 of 3 checks failed, 1 is inconclusive.** 209 examples broke, 152 got better (numeric_match).',
    );
    const rows = ofType(markdown, 'table')[0]!.children!;
    expect(rows.map((row) => row.children!.length)).toEqual([7, 7, 7, 7]);
    const text = shown(markdown).replaceAll('\u00a0', ' ');
    for (const part of [
      '−4.3 pp (−7.2 to −1.4)',
      '0.003 (0.006)',
      'may drop 2 pp: failed',
      'this set shows drops from 0.9 pp',
      'at most 0',
      '1,319 examples, all paired',
      '10,000 resamples',
    ]) {
      expect(text).toContain(part);
    }
    expect(summaries(markdown)).toEqual([
      '209 examples that broke (numeric_match)',
      'Where it got worse: 1 of 3 slices',
      'How these numbers were made',
    ]);
    expect(text).toContain('12 of 209 shown');
    expect(text).toContain('gsm8k-test-0001');
    expect(text).toContain('A: 26');
  });

  test('slices that clearly got worse come first and are marked', () => {
    const section = comment(failing()).split('<summary>Where it got worse')[1]!;
    expect(section.indexOf('money')).toBeLessThan(section.indexOf('time'));
    expect(section.indexOf('time')).toBeLessThan(section.indexOf('geometry'));
    expect(section.match(/\| ▼ \|/gu)).toHaveLength(1);
  });

  test('a pass shows three lines, and the rest folded', () => {
    const visible = comment(passing())
      .replace(marker, '')
      .replace(/<details><summary>(.*?)<\/summary>[^]*?<\/details>/gu, '$1')
      .split('\n')
      .filter((line) => line.trim() !== '');
    expect(visible).toEqual([
      '### ✅ eval-gate: numeric_match rose by 9.4 pp, from 21.7% to 31.1%',
      'Both checks passed',
      expect.stringContaining('1,319 examples, all paired'),
      'How these numbers were made',
    ]);
  });

  test('an inconclusive one says what would settle it', () => {
    const markdown = comment(inconclusive());
    expect(firstLine(markdown)).toContain("can't tell yet: numeric_match fell by 4.0 pp");
    expect(markdown).toMatch(/About 1,\d00 would settle it\./u);
    expect(markdown).toContain('too small for a limit of 2 pp');
  });

  test('identical outputs ask whether one file was given twice', () => {
    expect(comment(identical())).toContain(
      "Every output of the candidate equals the base's. Was one file given twice?",
    );
    expect(comment(passing())).not.toContain('given twice');
  });

  test('an error says what broke, where, and what to do, once', () => {
    const markdown = comment(broken());
    expect(firstLine(markdown)).toContain(
      '### 🛑 eval-gate: could not evaluate: out/candidate.jsonl:17: the row has no id',
    );
    expect(markdown.match(/give every prediction the id of its example/gu)).toHaveLength(1);
  });

  test('errors of several suites are all told', () => {
    const suites = ['a', 'b'].map((name) => suite({ name, failed: `suite ${name} holds no examples`, headline: [] }));
    const text = shown(comment(reportOf(input({ policy: policy({ checks: null }), measures: [], suites }), {}, [])));
    expect(text).toContain('suite a holds no examples');
    expect(text).toContain('b: suite b holds no examples');
  });

  test('a leak shows the training line beside the example, the common span in bold, and the score without', () => {
    const file = (path: string, line: number): string => `https://github.com/o/r/blob/main/${path}#L${String(line)}`;
    const markdown = renderComment(leaking(), { marker, links: { ...links, file } });
    expect(firstLine(markdown)).toBe('### ❌ eval-gate: contamination_rate is 0.1%, above 0');
    const span = 'sells the remainder at the farmers market daily for 2 per fresh duck egg';
    expect(html(markdown).match(new RegExp(`<b>${span}</b>`, 'gu'))).toHaveLength(2);
    expect(ofType(markdown, 'link').map(({ url }) => url)).toContain(
      'https://github.com/o/r/blob/main/data/train/leaked.jsonl#L12',
    );
    expect(shown(markdown)).toContain('40.0% on all examples, 40.0% without the contaminated ones');
    expect(markdown).toContain('1 more example with a weaker match');
  });

  test('nothing gated is said in the first line', () => {
    const report = reportOf(input({ policy: policy({ checks: [] }) }));
    expect(firstLine(comment(report))).toBe('### ✅ eval-gate: nothing was gated');
    expect(comment(report)).toContain('not gated');
  });

  test('mode warn says that the check stays green', () => {
    const warn = failing({
      gate: { confidence: 0.95, resamples: 10_000, correction: 'holm', on_inconclusive: 'warn', mode: 'warn' },
    });
    expect(comment(warn)).toContain('Mode is `warn`');
  });

  test('pairing other than by id, gaps and cautions are visible', () => {
    const bleu = measure({
      metric: 'bleu',
      unit: 'percent',
      caution: 'Many outputs can be right where BLEU sees one.',
      delta: delta({ value: 1, ci: [0, 2] }),
    });
    const parts = suiteParts({ measures: [bleu] });
    const markdown = comment(
      reportOf(
        input({ policy: policy({ checks: [check({ metric: 'bleu', max_regression: 2 })] }), measures: [bleu] }),
        {},
        [
          {
            ...parts,
            candidate: { ...parts.candidate, paired_by: 'order', missing: 3 },
            base: { ...parts.base!, extra: 1 },
          },
        ],
      ),
    );
    const text = shown(markdown.replace(/<details>[^]*?<\/details>/gu, ''));
    for (const part of [
      'candidate paired by order alone',
      '3 without an output of the candidate',
      '1 base row of no example',
      'Many outputs can be right',
    ]) {
      expect(text).toContain(part);
    }
  });

  test('without any base there are no empty columns', () => {
    const alone = measure({ base: null, delta: null });
    const report = reportOf(
      input({
        policy: policy({ checks: [check({ min: 0.9 })] }),
        measures: [alone],
        suites: [suite({ hasBase: false })],
      }),
    );
    expect(ofType(comment(report), 'table')[0]!.children!.map((row) => row.children!.length)).toEqual([4, 4]);
  });
});

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
      const summary = renderSummary(report, links);
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

test('the report lists every flip that report.json holds, the comment says how many it left out', () => {
  const markdown = renderMarkdownReport(failing());
  expect(markdown.match(/\*\*`gsm8k-test-\d{4}`\*\*/gu)).toHaveLength(209 + 152);
  expect(markdown).not.toContain('of 209 shown');
});

test('the same report renders to the same bytes', () => {
  expect(comment(failing())).toBe(comment(failing()));
});

/** Foreign text wherever a user's files, config or training data can put it. */
function hostileReport(text: string): Report {
  const bad = measure({
    metric: text,
    slice: null,
    recipe: text,
    caution: text,
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
            evidence: [{ file: text, line: 1, text, span: text }],
          },
        ],
      }),
      provenance: { seed: 0, config_sha256: null, eval_set_sha256: null, [`key ${text}`]: text },
    },
    [{ ...parts, candidate: models, base: models }],
  );
}
