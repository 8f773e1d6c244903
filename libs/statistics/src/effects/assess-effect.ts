import {
  aggregate,
  type Aggregates,
  type Effect,
  type EventTimeEffect,
} from './aggregate-effects.js';
import { councilCounts, type CouncilCounts } from './council-counts.js';
import { DEFAULT_SEED, isSeed } from './draws.js';
import {
  LEAST_COUNCILS,
  effectInterval,
  enoughCouncils,
  manyCouncils,
  type EffectInterval,
} from './effect-interval.js';
import { effectLabel, type Better, type CheckOutcome, type EffectChecks } from './effect-label.js';
import type { Labelled } from './effect-label.js';
import { groupTimeCells } from './group-time-cells.js';
import { leaveOneOut, type LeaveOneOut } from './leave-one-out.js';
import type { Design, DesignOptions, Panel, PanelRefusal, Refused } from './panel.js';
import { permute, type PermutationResult } from './permutation-test.js';
import { placeboDate } from './placebo-date.js';
import { preTrend, type PreTrend } from './pre-trend.js';
import { prepareDesign } from './prepare-design.js';
import { twoWayDiagnostic, type TwoWayEffect } from './two-way-fixed-effects.js';

export interface AssessmentCase {
  readonly panel: Panel;
  readonly options: DesignOptions & {
    /** Which direction of the metric is an improvement. */
    readonly better: Better;
    /** Of the intervals; 0.95 when absent. A p counts as rare under one less this. */
    readonly level?: number;
    /** Of the draws; 1 when absent. */
    readonly seed?: number;
  };
  /** Effects on the metrics that must not get worse; `interval` null: not known yet. */
  readonly balancing?: readonly {
    readonly better: Better;
    readonly interval: Pick<EffectInterval, 'lower' | 'upper'> | null;
  }[];
  /** Whether the metric's denominator drifted over the window; absent: not looked at. */
  readonly denominatorDrift?: boolean;
}

export interface ShownEffect extends Effect {
  readonly interval: EffectInterval | null;
}

export interface EffectAssessment extends Labelled {
  readonly councils: CouncilCounts & { readonly used: number; readonly dropped: readonly string[] };
  readonly effect: ShownEffect;
  /** By periods since the start; `band`: intervals that hold together. */
  readonly byPeriod: readonly (ShownEffect &
    EventTimeEffect & { readonly band: EffectInterval | null })[];
  /** Null with too few councils. */
  readonly permutation: PermutationResult | null;
  readonly preTrend: PreTrend | null;
  readonly placeboDate: ShownEffect | null;
  readonly leaveOneOut: LeaveOneOut | null;
  /** `differs`: by more than one standard error, since councils that have started act as comparison there. */
  readonly twoWay: (TwoWayEffect & { readonly differs: boolean }) | null;
  readonly checks: EffectChecks;
  /** What each treated council did: all that there is to show with too few councils. */
  readonly paths: readonly {
    readonly id: string;
    readonly cohort: number;
    readonly y: readonly number[];
  }[];
}

/**
 * All that is shown of a reform's effect on a metric: the effect with its interval, by periods since the start, the
 * permutation p, the checks, and the label with its reasons. With fewer than five councils on either side there is no
 * error, no interval and no p. Effects are in the unit of the outcome. Refusals: PanelRefusal. Sources: Callaway and
 * Sant'Anna (2021); Fisher (1935); the label's rules are the service's own.
 */
export function assessEffect(input: AssessmentCase): EffectAssessment | Refused<PanelRefusal> {
  const { level = 0.95, seed = DEFAULT_SEED, better } = input.options;
  const design = prepareDesign(input);
  if ('error' in design) return design;
  if (!(level > 0 && level < 1) || !isSeed(seed) || !['higher', 'lower'].includes(better))
    return { error: 'INVALID_OPTIONS' };
  const cells = groupTimeCells(design);
  const aggregates = aggregate(design, cells);
  if ('error' in aggregates) return aggregates;
  const counts = councilCounts(design, cells);
  const enough = enoughCouncils(counts.treated, counts.controls);
  const show = shower(level);
  const before = cells.filter(({ time, cohort }) => time + design.anticipation < cohort);
  const placebo = placeboDate(design);
  const found: Found = {
    effect: show(aggregates.simple, counts),
    permutation: enough ? permute(design, seed) : null,
    preTrend: enough ? preTrend(before) : null,
    placeboDate: placebo && show(placebo, placebo),
    leaveOneOut: leaveOneOut(design),
    byPeriod: byPeriod(aggregates, counts, level),
  };
  const rareBelow = 1 - level;
  const checks: EffectChecks = {
    ...checksOf(found),
    enoughCouncils: outcome(enough),
    permutation: rare(found.permutation, counts, rareBelow),
    preTrend: outcome(flatBefore(design, found, counts.controls, rareBelow)),
    balancingMetrics: balanced(input.balancing ?? []),
    denominatorDrift: outcome(
      input.denominatorDrift === undefined ? null : !input.denominatorDrift,
    ),
  };
  return {
    ...effectLabel(aggregates.simple.att, better, checks),
    councils: { ...counts, used: design.units.length, dropped: design.dropped },
    ...found,
    twoWay: compared(twoWayDiagnostic(design), aggregates.simple),
    checks,
    paths: design.units.filter(({ cohort }) => design.cohorts.includes(cohort)).map(pathOf),
  };
}

