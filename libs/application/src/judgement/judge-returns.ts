import { foldEpisodes, judgeReturnMissing, type AlertRule } from '#domain/judgement';
import { periodKey } from '#domain/periods';
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
    const [receivedAt, answeredAt] = [arrival?.receivedAt ?? null, arrival?.answeredAt ?? null];
    const moments = [expectedBy, receivedAt, answeredAt].filter(
      (at) => at !== null && at <= now && (before === null || at > before),
    );
    const inOrder = moments.filter((at) => at !== null).sort((a, b) => a.getTime() - b.getTime());
    for (const at of inOrder) {
      const verdicts = judgeReturnMissing(
        { period, graceEndsAt: expectedBy, receivedAt, answeredAt },
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
