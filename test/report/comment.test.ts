import { describe, expect, test } from '@jest/globals';
import { renderComment, renderMarkdownReport } from '../../src/report/index.js';
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
} from './fixtures.js';
import { comment, firstLine, links, wellBehaved } from './comment.js';
import { html, ofType, shown } from './markdown.js';

const summaries = (markdown: string): string[] =>
  [...markdown.matchAll(/<summary>(.*?)<\/summary>/gu)].map(([, text]) => text!);
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

  test('how the numbers were made names clusters and strata', () => {
    const made = (own: Parameters<typeof delta>[0]) =>
      shown(comment(reportOf(input({ measures: [measure({ delta: delta({ n: 300, ...own }) })] })))).replaceAll(
        '\u00a0',
        ' ',
      );
    expect(made({ units: 300, strata: 4 })).toContain('300 pairs of 4 strata, mcnemar exact');
    expect(made({ units: 60, strata: 4 })).toContain('300 pairs in 60 clusters of 4 strata, mcnemar exact');
    expect(made({ units: 300 })).toContain('300 pairs, mcnemar exact');
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
    expect(shown(markdown)).toContain(
      "Leaked examples score 60.0 pp higher on numeric_match (95% interval −19.4 to +63.1, p = 0.400), the base's 39.0 pp lower. Of a custom eval set: 1 contaminated example, 1,318 clean.",
    );
    expect(markdown).toContain('1 more example with a weaker match');
  });

  describe('evidence of leaks', () => {
    const [example, weak] = contamination().examples;
    const [row] = example!.evidence;
    const render = (over: Partial<Parameters<typeof contamination>[0]>) =>
      comment({ ...leaking(), contamination: contamination(over) });
    const summary = (markdown: string) => /<summary>([^<]*(?:eval example|Leaks in)[^<]*)</u.exec(markdown)?.[1];

    test('of a Parquet file names the row and its group, and a field where it is known', () => {
      const parquet = { ...row!, file: 'data/train.parquet', line: 1207, row_group: 3, field: 'messages[1].content' };
      const markdown = render({ examples: [{ ...example!, evidence: [parquet] }] });
      expect(markdown).toContain('training data `data/train.parquet` · row 1207 (row group 3) · `messages[1].content`');
    });

    test('that are known come last and say so; what is allowed has its reason', () => {
      const known = { ...example!, id: 'old', known: true as const, evidence: [{ ...row!, known: true as const }] };
      const pair = {
        suite: 'default',
        row: row!.row,
        file: 'data/a|b.jsonl',
        line: 7,
        level: 'partial',
        score: 0.3,
      } as const;
      const markdown = render({
        examples: [known, example!, weak!],
        counts: { new: 1, known: 1, allowed: 1 },
        allowed: [{ ...pair, id: 'q7', reason: 'a proverb, @all' }],
      });
      expect(summary(markdown)).toBe('1 eval example found in the training data, 1 known, 1 allowed');
      expect(markdown.indexOf('`old`')).toBeGreaterThan(markdown.indexOf('`gsm8k-test-0001`'));
      expect(markdown).toContain('`data/train/leaked.jsonl:12` · known');
      expect(shown(markdown)).toContain('q7 · partial · data/a|b.jsonl:7 · a proverb, @\u200ball');
    });

    test('that do not count are a footnote of a pass', () => {
      const known = { ...example!, known: true as const };
      const markdown = render({ examples: [known], counts: { new: 0, known: 1, allowed: 0 } });
      expect(summary(markdown)).toBe('Leaks in the training data that do not count: 1 known');
    });

    test('of one level are shown with the shortest first, and report.md has what an allow-list takes', () => {
      const texts = ['a long text of many words that takes a while to read', 'a short text of words'];
      const examples = texts.map((text, i) => ({ ...example!, id: `q${i}`, text }));
      const report = { ...leaking(), contamination: contamination({ examples }) };
      const markdown = comment(report);
      expect(markdown.indexOf('`q1`')).toBeLessThan(markdown.indexOf('`q0`'));
      expect(markdown).not.toContain(row!.row);
      expect(renderMarkdownReport(report)).toContain(`row: \`${row!.row}\``);
    });

    test('long texts are cut around what they share', () => {
      const shared = 'the very passage that both of them share word for word';
      const words = (word: string): string => `${word} `.repeat(2000);
      const text = `${words('before')}${shared} ${words('after')}`;
      const markdown = render({
        examples: [{ ...example!, text, evidence: [{ ...row!, text: shared, span: shared }] }],
      });
      expect(markdown).toMatch(new RegExp(`> ….{0,400}<b>${shared}</b>.{0,400}…`, 'u'));
    });
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

test('the report lists every flip that report.json holds, the comment says how many it left out', () => {
  const markdown = renderMarkdownReport(failing());
  expect(markdown.match(/\*\*`gsm8k-test-\d{4}`\*\*/gu)).toHaveLength(209 + 152);
  expect(markdown).not.toContain('of 209 shown');
});

test('matches too weak to be gated are a footnote', () => {
  const [, weak] = contamination().examples;
  const report = failing({ contamination: contamination({ examples: [weak!] }) });
  expect(summaries(comment(report)).slice(1, 3)).toEqual([
    'Where it got worse: 1 of 3 slices',
    '1 eval example with a partial match in the training data (not gated)',
  ]);
});

test('the same report renders to the same bytes', () => {
  expect(comment(failing())).toBe(comment(failing()));
});

describe('what broke in one place', () => {
  const dates = {
    ...{ metric: 'exact_match', slice: { category: 'dates' }, examples: null, right: 12, lost: 12, now: 0 },
    ...{ rest_right: 70, rest_lost: 3, p_adjusted: 1e-9 },
  };
  const ids = Array.from({ length: 30 }, (_, i) => `@q${String(i)}`);
  const twins = { ...dates, slice: null, examples: ids, right: 30, lost: 29 };

  test('one line above the table, and a count of the others', () => {
    const markdown = comment(reportOf(input(), {}, [suiteParts({ measures: [measure()], breaks: [dates, twins] })]));
    wellBehaved(markdown);
    const text = shown(markdown);
    expect(text).toContain(
      'category=dates broke: 12 of 12 that were right are wrong now (exact_match), 3 of 70 elsewhere.',
    );
    expect(text).toContain('1 more place like this in the report.');
    expect(markdown.indexOf('category=dates broke')).toBeLessThan(markdown.indexOf('| base |'));
  });

  test('the report names all of them, a cluster by its first examples, and report.json lists 20 of its ids', () => {
    const report = reportOf(input(), {}, [suiteParts({ measures: [measure()], breaks: [dates, twins] })]);
    expect(shown(renderMarkdownReport(report))).toMatch(
      /cluster of examples \(@\u200bq0, @\u200bq1, @\u200bq2, …\) broke: 29 of 30/u,
    );
    expect(report.suites[0]!.breaks[1]!.examples).toEqual(ids.slice(0, 20));
  });
});
