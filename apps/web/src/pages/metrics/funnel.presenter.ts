import { FEWEST_CASES } from '#application/assessments';
import type { SeriesView } from '#application/figures';
import type { Metric } from '#domain/metrics';
import type { Period } from '#domain/periods';
import { funnelLimits, type FunnelResult } from '#statistics';
import { addresses } from '../../addresses/addresses.js';
import { addressOfPeriod } from '../../addresses/period-address.js';
import { drawChart } from '../../charts/chart-body.js';
import {
  funnelBody,
  MOST_NAMED,
  type FunnelChart,
  type FunnelLimit,
} from '../../charts/funnel-chart.js';
import { formatFigure } from '../../format/format-figure.js';
import { listOf } from '../../format/format-list.js';
import { formatNumber } from '../../format/format-number.js';
import { formatPeriod } from '../../format/format-period.js';
import { figuresWords } from '../../words/figures.words.js';
import { funnelWords } from '../../words/funnel.words.js';
import { stateWords } from '../../words/states.words.js';
import { CHART_FILES, fileLinks, type Taken } from '../figures/chart-files.js';
import type { FiguresFilter } from '../figures/figures-filter.js';
import { imageLabels } from '../figures/series-figure.js';
import { notesFor } from '../figures/series-table.js';
import { cell, linkCell, numberCell, type Table } from '../tables.js';
import { FEWEST_COUNCILS, funnelOf, type Funnel, type FunnelPlace } from './funnel-of.js';
import { metricHead } from './metric-pages.js';
import { absence } from './metric-table.js';
import { figuresQuery } from './metric-query.js';

export type FunnelPage = {
  readonly metric: Metric;
  /** Councils A to Z, with the figures of the period at least. */
  readonly series: readonly SeriesView[];
  /** The one that is shown; null where there is none. */
  readonly period: Period | null;
  /** Those that can be chosen, newest first. */
  readonly offered: readonly Period[];
  readonly filter: FiguresFilter;
  readonly everyCouncil: boolean;
  readonly hrefOf: (series: SeriesView) => string;
};

/** Steps along a curve; enough to look smooth. */
const STEPS = 40;
const NOTHING = '–';

type Outside = 'above' | 'below' | null;
const outsideOf = ({ unit }: FunnelPlace): Outside =>
  unit === null || !unit.outlier998 ? null : unit.z > 0 ? 'above' : 'below';

const perCent = (proportion: number): string =>
  formatNumber(String(100 * proportion), { unit: 'percent', decimals: 1 });

/** The limits from the fewest cases of any council to the most; closer steps where the curves bend. */
function limitsOf(result: FunnelResult, places: readonly FunnelPlace[]): readonly FunnelLimit[] {
  const cases = places.flatMap(({ unit, point }) => (unit ? [Number(point?.denominator)] : []));
  const [fewest, most] = [Math.min(...cases), Math.max(...cases)];
  return Array.from({ length: STEPS + 1 }, (_, step) => {
    const at = fewest + (most - fewest) * (step / STEPS) ** 2;
    const limits = funnelLimits(result, at);
    return {
      cases: at,
      lower95: 100 * (limits?.odll95 ?? 0),
      upper95: 100 * (limits?.odul95 ?? 0),
      lower998: 100 * (limits?.odll998 ?? 0),
      upper998: 100 * (limits?.odul998 ?? 0),
    };
  });
}

function titleOf({ places }: Funnel, period: string): string {
  const compared = places.filter(({ unit }) => unit !== null).length;
  const namesOf = (outside: Outside): readonly string[] =>
    places.filter((one) => outsideOf(one) === outside && one.unit).map(({ name }) => name);
  const [above, below] = [namesOf('above'), namesOf('below')];
  const few = above.length + below.length;
  const { title } = funnelWords;
  if (few === 0) return title.none(period, compared);
  if (few > MOST_NAMED) return title.many(period, few, compared);
  const who = [
    ...(above.length > 0 ? [funnelWords.above(listOf(above))] : []),
    ...(below.length > 0 ? [funnelWords.below(listOf(below))] : []),
  ];
  return title.some(period, few, compared, listOf(who));
}

/** Where a council lies, in words; why it is not compared. */
function placeWords(one: FunnelPlace, isDrawn: boolean): string {
  const { places } = funnelWords;
  if (one.isFew) return places.few(FEWEST_CASES);
  if (!isDrawn || one.unit === null) return places.none;
  return places[outsideOf(one) ?? 'inside'];
}

