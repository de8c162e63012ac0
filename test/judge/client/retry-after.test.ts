import { readRetryAfter } from '../../../src/judge/client/retry-after.js';

const NOW = Date.UTC(2026, 10, 21, 8, 0, 0);
const with_ = (header: Record<string, string>, text = ''): number | null =>
  readRetryAfter(new Headers(header), text, NOW);

test.each([
  [{ 'retry-after': '20' }, 20_000],
  [{ 'retry-after': '0' }, 0],
  [{ 'retry-after': '1.5' }, 1500],
  [{ 'retry-after-ms': '250', 'retry-after': '1' }, 250],
  [{ 'retry-after': 'Sat, 21 Nov 2026 08:00:30 GMT' }, 30_000],
  [{ 'retry-after': 'Sat, 21 Nov 2026 07:59:30 GMT' }, 0],
])('%j', (headers, expected) => {
  expect(with_(headers)).toBe(expected);
});

test.each([['soon'], ['1e999'], ['NaN'], ['-'], ['']])('"%s" is no time', (value) => {
  expect(with_({ 'retry-after': value })).toBeNull();
});

/** Texts of OpenAI, Azure and Google; where they were seen stands beside them in vendor-errors.ts. */
test.each([
  ['Rate limit reached for gpt-4o on tokens per min (TPM). Please try again in 18.642s. Visit https://x', 18_642],
  ['Rate limit reached for requests. Limit: 3 / min. Please try again in 6ms.', 6],
  ['Rate limit reached for gpt-4o on requests per day (RPD). Please try again in 7m12s.', 432_000],
  ['Rate limit reached on requests per day. Please try again in 1h0m3.5s.', 3_603_500],
  ['Please retry after 86400 seconds. Please contact Azure support service.', 86_400_000],
  ['Rate limit is exceeded. Try again in 2 seconds.', 2000],
  ['{"error":{"code":429,"details":[{"@type":"google.rpc.RetryInfo","retryDelay":"34.07s"}]}}', 34_070],
])('in words: %s', (text, expected) => {
  expect(with_({}, text)).toBeCloseTo(expected, 6);
});

test.each([['Too many requests'], ['Please try again in a few moments'], ['retry after 5 attempts'], ['']])(
  'no time in words: %s',
  (text) => {
    expect(with_({}, text)).toBeNull();
  },
);

test('a header counts more than words', () => {
  expect(with_({ 'retry-after': '3' }, 'Please try again in 60s.')).toBe(3000);
});
