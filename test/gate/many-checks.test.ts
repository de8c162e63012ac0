import { decide } from '../../src/gate/index.js';
import { check, input, measure, policy } from './build.js';

/** Looking each measure up among all of them would take minutes here, beyond the tests' time limit. */
test('a check for each of 40,000 slices finds its own measure', () => {
  const topics = Array.from({ length: 40_000 }, (_, i) => ({ topic: `t${String(i)}` }));
  const valueOf = (i: number): number => (i % 4) / 4;
  const { checks, verdict } = decide(
    input({
      policy: policy({
        checks: topics.map((slice, i) => check({ slice, min: 0.5, key: `gate.checks[${String(i)}]` })),
      }),
      measures: [
        measure(),
        ...topics.map((slice, i) => measure({ slice, candidate: { value: valueOf(i), ci: null } })),
      ],
    }),
  );
  expect(verdict).toBe('fail');
  expect(checks.map(({ value, status }) => [value, status])).toEqual(
    topics.map((_, i) => [valueOf(i), valueOf(i) < 0.5 ? 'fail' : 'pass']),
  );
});

test('a slice is the same whatever the order of its keys', () => {
  const { checks } = decide(
    input({
      policy: policy({ checks: [check({ slice: { b: '2', a: '1' }, min: 0.5 })] }),
      measures: [measure({ slice: { a: '1', b: '2' }, candidate: { value: 0.75, ci: null } })],
    }),
  );
  expect(checks).toMatchObject([{ status: 'pass', value: 0.75 }]);
});
