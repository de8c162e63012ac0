import type { SuiteRows } from '../data/types.js';
import type { AnswerJudgments } from './figures/index.js';
import type { Asked } from './judge.js';
import type { CompareOptions, ScoreOptions } from './options.js';
import { compareQuestions, readComparison, scoreQuestions, scoreReader, type Size } from './prompts/index.js';
import { identities, type Identities } from './identities.js';
import { comparisonsByExample, mergeComparisons, scoresByExample, type OpenAnswers } from './merge.js';
import type { RecordedSuite } from './recorded/index.js';
import type { CompareVerdict, Failed, Model, Order, PairJudgments, ScoreVerdict, Winner } from './types.js';

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
export interface AskedAgain {
  readonly example: number;
  readonly said: readonly [first: Winner | Failed, second: Winner | Failed];
}

/** What is judged of a suite. */
export interface SuiteSubject {
  readonly rows: SuiteRows;
  readonly recorded: RecordedSuite;
  readonly score: ScoreOptions | null;
  readonly compare: Extract<CompareOptions, { by: 'judge' }> | null;
}

/** A judgment that is wanted, and the list it belongs in. */
export interface Slot {
  /** Equal questions of a suite have equal identities. */
  readonly identity: string;
  readonly size: Size;
  /** The question, made when it is needed since it is long. */
  readonly ask: () => Asked;
  readonly take: (result: Result) => void;
}

export type Result = ScoreVerdict | CompareVerdict | Failed;

/** What is left to ask of a suite, and what its judgments are once that is done, or as far as it was. */
export interface SuitePlan {
  readonly slots: readonly Slot[];
  readonly judgments: () => SuiteJudgments;
}

/** Of the pairs that are asked about, one in ten is asked about again; fewer than five would tell nothing. */
const AGAIN = { oneIn: 10, least: 5, most: 20 };

/**
 * Takes a suite's recorded judgments, and plans the others.
 * @param asking whether anybody can be asked; recorded judgments alone are planned for otherwise
 */
export function planSuite(subject: SuiteSubject, asking: boolean): SuitePlan {
  const { rows, recorded, score, compare } = subject;
  const answers = scoresByExample(rows, recorded);
  const comparisons = comparisonsByExample(rows, recorded);
  const equal = compare === null ? 0 : takeEqual(rows, comparisons);
  const ids = identities(rows.examples);
  const asked = [...comparePairs(subject, comparisons, ids)];
  const again = asking ? againSlots(subject, asked) : [];
  const slots = asking
    ? [...scoreSlots(subject, answers, ids), ...asked.flatMap((pair) => pair.slots), ...again.map((one) => one.slot)]
    : [];
  const compared = compare !== null || recorded.comparisons.length > 0;
  return {
    slots,
    judgments: () => ({
      answers: score !== null || recorded.scores.length > 0 ? answers : null,
      pairs: compared ? comparisons.map((all, example) => mergeComparisons(example, all)) : null,
      comparisons: comparisons.flat(),
      cut: slots.filter(({ size }) => size.cut).length,
      equal,
      again: again.flatMap(({ said }) => {
        const both = said();
        return both === null ? [] : [both];
      }),
    }),
  };
}

function* scoreSlots({ rows, score }: SuiteSubject, answers: readonly OpenAnswers[], ids: Identities): Generator<Slot> {
  if (score === null) return;
  const read = scoreReader(score);
  const questions = scoreQuestions(score);
  for (const model of ['candidate', 'base'] as const) {
    for (const { example, [model]: into } of answers) {
      const answer = answerOf(rows, model, example);
      if (into === null || into.length > 0 || answer === null) continue;
      const about = rows.examples[example]!;
      const size = questions.size(about, [answer]);
      for (let repeat = 0; repeat < score.repeats; repeat++) {
        yield {
          identity: `score:${repeat}:${ids.example(example)}:${ids.text(answer)}`,
          size,
          ask: () => {
            const { question } = questions.write(about, [answer]);
            return { kind: 'score', question, repeat, read, scoring: score };
          },
          take: (result) => (into[repeat] = scoreFrom(result)),
        };
      }
    }
  }
}

/** A pair that is asked about. */
interface AskedPair {
  readonly example: number;
  readonly slots: readonly Slot[];
  readonly verdicts: Readonly<Record<Order, readonly (Winner | Failed)[]>>;
  /** The question in one order, to be asked for the nth time. */
  readonly question: (order: Order, repeat: number) => Omit<Slot, 'take'>;
}

/** Adds an empty comparison for each example that has none, and yields what fills it. */
function* comparePairs(
  { rows, compare }: SuiteSubject,
  comparisons: readonly PairJudgments[][],
  ids: Identities,
): Generator<AskedPair> {
  if (compare === null) return;
  const questions = compareQuestions(compare);
  for (const [example, known] of comparisons.entries()) {
    const candidate = answerOf(rows, 'candidate', example);
    const base = answerOf(rows, 'base', example);
    if (known.length > 0 || candidate === null || base === null) continue;
    const verdicts: Record<Order, (Winner | Failed)[]> = { base_first: [], candidate_first: [] };
    const { base_first: baseFirst, candidate_first: candidateFirst } = verdicts;
    known.push({ example, baseFirst, candidateFirst, preference: null });
    const about = rows.examples[example]!;
    const size = questions.size(about, [base, candidate]);
    const question: AskedPair['question'] = (order, repeat) => {
      const shown = order === 'base_first' ? [base, candidate] : [candidate, base];
      return {
        identity: `${order}:${repeat}:${ids.example(example)}:${shown.map((text) => ids.text(text)).join(':')}`,
        size,
        ask: () => {
          const { question } = questions.write(about, shown);
          return { kind: 'compare', question, repeat, order, read: readComparison };
        },
      };
    };
    const slots = ORDERS.flatMap((order) =>
      Array.from({ length: compare.repeats }, (_, repeat) => ({
        ...question(order, repeat),
        take: (result: Result) => void (verdicts[order][repeat] = winnerFrom(result, order)),
      })),
    );
    yield { example, slots, verdicts, question };
  }
}

const ORDERS = ['base_first', 'candidate_first'] as const;

/** Some pairs, spread evenly, that are asked about once more in one order: whether the judge says the same again. */
function againSlots({ compare }: SuiteSubject, asked: readonly AskedPair[]) {
  const sample = Math.min(AGAIN.most, Math.floor(asked.length / AGAIN.oneIn));
  const many = compare?.repeats !== 1 || sample < AGAIN.least ? 0 : sample;
  return Array.from({ length: many }, (_, i) => {
    const { example, verdicts, question } = asked[Math.floor((i * asked.length) / many)]!;
    let second: Winner | Failed | null = null;
    return {
      slot: {
        ...question('base_first', 1),
        take: (result: Result) => void (second = winnerFrom(result, 'base_first')),
      },
      said: (): AskedAgain | null => (second === null ? null : { example, said: [verdicts.base_first[0]!, second] }),
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
