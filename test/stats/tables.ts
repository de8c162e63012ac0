import type { CorpusScenario } from './corpora.js';
import { exactPaired, exactShare } from './exact.js';
import { clusterScenarios, corpusScenarios, scoreScenarios, type MeanScenario } from './scenarios.js';
import { simulateCorpus, simulateMeans, type Outcome } from './simulate.js';
import {
  stratifiedCorpora,
  stratifiedScores,
  validationClusters,
  validationCorpora,
  validationScores,
  validationSides,
} from './validation.js';

/** Below so many differing units on average a cell counts as sparse. */
const SPARSE = 10;
const VALIDATION_SEED = 'validation ';

interface Row {
  readonly name: string;
  readonly sizes: readonly number[];
  /** The true change is 0, so that every red check is a false alarm. */
  readonly unchanged: boolean;
  readonly at: (units: number) => Outcome;
}

interface Cell extends Outcome {
  readonly row: Row;
  readonly units: number;
}

const SIZES = [10, 20, 50, 100, 200, 500, 1000, 2000];
const UNIT_SIZES = [10, 20, 50, 100, 200, 500];
/** Whole numbers of strata of every kind. */
const STRATIFIED_SIZES = [20, 100, 200, 500];

/** The tables of docs/statistics.md by name, as markdown. */
export function tables(): Record<string, string> {
  const exact = filled(exactRows());
  const compared = filled([
    ...scoreScenarios.map((one) => meanRow(one, SIZES, 3000, '')),
    ...clusterScenarios.map((one) => meanRow(one, UNIT_SIZES, 2000, '')),
    ...corpusScenarios.map((one) => corpusRow(one, SIZES.slice(0, 5), '')),
  ]);
  const validation = filled([
    ...[...validationScores, ...validationSides].map((one) => meanRow(one, SIZES, 3000, VALIDATION_SEED)),
    ...validationClusters.map((one) => meanRow(one, UNIT_SIZES, 2000, VALIDATION_SEED)),
    ...validationCorpora.map((one) => corpusRow(one, SIZES, VALIDATION_SEED)),
    ...stratifiedScores.map((one) => meanRow(one, STRATIFIED_SIZES, 2000, VALIDATION_SEED)),
    ...stratifiedCorpora.map((one) => corpusRow(one, STRATIFIED_SIZES, VALIDATION_SEED)),
  ]);
  return {
    exact: table(exact),
    simulation: table(compared),
    validation: table(validation),
    worst: worst([...exact, ...compared, ...validation]),
    losses: lossCurve(),
  };
}

/** Right or wrong answers of these rates; together from 0 (independent) to 1 (as alike as the rates allow). */
function exactRows(): Row[] {
  const changes: [base: number, candidate: number, together: number][] = [
    ...[0.02, 0.1, 0.3, 0.5].flatMap((rate): [number, number, number][] => [
      [rate, rate, 0],
      [rate, rate, 0.8],
    ]),
    ...([
      [0.5, 0.45, 0.8],
      [0.9, 0.85, 1],
      [0.98, 0.9, 0.9],
      [0.3, 0.6, 0],
      [0.98, 0.02, 0.9],
    ] as [number, number, number][]),
  ];
  const paired = changes.map(([base, candidate, together]): Row => {
    const both = base * candidate + together * (Math.min(base, candidate) - base * candidate);
    return {
      name: `${String(base)} → ${String(candidate)}${together === 0 ? '' : together === 1 ? ', none gained' : ', alike'}`,
      sizes: SIZES,
      unchanged: base === candidate,
      at: (n) => exactPaired(base - both, candidate - both, n),
    };
  });
  const shares = [0.02, 0.1, 0.3, 0.5].map((rate): Row => ({
    name: `one model: ${String(rate)}`,
    sizes: SIZES,
    unchanged: false,
    at: (n) => exactShare(rate, n),
  }));
  return [...paired, ...shares];
}

