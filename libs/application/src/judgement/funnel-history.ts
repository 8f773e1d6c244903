import { ASSESSMENT_OPTIONS, assessFunnel, numberOf, type JudgedPoint } from '#domain/assessment';
import type { FunnelPlace, UnlikeTheOthers, Watched } from '#domain/judgement';
import type { Metric } from '#domain/metrics';
import {
  isMonth,
  monthOfDay,
  monthsBefore,
  periodFrom,
  periodKey,
  type Period,
} from '#domain/periods';
import type { Programme } from '../ports/index.js';
import { dueMoment, workingDaysLater } from './calendar-memory.js';
import type { PointHistory } from './point-history.js';
import { MATURES_AFTER } from './standing-at.js';

/** A council's series of a funnel's metric, and of the metric that its counts are a part of. */
export type FunnelMember = {
  readonly councilId: number;
  readonly part: PointHistory;
  readonly whole: PointHistory | null;
};

type Counts = { readonly period: Period; readonly numerator: number; readonly denominator: number };
type Places = readonly { readonly period: Period; readonly of: ReadonlyMap<number, FunnelPlace> }[];

const PERCENT = 100;
const MONTHS_IN_QUARTER = 3;

/**
 * Where every council lay in the funnels of a metric, as known at moment after moment. Published years are judged as they
 * stand; months are pooled by quarter, each judged from the moment on at which its provisional figures have matured, so that all
 * councils are compared at once, and again each quarter after it.
 */
export class FunnelHistory {
  private readonly placesAt = new Map<number, Places>();

  /** `moments`: those at which the funnels are judged, in milliseconds since 1970. */
  constructor(
    metric: Metric,
    private readonly members: readonly FunnelMember[],
    of: { readonly rule: UnlikeTheOthers; readonly moments: readonly number[] },
  ) {
    for (const moment of [...of.moments].sort((a, b) => a - b))
      this.placesAt.set(moment, this.placesOf(metric, of.rule, moment));
  }

  /** One council's places, oldest first, as of the last judged moment by then. */
  of(councilId: number, moment: number): Watched['funnels'] {
    const judged = [...this.placesAt.keys()].findLast((at) => at <= moment);
    const places = judged === undefined ? [] : (this.placesAt.get(judged) ?? []);
    return places.map(({ period, of }) => ({ period, place: of.get(councilId) ?? null }));
  }

  private placesOf(metric: Metric, rule: UnlikeTheOthers, moment: number): Places {
    const byPeriod = new Map<string, { period: Period; units: (Counts & { unit: string })[] }>();
    for (const { councilId, part, whole } of this.members) {
      const counts = countsOf(part.at(moment), whole ? whole.at(moment) : null);
      for (const one of pooled(counts)) {
        const key = periodKey(one.period);
        const found = byPeriod.get(key) ?? { period: one.period, units: [] };
        found.units.push({ ...one, unit: String(councilId) });
        byPeriod.set(key, found);
      }
    }
    return [...byPeriod.values()]
      .sort((a, b) => (a.period.start < b.period.start ? -1 : 1))
      .map(({ period, units }) => ({ period, of: placesIn(metric, rule, { period, units }) }));
  }
}

/**
 * The moments at which the months of a metric are judged in funnels: for each quarter that of its last month, ten working days
 * after it was due. In milliseconds since 1970, up to now.
 */
export function quarterMoments(programme: Programme, now: Date): readonly number[] {
  const moments: number[] = [];
  const [first] = programme.register.memberships.map(({ from }) => from).sort();
  for (let month = monthOfDay(first ?? programme.startsOn); ; month = monthsBefore(month, -1)) {
    const at = workingDaysLater(programme, dueMoment(programme, month), MATURES_AFTER);
    if (at > now) return moments;
    if (Number(month.start.slice(5, 7)) % MONTHS_IN_QUARTER === 0) moments.push(at.getTime());
  }
}

/** How many of how many in each period: a percentage's own counts, or one count as a part of another. */
function countsOf(
  part: readonly JudgedPoint[],
  whole: readonly JudgedPoint[] | null,
): readonly Counts[] {
  const wholes = new Map((whole ?? []).map((point) => [periodKey(point.period), numberOf(point)]));
  return part.flatMap((point): Counts[] => {
    const counts = whole
      ? [numberOf(point), wholes.get(periodKey(point.period)) ?? null]
      : ownCounts(point);
    const [numerator = null, denominator = null] = counts;
    return numerator === null || denominator === null || numerator > denominator
      ? []
      : [{ period: point.period, numerator, denominator }];
  });
}

const ownCounts = ({ state, numerator, denominator }: JudgedPoint): readonly (number | null)[] =>
  state === 'value' && numerator !== null && denominator !== null
    ? [Number(numerator), Number(denominator)]
    : [];

/** Months together by quarter, where all three are there; other periods as they are. */
function pooled(counts: readonly Counts[]): readonly Counts[] {
  const quarters = new Map<string, Counts[]>();
  for (const one of counts.filter(({ period }) => isMonth(period))) {
    const key = `${one.period.timePeriod} ${quarterOf(one.period)}`;
    quarters.set(key, [...(quarters.get(key) ?? []), one]);
  }
  const whole = [...quarters.values()].flatMap((months): Counts[] => {
    const [first] = months;
    const period = first && periodFrom(first.period.timePeriod, quarterOf(first.period));
    if (!period?.ok || months.length < MONTHS_IN_QUARTER) return [];
    return [
      {
        period: period.value,
        numerator: months.reduce((sum, { numerator }) => sum + numerator, 0),
        denominator: months.reduce((sum, { denominator }) => sum + denominator, 0),
      },
    ];
  });
  return [...counts.filter(({ period }) => !isMonth(period)), ...whole];
}

const quarterOf = ({ start }: Period): string =>
  `Calendar year Q${Math.ceil(Number(start.slice(5, 7)) / MONTHS_IN_QUARTER)}`;

/** A standardised value once the usual differences between councils are counted as well. Source: Spiegelhalter 2005. */
function spreadZ(
  z: number,
  denominator: number,
  funnel: { readonly overdispersed: boolean; readonly tau2: number | null } | null,
): number {
  const own = 1 / (4 * denominator);
  const between = funnel?.overdispersed ? (funnel.tau2 ?? 0) : 0;
  return z * Math.sqrt(own / (own + between));
}

function placesIn(
  { code, major }: Metric,
  { minimumCases }: UnlikeTheOthers,
  { period, units }: { period: Period; units: readonly (Counts & { readonly unit: string })[] },
): ReadonlyMap<number, FunnelPlace> {
  const { funnel } = assessFunnel(
    {
      metric: { code, major, unit: 'percent' },
      period: periodKey(period),
      minimumCases,
      units: units.map(({ unit, numerator, denominator }) => ({
        unit,
        numerator: String(numerator),
        denominator: String(denominator),
      })),
    },
    ASSESSMENT_OPTIONS,
  );
  const counts = new Map(units.map((one) => [one.unit, one]));
  return new Map(
    (funnel?.units ?? []).flatMap((one) => {
      const own = counts.get(one.unit);
      if (!own) return [];
      const { numerator, denominator } = own;
      const place: FunnelPlace = {
        ...{ numerator, denominator },
        centre: (funnel?.target ?? 0) * PERCENT,
        z: spreadZ(one.z, denominator, funnel),
        outside998: one.outlier998,
        outside95: one.outlier95,
      };
      return [[Number(one.unit), place] as const];
    }),
  );
}
