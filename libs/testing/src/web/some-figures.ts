import type { SeriesPoint, SeriesView } from '#application/figures';
import type { Metric } from '#domain/metrics';
import type { Period } from '#domain/periods';
import type { Council } from '#domain/register';

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
];
const two = (n: number): string => String(n).padStart(2, '0');

/** The month with this number counted from January 2023 as 0. */
export function monthAt(index: number): Period {
  const year = 2023 + Math.floor(index / 12);
  const month = index % 12;
  const after = month === 11 ? `${year + 1}-01-01` : `${year}-${two(month + 2)}-01`;
  return {
    timePeriod: String(year),
    timeIdentifier: MONTHS[month] ?? '',
    start: `${year}-${two(month + 1)}-01`,
    end: after,
  };
}

/** The month of `2024-12`. */
export const aMonth = (address: string): Period =>
  monthAt((Number(address.slice(0, 4)) - 2023) * 12 + Number(address.slice(5)) - 1);

const aYear = (year: number): Period => ({
  timePeriod: String(year),
  timeIdentifier: 'Calendar year',
  start: `${year}-01-01`,
  end: `${year + 1}-01-01`,
});

/** One figure; what is not said is plain. */
export const aPoint = (over: Partial<SeriesPoint>): SeriesPoint => ({
  period: aMonth('2024-12'),
  numerator: null,
  denominator: null,
  value: '6',
  state: 'value',
  standing: 'approved',
  knownAt: new Date('2025-01-15T10:42:00Z'),
  knownSeq: 1,
  submissionId: '0190f0a0-0000-7000-8000-000000000001',
  demonstration: true,
  comment: null,
  coverage: null,
  ...over,
});

/** A number that looks like chance and is always the same for the same place. */
const wobble = (a: number, b: number): number => ((a * 7919 + b * 104729) % 1000) / 1000;

function monthly(metric: Metric, council: Council, index: number): SeriesPoint {
  const at = { period: monthAt(index), knownAt: new Date(`${monthAt(index).end}T09:00:00Z`) };
  const standing = index === 23 ? 'provisional' : 'approved';
  const size = 5 + Math.round(40 * wobble(council.id, 3));
  if (council.name === 'Leicester' && [14, 16, 18, 20].includes(index)) {
    return aPoint({ ...at, value: null, state: 'missing', standing });
  }
  if (metric.unit !== 'percent') {
    const rise = ['Wakefield', 'West Sussex'].includes(council.name) && index === 23 ? 10 : 1;
    const value = String(rise * (size + Math.round(size * wobble(index, council.id))));
    return aPoint({ ...at, value, standing });
  }
  const level = council.name === 'Portsmouth' ? 0.1 : 0.4 + 0.5 * wobble(council.id, 11);
  const share =
    newestOf(council, index) ?? Math.min(1, level + 0.15 * (wobble(council.id, index) - 0.5));
  const numerator = Math.round(size * share);
  return aPoint({
    ...at,
    numerator: String(numerator),
    denominator: String(size),
    value: String(Math.round((numerator / size) * 1000) / 10),
    standing,
  });
}

/** Councils whose newest share is unlike all before, or whose share never changes. */
function newestOf({ name }: Council, index: number): number | null {
  if (name === 'Trafford') return 0.8;
  if (index !== 23) return null;
  return name === 'Wakefield' ? 0 : name === 'West Sussex' ? 1 : null;
}

function yearly(council: Council, year: number): SeriesPoint {
  if (council.name === 'York' && year === 2021)
    return aPoint({
      ...{ period: aYear(year), value: null, state: 'c', standing: 'published' },
      ...{ demonstration: false, knownAt: new Date(`${year + 1}-06-13T08:30:00Z`) },
    });
  const denominator = 60 + council.id * 9;
  const numerator = Math.round(denominator * (0.3 + 0.6 * wobble(council.id, year)));
  return aPoint({
    period: aYear(year),
    numerator: String(numerator),
    denominator: String(denominator),
    value: String(Math.round((numerator / denominator) * 1000) / 10),
    standing: 'published',
    demonstration: false,
    knownAt: new Date(`${year + 1}-06-13T08:30:00Z`),
  });
}

/**
 * A council's series of a metric: 24 months or six years, always the same. Luton has not sent its last month, Leicester four
 * in between; Wigan began eight months ago; too few of York's cases of 2021 to show.
 */
export function someSeries(metric: Metric, council: Council, isMember: boolean): SeriesView {
  const last = ['Luton', 'Leicester', 'Swindon'].includes(council.name) ? 23 : 24;
  const months = isMember
    ? Array.from({ length: last }, (_, index) => monthly(metric, council, index)).slice(
        council.name === 'Wigan' ? -8 : 0,
      )
    : [];
  const years = [2018, 2019, 2020, 2021, 2022, 2023].map((year) => yearly(council, year));
  return {
    metric,
    area: {
      kind: 'council',
      councilId: council.id,
      code: council.codes[0]?.code ?? '',
      name: council.name,
    },
    breakdown: 'Total',
    points: metric.type === 'published' ? years : months,
  };
}
