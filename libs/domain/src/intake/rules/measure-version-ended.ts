import { addDays, formatPeriod, monthOfDay, periodKey } from '../../periods/index.js';
import type { Finding } from '../finding.js';
import { say } from '../say.js';
import type { Figure, Sheet } from '../sheet.js';

/**
 * MEASURE_VERSION_ENDED: the definition version that a row names, or that its measure has, was in force in the month. A
 * row that names none means the one in force.
 */
export function measureVersionEnded(
  { row, metric, council, period }: Omit<Figure, 'breakdown'>,
  { context, text, column, versions }: Sheet,
): readonly Finding[] {
  const named = text(row, 'version').trim();
  const sent =
    named === '' ? metric : versions(metric.code).find(({ major }) => named === String(major));
  const ended = sent?.validTo ?? null;
  if (!sent || ended === null || ended > period.start) return [];
  const next = versions(metric.code).find(({ major }) => major === sent.major + 1);
  return say(
    context.rules,
    'MEASURE_VERSION_ENDED',
    {
      row: row.row,
      column: column(named === '' ? 'measure' : 'version', row),
      value: named === '' ? text(row, 'measure') : named,
      councilId: council.id,
      metric: metric.code,
      period: periodKey(period),
    },
    {
      v: sent.major,
      measure: sent.title,
      month: formatPeriod(monthOfDay(addDays(ended, -1))),
      what: next
        ? `Use version ${next.major}: ${next.numeratorWords || next.title}.`
        : 'It is no longer asked for.',
    },
  );
}
