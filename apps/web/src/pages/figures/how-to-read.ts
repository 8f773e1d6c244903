import { ASSESSMENT_OPTIONS, assessSeries, type AssessedInput } from '#domain/assessment';
import { monthOf } from '#domain/periods';
import { chartPoints } from '../../charts/chart-model.js';
import { sharedRange } from '../../charts/chart-scale.js';
import { markPictures } from '../../charts/mark-pictures.js';
import { drawSeriesChart } from '../../charts/series-chart.js';
import { readingWords } from '../../words/reading.words.js';
import type { Mark } from './marks.js';
import { shownLimits } from './shown-limits.js';

const { marks, meanings, causeMeans, how } = readingWords;

/** A share in per cent that is usual for 16 months and then, in May 2024, above its upper limit. */
const EXAMPLE = [61, 58, 63, 60, 57, 62, 64, 59, 61, 58, 60, 63, 62, 59, 61, 60, 84, 62, 60, 61];

function exampleImage(): string {
  const points = EXAMPLE.map((value, index) => ({
    period: monthOf(2023 + Math.floor(index / 12), (index % 12) + 1),
    numerator: null,
    denominator: null,
    value: String(value),
    state: 'value' as const,
    standing: 'approved' as const,
  }));
  const metric: AssessedInput['metric'] = {
    code: 'example',
    major: 1,
    type: 'measure',
    unit: 'percent',
    basis: 'flow',
    direction: 'up',
    decimals: 0,
  };
  const input = {
    metric,
    points,
    plan: null,
    goLive: null,
    rebases: [],
    baseline: null,
    newest: { matured: true, tooLate: false },
  };
  const assessment = assessSeries(input, ASSESSMENT_OPTIONS);
  const drawn = chartPoints(points, shownLimits({ assessment }));
  return drawSeriesChart({
    id: 'how-example',
    title: how.example,
    description: how.exampleWords,
    unit: 'percent',
    points: drawn,
    plan: [],
    events: [],
    eventKey: 'image',
    range: sharedRange([drawn], 'percent'),
    labels: [how.example],
    size: 'wide',
  });
}

const MARKS: readonly Mark[] = [
  { icon: 'usual', text: marks.usual },
  { icon: 'blue-H', text: causeMeans(how.letters.H, meanings.special_cause_improvement) },
  { icon: 'blue-L', text: causeMeans(how.letters.L, meanings.special_cause_improvement) },
  { icon: 'orange-H', text: causeMeans(how.letters.H, meanings.special_cause_concern) },
  { icon: 'orange-L', text: causeMeans(how.letters.L, meanings.special_cause_concern) },
  { icon: 'purple-H', text: causeMeans(how.letters.H, meanings.special_cause_neutral_high) },
  { icon: 'purple-L', text: causeMeans(how.letters.L, meanings.special_cause_neutral_low) },
  { icon: 'pass', text: how.pass },
  { icon: 'fail', text: how.fail },
  { icon: 'chance', text: how.chance },
  { icon: 'not-known', text: how.notKnown },
];

/** The panel that explains charts and marks, once on a page, and the pictures that its marks use. */
export const howToRead = {
  pictures: markPictures,
  lines: how.lines,
  marks: MARKS,
  example: exampleImage(),
} as const;
