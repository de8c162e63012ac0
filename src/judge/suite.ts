import type { SuiteRows } from '../data/types.js';
import { GateError } from '../errors.js';
import type { Log } from '../log.js';
import type { AnswerJudgments } from './figures/index.js';
import type { Asked, Judge } from './judge.js';
import type { CompareOptions, ScoreOptions } from './options.js';
import { compareQuestion, readComparison, scoreQuestion, scoreReader, type Prompt } from './prompts/index.js';
import { comparisonsByExample, mergeComparisons, scoresByExample, type OpenAnswers } from './merge.js';
import type { RecordedSuite } from './recorded/index.js';
import type { CompareVerdict, Failed, Model, Order, PairJudgments, Question, ScoreVerdict, Winner } from './types.js';

/** All judgments of a suite, by example. */
export interface SuiteJudgments {
  /** Parallel to the examples; null where scores were neither asked for nor recorded. */
  readonly answers: readonly AnswerJudgments[] | null;
  readonly pairs: readonly PairJudgments[] | null;
  /** Every single comparison: records may hold several of an example, by judge, criterion and turn. */
  readonly comparisons: readonly PairJudgments[];
  /** Questions whose material was too long to be shown in full. */
  readonly cut: number;
  /** Pairs of equal answers: ties that nobody was asked about. */
  readonly equal: number;
  /** What was said of some pairs, in one order, when they were asked about a second time. It decides no result. */
  readonly again: readonly AskedAgain[];
}

/** One question, asked twice. */
export type AskedAgain = readonly [first: Winner | Failed, second: Winner | Failed];

/** What is judged of a suite, and by whom. */
export interface SuiteSubject {
  readonly rows: SuiteRows;
  readonly recorded: RecordedSuite;
  readonly score: ScoreOptions | null;
  readonly compare: Extract<CompareOptions, { by: 'judge' }> | null;
  /** Null: recorded judgments alone. */
  readonly judge: Judge | null;
  readonly log: Log;
}

/** A judgment that is wanted: its question, made when it is needed since it is long, and the list it belongs in. */
interface Slot {
  readonly ask: () => Asked & { readonly cut: Prompt['cut'] };
  readonly take: (result: Result) => void;
}

type Result = ScoreVerdict | CompareVerdict | Failed;

/** Of the pairs that are asked about, one in ten is asked about again; fewer than five would tell nothing. */
const AGAIN = { oneIn: 10, least: 5, most: 20 };

/** Work in hand for each call at a time, since some of it waits to try again. */
const IN_HAND = 4;

/**
 * Takes a suite's recorded judgments, then the cache's, and asks for the others.
 * @throws GateError where what is left to ask passes the budget
 */
export async function judgeSuite(subject: SuiteSubject): Promise<SuiteJudgments> {
  const { rows, recorded, judge, score, compare } = subject;
  const answers = scoresByExample(rows, recorded);
  const comparisons = comparisonsByExample(rows, recorded);
  const equal = compare === null ? 0 : takeEqual(rows, comparisons);
  const asked = [...compareSlots(subject, comparisons)];
  const again = judge === null ? [] : againSlots(subject, asked);
  const slots = [
    ...scoreSlots(subject, answers),
    ...asked.flatMap((pair) => pair.slots),
    ...again.map((one) => one.slot),
  ];
  const cut = judge === null ? 0 : await askAll(slots, judge, subject.log);
  const compared = compare !== null || recorded.comparisons.length > 0;
  return {
    answers: score !== null || recorded.scores.length > 0 ? answers : null,
    pairs: compared ? comparisons.map((all, example) => mergeComparisons(example, all)) : null,
    comparisons: comparisons.flat(),
    cut,
    equal,
    again: again.flatMap(({ said }) => {
      const both = said();
      return both === null ? [] : [both];
    }),
  };
}

/** @returns questions whose material was cut */
async function askAll(slots: readonly Slot[], judge: Judge, log: Log): Promise<number> {
  const { estimate, estimateText, overBudget, runAll, spentText } = await import('./client/index.js');
  const open: Slot[] = [];
  const addresses = new Set<string>();
  let cut = 0;
  const unknown = function* (): Generator<Question> {
    for (const slot of slots) {
      const asked = slot.ask();
      if (asked.cut.length > 0) cut++;
      const known = judge.known(asked);
      const before = addresses.size;
      if (known !== null) slot.take(known);
      else {
        open.push(slot);
        const { size } = addresses.add(judge.addressOf(asked));
        if (size > before) yield asked.question;
      }
    }
  };
  const { endpoint } = judge;
  const expected = estimate(unknown(), endpoint);
  log.info(`judge: ${estimateText(expected, slots.length, open.length)}`);
  if (open.length === 0) return cut;
  const over = overBudget(expected, judge.usage(), endpoint.budget);
  if (over !== null) {
    throw new GateError(`judging takes ${over}, so nothing was asked; raise the budget, or judge fewer examples`, {
      key: 'judge.budget',
    });
  }
  await runAll(open, (slot) => judge.ask(slot.ask()), {
    inHand: IN_HAND * endpoint.concurrency,
    total: open.length,
    onResult: (slot, result) => slot.take(result),
    isFailed: (result) => 'failed' in result,
    log,
    also: () => spentText(judge.usage()),
  });
  return cut;
}

