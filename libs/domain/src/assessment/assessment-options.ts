import type { AssessmentOptions } from './assessment-types.js';

/** How every series is charted today. Source: NHSRplotthedots 0.2.2, and "Making Data Count" for the 13 points. */
export const ASSESSMENT_OPTIONS: AssessmentOptions = {
  version: 1,
  screenOutliers: true,
  trendLength: 7,
  shiftLength: 7,
  minPointsForIcons: 13,
};
