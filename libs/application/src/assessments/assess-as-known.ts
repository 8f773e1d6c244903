import { scopeOf, type Reader } from '#domain/access';
import { assessSeries, type SeriesAssessment } from '#domain/assessment';
import type { Clock, ProgrammeSource } from '../ports/index.js';
import type { ReadSeries } from '../figures/read-series.js';
import { areaInput } from './area-candidates.js';
import { councilIdOf } from './assess-view.js';
import { standingOf } from './council-candidate.js';
import { byCode, improvementOf, isImproved } from './improvement-of.js';
import type { AssessedSeriesView } from './read-assessments.js';
import type { AssessedSeries, ReadAssessedSeries } from './read-assessed-series.js';
import { OPTIONS } from './world.js';

/** An assessment that nobody keeps. */
export type AssessedAsKnown = Pick<
  AssessedSeriesView,
  'result' | 'improvement' | 'assessedAt' | 'knownSeq'
>;

type Ports = {
  readonly readSeries: ReadSeries;
  readonly readAssessedSeries: ReadAssessedSeries;
  readonly programme: ProgrammeSource;
  readonly clock: Clock;
};

/**
 * Assessments as they would have been at an earlier moment, by council id or area code: worked out from the figures known then. For
 * whoever sees all that they are made from; of a council whose figures one sees only in part there is none.
 */
export class AssessAsKnown {
  constructor(private readonly ports: Ports) {}

  /** Every council's, of one metric; a fixed number of statements. */
  async ofMetric(
    reader: Reader,
    { metric, asKnownAt }: { metric: string; asKnownAt: Date },
  ): Promise<ReadonlyMap<string, AssessedAsKnown>> {
    const question = { metric, inProgramme: false, asKnownAt };
    const found = await this.ports.readAssessedSeries.ofMetric(reader, question);
    return this.bySubject(found?.series ?? []);
  }

  async ofCouncil(
    reader: Reader,
    of: { councilId: number; metric: string; asKnownAt: Date },
  ): Promise<ReadonlyMap<string, AssessedAsKnown>> {
    const { councilId, metric, asKnownAt } = of;
    const question = { councilId, metrics: [metric], asKnownAt };
    return this.bySubject(await this.ports.readAssessedSeries.ofCouncil(reader, question));
  }

  /** One area's; its balancing measures are read only where it has improved. */
  async ofArea(reader: Reader, of: AreaAsKnown): Promise<ReadonlyMap<string, AssessedAsKnown>> {
    const own = await this.area(reader, of);
    if (!own) return new Map();
    const { result, points, metric } = own;
    const beside = new Map<string, SeriesAssessment>();
    for (const { metric: code } of isImproved(result) ? metric.balancedBy : []) {
      const other = await this.area(reader, { ...of, metric: code });
      if (other) beside.set(code, other.result);
    }
    const { metrics } = await this.ports.programme.current();
    const assessed = { metric, assessment: result };
    const improvement = improvementOf(assessed, byCode(metrics), (code) => beside.get(code));
    const { knownSeq } = standingOf(metric, points);
    const assessedAt = this.ports.clock.now();
    return new Map([[of.area, { result, improvement, assessedAt, knownSeq }]]);
  }

  private async area(reader: Reader, of: AreaAsKnown) {
    const question = { ...of, breakdown: null, from: null, to: null };
    const view = await this.ports.readSeries.run(reader, question);
    if (!view || view.area.kind === 'council' || view.metric.type === 'box') return null;
    const { metric, area, points } = view;
    if (metric.type !== 'published' && scopeOf(reader).anyStatus !== 'all') return null;
    const input = areaInput(
      { programme: await this.ports.programme.current(), now: of.asKnownAt },
      metric,
      { area, added: points },
    );
    return input && { metric, points, result: assessSeries(input, OPTIONS) };
  }

  private bySubject(all: readonly AssessedSeries[]): ReadonlyMap<string, AssessedAsKnown> {
    return new Map(
      all
        .filter(
          ({ isWithheld, series }) =>
            !isWithheld && series.metric.type !== 'box' && series.points.length > 0,
        )
        .map(({ series, assessment, improvement }) => [
          String(councilIdOf(series)),
          {
            ...{ result: assessment, improvement, assessedAt: this.ports.clock.now() },
            knownSeq: standingOf(series.metric, series.points).knownSeq,
          },
        ]),
    );
  }
}

type AreaAsKnown = { readonly metric: string; readonly area: string; readonly asKnownAt: Date };
