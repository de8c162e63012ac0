import type { GateError } from '../../src/errors.js';
import { lines, readFlags } from '../../src/flags.js';

function read(args: readonly string[]) {
  const faults: GateError[] = [];
  return { flags: readFlags(args, KNOWN, faults), faults: faults.map(({ message }) => message) };
}

const KNOWN = { config: 'text', 'eval-set': 'many', json: 'switch' } as const;

test('reads values, repeated values with several lines, and switches', () => {
  const { flags, faults } = read(['--config', 'a.yml', '--eval-set=x', '--eval-set', 'y\n z ', '--json']);
  expect(faults).toEqual([]);
  expect(flags.text('config')).toBe('a.yml');
  expect(flags.many('eval-set')).toEqual(['x', 'y', 'z']);
  expect(flags.on('json')).toBe(true);
  expect(read([]).flags.text('config')).toBeNull();
  expect(read([]).flags.on('json')).toBe(false);
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
  expect(read(args).faults[0]).toContain(message);
});

test('what is right is read all the same, and every fault is told', () => {
  const { flags, faults } = read(['--confg', '--config', 'a.yml', 'stray', '--eval-set']);
  expect(flags.text('config')).toBe('a.yml');
  expect(faults).toEqual([
    '--confg: unknown flag; did you mean "config"?',
    '"stray" was not expected here; give paths with flags such as --config',
    '--eval-set: needs a value',
  ]);
});

test('lines are trimmed, and empty ones dropped', () => {
  expect(lines('a\r\n\n  b \n')).toEqual(['a', 'b']);
});
