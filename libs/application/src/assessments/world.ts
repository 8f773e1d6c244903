import { ASSESSMENT_OPTIONS } from '#domain/assessment';
import type { Metric } from '#domain/metrics';
import type { Revision } from '#domain/observations';
import { pointsOf } from '../figures/points-of.js';
import { appliesTo } from '../figures/read-series.js';
import type { SeriesPoint } from '../figures/series-types.js';
import { storedCodes } from '../figures/stored-codes.js';
import { TOTAL } from '#domain/observations';
import { expectedPeriods, type ExpectedPeriod } from '../judgement/expected-periods.js';
import type {
  DecidedOfSeries,
  Digests,
  GrantedExtension,
  NeighbourOf,
  Programme,
  Stores,
} from '../ports/index.js';

/** Everything but figures that assessments are made from, read once for many of them. */
export type World = {
  readonly programme: Programme;
  readonly digests: Digests;
  readonly now: Date;
  readonly decided: DecidedOfSeries;
  readonly extensions: readonly GrantedExtension[];
  readonly neighbours: readonly NeighbourOf[];
  readonly members: ReadonlySet<number>;
  /** The periods of each published metric that are out: the same for every council. */
  readonly out: Map<string, readonly ExpectedPeriod[]>;
};

/** What of it one council's series is made from. */
export type Setting = Pick<World, 'programme' | 'now' | 'decided' | 'extensions' | 'out'>;

/** The points of each council that has figures of a metric. */
export type PointsByCouncil = ReadonlyMap<number, readonly SeriesPoint[]>;

export const OPTIONS = ASSESSMENT_OPTIONS;

export async function readWorld(
  stores: Stores,
  given: Pick<World, 'programme' | 'digests' | 'now'>,
  councilIds: 'all' | readonly number[],
): Promise<World> {
  const { register, startsOn } = given.programme;
  const { programmeId } = register;
  return {
    ...given,
    decided: await stores.assessments.decided(programmeId, councilIds),
    extensions: await stores.permissions.extensionsFrom(programmeId, startsOn),
    neighbours: await stores.assessments.neighbours(),
    members: new Set(register.memberships.map(({ councilId }) => councilId)),
    out: new Map(),
  };
}

/** What is assessed: measures, and published metrics that figures are held of. Boxes are the parts of measures. */
export const assessedMetrics = ({ metrics }: Programme): readonly Metric[] =>
  metrics.filter(
    (metric) => metric.type === 'measure' || (metric.type === 'published' && metric.loaded),
  );

/** The metrics that a stored code is part of. */
export function metricsByCode(programme: Programme): ReadonlyMap<string, readonly Metric[]> {
  const found = new Map<string, Metric[]>();
  for (const metric of assessedMetrics(programme))
    for (const code of storedCodes(metric)) found.set(code, [...(found.get(code) ?? []), metric]);
  return found;
}

/** Stored figures of many councils, as each council's points of a metric. */
export function pointsByCouncil(
  programme: Programme,
  metric: Metric,
  figures: readonly Revision[],
): PointsByCouncil {
  const byCouncil = new Map<number, Revision[]>();
  for (const figure of figures) {
    const list = byCouncil.get(figure.councilId);
    if (list) list.push(figure);
    else byCouncil.set(figure.councilId, [figure]);
  }
  return new Map(
    [...byCouncil].map(([councilId, own]) => [
      councilId,
      pointsOf(metric, own, TOTAL, appliesTo(programme, metric, councilId)),
    ]),
  );
}

/** The periods for which a council's series was to have a figure by now. */
export function expectedNow(world: Setting, metric: Metric, councilId: number) {
  const { programme, now } = world;
  const of = {
    councilId,
    now,
    extensions: world.extensions.filter((one) => one.councilId === councilId),
  };
  if (metric.type !== 'published') return due(expectedPeriods(programme, metric, of), now);
  const kept = world.out.get(metric.code) ?? due(expectedPeriods(programme, metric, of), now);
  world.out.set(metric.code, kept);
  const { endedOn } = programme.register.councils.find(({ id }) => id === councilId) ?? {};
  return kept.filter(({ period }) => !endedOn || period.start < endedOn);
}

const due = (expected: readonly ExpectedPeriod[], now: Date): readonly ExpectedPeriod[] =>
  expected.filter(({ expectedBy }) => expectedBy <= now);
