import { councilIdOf, type AssessedSeries } from '#application/assessments';
import type { Programme } from '#application/ports';
import type { Metric } from '#domain/metrics';
import type { Period } from '#domain/periods';
import type { Council, Register } from '#domain/register';
import { addresses } from '../../addresses/addresses.js';
import { chartPoints } from '../../charts/chart-model.js';
import { sharedRange, type ChartRange } from '../../charts/chart-scale.js';
import { formatNumber } from '../../format/format-number.js';
import { formatPeriod } from '../../format/format-period.js';
import { metricWords } from '../../words/metric.words.js';
import { sparkWords } from '../../words/spark.words.js';
import { howToRead } from '../figures/how-to-read.js';
import { chartsOf } from '../figures/improvement-figure.js';
import { saidOnce } from '../figures/reading-notes.js';
import { imageLabels } from '../figures/series-figure.js';
import { showSeries, type ShownSeries } from '../figures/show-series.js';
import { sparkFigure, type SparkFigure } from '../figures/spark-figure.js';
import { knownOf } from '../figures/figures-filter.js';
import { fits, grouped, partsOf, type Group } from './council-groups.js';
import { presentDefinition } from './metric-definition.js';
import { metricHead } from './metric-pages.js';
import { figuresQuery, ORDERS, partAddress, type MetricQuery } from './metric-query.js';
import { coverageOf, periodsOf } from './metric-table.js';

export type MetricCharts = {
  readonly metric: Metric;
  readonly programme: Programme;
  /** Of every council, each whole: limits rest on every figure, and the scale on all councils, however few are shown. */
  readonly series: readonly AssessedSeries[];
  readonly query: MetricQuery;
  readonly everyCouncil: boolean;
};

/** So many pictures weigh well under 150 kB, however restless their series are. */
const MOST_IN_PART = 64;

/** What every picture's foot and head are, and the time that they share. */
function scaleWords(range: ChartRange, periods: readonly Period[], metric: Metric): string {
  const whole = (value: number): string =>
    formatNumber(String(value), {
      unit: metric.unit,
      decimals: Number.isInteger(value) ? 0 : Math.max(1, metric.decimals),
    });
  const [first, last] = [periods[0], periods.at(-1)];
  return first && last
    ? sparkWords.scale(
        whole(range.bottom),
        whole(range.top),
        formatPeriod(first),
        formatPeriod(last),
      )
    : '';
}

/** The choices of the form: order, partnership and region. */
function choicesOf({ partnerships, regions }: Register, query: MetricQuery) {
  const options = (
    all: readonly { readonly code: string; readonly name: string }[],
    every: string,
    chosen: string,
  ) =>
    [{ code: '', name: every }, ...all.toSorted((a, b) => (a.name < b.name ? -1 : 1))].map(
      ({ code, name }) => ({ value: code, text: name, selected: code === chosen }),
    );
  return {
    orders: ORDERS.map((order) => ({
      value: order === 'name' ? '' : order,
      text: metricWords.orders[order],
      selected: order === query.order,
    })),
    partnerships: options(partnerships, metricWords.everyPartnership, query.partnership),
    regions: options(regions, metricWords.everyRegion, query.region),
  };
}

/** The names by which a part is known: its first and last council, or place. */
function partName(groups: readonly Group<{ readonly council: Council }>[]): string {
  const [first, last] = [groups[0], groups.at(-1)];
  const nameOf = (group: typeof first, at: 0 | -1): string =>
    group?.title ?? group?.items.at(at)?.council.name ?? '';
  return metricWords.part(nameOf(first, 0), nameOf(last, -1));
}

/** One measure: a small picture of every council on one scale, A to Z or by place, with a sentence each. */
export function presentMetric(page: MetricCharts) {
  const { metric, everyCouncil, programme, query } = page;
  const { filter } = query;
  const { register } = programme;
  // A published series is short, and shown whole.
  const from = metric.type === 'published' ? null : filter.from;
  const all = page.series.map((one) => showSeries(one, { programme, from }));
  const series = all.map((one) => one.series);
  const drawn = all.map(({ points, limits }) => chartPoints(points, limits));
  const range = sharedRange(drawn, metric.unit);
  const byId = new Map(register.councils.map((council) => [council.id, council]));
  const councilOf = ({ series: one }: ShownSeries): Council | undefined =>
    byId.get(councilIdOf(one));
  const isAsked = fits(register, query);
  const shown = all.flatMap((one, index) => {
    const council = councilOf(one);
    return council && isAsked(council) ? [{ one, council, drawn: drawn[index] ?? [] }] : [];
  });
  const groups = grouped(shown, ({ council }) => council, {
    places: register,
    order: query.order,
  });
  const parts = partsOf(groups, MOST_IN_PART);
  const at = Math.min(query.part, parts.length) - 1;
  const periods = periodsOf(series);
  const expected = periods.at(-1);
  const asked = figuresQuery(filter, everyCouncil);
  const sparkOf = ({ one, council, ...of }: (typeof shown)[number]): SparkFigure =>
    sparkFigure(one, {
      id: `c-${council.key}`,
      heading: council.name,
      href: chartsOf(council.key, knownOf(filter))(metric),
      ...{ range, expected, drawn: of.drawn },
    });
  const points = series.flatMap((one) => one.points);
  return {
    ...metricHead(metric, 'charts', asked),
    definition: presentDefinition(metric, programme.metrics),
    coverage: coverageOf(series, expected),
    caution: saidOnce(all),
    how: howToRead,
    showing: metricWords.showing(shown.length),
    scale: scaleWords(range, periods, metric),
    marks: sparkWords.marks,
    labels: imageLabels({ metric, points }, filter.asKnownOn),
    choices: choicesOf(register, query),
    whose:
      metric.type !== 'published'
        ? []
        : [
            {
              text: metricWords.programmeOnly,
              href: addresses.metric(metric.code),
              current: !everyCouncil,
            },
            {
              text: metricWords.everyCouncil,
              href: `${addresses.metric(metric.code)}?all=1`,
              current: everyCouncil,
            },
          ],
    parts:
      parts.length < 2
        ? []
        : parts.map((part, index) => ({
            text: partName(part),
            href: partAddress(metric.code, query, { part: index + 1, everyCouncil }),
            current: index === at,
          })),
    groups: (parts[at] ?? []).map(({ title, items }) => ({ title, items: items.map(sparkOf) })),
    nobody:
      shown.length > 0
        ? null
        : {
            text: metricWords.nobodyFits,
            href: partAddress(
              metric.code,
              { ...query, partnership: '', region: '' },
              { part: 1, everyCouncil },
            ),
          },
  };
}
