import {
  foldEpisodes,
  judgeReturnMissing,
  type AlertRule,
  type ExpectedReturn,
} from '#domain/judgement';
import { periodKey } from '#domain/periods';
import type { Programme, ReturnArrival } from '../ports/index.js';
import { monthsOwed, silenceFrom, type OwedMonth } from './expected-periods.js';
import type { Bench } from './bench.js';
import { recordChanges } from './record-changes.js';

/** The rule on missing returns for one council: every month owed is a series of its own. */
export async function judgeReturns(bench: Bench, rule: AlertRule): Promise<void> {
  if (rule.condition.kind !== 'return-missing') return;
  const { memory, programme, councilId, now } = bench;
  const { programmeId } = programme.register;
  const arrivals = new Map(memory.returnArrivals(councilId).map((a) => [a.period, a]));
  const extensions = memory.extensions(councilId);
  for (const owed of monthsOwed(programme, { councilId, extensions, now })) {
    const { period } = owed;
    const series = {
      programmeId,
      councilId,
      ruleCode: rule.code,
      seriesKey: `return ${periodKey(period)}`,
    };
    const before = memory.judgedUpTo(series);
    const arrival = arrivals.get(periodKey(period));
    const answeredAt = arrival?.answeredAt ?? null;
    const changes = [...(arrival?.receivedAt ?? []), ...(arrival?.withdrawnAt ?? [])];
    const moments = [...momentsOf(owed, programme, now), answeredAt, ...changes].filter(
      (at) => at !== null && at <= now && (before === null || at > before),
    );
    const inOrder = moments.filter((at) => at !== null).sort((a, b) => a.getTime() - b.getTime());
    for (const at of inOrder) {
      const verdicts = judgeReturnMissing(
        {
          period,
          receivedAt: standingSince(arrival, at),
          answeredAt,
          ...graceAt(owed, programme, at),
        },
        at,
      );
      await recordChanges(bench, {
        rule,
        metric: null,
        series,
        episodes: foldEpisodes(verdicts, rule),
        at,
      });
    }
    if (inOrder.length > 0) memory.setJudgedUpTo(series, now);
  }
}

/** When silence begins to count, by the calendar and by each extension, and when each was granted. */
const momentsOf = (owed: OwedMonth, programme: Programme, now: Date): readonly Date[] => [
  silenceFrom(programme, owed.period, []),
  ...owed.extensions.flatMap((one) => [
    one.grantedAt,
    silenceFrom(programme, owed.period, [one]),
    // An extension that became known after a judgement of a later moment is judged now.
    now,
  ]),
];

/** The end of the grace as it stood at a moment, and whether the extension behind it came after silence had counted. */
function graceAt(
  { period, extensions }: OwedMonth,
  programme: Programme,
  at: Date,
): Pick<ExpectedReturn, 'graceEndsAt' | 'extendedLate'> {
  let graceEndsAt = silenceFrom(programme, period, []);
  let extendedLate = false;
  for (const one of extensions.filter(({ grantedAt }) => grantedAt <= at)) {
    extendedLate ||= one.grantedAt >= graceEndsAt;
    graceEndsAt = silenceFrom(programme, period, [one]);
  }
  return { graceEndsAt, extendedLate };
}

/** Since when figures of a month have stood, as of a moment; null when there are none, or they were withdrawn by then. */
function standingSince(arrival: ReturnArrival | undefined, at: Date): Date | null {
  const until = arrival?.withdrawnAt ?? [];
  const stands = (arrival?.receivedAt ?? []).filter((from, index) => {
    const end = until[index] ?? null;
    return from <= at && (end === null || end > at);
  });
  return stands[0] ?? null;
}
