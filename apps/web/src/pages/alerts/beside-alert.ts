import type { AlertRecord, Programme } from '#application/ports';
import type { AssessedSeries } from '#application/assessments';
import type { Reader } from '#domain/access';
import {
  everyMonth,
  expectedFor,
  inhibitedBy,
  isBacklogBeingCleared,
  type Silence,
} from '#domain/notifications';
import { londonDay, monthOfDay } from '#domain/periods';
import { addresses } from '../../addresses/addresses.js';
import { formatPeriod } from '../../format/format-period.js';
import type { ServiceDoor } from '../../service-door.js';
import { silenceWords } from '../../words/silence.words.js';
import { lastDayOf } from '../silences/silences.presenter.js';
import { everyAlert } from './every-alert.js';
import { titleOfAlert } from './alert-lines.js';

/** What stands beside an alert and changes who is told of it. */
export type BesideAlert = {
  readonly silences: readonly Silence[];
  /** The other alerts of its council that are open. */
  readonly open: readonly AlertRecord[];
  /** Whether a backlog is being cleared, so that it is no surprise. */
  readonly isExpected: boolean;
};

type Door = Pick<ServiceDoor, 'silences' | 'readAlerts' | 'readAssessedSeries'>;

/** Reads what stands beside an alert that the reader may see. */
export async function readBeside(
  door: Door,
  { reader, alert, programme }: { reader: Reader; alert: AlertRecord; programme: Programme },
): Promise<BesideAlert> {
  if (alert.state === 'resolved') return { silences: [], open: [], isExpected: false };
  const { councilId } = alert;
  const [silences, open, isExpected] = await Promise.all([
    door.silences.ofAlert(reader, alert),
    everyAlert(door, reader, { open: true, councilId }),
    isClearing(door, { reader, alert, programme }),
  ]);
  const others = open.filter(({ id, state }) => id !== alert.id && state !== 'pending');
  return { silences, open: others, isExpected };
}

async function isClearing(
  door: Door,
  { reader, alert, programme }: { reader: Reader; alert: AlertRecord; programme: Programme },
): Promise<boolean> {
  const rule = expectedFor(alert, programme.inhibitions);
  if (!rule) return false;
  const series = await door.readAssessedSeries.ofCouncil(reader, {
    councilId: alert.councilId,
    metrics: [rule.outflow, rule.stock],
    asKnownAt: null,
  });
  return isBacklogBeingCleared(
    pointsOf(series, rule.outflow),
    everyMonth(pointsOf(series, rule.stock)),
    rule.months,
  );
}

function pointsOf(all: readonly AssessedSeries[], code: string) {
  const chart = all.find(({ series }) => series.metric.code === code)?.assessment.chart;
  return chart && chart.kind !== 'none' ? chart.points : [];
}

/** What a page says of it: each line, with where it leads. */
export function besideLines(
  alert: AlertRecord,
  { silences, open, isExpected }: BesideAlert,
  { programme, now }: { readonly programme: Programme; readonly now: Date },
): readonly { readonly text: string; readonly href: string | null }[] {
  const { inhibitions } = programme;
  const above = inhibitedBy(alert, { inhibitions, open });
  const source = open.find(({ id }) => id === above?.source.id);
  const beneath = open.filter(
    (other) => inhibitedBy(other, { inhibitions, open: [alert] }) !== null,
  );
  const silent = inhibitions.find((one) => one.kind === 'no-data');
  const missing =
    alert.noData && silent ? open.find(({ ruleCode }) => ruleCode === silent.source) : undefined;
  const linked = (other: AlertRecord, text: string) => ({
    text,
    href: addresses.alert(other.id),
  });
  const month = formatPeriod(monthOfDay(monthOfDay(londonDay(now)).end));
  return [
    ...silences.map((one) => ({
      text: silenceWords.onAlert(one.createdBy, lastDayOf(one), one.reason),
      href: null,
    })),
    ...(source ? [linked(source, silenceWords.beneath(titleOfAlert(source, programme)))] : []),
    ...beneath.map((other) => linked(other, silenceWords.above(titleOfAlert(other, programme)))),
    ...(missing && silent ? [linked(missing, silent.why)] : []),
    ...(isExpected ? [{ text: silenceWords.expected(month), href: null }] : []),
  ];
}
