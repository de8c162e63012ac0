import { counted, countText, valueIntervalText, valueText } from '../../gate/index.js';
import type { JudgeComparison, JudgeReport, JudgeScores, PreferredShare } from '../../judge/index.js';
import { cut } from '../texts.js';
import type { SuiteReport } from '../types.js';
import type { Detail } from './detail.js';
import { code, inline } from './escape.js';
import { blocks, bullets, details, table } from './layout.js';

/** Ids and other names. */
const NAME = 80;

/** A suite's judge: what it said in one line, and its bias panel, which is never left out beside a win rate. */
export function judgePanel(suite: SuiteReport, detail: Detail, several: boolean): string | null {
  const { judge } = suite;
  if (judge === null || (judge.score === null && judge.compare === null)) return null;
  const where = several ? ` in ${inline(cut(suite.name, NAME))}` : '';
  const { score, compare } = judge;
  return details(
    `${judgeLine(judge)}${where}`,
    blocks([
      compare === null ? null : table(COLUMNS, comparisonRows(compare).filter(hasValue)),
      score === null ? null : table(COLUMNS, scoreRows(score).filter(hasValue)),
      injections(judge, detail),
    ]),
  );
}

const COLUMNS = [
  { head: 'judge', align: 'left' },
  { head: '', align: 'right' },
  { head: 'what it means', align: 'left' },
] as const;

function judgeLine({ models, model, compare, score }: JudgeReport): string {
  const names = models.length > 0 ? models : model === null ? [] : [model];
  const who =
    compare?.by !== undefined && compare.by !== null
      ? `by ${inline(cut(compare.by, NAME))}`
      : names.map((name) => inline(cut(name, NAME))).join(', ');
  const parts = [
    compare === null
      ? ''
      : `${counted(compare.wins, 'win')}, ${countText(compare.ties)} tied, ${countText(compare.losses)} lost`,
    shown(compare?.position_consistency, (share) => `${percent(share)} consistent`),
    shown(score?.mean_candidate, (mean) => `mean score ${mean.toFixed(2)}`),
  ];
  return `${(compare?.by ?? null) === null ? 'Judge' : 'Wins'}${who === '' ? '' : ` (${who})`}: ${parts.filter((part) => part !== '').join(', ') || 'no judgment'}`;
}

type Row = readonly [string, string, string];

function comparisonRows(compare: JudgeComparison): Row[] {
  const { length_control: control, preferred, position, repetition_stability: stability, judgments } = compare;
  const rate = (value: number | null, ci: readonly [number, number] | null) =>
    `${valueText(value, 'fraction')}${ci === null ? '' : ` (${valueIntervalText(ci, 'fraction')})`}`;
  return [
    ['win rate', rate(compare.win_rate, compare.win_rate_ci), 'wins and half of the ties, of all judged pairs'],
    [
      'length-controlled',
      control.win_rate === null ? 'not estimable' : rate(control.win_rate, control.ci),
      inline(
        control.not_estimable ?? control.unreliable ?? 'what it would be if both models wrote answers of equal length',
      ),
    ],
    ['ties', valueText(compare.tie_rate, 'fraction'), `${countText(compare.ties)} of ${counted(compare.n, 'pair')}`],
    [
      'same result both ways',
      valueText(compare.position_consistency, 'fraction'),
      compare.by === null ? `of ${counted(position.pairs, 'pair')} judged in both orders` : 'a metric has no order',
    ],
    [
      'chose the first answer',
      valueText(compare.first_position_rate, 'fraction'),
      'of all calls; half of those that are no tie is neutral',
    ],
    preferredRow('preferred the longer', preferred.longer, 'differ by more than 30 characters'),
    preferredRow('preferred more list items', preferred.bullets, 'differ in them'),
    preferredRow('preferred more markdown', preferred.markdown, 'differ in it'),
    [
      'same answer when asked again',
      valueText(stability.rate, 'fraction'),
      stability.questions === 0 ? 'asked once each' : counted(stability.questions, 'question'),
    ],
    ...(compare.by === null
      ? ([
          ['failed judgments', countText(judgments.failed), failures(judgments.by_kind, judgments.answered)],
          ['self-preference', 'unknown', inline(compare.self_preference.reason)],
        ] as const)
      : []),
  ];
}

/** What could not be measured says nothing, but for why there is no length control. */
function hasValue([, value]: Row): boolean {
  return value !== '–' && value !== '';
}

function preferredRow(name: string, { n, rate }: PreferredShare, what: string): Row {
  return [name, valueText(rate, 'fraction'), `of ${counted(n, 'judged pair')} whose answers ${what}`];
}

function scoreRows({ candidate, base, saturation, repetition_stability: stability, judgments }: JudgeScores): Row[] {
  const mean = (value: number | null) => (value === null ? '' : value.toFixed(2));
  return [
    ['mean score, candidate', mean(candidate.mean), counted(candidate.n, 'answer')],
    ...(base === null ? [] : [['mean score, base', mean(base.mean), counted(base.n, 'answer')] as const]),
    [
      'at the top of the scale',
      valueText(saturation.at_top, 'fraction'),
      `${counted(saturation.distinct, 'different score')} in use`,
    ],
    [
      'same score when asked again',
      valueText(stability.rate, 'fraction'),
      stability.questions === 0 ? 'asked once each' : counted(stability.questions, 'question'),
    ],
    ['failed judgments', countText(judgments.failed), failures(judgments.by_kind, judgments.answered)],
  ];
}

function failures(kinds: JudgeComparison['judgments']['by_kind'], answered: number): string {
  const named = Object.entries(kinds).map(([kind, many]) => `${countText(many)} ${kind}`);
  return named.length === 0 ? `${counted(answered, 'judgment')} answered` : named.join(', ');
}

function injections(
  { injections: found, injections_total: total }: JudgeReport,
  { unscored: most }: Detail,
): string | null {
  if (total === 0) return null;
  const shown = found.slice(0, most);
  const lines = shown.map(
    ({ id, model, flags }) => `${code(cut(id, NAME))} ${model}: ${flags.map((flag) => inline(flag)).join(', ')}`,
  );
  const left = total - shown.length;
  return blocks([
    `**${counted(total, 'answer')} ${total === 1 ? 'tries' : 'try'} to instruct the judge.** Their scores are as the judge gave them; read them before you trust these.`,
    bullets([...lines, ...(left > 0 ? [`… ${countText(left)} more in the report`] : [])]),
  ]);
}

function shown(value: number | null | undefined, text: (value: number) => string): string {
  return value === null || value === undefined ? '' : text(value);
}

function percent(share: number): string {
  return `${(100 * share).toFixed(0)}%`;
}
