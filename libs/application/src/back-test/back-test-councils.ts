import { alwaysInForce, type AlertRule, type WatchedSeries } from '#domain/judgement';
import { londonDay, londonInstant, type Day } from '#domain/periods';
import { timesBetween } from '#domain/calendar';
import { falseAlarmShare } from '#statistics';
import type {
  AsKnown,
  BackTestedCouncil,
  BackTestEpisode,
  CouncilRecord,
  KnownRevision,
  PackedFigures,
  Programme,
} from '../ports/index.js';
import type { Bench } from '../judgement/bench.js';
import { storedCodes } from '../figures/stored-codes.js';
import { monthsOwed } from '../judgement/expected-periods.js';
import { FunnelBook } from '../judgement/funnel-book.js';
import type { FunnelHistory } from '../judgement/funnel-history.js';
import { judgeCouncil } from '../judgement/judge-council.js';
import { JudgementMemory } from '../judgement/judgement-memory.js';
import type { SeriesHistory } from '../judgement/series-history.js';
import { asKnownNow } from './as-known-now.js';
import { compareEpisodes } from './compare-episodes.js';
import { RememberedAlerts } from './remembered-alerts.js';
import { unpackFigures } from './packed-figures.js';

/** Far more than a rule worth having brings of one council; what is beyond it is counted, and not listed. */
const MOST_EPISODES = 200;
const MOST_STEPS = 40;
/** Every hour for two years, or every day for fifty. */
const MOST_EVALUATIONS = 20_000;

/** What some councils are back-tested by: plain data, as it is copied to a thread. */
export type BackTestTask = {
  /** As far as judging reads it. Its rules are asked nothing, but for how long a figure may be missing. */
  readonly programme: Programme;
  readonly rule: AlertRule;
  /** The version in force, to compare with. */
  readonly beside: AlertRule | null;
  readonly asKnown: AsKnown;
  readonly now: Date;
  /** Of these councils; for a rule that compares councils, of every member. */
  readonly figures: PackedFigures;
  readonly councils: readonly CouncilRecord[];
};

type World = BackTestTask & {
  readonly everyone: RememberedAlerts;
  readonly revisions: ReadonlyMap<number, readonly KnownRevision[]>;
};

/**
 * What a rule, draft or in force, would have said of councils over all their history: the live rules' own judging and state
 * machine, moment by moment, on alerts that are kept nowhere else. Each moment sees what was known by then; with `asKnown`
 * `now`, what stands today (`asKnownNow`). The same input gives the same answer.
 */
export async function backTestCouncils(task: BackTestTask): Promise<readonly BackTestedCouncil[]> {
  const unpacked = unpackFigures(task.figures);
  const figures = task.asKnown === 'now' ? asKnownNow(unpacked) : unpacked;
  const revisions = new Map<number, KnownRevision[]>();
  for (const one of figures) {
    const own = revisions.get(one.councilId);
    if (own) own.push(one);
    else revisions.set(one.councilId, [one]);
  }
  const world: World = { ...task, everyone: new RememberedAlerts(figures), revisions };
  const trial = trialOf(task);
  const besides = task.beside && trialOf({ ...task, rule: task.beside });
  const answers: BackTestedCouncil[] = [];
  for (const council of task.councils) {
    const tried = await tryRule(world, trial, council);
    const beside = besides && (await tryRule(world, besides, council));
    answers.push({
      ...summaryOf(world, council, tried),
      ...firedOf(tried.episodes),
      compared: beside && compareEpisodes(tried.episodes, beside.episodes),
    });
  }
  return answers;
}

/** A rule with what is the same for every council. */
type Trial = {
  readonly rule: AlertRule;
  readonly programme: Programme;
  readonly funnels: Map<string, FunnelHistory>;
};

/** One programme for all councils: what is worked out of its calendar is remembered with it. */
function trialOf({ programme, rule }: Pick<World, 'programme' | 'rule'>): Trial {
  // Nobody is told of what would have been; a rule that is off is tried as if it were on.
  const tried: AlertRule = { ...rule, enabled: true, recipients: [], escalation: [] };
  const others = programme.ruleHistory.filter((one) => one.rule.code !== rule.code);
  return {
    rule: tried,
    programme: { ...programme, ruleHistory: [alwaysInForce(tried), ...others] },
    funnels: new Map(),
  };
}

/** The times at which a rule on a schedule would have been evaluated. */
const evaluationsOf = ({ schedule }: AlertRule, programme: Programme, now: Date): number[] =>
  schedule === null
    ? []
    : timesBetween(schedule, {
        after: londonInstant(programme.startsOn, '00:00'),
        until: now,
        most: MOST_EVALUATIONS,
      }).map((at) => at.getTime());

type Tried = {
  readonly episodes: readonly BackTestEpisode[];
  readonly histories: ReadonlyMap<string, SeriesHistory>;
};

