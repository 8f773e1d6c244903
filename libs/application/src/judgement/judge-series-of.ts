import { foldEpisodes, withinScope, type Watched, type WatchedSeries } from '#domain/judgement';
import type { AlertRule } from '#domain/judgement';
import type { Metric } from '#domain/metrics';
import type { JudgedSeries } from '../ports/index.js';
import type { Bench } from './bench.js';
import { Foresight } from './foresight.js';
import { quarterMoments, type FunnelHistory } from './funnel-history.js';
import { recordChanges } from './record-changes.js';
import {
  isScheduled,
  judgedThrough,
  persistenceOf,
  ruleOf,
  turnsOf,
  type RuleAtMoment,
  type RuleLine,
} from './rules-for-council.js';
import type { SeriesHistory } from './series-history.js';

/** A rule on one of its metrics, with every metric that any of its versions looks at for that; the metric itself first. */
export type Pair = {
  readonly line: RuleLine;
  readonly metric: Metric;
  readonly seen: readonly Metric[];
};

type Histories = ReadonlyMap<string, SeriesHistory>;

/** What is looked at at a moment, in the order of `seen`, and by which version of the rule. */
type Look = RuleAtMoment & { readonly states: readonly (WatchedSeries | null)[] };

type Watch = Pair & {
  readonly series: JudgedSeries;
  readonly moments: ReadonlySet<number>;
  readonly funnels: ReadonlyMap<AlertRule, FunnelHistory>;
  /** The moments at which something has changed. */
  readonly looks: Map<number, Look>;
  /** The moment looked at before, in milliseconds since 1970. */
  after: number;
  last: Look | null;
};

/**
 * Judges pairs of a rule and a series of one council at each moment since they were last judged, in order of time: a figure
 * began or ceased to count, a period fell due, a plan was agreed, limits were decided, the rule changed; and now, for what
 * was loaded late. Each moment is judged by the version that was in force. Where nothing that a rule looks at has changed it
 * is not asked again.
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
      const look = watch.looks.get(at);
      if (look) await judgeAt(bench, watch, { at, look, foresight });
    }
  for (const watch of watches) settle(bench, watch);
}

async function watchOf(bench: Bench, pair: Pair, histories: Histories): Promise<Watch> {
  const { programme, councilId, memory } = bench;
  const { line, metric } = pair;
  const series = {
    programmeId: programme.register.programmeId,
    councilId,
    ruleCode: line.code,
    seriesKey: metric.code,
  };
  const after = memory.judgedUpTo(series)?.getTime() ?? -Infinity;
  const moments = new Set(momentsOf(bench, pair, histories).filter((at) => at > after));
  const funnels = new Map<AlertRule, FunnelHistory>();
  for (const { rule } of moments.size > 0 ? line.versions : [])
    if (rule.condition.kind === 'unlike-the-others')
      funnels.set(rule, await bench.funnels.funnelsOf(rule.condition, metric));
  return { ...pair, series, moments, funnels, looks: new Map(), after, last: null };
}

/** When a pair is judged, up to now: by its schedule where it has one, otherwise whenever something can have changed. */
function momentsOf(
  { programme, now, evaluations }: Bench,
  { line, metric, seen }: Pair,
  histories: Histories,
): readonly number[] {
  const turns = turnsOf(line);
  const figures = [
    ...seen.flatMap(({ code }) => histories.get(code)?.moments() ?? []),
    now.getTime(),
  ];
  const quarters = isByQuarter(line, metric) ? quarterMoments(programme, now) : null;
  const scheduled = evaluations(line.code);
  return [
    ...[...(quarters ?? figures), ...turns].filter((at) => !isScheduled(line, metric.code, at)),
    ...scheduled.filter((at) => isScheduled(line, metric.code, at)),
  ].filter((at) => at <= now.getTime());
}

/** Months are compared with other councils at fixed moments, so that the order of deliveries changes nothing. */
const isByQuarter = ({ versions }: RuleLine, metric: Metric): boolean =>
  metric.type !== 'published' &&
  versions.some(({ rule }) => rule.condition.kind === 'unlike-the-others');

/** Keeps what a rule looks at, unless nothing of it, and nothing of the rule, has changed since the last moment. */
function lookAt(
  watch: Watch,
  { at, histories, foresight }: { at: number; histories: Histories; foresight: Foresight },
): void {
  const { line, metric, seen, last, after } = watch;
  const found = ruleOf(line, metric.code, { after, at });
  const states = seen.map(({ code }) => histories.get(code)?.at(at) ?? null);
  watch.after = at;
  if (!found) return;
  const isSame =
    last?.rule === found.rule && states.every((state, index) => state === last.states[index]);
  if (isSame && !watch.funnels.has(found.rule)) return;
  foresight.note(last?.states[0] ?? null, states[0] ?? null);
  watch.last = { ...found, states };
  watch.looks.set(at, watch.last);
}

async function judgeAt(
  bench: Bench,
  watch: Watch,
  { at, look, foresight }: { at: number; look: Look; foresight: Foresight },
): Promise<void> {
  const { metric, seen } = watch;
  const { rule, looks, turn, states } = look;
  const [series] = states;
  const watched: Watched | null =
    series && looks
      ? {
          series,
          beside: (code) => states[seen.findIndex((one) => one.code === code)] ?? null,
          funnels: watch.funnels.get(rule)?.of(bench.councilId, at) ?? [],
        }
      : null;
  const verdicts = watched
    ? withinScope(rule.scope, foresight.verdicts(rule.condition, watched))
    : [];
  await recordChanges(bench, {
    rule,
    metric: metric.code,
    series: watch.series,
    episodes: foldEpisodes(verdicts, persistenceOf(rule, metric)),
    at: new Date(at),
    turn,
  });
}

function settle({ memory, now }: Bench, { line, metric, series, after: last }: Watch): void {
  const through = judgedThrough(line, metric.code, { last, now: now.getTime() });
  if (through) memory.setJudgedUpTo(series, through);
}
