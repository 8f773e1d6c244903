import { looksBeside, type AlertRule } from '#domain/judgement';
import type { Metric } from '#domain/metrics';
import { storedCodes } from '../figures/stored-codes.js';
import type { KnownRevision, SeriesToAssess } from '../ports/index.js';
import type { Bench } from './bench.js';
import { expectedPeriods } from './expected-periods.js';
import { judgeAnswers } from './judge-answers.js';
import { judgeMilestones } from './judge-milestones.js';
import { judgeReturns } from './judge-returns.js';
import { judgeSeriesOf, type Pair } from './judge-series-of.js';
import { rulesForCouncil, type RuleLine } from './rules-for-council.js';
import { SeriesHistory } from './series-history.js';

/**
 * Every rule, each as it was at each moment, on what was touched of one council. Answers the series that were looked at, by
 * their metrics.
 */
export async function judgeCouncil(
  bench: Bench,
  series: readonly SeriesToAssess[],
): Promise<ReadonlyMap<string, SeriesHistory>> {
  const lines = rulesForCouncil(bench.programme, bench.councilId).filter(
    ({ code }) => bench.only === null || bench.only === code,
  );
  const histories = await judgeTouched(bench, series, lines);
  for (const line of lines) await judgeAnswers(bench, line);
  return histories;
}

async function judgeTouched(
  bench: Bench,
  series: readonly SeriesToAssess[],
  lines: readonly RuleLine[],
): Promise<ReadonlyMap<string, SeriesHistory>> {
  const { programme, stores, councilId } = bench;
  const touched = new Set(series.map((one) => one.metric));
  if (touched.has(null)) {
    for (const line of lines) await judgeReturns(bench, line);
    for (const line of lines) await judgeMilestones(bench, line);
  }
  const metrics = new Map(programme.metrics.map((metric) => [metric.code, metric]));
  const pairs = lines.flatMap((line) => pairsOf(bench, line, { metrics, touched }));
  if (pairs.length === 0) return new Map();
  const looked = new Map(pairs.flatMap(({ seen }) => seen).map((one) => [one.code, one]));
  const revisions = await stores.alerts.revisions({
    programmeId: programme.register.programmeId,
    councilIds: [councilId],
    metrics: [...new Set([...looked.values()].flatMap(storedCodes))],
  });
  const stored = byMetric(revisions);
  const histories = new Map(
    [...looked].map(([code, metric]) => {
      const own = storedCodes(metric).flatMap((one) => stored.get(one) ?? []);
      const setting = settingOf(bench, metric);
      return [
        code,
        new SeriesHistory({ ...setting, programme, metric, councilId, revisions: own }),
      ];
    }),
  );
  await judgeSeriesOf(bench, pairs, histories);
  return histories;
}

function byMetric(
  revisions: readonly KnownRevision[],
): ReadonlyMap<string, readonly KnownRevision[]> {
  const found = new Map<string, KnownRevision[]>();
  for (const revision of revisions) {
    const own = found.get(revision.metric);
    if (own) own.push(revision);
    else found.set(revision.metric, [revision]);
  }
  return found;
}

/** The stored figures that any rule looks at, or looked at: most published series are judged by none. */
export function judgedCodes({ programme }: Pick<Bench, 'programme'>): ReadonlySet<string> {
  const metrics = new Map(programme.metrics.map((metric) => [metric.code, metric]));
  const seen = programme.ruleHistory.flatMap(({ rule }) =>
    rule.metrics.flatMap((code) => seenBy(rule, metrics.get(code), metrics)),
  );
  return new Set(seen.flatMap(storedCodes));
}

type Given = {
  readonly metrics: ReadonlyMap<string, Metric>;
  readonly touched: ReadonlySet<string | null>;
};

/** A rule with each of its metrics that the touched figures belong to, directly or beside it. */
function pairsOf(bench: Bench, line: RuleLine, { metrics, touched }: Given): readonly Pair[] {
  const codes = [...new Set(line.versions.flatMap(({ rule }) => rule.metrics))];
  return codes.flatMap((code): Pair[] => {
    const metric = metrics.get(code);
    if (!metric) return [];
    const rules = line.versions.map(({ rule }) => rule);
    if (rules.every(needsPlan) && !hasPlan(bench, metric)) return [];
    const seen = new Map(
      rules.flatMap((rule) => seenBy(rule, metric, metrics)).map((one) => [one.code, one]),
    );
    const isTouched = [...seen.values()].some((one) =>
      storedCodes(one).some((stored) => touched.has(stored)),
    );
    return isTouched && !isDone(bench, line, code)
      ? [{ line, metric, seen: [...seen.values()] }]
      : [];
  });
}

/** Whether a rule no longer looks at a series, and has been judged since it ceased to: nothing will come of it. */
function isDone(
  { memory, programme, councilId, now }: Bench,
  line: RuleLine,
  metric: string,
): boolean {
  const { programmeId } = programme.register;
  const series = { programmeId, councilId, ruleCode: line.code, seriesKey: metric };
  const upTo = memory.judgedUpTo(series);
  const last = line.versions.findLast(({ from }) => from === null || from <= now);
  const looks = last?.looks === true && last.rule.metrics.includes(metric);
  return !looks && upTo !== null && (last?.from ?? upTo) <= upTo;
}

/** The metrics that a rule looks at to judge one of its own; that one first. */
function seenBy(
  { condition }: AlertRule,
  metric: Metric | undefined,
  metrics: Given['metrics'],
): readonly Metric[] {
  if (!metric) return [];
  return [metric, ...looksBeside(condition, metric).flatMap((code) => metrics.get(code) ?? [])];
}

const NEEDS_PLAN: ReadonlySet<string> = new Set(['plan-band', 'off-trajectory', 'target-unlikely']);

const needsPlan = ({ condition }: AlertRule): boolean => NEEDS_PLAN.has(condition.kind);

const hasPlan = ({ memory, councilId }: Bench, { code }: Metric): boolean =>
  memory.plans(councilId).some((plan) => plan.metric === code);

function settingOf({ programme, memory, councilId, now }: Bench, metric: Metric) {
  const extensions = memory.extensions(councilId);
  const own = <T extends { readonly metric: string }>(all: readonly T[]): readonly T[] =>
    all.filter((one) => one.metric === metric.code);
  return {
    expected: expectedPeriods(programme, metric, { councilId, now, extensions }),
    plans: own(memory.plans(councilId)),
    limits: own(memory.limits(councilId)),
    extensions,
  };
}
