import { countFault, isBeyond } from './counts.js';
import { isListOfRecords, isRecord } from '../outside-shapes.js';

const Z95 = 1.959964;
const Z998 = 3.090232;
const TRIM = 0.1;

/** One council: how many of how many. Null: not known. */
export type FunnelUnit = {
  readonly unit: string;
  readonly numerator?: number | null;
  readonly denominator?: number | null;
};

export type FunnelCase = {
  readonly units: readonly FunnelUnit[];
  readonly options?: {
    /** The part of the standardised values at each end that over-dispersion is not measured by. 0 to below 0.5; default 0.1. */
    readonly trimBy?: number | null;
    /** How many standard deviations the limits are away; default 1.959964 and 3.090232. */
    readonly z95?: number | null;
    readonly z998?: number | null;
    /** A unit with a smaller denominator is left out of everything. Default: only those without any. */
    readonly minDenominator?: number | null;
  } | null;
};

/** `DUPLICATE_UNITS`: a name twice. The others as for `rateChart`. */
export type FunnelError =
  'DUPLICATE_UNITS' | 'INVALID_COUNTS' | 'INVALID_VALUE' | 'INVALID_OPTION' | 'INVALID_INPUT';

/** Values and limits are proportions; `ll`, `ul` binomial limits, `odll`, `odul` widened by the over-dispersion. */
export type FunnelResultUnit = {
  readonly unit: string;
  readonly value: number;
  readonly z: number;
  readonly zWinsorised: number;
  readonly ll95: number;
  readonly ul95: number;
  readonly ll998: number;
  readonly ul998: number;
  readonly odll95: number;
  readonly odul95: number;
  readonly odll998: number;
  readonly odul998: number;
  readonly outlier998: boolean;
  readonly outlier95: boolean;
};

export type FunnelResult = {
  /** The pooled proportion; null with no unit. */
  readonly target: number | null;
  /** Over-dispersion: the mean square of the winsorised standardised values; null with no unit. */
  readonly phi: number | null;
  /** Variance between units on the scale of the arcsine; used where `overdispersed`. */
  readonly tau2: number | null;
  readonly overdispersed: boolean;
  /** By name; never a rank. */
  readonly units: readonly FunnelResultUnit[];
  /** Names of units that were left out for their denominator, or for a number not known. */
  readonly omitted: readonly string[];
};

type Known = { readonly unit: string; readonly numerator: number; readonly denominator: number };

/**
 * A funnel of proportions at one time: which units lie further from the pooled proportion than their size and the usual
 * differences between units explain. Arcsine scale; over-dispersion from standardised values winsorised at their 10% and 90%
 * quantiles, added to the variance when φ is over 1. Never NaN: one unit, or none with a case, gives φ = τ² = 0.
 * Source: Spiegelhalter 2005; FunnelPlotR 0.6.0 for proportions.
 */
export function funnel(input: FunnelCase): FunnelResult | { readonly error: FunnelError } {
  const fault = faultOf(input);
  if (fault) return { error: fault };
  const { trimBy, z95, z998, minDenominator } = settingsOf(input.options);
  const known = knownUnits(input.units, minDenominator);
  const named = new Set(known.map(({ unit }) => unit));
  const omitted = input.units.map(({ unit }) => unit).filter((unit) => !named.has(unit));
  omitted.sort(byName);
  const below = known.reduce((sum, { denominator }) => sum + denominator, 0);
  const target = known.reduce((sum, { numerator }) => sum + numerator, 0) / below;
  if (!Number.isFinite(target))
    return { target: null, phi: null, tau2: null, overdispersed: false, units: [], omitted };
  const centre = Math.asin(Math.sqrt(target));
  const z = known.map((unit) => standardised(unit, centre));
  const winsorised = winsorise(z, trimBy);
  const phi = winsorised.reduce((sum, value) => sum + value * value, 0) / known.length;
  const tau2 = betweenVariance(known, phi);
  const overdispersed = phi > 1;
  const spread = { centre, extra: overdispersed ? tau2 : 0 };
  const units = known.map((unit, index): FunnelResultUnit => {
    const value = unit.numerator / unit.denominator;
    const plain = (times: number) =>
      limitsAt(unit.denominator, times, { centre: spread.centre, extra: 0 });
    const wide = (times: number) => limitsAt(unit.denominator, times, spread);
    const [[ll95, ul95], [ll998, ul998]] = [plain(z95), plain(z998)];
    const [[odll95, odul95], [odll998, odul998]] = [wide(z95), wide(z998)];
    return {
      ...{ unit: unit.unit, value, z: z[index] ?? 0, zWinsorised: winsorised[index] ?? 0 },
      ...{ ll95, ul95, ll998, ul998, odll95, odul95, odll998, odul998 },
      outlier998: isBeyond(value, [odll998, odul998]),
      outlier95: isBeyond(value, [odll95, odul95]),
    };
  });
  return { target, phi, tau2, overdispersed, units, omitted };
}

