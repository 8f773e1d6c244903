import type { Metric } from '../../metrics/metric.js';
import type { IntakeContext } from '../check-submission-types.js';
import type { Finding } from '../finding.js';
import { say, type Place } from '../say.js';

/** MEASURE_NEEDS_BOXES: the boxes behind a measure do not follow from what was sent. Names them. */
export const measureNeedsBoxes = (
  metric: Metric,
  boxes: readonly string[],
  place: Place,
  context: IntakeContext,
): readonly Finding[] =>
  say(context.rules, 'MEASURE_NEEDS_BOXES', place, {
    measure: metric.title,
    boxes: boxes.join(' and '),
  });
