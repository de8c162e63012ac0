/** The steps of a run between its modules: what src/run.ts tells in one line each. */
export { faultOfChecks } from './before-judging.js';
export { decideChecks } from './decide.js';
export { runError } from './failure.js';
export { isJudged } from './judge-ids.js';
export { judgeSuites } from './judge.js';
export { Judges, type JudgeContext } from './judges.js';
export { loadSuites, type LoadedSuite } from './load.js';
export { withMeaning } from './meaning.js';
export { measureSuites, unmeasured, type MeasuredSuite } from './measure.js';
export type { RunOptions } from './options.js';
export { assemble, errorReport, rowLines } from './report.js';
export { scanForLeaks, withContaminationRate, withPassed } from './scan.js';
export { withDifferences, withSubsets } from './subsets.js';