function meanRow(scenario: MeanScenario, sizes: readonly number[], runs: number, seed: string): Row {
  const at = (units: number) => simulateMeans(scenario, { units, runs: units >= 500 ? 1000 : runs, seed });
  return { name: scenario.name, sizes, unchanged: scenario.truth === 0 && scenario.level === undefined, at };
}

function corpusRow(scenario: CorpusScenario, sizes: readonly number[], seed: string): Row {
  const at = (units: number) =>
    simulateCorpus(scenario, { units, runs: units >= 1000 ? 200 : units >= 500 ? 300 : 500, seed });
  return { name: scenario.name, sizes, unchanged: !scenario.changed, at };
}

function filled(rows: readonly Row[]): Cell[] {
  return rows.flatMap((row) => row.sizes.map((units) => ({ row, units, ...row.at(units) })));
}

const percent = (share: number) => (100 * share).toFixed(1);

function table(cells: readonly Cell[]): string {
  const lines = [...new Set(cells.map(({ row }) => row))].map((row) => {
    const own = SIZES.map((units) => {
      const cell = cells.find((one) => one.row === row && one.units === units);
      if (cell === undefined) return '';
      const text = `${percent(cell.covered)}${row.unchanged ? ` / ${percent(cell.red)}` : ''}`;
      return cell.differing < SPARSE ? `(${text})` : text;
    });
    return `| ${[row.name, ...own].join(' | ')} |`;
  });
  return `| units: | ${SIZES.join(' | ')} |\n| --- |${' ---: |'.repeat(SIZES.length)}\n${lines.join('\n')}`;
}

/** The cells that are furthest from what they should be, with the simulation's standard error. */
function worst(cells: readonly Cell[]): string {
  const error = (share: number, runs: number) => (runs === 0 ? 0 : Math.sqrt((share * (1 - share)) / runs));
  const figure = (share: number, { runs, row, units }: Cell) =>
    `${percent(share)}${runs === 0 ? ' (exact)' : ` ± ${percent(error(share, runs))}`} (${row.name}, ${String(units)})`;
  const line = (what: string, found: readonly Cell[], share: (cell: Cell) => number) =>
    `| ${what} | ${found
      .slice(0, 3)
      .map((cell) => figure(share(cell), cell))
      .join('; ')} |`;
  const byCoverage = cells.toSorted((a, b) => a.covered - b.covered);
  const dense = byCoverage.filter(({ units, differing }) => units >= 50 && differing >= SPARSE).toReversed();
  const alarms = cells.filter(({ row }) => row.unchanged).toSorted((a, b) => b.red - a.red);
  return [
    '| % ± standard error (scenario, units) | |',
    '| --- | --- |',
    line('lowest coverage', byCoverage, ({ covered }) => covered),
    line('highest coverage, 50 units and more, not sparse', dense, ({ covered }) => covered),
    line('most false alarms', alarms, ({ red }) => red),
  ].join('\n');
}

/** How often a check with `max_regression: 0.02` is red when the true loss is so large; a quarter of the pairs differ. */
function lossCurve(): string {
  const losses = [0, 0.01, 0.02, 0.03, 0.04, 0.05, 0.06, 0.08, 0.1];
  const rows = [100, 300, 1000, 3000].map((n) => {
    const cells = losses.map((loss) => {
      const scenario: MeanScenario = {
        name: `loss ${loss}`,
        truth: -loss,
        range: [0, 1],
        unit: (random) => {
          const u = random.uniform();
          if (u >= 0.25) return [[1, 1]];
          return [u < (0.25 + loss) / 2 ? [0, 1] : [1, 0]];
        },
      };
      return percent(simulateMeans(scenario, { units: n, runs: 2000, limit: 0.02 }).red);
    });
    return `| ${[n, ...cells].join(' | ')} |`;
  });
  const head = `| examples, true loss: | ${losses.join(' | ')} |\n| --- |${' ---: |'.repeat(losses.length)}`;
  return `${head}\n${rows.join('\n')}`;
}
