import type { AssessmentOptions } from './assessment-types.js';

/**
 * How every series is charted today. Source: NHSRplotthedots 0.2.2, and "Making Data Count" for the 13 points. The two cases
 * are from a simulation of steady series with 4 to 18 cases a month (`docs/marks-read.md`): from there on marks for runs are
 * about as rarely false as those of an XmR chart. Version 2: runs on charts of few cases, and whether an assurance stands.
 */
export const ASSESSMENT_OPTIONS: AssessmentOptions = {
  version: 2,
  screenOutliers: true,
  trendLength: 7,
  shiftLength: 7,
  minPointsForIcons: 13,
  fewestForRuns: 2,
};
