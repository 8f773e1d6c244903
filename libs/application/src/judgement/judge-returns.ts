import { foldEpisodes, judgeReturnMissing, type AlertRule } from '#domain/judgement';
import { periodKey } from '#domain/periods';
import type { ReturnArrival } from '../ports/index.js';
import { monthsOwed } from './expected-periods.js';
import type { Bench } from './bench.js';
import { recordChanges } from './record-changes.js';

/** The rule on missing returns for one council: every month owed is a series of its own. */
export async function judgeReturns(bench: Bench, rule: AlertRule): Promise<void> {
  if (rule.condition.kind !== 'return-missing') return;
  const { memory, programme, councilId, now } = bench;
  const { programmeId } = programme.register;
  const arrivals = new Map(memory.returnArrivals(councilId).map((a) => [a.period, a]));
  for (const { period, expectedBy } of monthsOwed(programme, councilId, now)) {
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
    const moments = [expectedBy, answeredAt, ...changes].filter(
      (at) => at !== null && at <= now && (before === null || at > before),
    );
    const inOrder = moments.filter((at) => at !== null).sort((a, b) => a.getTime() - b.getTime());
    for (const at of inOrder) {
      const verdicts = judgeReturnMissing(
        { period, graceEndsAt: expectedBy, receivedAt: standingSince(arrival, at), answeredAt },
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

/** Since when figures of a month have stood, as of a moment; null when there are none, or they were withdrawn by then. */
function standingSince(arrival: ReturnArrival | undefined, at: Date): Date | null {
  const until = arrival?.withdrawnAt ?? [];
  const stands = (arrival?.receivedAt ?? []).filter((from, index) => {
    const end = until[index] ?? null;
    return from <= at && (end === null || end > at);
  });
  return stands[0] ?? null;
}
