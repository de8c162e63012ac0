export const JUDGE_SCORE = 'judge_score';
export const WIN_RATE = 'win_rate';
export const LC_WIN_RATE = 'lc_win_rate';

/** Whether a judge gives what is called so: `judge_score`, `judge_score.<criterion>`, `win_rate`, `lc_win_rate`. */
export function isJudged(metric: string): boolean {
  return [JUDGE_SCORE, WIN_RATE, LC_WIN_RATE].includes(metric) || metric.startsWith(`${JUDGE_SCORE}.`);
}

/** The key of `judge` that a judge's metric comes from. */
export function judgeKeyOf(metric: string): 'score' | 'compare' {
  return metric.startsWith(JUDGE_SCORE) ? 'score' : 'compare';
}
