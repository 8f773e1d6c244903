import type { AssessedView } from '#application/assessments';
import type { ChartedPoint } from '#domain/assessment';
import { plannedOn, type AgreedPlan } from '#domain/assessment';
import type { Metric } from '#domain/metrics';
import { assuranceIcon, variationIcon, type ImprovementDirection } from '#statistics';
import { formatNumber } from '../../format/format-number.js';
import { formatPeriod } from '../../format/format-period.js';
import { readingWords } from '../../words/reading.words.js';
import { firstCause } from './causes.js';

/** A mark beside a chart: the name of its picture, and the same in words. */
export type Mark = { readonly icon: string; readonly text: string };

const BETTER: Readonly<Record<Metric['direction'], ImprovementDirection>> = {
  up: 'increase',
  down: 'decrease',
  none: 'neutral',
};

/** The marks of a series: how its newest figure varies, and whether an agreed plan is met. `newest` has limits. */
export function marksOf(
  { assessment }: AssessedView,
  { metric, newest, plan, isSilent }: MarkedSeries,
): readonly Mark[] {
  const { reading } = assessment;
  // A publication has its own periods: no month is missing from it.
  const isShown = metric.type === 'published' ? reading?.mayAlert : reading?.iconsShown;
  if (!reading || isShown !== true) return [];
  const target = plannedOn(plan, newest.period.start);
  const marks = [
    variationMark(newest, metric),
    ...(target === null ? [] : assuranceMarks(reading, formatNumber(String(target), metric))),
  ];
  const period = formatPeriod(newest.period);
  return isSilent
    ? marks.map(({ icon, text }) => ({ icon, text: readingWords.marks.upTo(text, period) }))
    : marks;
}

type MarkedSeries = {
  readonly metric: Metric;
  readonly newest: ChartedPoint;
  readonly plan: AgreedPlan | undefined;
  /** Nothing came after `newest` that was to be there: what is said of it is not said of now. */
  readonly isSilent: boolean;
};

function variationMark(point: ChartedPoint, { direction }: Metric): Mark {
  const { marks, meanings, causeMeans } = readingWords;
  const { colour, letter } = variationIcon(point.type, BETTER[direction]);
  if (letter === null || point.type === 'common_cause') return { icon: 'usual', text: marks.usual };
  const words = firstCause(point)?.kind === 'trend' ? marks.trend[letter] : marks.unusual[letter];
  return { icon: `${colour}-${letter}`, text: causeMeans(words, meanings[point.type]) };
}

function assuranceMarks(
  { assurance, assuranceStands }: NonNullable<AssessedView['assessment']['reading']>,
  plan: string,
): readonly Mark[] {
  const { marks } = readingWords;
  if (assurance === null || assurance === 'insufficient') return [];
  if (assuranceStands === false) return [{ icon: 'not-known', text: marks.notKnown(plan) }];
  const { letter } = assuranceIcon(assurance);
  switch (letter) {
    case 'P':
      return [{ icon: 'pass', text: marks.pass(plan) }];
    case 'F':
      return [{ icon: 'fail', text: marks.fail(plan) }];
    case '?':
      return [{ icon: 'chance', text: marks.chance(plan) }];
  }
}
