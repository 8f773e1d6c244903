import { scopeOf, type Reader, type Scope } from '#domain/access';
import type {
  BandAssessment,
  FunnelAssessment,
  GuardedImprovement,
  SeriesAssessment,
} from '#domain/assessment';
import type { Metric } from '#domain/metrics';
import { mayReadFigures } from '../figures/may-read-figures.js';
import type {
  AssessmentKind,
  AssessmentReadModel,
  AssessmentRecord,
  ProgrammeSource,
} from '../ports/index.js';
import { isBand, isFunnel, isOfSeries, type Assessed } from './assessed-row.js';
import { byCode, improvementOf } from './improvement-of.js';

type Ports = {
  readonly assessments: AssessmentReadModel;
  readonly programme: ProgrammeSource;
};

/** What is said of a series, and what is said of its improvement once its balancing measures are looked at. */
export type AssessedSeriesView = Assessed<SeriesAssessment> & {
  readonly improvement: GuardedImprovement | null;
};

/** What the statistics say of one metric in one reader's eyes. */
export type AssessedMetricView = {
  /** Of councils (by id) and of areas (by code). */
  readonly series: ReadonlyMap<string, AssessedSeriesView>;
  /** By period. Areas above the councils and funnels are for whoever sees every council. */
  readonly funnels: ReadonlyMap<string, Assessed<FunnelAssessment>>;
  /** Of statistical neighbours, by the council's id. */
  readonly bands: ReadonlyMap<string, Assessed<BandAssessment>>;
};

const SERIES: readonly AssessmentKind[] = ['council', 'partnership', 'region', 'country'];

/**
 * Assessments as they stand, as far as the reader sees the figures behind them. The label of an improvement is worked out here,
 * from what stands of the balancing measures.
 */
export class ReadAssessments {
  constructor(private readonly ports: Ports) {}

  /** Everything of one metric in one statement; `subjects` names the councils and areas that are asked for, null all. */
  async ofMetric(
    reader: Reader,
    { metric: code, subjects }: { metric: string; subjects: readonly string[] | null },
  ): Promise<AssessedMetricView> {
    const programme = await this.ports.programme.current();
    const metric = programme.metrics.find((candidate) => candidate.code === code);
    const scope = scopeOf(reader);
    const records =
      metric && mayReadFigures(scope)
        ? await this.list(scope, {
            metrics: [code, ...metric.balancedBy.map((one) => one.metric)],
            subjects,
            kinds: subjects === null ? [...SERIES, 'funnel', 'band'] : SERIES,
          })
        : [];
    const metrics = byCode(programme.metrics);
    const own = records.filter((record) => record.metric === code);
    return {
      series: new Map(
        own
          .filter(isOfSeries)
          .map((record) => [record.subject, withGuardrails(record, metrics, records)]),
      ),
      funnels: new Map(own.filter(isFunnel).map((record) => [record.subject, record])),
      bands: new Map(own.filter(isBand).map((record) => [record.subject, record])),
    };
  }

  /** Everything of one council in one statement: its series by metric, and the bands of its neighbours. */
  async ofCouncil(
    reader: Reader,
    councilId: number,
  ): Promise<{
    readonly series: ReadonlyMap<string, AssessedSeriesView>;
    readonly bands: ReadonlyMap<string, Assessed<BandAssessment>>;
  }> {
    const programme = await this.ports.programme.current();
    const scope = scopeOf(reader);
    const records = mayReadFigures(scope)
      ? await this.list(scope, {
          metrics: null,
          subjects: [String(councilId)],
          kinds: ['council', 'band'],
        })
      : [];
    const metrics = byCode(programme.metrics);
    return {
      series: new Map(
        records
          .filter(isOfSeries)
          .map((record) => [record.metric, withGuardrails(record, metrics, records)]),
      ),
      bands: new Map(records.filter(isBand).map((record) => [record.metric, record])),
    };
  }

  private async list(
    scope: Scope,
    of: {
      metrics: readonly string[] | null;
      subjects: readonly string[] | null;
      kinds: readonly AssessmentKind[];
    },
  ): Promise<readonly AssessmentRecord[]> {
    const { register } = await this.ports.programme.current();
    return this.ports.assessments.list(scope, { programmeId: register.programmeId, ...of });
  }
}

function withGuardrails(
  record: Assessed<SeriesAssessment>,
  metrics: ReadonlyMap<string, Metric>,
  all: readonly AssessmentRecord[],
): AssessedSeriesView {
  const beside = new Map(
    all
      .filter(isOfSeries)
      .filter((other) => other.kind === record.kind && other.subject === record.subject)
      .map((other) => [other.metric, other.result]),
  );
  const of = { metric: metrics.get(record.metric), assessment: record.result };
  return { ...record, improvement: improvementOf(of, metrics, (code) => beside.get(code)) };
}
