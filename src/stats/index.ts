/** Statistics: intervals, tests, resampling, corrections and power, as pure functions on numbers and arrays. */
export { holm } from './adjust.js';
export {
  cohenKappa,
  cohenKappaInference,
  fleissKappa,
  gwetAc1,
  krippendorffAlpha,
  randolphKappa,
  ratingTable,
  type Agreement,
  type AgreementInference,
  type CohenWeights,
  type GwetAc1,
  type MeasurementLevel,
} from './agreement/index.js';
export { bootstrapValues, expandedPercentileInterval } from './bootstrap.js';
export { betaQuantile, binomialCdf, normalCdf, normalQuantile, tCdf, tQuantile, tSurvival } from './distributions.js';
export { fisherGreater, fisherTwoSided } from './fisher.js';
export { independentInterval, permutationTest, type GroupEstimate } from './independent.js';
export { changes, influences } from './jackknife.js';
export { logisticFit, sigmoid, type Covariance, type LogisticFit } from './logistic.js';
export { kindsOf, rememberKinds, type Kinds } from './kinds.js';
export { meanInterval, pairedProportionInterval, type MeanInference } from './means.js';
export { minimumDetectableEffect, standardErrorOfMde, unitsNeeded } from './power.js';
export { mcnemarExact, tangoInterval } from './paired-proportions.js';
export { agrestiCoullInterval, clopperPearsonInterval, proportionInterval, type Bounds } from './proportions.js';
export { sortedQuantile } from './quantile.js';
export { Random } from './random.js';
export { expectResamples } from './resampling-threads.js';
export { residualsOf } from './residuals.js';
export { signFlipTest } from './sign-flip.js';
export { valueOf, type Aggregate, type UnitStatistics } from './statistics.js';
export { mean, pairwiseSum } from '../sum.js';
export { summedInterval } from './summed-interval.js';
export { swapTest } from './swap.js';
export { clusterStandardError, unitSums, type Groups, type UnitSums } from './units.js';
