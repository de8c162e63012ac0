/** Numbers in prose: finding the one that answers, and comparing exactly. */
export { answerNumber } from './answer.js';
export { filtered, harnessAnswer } from './harness.js';
export type { NumberRead } from './scan.js';
