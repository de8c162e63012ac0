import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeMetrics } from '../../src/metrics/index.js';

const text = readFileSync(join(import.meta.dirname, '../../docs/metrics.md'), 'utf8');
const metrics = await describeMetrics();
const lines = text.split('\n');
/** The cells of a table's rows that begin with a name. */
const rowsOf = (name: string): string[][] =>
  lines
    .filter((line) => line.startsWith(`| \`${name}\` `))
    .map((line) => line.split(/(?<!\\)\|/u).map((cell) => cell.trim()));

test('docs/metrics.md holds every metric, with a section of its own or of its family', () => {
  // Headings, and the line of ids below "Classification".
  const sections = lines
    .filter((line, i) => line.startsWith('### ') || lines[i - 2] === '## Classification')
    .join(' ')
    .replace('&lt;name&gt;', '<name>');
  for (const { name, equals, direction } of metrics) {
    expect([name, rowsOf(name).length]).toEqual([name, 1]);
    const [row] = rowsOf(name);
    expect([name, row?.at(-2), row?.at(-3)]).toEqual([
      name,
      equals.replace(':', ' '),
      direction === 'higher' ? 'more' : 'less',
    ]);
    expect([name, sections.split(/[\s,`]+/u).includes(name)]).toEqual([name, true]);
  }
});

test('and every option with its default', () => {
  for (const { name, options } of metrics) {
    for (const [option, { default: value }] of Object.entries(options.properties)) {
      const shown =
        value === undefined ? ['', 'needed'] : [`\`${typeof value === 'string' ? value : JSON.stringify(value)}\``];
      const found = rowsOf(option).some((cells) => shown.includes(cells.at(-2)!));
      expect([name, option, shown, found]).toEqual([name, option, shown, true]);
    }
  }
});

test('its prose is wrapped at 110 columns', () => {
  expect(lines.filter((line) => line.length > 110 && !line.startsWith('|'))).toEqual([]);
});
