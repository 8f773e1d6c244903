import type { AssessedSeries } from '#application/assessments';
import type { AlertRecord, Programme } from '#application/ports';
import type { ReturnView } from '#application/returns';
import { plannedOn } from '#domain/assessment';
import { foldFollowUp, standingActions, type Entry } from '#domain/follow-up';
import { ruleOfVersion } from '#domain/judgement';
import type { Metric } from '#domain/metrics';
import type { Council } from '#domain/register';
import { addresses } from '../../addresses/addresses.js';
import { addressOfTheme } from '../../addresses/theme-address.js';
import { formatFigure } from '../../format/format-figure.js';
import { formatNumber } from '../../format/format-number.js';
import { formatPeriod, formatPeriodKey } from '../../format/format-period.js';
import { formatDate, formatDay } from '../../format/format-time.js';
import { alertWords } from '../../words/alert.words.js';
import { boardWords } from '../../words/board.words.js';
import { figuresWords } from '../../words/figures.words.js';
import { filesWords } from '../../words/files.words.js';
import { followUpWords } from '../../words/follow-up.words.js';
import { stateOfAlert, titleOfAlert } from '../alerts/alert-lines.js';
import { freshnessOf } from '../council/council-home.presenter.js';
import { expectedOf } from '../figures/council-figures.presenter.js';
import type { TakenFrom } from '../figures/chart-files.js';
import { chartsOf } from '../figures/improvement-figure.js';
import { seriesFigure } from '../figures/series-figure.js';
import { showSeries, type ShownSeries } from '../figures/show-series.js';
import { byTheme, type Theme } from '../return-order.js';

export type Board = {
  readonly council: Council;
  readonly theme: Theme<Metric>;
  /** Series of the theme's measures, whole. */
  readonly series: readonly AssessedSeries[];
  /** Open alerts of the council, newest first, and what people did about them. */
  readonly alerts: readonly AlertRecord[];
  readonly entries: ReadonlyMap<string, readonly Entry[]>;
  /** Newest first. */
  readonly returns: readonly ReturnView[];
  readonly programme: Programme;
  /** What is older is left out of the charts. */
  readonly from: string | null;
  readonly taken: TakenFrom;
};

/** With more measures than this, each has less room. */
const ROOMY = 4;
/** How many alerts have room at a measure, and how many letters of what people wrote. */
const ALERTS = { roomy: 2, tight: 1 } as const;
const LETTERS = 90;

/** The monthly measures by theme, in the order of the return. */
const boardThemes = ({ metrics, returnDefinition }: Programme): readonly Theme<Metric>[] =>
  byTheme(
    metrics.filter(({ type }) => type === 'measure'),
    (metric) => metric,
    returnDefinition,
  );

const shortened = (words: string): string =>
  words.length <= LETTERS ? words : `${words.slice(0, LETTERS).trimEnd()}${boardWords.cutOff}`;

/** Who is doing what about an alert: who has it, and the next action of its plan. */
function doingOf(alert: AlertRecord, entries: readonly Entry[]): readonly string[] {
  const followUp = foldFollowUp(entries);
  const { assigned } = followUp;
  const [next] = standingActions(followUp)
    .filter(({ state }) => state === 'open')
    .toSorted((a, b) => (a.due < b.due ? -1 : 1));
  const { acknowledgedAt: at, acknowledgedBy: by } = alert;
  const seen = at && by ? `${alertWords.seen(by, formatDay(at))}.` : `${alertWords.notSeen}.`;
  return [
    assigned ? boardWords.with[assigned.side](shortened(assigned.who)) : seen,
    next
      ? boardWords.action(next.who, shortened(next.what), formatDate(next.due))
      : followUpWords.plan.none,
  ];
}