type Found = Pick<
  EffectAssessment,
  'effect' | 'byPeriod' | 'permutation' | 'preTrend' | 'placeboDate' | 'leaveOneOut'
>;

const checksOf = ({ effect, placeboDate: placebo, leaveOneOut: range }: Found) => ({
  interval: outcome(effect.interval && !holdsNone(effect.interval)),
  placeboDate: outcome(placebo?.interval && holdsNone(placebo.interval)),
  leaveOneOut: outcome(range?.keepsSign),
});

const pathOf = ({ id, cohort, y }: Design['units'][number]) => ({ id, cohort, y });

/** An effect as it may be shown: without an error where there are too few councils. */
const shower =
  (level: number) =>
  ({ att, se }: Effect, counts: CouncilCounts): ShownEffect => {
    const shown = enoughCouncils(counts.treated, counts.controls) ? se : null;
    return { att, se: shown, interval: effectInterval({ att, se: shown, ...counts, level }) };
  };

function byPeriod(
  { dynamic }: Aggregates,
  { controls }: CouncilCounts,
  level: number,
): EffectAssessment['byPeriod'] {
  const show = shower(level);
  const shown = dynamic.by.map((by) => ({
    ...by,
    ...show(by, { treated: by.councils, controls }),
  }));
  const together = Math.max(1, shown.filter(({ interval }) => interval).length);
  return shown.map((by) => ({
    ...by,
    band: effectInterval({ ...by, treated: by.councils, controls, level, together }),
  }));
}

const outcome = (passed: boolean | null | undefined): CheckOutcome =>
  passed === null || passed === undefined ? 'notPossible' : passed ? 'passed' : 'failed';

const holdsNone = ({ lower, upper }: Pick<EffectInterval, 'lower' | 'upper'>): boolean =>
  lower <= 0 && upper >= 0;

/** With many councils on both sides the interval decides, and the permutation p is only shown. */
function rare(
  permutation: PermutationResult | null,
  { treated, controls }: CouncilCounts,
  below: number,
): CheckOutcome {
  if (manyCouncils(treated, controls)) return 'passed';
  return outcome(permutation && permutation.pTwoSided <= below);
}

/**
 * Whether nothing happened before the start. Every band of those periods holds 0; none of their effects is half of the one
 * after, since tests before the start see little; and the joint test does not reject where its chi-squared can be believed:
 * with 20 councils in each cohort and 20 to compare with. With smaller cohorts it rejects far too often, and is only shown.
 * Only periods that enough councils speak of count. Null without one.
 */
function flatBefore(
  { cohorts, units, anticipation }: Design,
  { effect, byPeriod: periods, preTrend: joint }: Found,
  ...[controls, below]: [number, number]
): boolean | null {
  const before = periods.filter(
    ({ key, se, councils }) => key < -anticipation && se !== null && councils >= LEAST_COUNCILS,
  );
  if (before.length === 0) return null;
  const largest = Math.max(...before.map(({ att }) => Math.abs(att)));
  const sizes = cohorts.map((cohort) => units.filter((unit) => unit.cohort === cohort).length);
  const believed = joint && manyCouncils(Math.min(...sizes), controls);
  return (
    before.every(({ band }) => !band || holdsNone(band)) &&
    largest < Math.abs(effect.att) / 2 &&
    !(believed && joint.p < below)
  );
}

function balanced(metrics: NonNullable<AssessmentCase['balancing']>): CheckOutcome {
  const worse = metrics.map(({ better, interval }) => {
    if (!interval) return null;
    return better === 'higher' ? interval.upper < 0 : interval.lower > 0;
  });
  if (worse.includes(true)) return 'failed';
  return worse.length === 0 || worse.includes(null) ? 'notPossible' : 'passed';
}

function compared(twoWay: TwoWayEffect | null, simple: Effect): EffectAssessment['twoWay'] {
  if (!twoWay) return null;
  const differs = simple.se !== null && Math.abs(twoWay.coef - simple.att) > simple.se;
  return { ...twoWay, differs };
}
