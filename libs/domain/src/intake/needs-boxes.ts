import type { Metric } from '../metrics/metric.js';
import type { IntakeContext } from './check-submission-types.js';
import type { Finding } from './finding.js';
import { say } from './say.js';

/** What to send beside a measure whose boxes do not follow from it. */
export const needsBoxes = (
  metric: Metric,
  boxes: readonly string[],
  context: IntakeContext,
  place: Parameters<typeof say>[2],
): readonly Finding[] =>
  say(
    context.rules,
    'MEASURE_NEEDS_BOXES',
    { column: 'measure', value: metric.code, ...place },
    { measure: metric.title, boxes: boxes.join(' and ') },
  );
