/** Asks a model which answer is better and how good each one is: client, prompts, reply parsing, cache, records, bias. */
export { prepareAsking, type Asking } from './ask-all.js';
export * from './figures/index.js';
export { openJudge, type AskedSame, type Judge, type JudgeUsage } from './judge.js';
export type * from './options.js';
export { comparePromptSha256, injectionFlags, sameQuestion, scorePromptSha256 } from './prompts/index.js';
export { loadRecorded, type Recorded, type RecordedSuite } from './recorded/index.js';
export type { Injection, JudgeReport } from './report.js';
export { answerOf, planSuite, type SuiteJudgments, type SuitePlan } from './suite.js';
export type * from './types.js';
