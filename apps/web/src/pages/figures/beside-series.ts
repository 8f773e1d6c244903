import type { AlertRecord, Programme } from '#application/ports';
import type { Metric } from '#domain/metrics';
import { plannedOn } from '#domain/assessment';
import { addresses } from '../../addresses/addresses.js';
import { formatNumber } from '../../format/format-number.js';
import { formatPeriod } from '../../format/format-period.js';
import { formatDate } from '../../format/format-time.js';
import { besideWords as w } from '../../words/beside.words.js';
import { stateOfAlert, titleOfAlert } from '../alerts/alert-lines.js';
import type { ShownSeries } from './show-series.js';

type Line = { readonly text: string; readonly href: string; readonly said: string };

/** What is to be read beside the chart of one series. */
export type BesideSeries = {
  /** The balancing measures of a measure that can get better, each with its own finding. */
  readonly balancing: readonly Line[];
  /** The open alerts about it. */
  readonly alerts: readonly Line[];
  /** What the agreed plan asks for, or that there is none; null where no plan could be agreed. */
  readonly plan: string | null;
  /** What was said of its newest figures. */
  readonly notes: readonly string[];
};

/** How many notes on figures stand beside a chart; the table's history has all. */
const MOST_NOTES = 3;

export type BesideContext = {
  readonly programme: Programme;
  /** Open alerts of the council. */
  readonly alerts: readonly AlertRecord[];
  /** The finding of each measure on the page, by code, with the way to its chart. */
  readonly findings: ReadonlyMap<string, { readonly href: string; readonly title: string }>;
};

/** What stands beside a chart: what would move if the measure were gamed, alerts, the plan, what people noted. */
export function besideSeries(shown: ShownSeries, of: BesideContext): BesideSeries {
  const { metric, points } = shown.series;
  return {
    balancing: metric.direction === 'none' ? [] : balancingOf(metric, of),
    alerts: of.alerts
      .filter((alert) => alert.metric === metric.code)
      .map((alert) => ({
        text: titleOfAlert(alert, of.programme),
        href: addresses.alert(alert.id),
        said: stateOfAlert(alert).text,
      })),
    plan: metric.direction === 'none' ? null : planOf(shown),
    notes: points
      .filter(({ comment }) => comment !== null)
      .slice(-MOST_NOTES)
      .map(({ period, comment }) => w.note(formatPeriod(period), comment ?? '')),
  };
}

const balancingOf = (metric: Metric, { programme, findings }: BesideContext): readonly Line[] =>
  metric.balancedBy.flatMap(({ metric: code }) => {
    const found = findings.get(code);
    const title = programme.metrics.find((one) => one.code === code)?.title;
    return found && title ? [{ text: title, href: found.href, said: found.title }] : [];
  });

function planOf({ series: { metric, points }, plan }: ShownSeries): string {
  const end = plan?.points.at(-1);
  const newest = points.at(-1);
  if (plan?.status !== 'agreed' || !end || !newest) return w.noPlan;
  const now = plannedOn(plan, newest.period.start);
  const target = formatNumber(String(end.value), metric);
  if (now === end.value) return w.planLevel(target);
  if (now === null) return w.planLater(target, formatDate(end.from));
  return w.plan(formatNumber(String(now), metric), formatPeriod(newest.period), {
    target,
    by: formatDate(end.from),
  });
}
