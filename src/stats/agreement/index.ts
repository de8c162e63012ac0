/** Agreement between raters beyond chance: Cohen, Fleiss, Randolph, Krippendorff and Gwet, from counts and ratings. */
export { cohenKappa, cohenKappaInference, ratingTable, type CohenWeights } from './cohen.js';
export type { Agreement, AgreementInference } from './agreement.js';
export { fleissKappa, randolphKappa } from './fleiss.js';
export { gwetAc1, type GwetAc1 } from './gwet.js';
export { krippendorffAlpha, type MeasurementLevel } from './krippendorff.js';
