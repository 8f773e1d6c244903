import {
  foldEpisodes,
  judgeReturnMissing,
  withinScope,
  type AlertRule,
  type ExpectedReturn,
  type Verdict,
} from '#domain/judgement';
import { periodKey } from '#domain/periods';
import type { Programme, ReturnArrival } from '../ports/index.js';
import { monthsOwed, silenceFrom, type OwedMonth } from './expected-periods.js';
import type { Bench } from './bench.js';
import { recordChanges } from './record-changes.js';
import { isScheduled, judgedThrough, ruleOf, turnsOf, type RuleLine } from './rules-for-council.js';

/** The rule on missing returns for one council: every month owed is a series of its own. */
export async function judgeReturns(bench: Bench, line: RuleLine): Promise<void> {
  if (line.versions.every(({ rule }) => rule.condition.kind !== 'return-missing')) return;
  const { memory, programme, councilId, now } = bench;
  const { programmeId } = programme.register;
  const arrivals = new Map(memory.returnArrivals(councilId).map((a) => [a.period, a]));
  const extensions = memory.extensions(councilId);
  for (const owed of monthsOwed(programme, { councilId, extensions, now })) {
    const { period } = owed;
    const series = {
      programmeId,
      councilId,
      ruleCode: line.code,
      seriesKey: `return ${periodKey(period)}`,
    };
    const before = memory.judgedUpTo(series);
    const arrival = arrivals.get(periodKey(period));
    const inOrder = momentsOf(bench, owed, { line, arrival }).filter(
      (at) => at > (before?.getTime() ?? -Infinity),
    );
    let after = before?.getTime() ?? -Infinity;
    for (const at of inOrder) {
      const found = ruleOf(line, null, { after, at });
      after = at;
      if (!found) continue;
      const { rule, looks, turn } = found;
      await recordChanges(bench, {
        rule,
        metric: null,
        series,
        episodes: looks ? foldEpisodes(verdictsAt(bench, owed, { rule, arrival, at }), rule) : [],
        at: new Date(at),
        turn,
      });
    }
    const through = judgedThrough(line, null, { last: after, now: now.getTime() });
    if (inOrder.length > 0 && through) memory.setJudgedUpTo(series, through);
  }
}

/** When silence begins to count, by the calendar and by each extension, when each was granted, and when the rule changed. */
function momentsOf(
  { programme, now, evaluations }: Bench,
  { period, extensions }: OwedMonth,
  { line, arrival }: { readonly line: RuleLine; readonly arrival: ReturnArrival | undefined },
): readonly number[] {
  const changes = [
    silenceFrom(programme, period, []),
    ...extensions.flatMap((one) => [
      one.grantedAt,
      silenceFrom(programme, period, [one]),
      // An extension that became known after a judgement of a later moment is judged now.
      now,
    ]),
    arrival?.answeredAt ?? null,
    ...(arrival?.receivedAt ?? []),
    ...(arrival?.withdrawnAt ?? []),
  ].flatMap((at) => (at === null ? [] : [at.getTime()]));
  const moments = [
    ...[...changes, ...turnsOf(line)].filter((at) => !isScheduled(line, null, at)),
    ...evaluations(line.code).filter((at) => isScheduled(line, null, at)),
  ];
  return [...new Set(moments)].filter((at) => at <= now.getTime()).sort((a, b) => a - b);
}

function verdictsAt(
  { programme }: Bench,
  owed: OwedMonth,
  of: {
    readonly rule: AlertRule;
    readonly arrival: ReturnArrival | undefined;
    readonly at: number;
  },
): readonly Verdict[] {
  const at = new Date(of.at);
  return withinScope(
    of.rule.scope,
    judgeReturnMissing(
      {
        period: owed.period,
        receivedAt: standingSince(of.arrival, at),
        answeredAt: of.arrival?.answeredAt ?? null,
        ...graceAt(owed, programme, at),
      },
      at,
    ),
  );
}

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