function* scoreSlots({ rows, score }: SuiteSubject, answers: readonly OpenAnswers[]): Generator<Slot> {
  if (score === null) return;
  const read = scoreReader(score);
  for (const model of ['candidate', 'base'] as const) {
    for (const { example, [model]: into } of answers) {
      const answer = answerOf(rows, model, example);
      if (into === null || into.length > 0 || answer === null) continue;
      for (let repeat = 0; repeat < score.repeats; repeat++) {
        yield {
          ask: () => ({
            kind: 'score',
            ...scoreQuestion({ example: rows.examples[example]!, answer, ...score }),
            ...{ repeat, read, scoring: score },
          }),
          take: (result) => (into[repeat] = scoreFrom(result)),
        };
      }
    }
  }
}

/** A pair that is asked about. */
interface AskedPair {
  readonly slots: readonly Slot[];
  readonly verdicts: Readonly<Record<Order, readonly (Winner | Failed)[]>>;
  /** The question in one order, to be asked for the nth time. */
  readonly question: (order: Order, repeat: number) => Slot['ask'];
}

/** Adds an empty comparison for each example that has none, and yields what fills it. */
function* compareSlots({ rows, compare }: SuiteSubject, comparisons: readonly PairJudgments[][]): Generator<AskedPair> {
  if (compare === null) return;
  for (const [example, known] of comparisons.entries()) {
    const candidate = answerOf(rows, 'candidate', example);
    const base = answerOf(rows, 'base', example);
    if (known.length > 0 || candidate === null || base === null) continue;
    const verdicts: Record<Order, (Winner | Failed)[]> = { base_first: [], candidate_first: [] };
    const { base_first: baseFirst, candidate_first: candidateFirst } = verdicts;
    known.push({ example, baseFirst, candidateFirst, preference: null });
    const question: AskedPair['question'] = (order, repeat) => () => {
      const [answerA, answerB] = order === 'base_first' ? [base, candidate] : [candidate, base];
      return {
        kind: 'compare',
        ...compareQuestion({ example: rows.examples[example]!, answerA, answerB, ...compare }),
        ...{ repeat, order, read: readComparison },
      };
    };
    const slots = ORDERS.flatMap((order) =>
      Array.from({ length: compare.repeats }, (_, repeat) => ({
        ask: question(order, repeat),
        take: (result: Result) => void (verdicts[order][repeat] = winnerFrom(result, order)),
      })),
    );
    yield { slots, verdicts, question };
  }
}

const ORDERS = ['base_first', 'candidate_first'] as const;

/** Some pairs, spread evenly, that are asked about once more in one order: whether the judge says the same again. */
function againSlots({ compare }: SuiteSubject, asked: readonly AskedPair[]) {
  const sample = Math.min(AGAIN.most, Math.floor(asked.length / AGAIN.oneIn));
  const many = compare?.repeats !== 1 || sample < AGAIN.least ? 0 : sample;
  return Array.from({ length: many }, (_, i) => {
    const { verdicts, question } = asked[Math.floor((i * asked.length) / many)]!;
    let second: Winner | Failed | null = null;
    return {
      slot: {
        ask: question('base_first', 1),
        take: (result: Result) => void (second = winnerFrom(result, 'base_first')),
      },
      said: (): AskedAgain | null => (second === null ? null : [verdicts.base_first[0]!, second]),
    };
  });
}

/** Equal answers are equally good, and asking would only measure the judge. */
function takeEqual(rows: SuiteRows, comparisons: readonly PairJudgments[][]): number {
  let equal = 0;
  for (const [example, known] of comparisons.entries()) {
    const answer = answerOf(rows, 'candidate', example);
    if (known.length > 0 || answer === null || answer !== answerOf(rows, 'base', example)) continue;
    known.push({ example, baseFirst: [], candidateFirst: [], preference: 0.5 });
    equal++;
  }
  return equal;
}

function scoreFrom(result: Result): ScoreVerdict | Failed {
  if ('winner' in result) throw new Error('a score was asked for');
  return result;
}

function winnerFrom(result: Result, order: Order): Winner | Failed {
  if ('failed' in result) return result;
  if (!('winner' in result)) throw new Error('a comparison was asked for');
  const { winner } = result;
  if (winner === 'tie') return 'tie';
  return (winner === 'A') === (order === 'candidate_first') ? 'candidate' : 'base';
}

/** What is judged of a model's row: its first sample; null where there is none. */
export function answerOf(rows: SuiteRows, model: Model, example: number): string | null {
  return rows[model]?.predictions[example]?.outputs[0]?.text ?? null;
}
