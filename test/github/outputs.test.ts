import { readFileSync } from 'node:fs';
import { setOutputs } from '../../src/github/index.js';
import { Step } from './harness.js';

let step: Step;
beforeEach(() => (step = new Step()));
afterEach(() => step.close());

/** Reads the output file as the runner does: `name=value`, or `name<<DELIMITER`, lines, DELIMITER. */
function readOutputs(): Map<string, string> {
  const lines = readFileSync(process.env['GITHUB_OUTPUT']!, 'utf8').split('\n');
  const outputs = new Map<string, string>();
  for (let i = 0; i < lines.length; i++) {
    const heredoc = /^([^=]*?)<<(.+)$/u.exec(lines[i]!);
    if (heredoc !== null) {
      const end = lines.indexOf(heredoc[2]!, i + 1);
      if (end < 0) throw new Error(`no end of ${heredoc[1]!}`);
      outputs.set(heredoc[1]!, lines.slice(i + 1, end).join('\n'));
      i = end;
    } else if (lines[i] !== '') {
      const equals = lines[i]!.indexOf('=');
      if (equals < 0) throw new Error(`no output: ${lines[i]!}`);
      outputs.set(lines[i]!.slice(0, equals), lines[i]!.slice(equals + 1));
    }
  }
  return outputs;
}

describe('outputs', () => {
  test('reach the next step as they are', () => {
    expect(setOutputs({ verdict: 'fail', 'failed-checks': ['exact_match:min', 'a"b'], 'comment-url': '' })).toEqual([]);
    expect(Object.fromEntries(readOutputs())).toEqual({
      verdict: 'fail',
      'failed-checks': '["exact_match:min","a\\"b"]',
      'comment-url': '',
    });
  });

  test.each([
    'two\nlines',
    'x\nverdict=pass',
    'x\nghadelimiter_00000000-0000-0000-0000-000000000000\nverdict=pass',
    'x\nEOF\nverdict<<EOF\npass\nEOF',
    '::set-output name=verdict::pass',
    '__proto__',
  ])('can not set one another: %j', (text) => {
    expect(setOutputs({ summary: text, 'failed-checks': [text], verdict: 'fail' })).toEqual([]);
    const outputs = readOutputs();
    expect(outputs.size).toBe(3);
    expect(outputs.get('summary')).toBe(text);
    expect(JSON.parse(outputs.get('failed-checks')!)).toEqual([text]);
    expect(outputs.get('verdict')).toBe('fail');
  });

  test('a list that is too long loses entries from its end, says so, and stays JSON', () => {
    const ids = Array.from({ length: 50_000 }, (_, i) => `suite/metric{slice=${String(i)}}:max_regression`);
    const warnings = setOutputs({ 'failed-checks': ids, summary: 'x'.repeat(300), verdict: 'fail' });
    const outputs = readOutputs();
    const kept = JSON.parse(outputs.get('failed-checks')!) as string[];
    expect(kept.length).toBeGreaterThan(1000);
    expect(kept).toEqual(ids.slice(0, kept.length));
    expect(warnings).toEqual([
      `the output failed-checks holds the first ${String(kept.length)} of 50000 entries: a job's outputs may hold 1 MB`,
    ]);
    expect(outputs.get('verdict')).toBe('fail');
    expect(outputs.get('summary')).toHaveLength(300);
    const units = [...outputs.values()].reduce((sum, value) => sum + value.length, 0);
    expect(units * 2).toBeLessThan(1_000_000);
  });

  test('a text that is too long is cut between characters', () => {
    const warnings = setOutputs({ summary: '😀'.repeat(400_000), verdict: 'pass' });
    const summary = readOutputs().get('summary')!;
    expect(warnings).toHaveLength(1);
    expect(summary).not.toContain('\uFFFD');
    expect(summary.endsWith('😀…')).toBe(true);
    expect(readOutputs().get('verdict')).toBe('pass');
  });

  test('a file that is gone is a warning', () => {
    process.env['GITHUB_OUTPUT'] = `${step.folder}/gone`;
    expect(setOutputs({ verdict: 'pass' })).toEqual([expect.stringMatching(/output verdict could not be set/u)]);
  });
});
