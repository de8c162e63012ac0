/** Words the questions to a judge, reads its replies strictly, and spots answers that try to instruct it. */
export { compareQuestion, type Comparing } from './compare-question.js';
export { injectionFlags, type InjectionFlag } from './injection/flags.js';
export type { Prompt } from './material.js';
export { readComparison } from './replies/compare.js';
export { scoreReader } from './replies/score.js';
export { scoreQuestion, type Scoring } from './score-question.js';
export { comparePromptSha256, scorePromptSha256 } from './sha256.js';