/** Limits of a funnel at a number of cases, 95% and 99.8%, lower and upper; widened where over-dispersed. Proportions. */
export type FunnelLimits = {
  readonly odll95: number;
  readonly odul95: number;
  readonly odll998: number;
  readonly odul998: number;
};

/**
 * The limits of a funnel at any number of cases (1 or more): its curves. At the denominator of a unit they are the unit's own, by the
 * default distances. Null for a funnel of no units.
 */
export function funnelLimits(
  { target, tau2, overdispersed }: Pick<FunnelResult, 'target' | 'tau2' | 'overdispersed'>,
  denominator: number,
): FunnelLimits | null {
  if (target === null || tau2 === null || !(denominator >= 1)) return null;
  const spread = { centre: Math.asin(Math.sqrt(target)), extra: overdispersed ? tau2 : 0 };
  const [odll95, odul95] = limitsAt(denominator, Z95, spread);
  const [odll998, odul998] = limitsAt(denominator, Z998, spread);
  return { odll95, odul95, odll998, odul998 };
}

const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const settingsOf = (options: FunnelCase['options']) => ({
  trimBy: options?.trimBy ?? TRIM,
  z95: options?.z95 ?? Z95,
  z998: options?.z998 ?? Z998,
  minDenominator: options?.minDenominator ?? 0,
});

function knownUnits(units: readonly FunnelUnit[], fewest: number): readonly Known[] {
  return units
    .flatMap(({ unit, numerator, denominator }) =>
      typeof numerator === 'number' &&
      typeof denominator === 'number' &&
      denominator > 0 &&
      denominator >= fewest
        ? [{ unit, numerator, denominator }]
        : [],
    )
    .sort((a, b) => byName(a.unit, b.unit));
}

/** On the arcsine scale the standard deviation is 1/(2√n), whatever the proportion. */
const standardised = ({ numerator, denominator }: Known, centre: number): number =>
  (Math.asin(Math.sqrt(numerator / denominator)) - centre) * 2 * Math.sqrt(denominator);

function winsorise(values: readonly number[], trimBy: number): readonly number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [quantile(sorted, trimBy), quantile(sorted, 1 - trimBy)];
  return values.map((value) => Math.min(high, Math.max(low, value)));
}

/** Linear between the order statistics (type 7 of Hyndman and Fan 1996). */
function quantile(sorted: readonly number[], part: number): number {
  const at = (sorted.length - 1) * part;
  const low = sorted[Math.floor(at)] ?? 0;
  const high = sorted[Math.ceil(at)] ?? low;
  return low + (at - Math.floor(at)) * (high - low);
}

/** DerSimonian and Laird's moment estimate. */
function betweenVariance(units: readonly Known[], phi: number): number {
  const excess = units.length * phi - (units.length - 1);
  const weights = units.map(({ denominator }) => 4 * denominator);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const squares = weights.reduce((total, weight) => total + weight * weight, 0);
  const information = sum - squares / sum;
  const variance = excess / information;
  return units.length > 1 && excess > 0 && Number.isFinite(variance) ? variance : 0;
}

function limitsAt(
  denominator: number,
  times: number,
  { centre, extra }: { readonly centre: number; readonly extra: number },
): readonly [number, number] {
  const reach = times * Math.sqrt(1 / (4 * denominator) + extra);
  return [proportionAt(centre - reach), proportionAt(centre + reach)];
}

const proportionAt = (angle: number): number =>
  angle < 0 ? 0 : angle > Math.PI / 2 ? 1 : Math.sin(angle) ** 2;

function faultOf(input: FunnelCase): FunnelError | null {
  if (!isRecord(input) || !isListOfRecords(input.units)) return 'INVALID_INPUT';
  const { units, options } = input;
  if (units.some(({ unit }) => typeof unit !== 'string')) return 'INVALID_INPUT';
  const { trimBy, z95, z998, minDenominator } = settingsOf(options);
  const good =
    [trimBy, z95, z998, minDenominator].every(Number.isFinite) &&
    trimBy >= 0 &&
    trimBy < 0.5 &&
    Math.min(z95, z998) > 0 &&
    minDenominator >= 0;
  if (!good) return 'INVALID_OPTION';
  if (new Set(units.map(({ unit }) => unit)).size < units.length) return 'DUPLICATE_UNITS';
  return units.reduce<FunnelError | null>((fault, unit) => fault ?? countFault(unit, true), null);
}