async function tryRule(
  world: World,
  { rule, programme, funnels }: Trial,
  council: CouncilRecord,
): Promise<Tried> {
  const { now, revisions } = world;
  const { councilId, plans, extensions, arrivals, limits, owed } = council;
  const { programmeId } = programme.register;
  const alerts = new RememberedAlerts(revisions.get(councilId) ?? []);
  const own = arrivals.map((arrival) => ({ ...arrival, councilId }));
  let opened = 0;
  const bench: Bench = {
    stores: {
      alerts,
      owed: {
        milestones: () => Promise.resolve(owed.milestones),
        feedback: () => Promise.resolve(owed.feedback),
        acknowledged: () => Promise.resolve(owed.acknowledged),
      },
    },
    memory: new JudgementMemory(
      { plans, extensions, arrivals: own, alerts: [], judged: [] },
      limits,
    ),
    funnels: new FunnelBook(world.everyone, { programme, now }, funnels),
    programme,
    councilId,
    now,
    only: rule.code,
    evaluations: () => evaluationsOf(rule, programme, now),
    newId: () => String((opened += 1)),
  };
  const codes = [...new Set(programme.metrics.flatMap(storedCodes))];
  const histories = await judgeCouncil(
    bench,
    [null, ...codes].map((metric) => ({ programmeId, councilId, metric })),
  );
  return { episodes: alerts.all().map(episodeOf), histories };
}

function episodeOf({ alert, steps }: ReturnType<RememberedAlerts['all']>[number]): BackTestEpisode {
  const fired =
    steps.find(({ to }) => to === 'firing') ??
    steps.find(({ at }) => at.getTime() === alert.firedAt?.getTime());
  const isOver = alert.state === 'resolved';
  return {
    councilId: alert.councilId,
    metric: alert.metric,
    seriesKey: alert.seriesKey,
    openedBy: alert.openedBy,
    openedAt: alert.openedAt,
    firedBy: alert.firedAt === null ? null : (fired?.period ?? alert.period),
    firedAt: alert.firedAt,
    clearedBy: isOver ? alert.period : null,
    clearedAt: alert.resolvedAt,
    state: alert.state,
    noData: alert.noData,
    why: (fired ?? steps[0])?.reason ?? alert.why,
    steps: steps
      .slice(0, MOST_STEPS)
      .map(({ at, period, to, noData }) => ({ at, period, to, noData })),
  };
}

function firedOf(
  episodes: readonly BackTestEpisode[],
): Pick<BackTestedCouncil, 'fired' | 'onlyWaited' | 'firedByYear' | 'episodes'> {
  const fired = episodes.filter(({ firedAt }) => firedAt !== null);
  const years = new Map<number, number>();
  for (const { firedAt } of fired) {
    const year = firedAt ? Number(londonDay(firedAt).slice(0, 4)) : NaN;
    years.set(year, (years.get(year) ?? 0) + 1);
  }
  return {
    fired: fired.length,
    onlyWaited: episodes.length - fired.length,
    firedByYear: [...years].map(([year, count]) => ({ year, fired: count })),
    episodes: fired.slice(0, MOST_EPISODES),
  };
}

/** How much was judged, and what chance alone would bring of it in a year. */
function summaryOf(
  { rule, programme, now }: World,
  { councilId, extensions }: CouncilRecord,
  { histories }: Tried,
): Pick<BackTestedCouncil, 'councilId' | 'series' | 'from' | 'to' | 'chance'> {
  if (rule.condition.kind === 'return-missing') {
    const owed = monthsOwed(programme, { councilId, extensions, now });
    const periods = owed.map(({ period }) => period);
    return { councilId, series: owed.length, ...spanOf(periods), chance: null };
  }
  const watched = rule.metrics.flatMap((code) => histories.get(code)?.at(now.getTime()) ?? []);
  return {
    councilId,
    series: watched.length,
    ...spanOf(watched.flatMap(({ input }) => input.points.map(({ period }) => period))),
    chance: chanceOf(rule, watched),
  };
}

const spanOf = (
  periods: readonly { readonly start: Day; readonly end: Day }[],
): { readonly from: Day | null; readonly to: Day | null } =>
  periods.reduce<{ from: Day | null; to: Day | null }>(
    ({ from, to }, { start, end }) => ({
      from: from === null || start < from ? start : from,
      to: to === null || end > to ? end : to,
    }),
    { from: null, to: null },
  );

/** Of the rules that are control charts: each series that has its baseline may raise false alarms. */
function chanceOf({ condition }: AlertRule, watched: readonly WatchedSeries[]): number | null {
  const against =
    condition.kind === 'getting-worse'
      ? 'mean'
      : condition.kind === 'off-trajectory'
        ? 'plan'
        : null;
  if (against === null) return null;
  return watched.reduce((sum, series) => {
    const baseline = series.monitored()?.baseline;
    return baseline ? sum + falseAlarmShare(against, baseline) : sum;
  }, 0);
}

/** Whether a rule compares councils with each other, so that it needs the figures of all of them at once. */
export const comparesCouncils = ({ condition }: AlertRule): boolean =>
  condition.kind === 'unlike-the-others';
