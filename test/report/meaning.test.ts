import { describe, expect, test } from '@jest/globals';
import type { MeaningSearch, SimilarPair } from '../../src/contamination/index.js';
import { renderMarkdownReport } from '../../src/report/index.js';
import { comment, wellBehaved } from './comment.js';
import { contamination, failing } from './fixtures.js';

const pair = (over: Partial<SimilarPair> = {}): SimilarPair => ({
  ...{ suite: 'default', id: 'q1', file: 'train.jsonl', line: 7, field: 'instruction', row: 'r0', similarity: 0.8765 },
  ...{ verdict: 'not_asked', text: 'How many apples?', row_text: 'Wie viele Äpfel?' },
  ...over,
});
const search = (
  similar: readonly SimilarPair[],
  confirmation: MeaningSearch['confirmation'] = null,
): MeaningSearch => ({
  ...{ model: 'm', models: ['m'], examples: 10, rows: { total: 20, embedded: 20, left_out: 0 } },
  ...{ failed: { examples: 0, rows: 0 }, min_similarity: 0.6, confirmation, stopped: null },
  embedding: { calls: 1, input_tokens: 100, untold: 0, cost: null, cached: 0 },
  ...{ similar, similar_total: similar.length },
});
const asked = { model: 'j', models: ['j'], pairs: 2, confirmed: 1, failed: 0, calls: 2, input_tokens: 1 } as const;
const judged = { ...asked, output_tokens: 1, untold: 0, cost: null, cached: 0 };
const reported = (semantic: MeaningSearch) => failing({ contamination: contamination({ semantic, examples: [] }) });

describe('pairs that are similar in meaning', () => {
  test('are a folded hint where nobody was asked', () => {
    const markdown = comment(reported(search([1, 2, 3, 4, 5].map((line) => pair({ line })))));
    wellBehaved(markdown);
    expect(markdown).toContain(
      '5 pairs of eval example and training row similar in meaning, not confirmed (not gated)',
    );
    expect(markdown).toContain('cosine 0.88 · no judge was asked');
    expect(markdown).toContain('3 of 5 shown; report.json has more.');
    expect(markdown).not.toContain('train.jsonl:4');
  });

  test('are not in a comment where a judge has decided, and in report.md they are', () => {
    const report = reported(search([pair({ verdict: 'same' }), pair({ verdict: 'different', line: 9 })], judged));
    expect(comment(report)).not.toContain('similar in meaning');
    expect(renderMarkdownReport(report)).toContain('the judge says that it asks something else');
    expect(renderMarkdownReport(report)).not.toContain('cosine 0.88 · confirmed');
  });

  test('may say what they like', () => {
    const evil = '</details><script>alert(1)</script> @team #1 ![x](http://evil.example) | `';
    const report = reported(search([pair({ id: evil, file: evil, text: evil, row_text: evil })]));
    wellBehaved(comment(report));
    wellBehaved(renderMarkdownReport(report));
  });
});

test('what the judge confirmed is told as such, and not as a share', () => {
  const [known] = contamination().examples;
  const found = {
    ...known!,
    ...({ level: 'substantial', score: 0, part: 'question', found_by: 'meaning' } as const),
    evidence: [
      {
        file: 't.jsonl',
        line: 3,
        row: 'r0',
        text: 'Wie viele?',
        span: '',
        found_by: 'meaning',
        similarity: 0.9,
      } as const,
    ],
  };
  const markdown = comment(failing({ contamination: contamination({ examples: [found] }) }));
  wellBehaved(markdown);
  expect(markdown).toContain('the judge found its question in other words in a training row');
  expect(markdown).not.toContain('0.0% of');
});
