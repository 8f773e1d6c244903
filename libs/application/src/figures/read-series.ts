import { scopeOf, type Reader, type Scope } from '#domain/access';
import type { Metric } from '#domain/metrics';
import { TOTAL, type Revision } from '#domain/observations';
import { londonDay, monthsBeforeDay, type Day, type Period } from '#domain/periods';
import { isParticipating, type Council } from '#domain/register';
import type {
  UnitOfWork,
  Clock,
  FigureHistoryLine,
  FigureReadModel,
  Programme,
  ProgrammeSource,
} from '../ports/index.js';
import { addUpAreas } from './add-up-areas.js';
import { areaFrom, councilArea } from './areas.js';
import { mayReadFigures } from './may-read-figures.js';
import { recordFiguresRead } from './record-figures-read.js';
import { figuresByMetric, pointsOf } from './points-of.js';
import { monthsLookedBack, storedCodes } from './stored-codes.js';
import type { Area, SeriesPoint, SeriesQuestion, SeriesView } from './series-types.js';

export type FigurePorts = {
  readonly figures: FigureReadModel;
  readonly programme: ProgrammeSource;
  readonly clock: Clock;
  readonly unitOfWork: UnitOfWork;
};

type Ask = {
  readonly scope: Scope;
  readonly programme: Programme;
  readonly metrics: readonly Metric[];
  readonly councilIds: 'all' | readonly number[];
  readonly breakdown: string;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly asKnownAt: Date | null;
};

/** Stored figures of these metrics, by council, in one statement; a read of pre-publication measures is recorded. */
export async function readStored(
  ports: FigurePorts,
  ask: Ask,
): Promise<ReadonlyMap<number, readonly Revision[]>> {
  const back = Math.max(0, ...ask.metrics.map(monthsLookedBack));
  const revisions = await ports.figures.figures(ask.scope, {
    programmeId: ask.programme.register.programmeId,
    metrics: [...new Set(ask.metrics.flatMap(storedCodes))],
    councilIds: ask.councilIds,
    breakdown: ask.metrics.every((metric) => metric.type === 'measure') ? TOTAL : ask.breakdown,
    from: ask.from && monthsBeforeDay(ask.from, back),
    to: ask.to,
    now: ports.clock.now(),
    asKnownAt: ask.asKnownAt,
  });
  if (revisions.length > 0) await recordFiguresRead(ports, ask);
  const byCouncil = new Map<number, Revision[]>();
  for (const revision of revisions) {
    const list = byCouncil.get(revision.councilId);
    if (list) list.push(revision);
    else byCouncil.set(revision.councilId, [revision]);
  }
  return byCouncil;
}

/** When a measure applies to a council: always, or while it takes part in the reform that the measure belongs to. */
export const appliesTo =
  (programme: Programme, metric: Metric, councilId: number) =>
  (period: Period): boolean =>
    metric.type !== 'measure' ||
    metric.askedOf === 'all' ||
    isParticipating(programme.register, councilId, metric.askedOf, period);

const inWindow = (
  points: readonly SeriesPoint[],
  ask: Pick<Ask, 'from'>,
): readonly SeriesPoint[] =>
  ask.from === null ? points : points.filter((point) => point.period.start >= (ask.from ?? ''));

/** One metric of one area: a council's own figures, or an area's added up with its coverage. */
export class ReadSeries {
  constructor(private readonly ports: FigurePorts) {}

  /** Null when the metric or the area is not known, or the reader has no figures at all. */
  async run(reader: Reader, question: SeriesQuestion): Promise<SeriesView | null> {
    const programme = await this.ports.programme.current();
    const scope = scopeOf(reader);
    const metric = programme.metrics.find((candidate) => candidate.code === question.metric);
    const area = areaFrom(programme.register, question.area, londonDay(this.ports.clock.now()));
    if (!metric || !area || !mayReadFigures(scope)) return null;
    const breakdown = question.breakdown ?? TOTAL;
    const councilIds = area.kind === 'council' ? [area.councilId] : area.councilIds;
    const ask: Ask = { ...question, scope, programme, metrics: [metric], councilIds, breakdown };
    const byCouncil = await readStored(this.ports, ask);
    const councils = councilIds.map((id) =>
      inWindow(
        pointsOf(metric, byCouncil.get(id) ?? [], breakdown, appliesTo(programme, metric, id)),
        ask,
      ),
    );
    const points =
      area.kind === 'council'
        ? (councils[0] ?? [])
        : this.areaPoints({ metric, area, scope, programme }, councils);
    return { metric, area, breakdown, points };
  }

