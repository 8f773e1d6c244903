import type { XmrLimits } from './xmr-limits.js';
import type { ImprovementDirection, PointType, RuleHit } from './xmr-types.js';

/** Differences from the mean or a limit within this part of the largest value are noise of the arithmetic. */
export const NOISE = 1e-9;

export type Rules = {
  readonly improvementDirection: ImprovementDirection;
  readonly trendLength: number;
  readonly shiftLength: number;
};

export type Marked = {
  readonly outsideLimits: boolean | null;
  readonly relativeToMean: -1 | 0 | 1;
  readonly closeToLimits: boolean | null;
  readonly rulesHit: readonly RuleHit[];
};

type Centre = { readonly mean: number; readonly limits: XmrLimits | null };
export type Sign = -1 | 0 | 1;

/** Where a value lies: on which side of the centre (0: on it), and beyond the limits, or else beyond the near ones. */
export type Place = { readonly side: Sign; readonly outside: boolean; readonly close: boolean };

/**
 * Marks each value of one group, in order of time: beyond the limits; in a trend; one of two in three near a limit; in a
 * shift. Values within noise of the mean or a limit lie on it; trends compare the values themselves. One pass a rule.
 * Source: NHSRplotthedots 0.2.2.
 */
export function markGroup(
  values: readonly number[],
  { mean, limits }: Centre,
  rules: Rules,
): readonly Marked[] {
  const noise = NOISE * values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const places = values.map((value) => placeOf(value, { mean, limits }, noise));
  const steps = values.slice(1).map((value, index) => signOf(value - (values[index] ?? value), 0));
  const hits = rulesHitBy(places, steps, rules);
  return places.map(({ side, outside, close }, index) => ({
    outsideLimits: limits && outside,
    relativeToMean: side,
    closeToLimits: limits && close,
    rulesHit: hits[index] ?? [],
  }));
}

/**
 * The rules that each point of one group is part of, in order of precedence, from where the points lie and which way each step
 * from one to the next goes (one fewer than points; 0 breaks a trend).
 */
export function rulesHitBy(
  places: readonly Place[],
  steps: readonly Sign[],
  rules: Rules,
): readonly (readonly RuleHit[])[] {
  const trend = trendsOf(steps, rules.trendLength, places.length);
  const near = twoInThree(places);
  const sides = places.map(({ side }) => side);
  const shift = covered(runsOf(sides, rules.shiftLength), places.length);
  const hit = (name: string, direction: Sign): RuleHit => ({
    specialCauseType: name,
    pointType: typeOf(direction, rules.improvementDirection),
  });
  return places.map(({ side, outside }, index) => {
    const above: Sign = side === 1 ? 1 : -1;
    const rising = directionAt(steps, trend, index);
    return [
      outside && hit(above === 1 ? 'Above UCL' : 'Below LCL', above),
      trend[index] &&
        hit(
          `${rules.trendLength} Point Trend (${rising === 1 ? 'Increasing' : 'Decreasing'})`,
          rising,
        ),
      near[index] && hit(`2 in 3 ${above === 1 ? 'Above' : 'Below'} CL`, above),
      shift[index] &&
        hit(`${rules.shiftLength} Points ${above === 1 ? 'Above' : 'Below'} CL`, above),
    ].filter((found) => typeof found === 'object');
  });
}

/** 0 within the noise of the arithmetic. */
export const signOf = (difference: number, noise: number): Sign =>
  Math.abs(difference) <= noise ? 0 : difference > 0 ? 1 : -1;

/** Where a value lies; differences within `noise` are none. */
export function placeOf(value: number, { mean, limits }: Centre, noise: number): Place {
  const side = signOf(value - mean, noise);
  if (!limits) return { side, outside: false, close: false };
  const beyond = (lower: number, upper: number): boolean =>
    signOf(value - upper, noise) === 1 || signOf(value - lower, noise) === -1;
  const outside = beyond(limits.lower, limits.upper);
  return { side, outside, close: !outside && beyond(limits.nearLower, limits.nearUpper) };
}

type Stretch = readonly [first: number, last: number];

/** The stretches of one sign, not 0, that are at least this long. */
function runsOf(signs: readonly Sign[], atLeast: number): readonly Stretch[] {
  const runs: Stretch[] = [];
  let start = 0;
  for (let index = 1; index <= signs.length; index += 1) {
    if (signs[index] === signs[start]) continue;
    if (signs[start] !== 0 && index - start >= atLeast) runs.push([start, index - 1]);
    start = index;
  }
  return runs;
}

function covered(stretches: readonly Stretch[], length: number): readonly boolean[] {
  const flags = new Array<boolean>(length).fill(false);
  for (const [first, last] of stretches) flags.fill(true, first, last + 1);
  return flags;
}

/** K points that rise or fall are K − 1 steps of one sign. */
function trendsOf(steps: readonly Sign[], length: number, points: number): readonly boolean[] {
  const runs = runsOf(steps, length - 1);
  return covered(
    runs.map(([first, last]) => [first, last + 1]),
    points,
  );
}

/**
 * A point takes the direction of the step after it while that leads to another point of a trend, else of the step before it:
 * the last point of a rise, followed by an equal value that starts a fall, is named with the fall, as the package does.
 */
function directionAt(steps: readonly Sign[], trend: readonly boolean[], index: number): Sign {
  const step = trend[index + 1] ? steps[index] : steps[index - 1];
  return step === 1 ? 1 : -1;
}

/** Three on one side of the mean, at least two of them close to the limits: those that are close. */
function twoInThree(places: readonly Place[]): readonly boolean[] {
  const flags = new Array<boolean>(places.length).fill(false);
  for (let index = 2; index < places.length; index += 1) {
    const three = places.slice(index - 2, index + 1);
    const side = three[0]?.side ?? 0;
    if (side === 0 || three.some((place) => place.side !== side)) continue;
    if (three.filter(({ close }) => close).length < 2) continue;
    for (const [offset, { close }] of three.entries()) if (close) flags[index - 2 + offset] = true;
  }
  return flags;
}

function typeOf(direction: Sign, better: ImprovementDirection): PointType {
  if (better === 'neutral')
    return direction === 1 ? 'special_cause_neutral_high' : 'special_cause_neutral_low';
  return (direction === 1) === (better === 'increase')
    ? 'special_cause_improvement'
    : 'special_cause_concern';
}
