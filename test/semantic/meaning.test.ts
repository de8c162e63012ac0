import { describe, expect, test } from '@jest/globals';
import { reportSchema } from '../../src/report/schema.js';
import { PLANTED, QUESTIONS, searched } from './searching.js';

const PLACES = [
  ['q0', 6],
  ['q1', 10],
  ['q3', 14],
];

describe('paraphrases and translations', () => {
  test('are found where they stand, confirmed, and count as leaked; nothing else does', async () => {
    const { reports, pairs } = await searched();
    const [report] = reports;
    const { examples, semantic } = report!.contamination!;
    expect(examples.map(({ id, level, found_by, evidence }) => [id, level, found_by, evidence[0]!.line])).toEqual(
      PLACES.map(([id, line]) => [id, 'substantial', 'meaning', line]),
    );
    expect(examples[0]!.evidence[0]).toMatchObject({
      file: 't.jsonl',
      text: PLANTED[0],
      found_by: 'meaning',
      span: '',
    });
    expect(report!.checks.map(({ id, status, value }) => [id, status, value])).toEqual([
      ['contamination_rate:max', 'fail', 3 / QUESTIONS.length],
    ]);
    const meant = pairs.filter(({ found_by }) => found_by === 'meaning');
    expect(meant.map(({ id, line, level }) => [id, line, level])).toEqual(
      PLACES.map(([id, line]) => [id, line, 'substantial']),
    );
    expect(semantic).toMatchObject({
      model: 'm',
      models: ['m-001'],
      examples: QUESTIONS.length,
      rows: { total: 20, embedded: 20, left_out: 0 },
      failed: { examples: 0, rows: 0 },
      stopped: null,
      confirmation: { model: 'j', models: ['j-2026-01-01'], confirmed: 3, failed: 0 },
    });
    expect(reportSchema.parse(report)).toEqual(report);
  });

  test('the definition by text finds none of them, but for a phrase; without an endpoint there is no section', async () => {
    const { reports, fake } = await searched({ semantic: null, judge: null });
    expect(reports[0]!.contamination!.examples.map(({ id, level }) => [id, level])).toEqual([['q1', 'partial']]);
    expect(reports[0]!.verdict).toBe('pass');
    expect(reports[0]!.contamination).not.toHaveProperty('semantic');
    expect(fake.embedded).toEqual([]);
  });

  test('are listed, and not gated, where there is no judge', async () => {
    const { reports, fake, pairs } = await searched({ judge: null });
    const [report] = reports;
    expect(report!.verdict).toBe('pass');
    expect(report!.contamination!.examples.map(({ id, level }) => [id, level])).toEqual([['q1', 'partial']]);
    expect(report!.contamination!.semantic!.confirmation).toBeNull();
    expect(report!.contamination!.semantic!.similar.map(({ id, line, verdict }) => [id, line, verdict])).toEqual(
      expect.arrayContaining(PLACES.map(([id, line]) => [id, line, 'not_asked'])),
    );
    expect(report!.notes.join('\n')).toMatch(/3 similar pairs of example and training row are not confirmed/u);
    expect(fake.calls).toEqual([]);
    expect(pairs.filter(({ found_by }) => found_by !== undefined)).toEqual([]);
  });

  test('confirm: false asks nobody', async () => {
    const { fake, reports } = await searched({ semantic: ', confirm: false', judge: ', score: {}' });
    expect(fake.calls).toEqual([]);
    expect(reports[0]!.contamination!.semantic!.confirmation).toBeNull();
  });

  test('a judge that says no is believed', async () => {
    const no = () => JSON.stringify({ reasoning: 'No.', same: false });
    const { reports } = await searched({ server: { judge: no } });
    expect(reports[0]!.verdict).toBe('pass');
    expect(reports[0]!.contamination!.semantic!.similar.map(({ verdict }) => verdict)).toEqual(
      expect.arrayContaining(['different']),
    );
  });
});