  /** Live area figures are for readers who see every member; a total less one's own figure is the neighbour's. */
  private areaPoints(
    of: { metric: Metric; area: Area; scope: Scope; programme: Programme },
    councils: readonly (readonly SeriesPoint[])[],
  ): readonly SeriesPoint[] {
    const seesAll =
      of.metric.type === 'published' || of.scope.anyStatus === 'all' || of.scope.approved === 'all';
    if (!seesAll) return [];
    const members = new Set(
      of.programme.register.memberships.map((membership) => membership.councilId),
    );
    const expected =
      of.metric.type === 'published' || of.area.kind === 'council'
        ? councils.length
        : of.area.councilIds.filter((id) => members.has(id)).length;
    return addUpAreas(of.metric, councils, expected);
  }
}

export type MetricQuestion = {
  readonly metric: string;
  readonly breakdown: string | null;
  readonly from: Day | null;
  readonly to: Day | null;
  /** Only councils of the programme; otherwise every council that has figures in scope. */
  readonly inProgramme: boolean;
  readonly asKnownAt: Date | null;
};

const collator = new Intl.Collator('en-GB');
export const byName = (a: Council, b: Council): number => collator.compare(a.name, b.name);

/** Every council's series of one metric, A to Z, in one statement. There is no other order. */
export class ReadSeriesByMetric {
  constructor(private readonly ports: FigurePorts) {}

  async run(
    reader: Reader,
    question: MetricQuestion,
  ): Promise<{ metric: Metric; series: readonly SeriesView[] } | null> {
    const programme = await this.ports.programme.current();
    const scope = scopeOf(reader);
    const metric = programme.metrics.find((candidate) => candidate.code === question.metric);
    if (!metric || !mayReadFigures(scope)) return null;
    const members = new Set(
      programme.register.memberships.map((membership) => membership.councilId),
    );
    const breakdown = question.breakdown ?? TOTAL;
    const ask: Ask = {
      scope,
      programme,
      metrics: [metric],
      councilIds: question.inProgramme ? [...members] : 'all',
      ...question,
      breakdown,
    };
    const byCouncil = await readStored(this.ports, ask);
    const councils = programme.register.councils.filter((council) =>
      question.inProgramme ? members.has(council.id) : council.endedOn === null,
    );
    const series = [...councils].sort(byName).map((council) => ({
      metric,
      area: councilArea(council),
      breakdown,
      points: inWindow(
        pointsOf(
          metric,
          byCouncil.get(council.id) ?? [],
          breakdown,
          appliesTo(programme, metric, council.id),
        ),
        question,
      ),
    }));
    return { metric, series };
  }
}

/** Every measure and published metric of one council that has figures, in one statement. */
export class ReadCouncilFigures {
  constructor(private readonly ports: FigurePorts) {}

  async run(
    reader: Reader,
    question: {
      councilId: number;
      metrics: readonly string[] | null;
      from: Day | null;
      to: Day | null;
      asKnownAt: Date | null;
    },
  ): Promise<readonly SeriesView[]> {
    const programme = await this.ports.programme.current();
    const scope = scopeOf(reader);
    const council = programme.register.councils.find(
      (candidate) => candidate.id === question.councilId,
    );
    if (!council || !mayReadFigures(scope)) return [];
    const metrics = programme.metrics.filter((metric) =>
      question.metrics ? question.metrics.includes(metric.code) : metric.type !== 'box',
    );
    const byCouncil = await readStored(this.ports, {
      scope,
      programme,
      ...question,
      metrics,
      councilIds: [council.id],
      breakdown: TOTAL,
    });
    const ownOf = figuresByMetric(byCouncil.get(council.id) ?? []);
    return metrics
      .map((metric) => ({
        metric,
        area: councilArea(council),
        breakdown: TOTAL,
        points: inWindow(
          pointsOf(metric, ownOf(metric), TOTAL, appliesTo(programme, metric, council.id)),
          question,
        ),
      }))
      .filter((series) => series.points.length > 0);
  }
}

export type FigureRevision = FigureHistoryLine & { readonly label: string };

/** Every revision behind one figure: of the metric itself, or of the boxes that a measure is worked out from. */
export class ReadFigureHistory {
  constructor(private readonly ports: FigurePorts) {}

  async run(
    reader: Reader,
    cell: { councilId: number; metric: string; period: string; breakdown: string | null },
  ): Promise<readonly FigureRevision[]> {
    const programme = await this.ports.programme.current();
    const scope = scopeOf(reader);
    const metric = programme.metrics.find((candidate) => candidate.code === cell.metric);
    if (!metric || !mayReadFigures(scope)) return [];
    const lines = await this.ports.figures.history(scope, {
      programmeId: programme.register.programmeId,
      councilId: cell.councilId,
      metrics: storedCodes(metric),
      period: cell.period,
      breakdown: cell.breakdown ?? TOTAL,
      now: this.ports.clock.now(),
    });
    const titles = new Map(programme.metrics.map((m) => [m.code, m.title]));
    return lines.map((line) => ({ ...line, label: titles.get(line.metric) ?? line.metric }));
  }
}
