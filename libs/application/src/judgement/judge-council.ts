import { looksBeside, type AlertRule } from '#domain/judgement';
import type { Metric } from '#domain/metrics';
import { storedCodes } from '../figures/stored-codes.js';
import type { KnownRevision, SeriesToAssess } from '../ports/index.js';
import type { Bench } from './bench.js';
import { expectedPeriods } from './expected-periods.js';
import { judgeReturns } from './judge-returns.js';
import { judgeSeriesOf, type Pair } from './judge-series-of.js';
import { SeriesHistory } from './series-history.js';

/** Every enabled rule on what was touched of one council. Answers the series that were looked at, by their metrics. */
export async function judgeCouncil(
  bench: Bench,
  series: readonly SeriesToAssess[],
): Promise<ReadonlyMap<string, SeriesHistory>> {
  const { programme, stores, councilId } = bench;
  const touched = new Set(series.map((one) => one.metric));
  const enabled = programme.alertRules.filter((rule) => rule.enabled);
  if (touched.has(null)) {
    for (const rule of enabled) await judgeReturns(bench, rule);
  }
  const metrics = new Map(programme.metrics.map((metric) => [metric.code, metric]));
  const pairs = enabled.flatMap((rule) => pairsOf(bench, rule, { metrics, touched }));
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

/** The stored figures that any enabled rule looks at: most published series are judged by none. */
export function judgedCodes({ programme }: Pick<Bench, 'programme'>): ReadonlySet<string> {
  const metrics = new Map(programme.metrics.map((metric) => [metric.code, metric]));
  const seen = programme.alertRules
    .filter((rule) => rule.enabled)
    .flatMap((rule) => rule.metrics.flatMap((code) => seenBy(rule, metrics.get(code), metrics)));
  return new Set(seen.flatMap(storedCodes));
}

type Given = {
  readonly metrics: ReadonlyMap<string, Metric>;
  readonly touched: ReadonlySet<string | null>;
};

/** A rule with each of its metrics that the touched figures belong to, directly or beside it. */
function pairsOf(bench: Bench, rule: AlertRule, { metrics, touched }: Given): readonly Pair[] {
  return rule.metrics.flatMap((code): Pair[] => {
    const metric = metrics.get(code);
    if (!metric || (NEEDS_PLAN.has(rule.condition.kind) && !hasPlan(bench, metric))) return [];
    const seen = seenBy(rule, metric, metrics);
    const isTouched = seen.some((one) => storedCodes(one).some((stored) => touched.has(stored)));
    return isTouched ? [{ rule, metric, seen }] : [];
  });
}

/** The metrics that a rule looks at to judge one of its own. */
function seenBy(
  { condition }: AlertRule,
  metric: Metric | undefined,
  metrics: Given['metrics'],
): readonly Metric[] {
  if (!metric) return [];
  return [metric, ...looksBeside(condition, metric).flatMap((code) => metrics.get(code) ?? [])];
}

const NEEDS_PLAN: ReadonlySet<string> = new Set(['plan-band', 'off-trajectory', 'target-unlikely']);

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
