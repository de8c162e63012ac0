import { counted, sizeText } from '../gate/index.js';
import type { FalseAlarms, Selftest, TestedCheck } from './types.js';

/** The self-test's tables as plain text for a terminal. No line break at the end. */
export function selftestText(found: Selftest): string {
  const { runs, resamples, checks, gate, suites, verdict } = found;
  const rows = suites.map(
    ({ name, examples, clusters }) =>
      `${name}: ${counted(examples, 'example')}${clusters === null ? '' : ` in ${counted(clusters, 'cluster')}`}`,
  );
  const alarms: string[][] = [
    ['nothing changed', 'red', 'at most', 'chance up to', 'inconclusive'],
    ...checks.map(({ id, false_alarms: own }) => [id, ...alarmCells(own)]),
    ...(checks.length > 1 ? [['any of them', ...alarmCells(gate)]] : []),
  ];
  const power: string[][] = [['true loss', 'of', 'red', 'expected'], ...checks.flatMap((check) => powerRows(check))];
  return [
    `eval-gate selftest: ${verdict} (${counted(runs, 'run')} of ${counted(resamples, 'resample')}; ${rows.join('; ')})`,
    '',
    'False alarms: candidate and base changed places in random pairs, so that nothing is really worse.',
    ...aligned(alarms),
    '',
    'Power: randomly chosen answers of the candidate were made to fail, so that it is really worse by so much.',
    ...aligned(power),
    ...checks
      .filter((check) => check.power.length === 0)
      .map(({ id }) => `  ${id}: even if every answer failed, less would be lost than the losses to be planted.`),
    '',
    verdict === 'pass'
      ? 'The gate does not cry wolf on these rows: no share of false alarms is above what chance explains.'
      : 'The gate cries wolf on these rows: a share of false alarms is above what chance explains. Please report it.',
  ].join('\n');
}

function alarmCells({ red, nominal, chance_up_to: chance, inconclusive }: FalseAlarms): string[] {
  return [percent(red), percent(nominal), percent(chance), percent(inconclusive)];
}

function powerRows({ id, unit, power }: TestedCheck): string[][] {
  return power.map(({ loss, times, of, red, expected, simulation_error: error }) => [
    `${id}, ${sizeText(loss, unit)}`,
    `${String(times)} × ${of === 'limit' ? 'limit' : 'MDE'}`,
    `${percent(red)} ± ${percent(error)}`,
    percent(expected),
  ]);
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}

/** Columns padded to their widest cell, the first to the left and the others to the right. */
function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]!.map((_, c) => Math.max(...rows.map((row) => row[c]!.length)));
  return rows.map(
    (row) => `  ${row.map((cell, c) => (c === 0 ? cell.padEnd(widths[c]!) : cell.padStart(widths[c]!))).join('  ')}`,
  );
}
