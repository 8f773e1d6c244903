import { NOISE, placeOf, signOf, type Place, type Sign } from './special-causes.js';
import type { XmrLimits } from './xmr-limits.js';

/** Which way a value is unusual; null where it is usual. */
export type Signal = 'high' | 'low' | null;

/** Consecutive points of a trend, and of a shift. */
const LENGTH = 7;

/**
 * Which way each value, in order of time, was unusual on the day it came: by a rule (beyond a limit, a trend of seven, two of
 * three near a limit, seven on one side) whose points end with it. A later value never changes what is said of an earlier
 * one, so that alerts can rest on it. The limits are given, from a frozen baseline. Source: NHSRplotthedots 0.2.2 for the
 * rules and their precedence.
 */
export function signalsAsTheyCome(values: readonly number[], limits: XmrLimits): readonly Signal[] {
  const noise = NOISE * values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const places = values.map((value) => placeOf(value, { mean: limits.mean, limits }, noise));
  let [onSide, inTrend, step]: [number, number, Sign] = [0, 0, 0];
  return places.map((place, at): Signal => {
    onSide = place.side !== 0 && place.side === places[at - 1]?.side ? onSide + 1 : 1;
    const next = at === 0 ? 0 : signOf((values[at] ?? 0) - (values[at - 1] ?? 0), 0);
    inTrend = next !== 0 && next === step ? inTrend + 1 : 1;
    step = next;
    if (place.outside) return signalOf(place.side);
    if (step !== 0 && inTrend >= LENGTH - 1) return signalOf(step);
    const isShift = place.side !== 0 && onSide >= LENGTH;
    return isShift || isTwoInThree(places.slice(Math.max(0, at - 2), at + 1))
      ? signalOf(place.side)
      : null;
  });
}

const signalOf = (sign: Sign): Signal => (sign === 0 ? null : sign === 1 ? 'high' : 'low');

/** The last of three on one side, two of them near the limit, itself among them. */
function isTwoInThree(three: readonly Place[]): boolean {
  const last = three.at(-1);
  if (three.length < 3 || !last?.close || last.side === 0) return false;
  return (
    three.every(({ side }) => side === last.side) && three.filter(({ close }) => close).length >= 2
  );
}
