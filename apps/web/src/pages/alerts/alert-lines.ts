import type { AlertRecord, Programme } from '#application/ports';
import { ruleOfVersion } from '#domain/judgement';
import { addresses } from '../../addresses/addresses.js';
import { formatPeriodKey } from '../../format/format-period.js';
import { formatDay } from '../../format/format-time.js';
import { alertStateWords, alertWords } from '../../words/alert.words.js';
import { cell, linkCell, tagCell, type Table } from '../tables.js';

type Names = Pick<Programme, 'alertRules' | 'ruleHistory' | 'metrics' | 'register'>;

/** The name of an alert in words, from the programme's own names of rules, measures and councils. */
export function titleOfAlert(alert: AlertRecord, names: Names): string {
  const { metrics, register } = names;
  return alertWords.title(ruleOfVersion(names, alert), {
    council: register.councils.find((one) => one.id === alert.councilId)?.name ?? '',
    measure: metrics.find((one) => one.code === alert.metric)?.title ?? null,
    since: formatPeriodKey(alert.openedBy),
  });
}

/** The state of an alert in words, with the shape of its tag. */
export const stateOfAlert = (
  alert: AlertRecord,
): { readonly text: string; readonly mark: string } =>
  alert.state === 'firing' && alert.noData
    ? { text: alertWords.noDataTag, mark: 'act' }
    : alertStateWords[alert.state];

/** Alerts in the order in which they came: by opening time, never by council's performance. */
export const alertTable = (
  alerts: readonly AlertRecord[],
  names: Names,
  caption: string,
): Table => ({
  caption,
  head: [
    { text: alertWords.head.alert },
    { text: alertWords.head.state },
    { text: alertWords.head.opened },
  ],
  rows: alerts.map((alert) => [
    {
      ...linkCell(titleOfAlert(alert, names), addresses.alert(alert.id)),
      note:
        alert.acknowledgedAt && alert.acknowledgedBy
          ? alertWords.seen(alert.acknowledgedBy, formatDay(alert.acknowledgedAt))
          : alertWords.notSeen,
    },
    tagCell(stateOfAlert(alert)),
    cell(formatDay(alert.openedAt)),
  ]),
});
