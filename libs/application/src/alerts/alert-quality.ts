import type { Day } from '#domain/periods';
import type { RuleQuality } from '../ports/index.js';

/** The measures of the alerts themselves, of those that fired from one day to another. */
export type AlertQuality = {
  readonly from: Day;
  readonly to: Day;
  readonly rules: readonly RuleQuality[];
};

/**
 * False alarms a series and year, over a stretch of one year: those that people closed as not useful, by the series that the
 * rule judges. Null where nobody has judged an alert of the rule, or it judges nothing.
 */
export const falseAlarmsPerSeriesYear = ({
  useful,
  notUseful,
  series,
}: Pick<RuleQuality, 'useful' | 'notUseful' | 'series'>): number | null =>
  useful + notUseful === 0 || series === 0 ? null : notUseful / series;