function tableOf(page: FunnelPage, { period, places }: Funnel, isDrawn: boolean): Table {
  const { metric, series, hrefOf } = page;
  const { head } = funnelWords;
  const shown = places.flatMap(({ point }) => point ?? []);
  return {
    caption: funnelWords.caption(formatPeriod(period)),
    head: [
      { text: head.council },
      { text: head.share, numeric: true },
      { text: head.cases, numeric: true },
      { text: head.lower, numeric: true },
      { text: head.upper, numeric: true },
      { text: head.place },
    ],
    rows: places.map((one, index) => {
      const { name, point, unit } = one;
      const own = series[index];
      const limits =
        isDrawn && unit ? [unit.odll998, unit.odul998].map(perCent) : [NOTHING, NOTHING];
      return [
        own ? linkCell(name, hrefOf(own)) : cell(name),
        numberCell(
          point ? formatFigure(point, metric) : stateWords[absence(metric, own ?? { points: [] })],
        ),
        numberCell(
          point?.numerator && point.denominator
            ? figuresWords.ofCases(point.numerator, point.denominator)
            : NOTHING,
        ),
        ...limits.map(numberCell),
        { ...cell(placeWords(one, isDrawn)), wide: true },
      ];
    }),
    notes: notesFor(shown),
  };
}

/** What is drawn; null with too few councils to compare. */
function chartOf({ metric, filter }: FunnelPage, { result, places }: Funnel): FunnelChart | null {
  if (!result || result.target === null || result.units.length < FEWEST_COUNCILS) return null;
  const points = places.flatMap(({ point }) => point ?? []);
  return {
    points: places.flatMap((one) =>
      one.unit && one.point
        ? [
            {
              name: one.name,
              cases: Number(one.point.denominator),
              share: 100 * one.unit.value,
              outside: outsideOf(one),
            },
          ]
        : [],
    ),
    limits: limitsOf(result, places),
    centre: 100 * result.target,
    labels: imageLabels({ metric, points }, filter.asKnownOn),
  };
}

/** Why there is no chart. */
const whyNone = ({ result }: Funnel): string =>
  result === null ? funnelWords.cannot : funnelWords.tooFew(result.units.length, FEWEST_COUNCILS);

/** All councils together, and whether they differ by more than chance. */
function togetherOf({ places }: Funnel, { target, overdispersed, units }: FunnelResult): string {
  const cases = places.reduce(
    (sum, { unit, point }) => sum + (unit ? Number(point?.denominator) : 0),
    0,
  );
  const together = funnelWords.together(
    perCent(target ?? 0),
    units.length,
    cases.toLocaleString('en-GB'),
  );
  return `${together} ${overdispersed ? funnelWords.dispersed : funnelWords.chance}`;
}

/** The funnel of one period, with its table; and the same to be taken away. */
export function presentFunnel(page: FunnelPage) {
  const { metric, period, offered, filter, everyCouncil } = page;
  const query = figuresQuery(filter, everyCouncil);
  const head = {
    ...metricHead(metric, 'funnel', query),
    periods: offered.map((one) => ({
      value: addressOfPeriod(one),
      text: formatPeriod(one),
      selected: one.start === period?.start,
    })),
  };
  if (period === null) return { ...head, empty: funnelWords.noneThen, figure: null, taken: null };
  const funnel = funnelOf(metric, page.series, period);
  const chart = chartOf(page, funnel);
  const table = tableOf(page, funnel, chart !== null);
  const heading = funnelWords.heading(formatPeriod(period));
  const title = chart ? titleOf(funnel, formatPeriod(period)) : whyNone(funnel);
  const isAny = chart?.points.some(({ outside }) => outside !== null) === true;
  const said = [
    ...(isAny ? [funnelWords.ask] : []),
    ...(chart && funnel.result ? [togetherOf(funnel, funnel.result)] : []),
  ].join(' ');
  const body = chart && funnelBody(chart);
  const taken: Taken = {
    name: [metric.code, 'funnel', addressOfPeriod(period)],
    ...{ title, table },
    subtitle: funnelWords.subtitle(metric.title),
    picture: body && { body, description: said },
    figures: {
      ...{ metric, council: null },
      points: funnel.places.flatMap(({ point }) => point ?? []),
    },
  };
  return {
    ...head,
    empty: null,
    taken,
    figure: {
      ...{ id: 'funnel', heading, title, sentence: said, notes: [], marks: [], improvement: null },
      svg: body && drawChart({ id: 'funnel-chart', title, description: said }, body),
      table,
      files: fileLinks(
        chart ? CHART_FILES : ['table.csv'],
        addresses.metricFunnel(metric.code),
        heading,
        { ...query, period: addressOfPeriod(period) },
      ),
    },
  };
}
