/** Words the questions to a judge, reads its replies strictly, and spots answers that try to instruct it. */
export { compareQuestions, type Comparing } from './compare-question.js';
export { injectionFlags, type InjectionFlag } from './injection/index.js';
export type { Cut } from './blocks.js';
export type { Asked, Prompt, Questions, Size } from './material.js';
export { readComparison, readSame, scoreReader } from './replies/index.js';
export { sameQuestion } from './same-question.js';
export { scoreQuestions, type Scoring } from './score-question.js';
export { comparePromptSha256, scorePromptSha256 } from './sha256.js';