/** Open alerts in few words, as many as there is room for, and how many there are beside. */
function alertsOf({ programme, entries }: Board, alerts: readonly AlertRecord[], most: number) {
  const said = alerts.slice(0, most).map((alert) => ({
    href: addresses.alert(alert.id),
    text: boardWords.alert(
      ruleOfVersion(programme, alert)?.title ?? alert.ruleCode,
      formatPeriodKey(alert.openedBy),
      stateOfAlert(alert).text.toLowerCase(),
    ),
    doing: doingOf(alert, entries.get(alert.id) ?? []),
  }));
  const more = alerts.length - said.length;
  return { said, more: more > 0 ? boardWords.more(more) : null };
}

/** The newest figure with its period and cases, and the plan that stands for it. */
function newestOf({ series, plan }: ShownSeries) {
  const { metric, points } = series;
  const newest = points.at(-1);
  if (!newest) return null;
  const { numerator, denominator, period } = newest;
  const planned = plannedOn(plan, period.start);
  return {
    figure: formatFigure(newest, metric),
    period: boardWords.inPeriod(formatPeriod(period)),
    cases:
      numerator === null || denominator === null
        ? null
        : figuresWords.ofCases(numerator, denominator),
    plan:
      planned === null ? boardWords.noPlan : boardWords.plan(formatNumber(String(planned), metric)),
  };
}

function cardOf(board: Board, one: ShownSeries, most: number) {
  const { council, alerts, returns } = board;
  const { metric } = one.series;
  const { id, heading, title, svg } = seriesFigure(one, {
    id: metric.code,
    heading: metric.title,
    ...{ size: 'small', range: null, asKnownOn: null, notes: 'none' },
    expected: expectedOf(returns[0]),
    chartOf: chartsOf(council.key, ''),
  });
  return {
    ...{ id, heading, title, svg },
    newest: newestOf(one),
    alerts: alertsOf(
      board,
      alerts.filter((alert) => alert.metric === metric.code),
      most,
    ),
  };
}

/** One group of a council's measures on one side of paper: each with its figure, its finding, its chart and its alerts. */
export function presentBoard(board: Board) {
  const { council, theme, programme, alerts, returns, from, taken } = board;
  const shown = theme.items.flatMap(({ code }) =>
    board.series
      .filter(({ series }) => series.metric.code === code)
      .map((one) => showSeries(one, { programme, from }))
      .filter(({ series }) => series.points.length > 0),
  );
  const codes = new Set(shown.map(({ series }) => series.metric.code));
  const without = theme.items.filter(({ code }) => !codes.has(code)).map(({ title }) => title);
  const isRoomy = shown.length <= ROOMY;
  const other = alerts.filter(({ metric }) => metric === null);
  return {
    title: boardWords.title(council.name, theme.title),
    councilName: council.name,
    prePublication: shown.some(({ series }) => series.metric.prePublication),
    size: isRoomy ? String(Math.max(1, shown.length)) : 'many',
    cards: shown.map((one) => cardOf(board, one, isRoomy ? ALERTS.roomy : ALERTS.tight)),
    without:
      shown.length === 0
        ? boardWords.none(council.name)
        : without.length > 0
          ? boardWords.without(without.join('; '))
          : null,
    freshness: returns.length > 0 ? freshnessOf(council, returns) : null,
    aboutReturns:
      other.length === 0
        ? null
        : `${boardWords.aboutReturns(other.length)} ${other
            .slice(0, ALERTS.roomy)
            .map((alert) => titleOfAlert(alert, programme))
            .join('; ')}.`,
    taken: `${taken.asKnown} ${filesWords.page(taken.address)}`,
    groups: boardThemes(programme)
      .filter(({ title }) => title !== theme.title)
      .map(({ title }) => ({ text: title, href: addresses.board(council.key, title) })),
  };
}

/** The theme that an address names; null where there is none. */
export const boardThemeOf = (address: string, programme: Programme): Theme<Metric> | null =>
  boardThemes(programme).find(({ title }) => addressOfTheme(title) === address) ?? null;
