import { lines, readFlags } from '../../src/flags.js';

const KNOWN = { config: 'text', 'eval-set': 'many', json: 'switch' } as const;

test('reads values, repeated values with several lines, and switches', () => {
  const flags = readFlags(['--config', 'a.yml', '--eval-set=x', '--eval-set', 'y\n z ', '--json'], KNOWN);
  expect(flags.text('config')).toBe('a.yml');
  expect(flags.many('eval-set')).toEqual(['x', 'y', 'z']);
  expect(flags.on('json')).toBe(true);
  expect(readFlags([], KNOWN).text('config')).toBeNull();
  expect(readFlags([], KNOWN).on('json')).toBe(false);
});

test.each([
  [['--confg', 'x'], '--confg: unknown flag; did you mean "config"?'],
  [['--config'], '--config: needs a value'],
  [['--config', '--json'], '--config: needs a value'],
  [['--config='], '--config: needs a value'],
  [['--json=1'], '--json: takes no value'],
  [['--config', 'a', '--config', 'b'], '--config: is given twice'],
  [['stray'], '"stray" was not expected here'],
  [['--__proto__', 'x'], '--__proto__: unknown flag'],
])('%j is refused', (args, message) => {
  expect(() => readFlags(args, KNOWN)).toThrow(message);
});

test('lines are trimmed, and empty ones dropped', () => {
  expect(lines('a\r\n\n  b \n')).toEqual(['a', 'b']);
});
