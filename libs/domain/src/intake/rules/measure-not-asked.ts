import { formatDay, formatPeriod, periodKey } from '../../periods/index.js';
import { isParticipating } from '../../register/index.js';
import type { Finding } from '../finding.js';
import { say } from '../say.js';
import type { Figure, Sheet } from '../sheet.js';

type Asked = Omit<Figure, 'breakdown'>;

/**
 * MEASURE_NOT_ASKED: figures about a reform that the council does not test in the month are not used. A backfill may hold
 * the months before it began.
 */
export function measureNotAsked(asked: Asked, sheet: Sheet): readonly Finding[] {
  const { metric, council, period, row } = asked;
  const { context, column, text } = sheet;
  if (context.source !== 'return' || metric.askedOf === 'all') return [];
  if (isParticipating(context.register, council.id, metric.askedOf, period)) return [];
  return say(
    context.rules,
    'MEASURE_NOT_ASKED',
    {
      row: row.row,
      column: column('measure', row),
      value: text(row, 'measure'),
      councilId: council.id,
      metric: metric.code,
      period: periodKey(period),
    },
    { measure: metric.title, reason: reasonFor(asked, sheet) },
  );
}

/** Whether the council never tested it, or tests it no longer. */
function reasonFor({ metric, council, period }: Asked, { context }: Sheet): string {
  const before = context.register.participations.find(
    (p) =>
      p.councilId === council.id &&
      p.reform === metric.askedOf &&
      p.to !== null &&
      p.to <= period.start,
  );
  if (!before?.to) return `not testing this reform in ${formatPeriod(period)}`;
  const how = before.haltedReason === null ? 'ended' : 'was halted';
  return `this reform ${how} at your council on ${formatDay(before.to)}`;
}
