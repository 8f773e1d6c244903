import { foldEpisodes, type AlertRule, type Watched, type WatchedSeries } from '#domain/judgement';
import type { Metric } from '#domain/metrics';
import type { JudgedSeries } from '../ports/index.js';
import type { Bench } from './bench.js';
import { Foresight } from './foresight.js';
import { quarterMoments, type FunnelHistory } from './funnel-history.js';
import { recordChanges } from './record-changes.js';
import type { SeriesHistory } from './series-history.js';

/** A rule on one of its metrics, with every metric that it looks at for that; the metric itself first. */
export type Pair = {
  readonly rule: AlertRule;
  readonly metric: Metric;
  readonly seen: readonly Metric[];
};

type Histories = ReadonlyMap<string, SeriesHistory>;

type States = readonly (WatchedSeries | null)[];

type Watch = Pair & {
  readonly series: JudgedSeries;
  readonly moments: ReadonlySet<number>;
  readonly funnels: FunnelHistory | null;
  /** What is looked at at each moment at which it has changed, in the order of `seen`. */
  readonly states: Map<number, States>;
  last: States | null;
};

/**
 * Judges pairs of a rule and a series of one council at each moment since they were last judged, in order of time: a figure
 * began or ceased to count, a period fell due, a plan was agreed, limits were decided; and now, for what was loaded late.
 * Where nothing that a rule looks at has changed it is not asked again.
 */
export async function judgeSeriesOf(
  bench: Bench,
  pairs: readonly Pair[],
  histories: Histories,
): Promise<void> {
  const watches: Watch[] = [];
  for (const pair of pairs) watches.push(await watchOf(bench, pair, histories));
  const moments = new Set(watches.flatMap((watch) => [...watch.moments]));
  const inOrder = [...moments].sort((a, b) => a - b);
  const foresight = new Foresight();
  for (const at of inOrder)
    for (const watch of watches)
      if (watch.moments.has(at)) lookAt(watch, { at, histories, foresight });
  for (const at of inOrder)
    for (const watch of watches) {
      const states = watch.states.get(at);
      if (states) await judgeAt(bench, watch, { at, states, foresight });
    }
  for (const { series } of watches) bench.memory.setJudgedUpTo(series, bench.now);
}

async function watchOf(bench: Bench, pair: Pair, histories: Histories): Promise<Watch> {
  const { programme, councilId, memory, now } = bench;
  const { rule, metric, seen } = pair;
  const series = {
    programmeId: programme.register.programmeId,
    councilId,
    ruleCode: rule.code,
    seriesKey: metric.code,
  };
  const before = memory.judgedUpTo(series)?.getTime() ?? -Infinity;
  const isNew = (moment: number): boolean => moment > before && moment <= now.getTime();
  const isFunnel = rule.condition.kind === 'unlike-the-others';
  // Months are compared with other councils at fixed moments, so that the order of deliveries changes nothing.
  const isByQuarter = isFunnel && metric.type !== 'published';
  const moments = isByQuarter
    ? quarterMoments(programme, now).filter(isNew)
    : [
        ...seen.flatMap(({ code }) => histories.get(code)?.moments() ?? []).filter(isNew),
        now.getTime(),
      ];
  const funnels =
    isFunnel && moments.length > 0 ? await bench.funnels.funnelsOf(rule.condition, metric) : null;
  return { ...pair, series, moments: new Set(moments), funnels, states: new Map(), last: null };
}

/** Keeps what a rule looks at, unless nothing of it has changed since the last moment. */
function lookAt(
  watch: Watch,
  { at, histories, foresight }: { at: number; histories: Histories; foresight: Foresight },
): void {
  const { seen, funnels, last } = watch;
  const states = seen.map(({ code }) => histories.get(code)?.at(at) ?? null);
  if (last !== null && !funnels && states.every((state, index) => state === last[index])) return;
  foresight.note(last?.[0] ?? null, states[0] ?? null);
  watch.states.set(at, states);
  watch.last = states;
}

async function judgeAt(
  bench: Bench,
  watch: Watch,
  { at, states, foresight }: { at: number; states: States; foresight: Foresight },
): Promise<void> {
  const { rule, metric, seen, funnels } = watch;
  const [series] = states;
  const watched: Watched | null = series
    ? {
        series,
        beside: (code) => states[seen.findIndex((one) => one.code === code)] ?? null,
        funnels: funnels?.of(bench.councilId, at) ?? [],
      }
    : null;
  await recordChanges(bench, {
    rule,
    metric: metric.code,
    series: watch.series,
    episodes: foldEpisodes(
      watched ? foresight.verdicts(rule.condition, watched) : [],
      persistenceOf(watch),
    ),
    at: new Date(at),
  });
}

/** A yearly figure fires at once: two years would be too late. */
const persistenceOf = ({ rule, metric }: Pair) => ({
  forPeriods: metric.type === 'published' ? 1 : rule.forPeriods,
  keepFiringFor: rule.keepFiringFor,
});
