import type { QualityStatement } from '#application/quality';
import type { Register } from '#domain/register';
import { Timeliness, type DataQualityType } from '../types/quality.type.js';
import { toPeriod } from './figure.mapper.js';
import { councilById, toMetric } from './register.mapper.js';

const TIMELINESS = {
  'in-time': Timeliness.IN_TIME,
  late: Timeliness.LATE,
  'not-sent': Timeliness.NOT_SENT,
  'not-due': Timeliness.NOT_DUE,
  history: Timeliness.HISTORY,
} as const;

export const toDataQuality = (
  { council, months, boxes, metrics, timeliness }: QualityStatement,
  register: Register,
): DataQualityType => ({
  council: councilById(council.id, register),
  returnsDue: timeliness.due,
  returnsInTime: timeliness.inTime,
  returnsLate: timeliness.late,
  returnsNotSent: timeliness.notSent,
  months: months.map((month) => ({
    ...month,
    period: toPeriod(month.period),
    timeliness: TIMELINESS[month.timeliness],
  })),
  boxes: boxes.flatMap((box, index) => {
    const metric = metrics[index];
    return metric ? [{ ...box, metric: toMetric(metric) }] : [];
  }),
});
