import { covers, scopeOf, type Reader, type Scope } from '#domain/access';
import type { AgreedPlan, GuardedImprovement, SeriesAssessment } from '#domain/assessment';
import type { Metric } from '#domain/metrics';
import type { ReadAlerts } from '../alerts/read-alerts.js';
import { mayReadFigures } from '../figures/may-read-figures.js';
import { readCouncilSeries } from '../figures/read-council-series.js';
import {
  type FigurePorts,
  type ReadCouncilFigures,
  type ReadSeriesByMetric,
} from '../figures/read-series.js';
import { recordFiguresRead } from '../figures/record-figures-read.js';
import type { SeriesView } from '../figures/series-types.js';
import type { AssessmentReadModel, PermissionReadModel, Programme } from '../ports/index.js';
import { isOfSeries, type AssessedRow } from './assessed-row.js';
import { assessView, councilIdOf, knownBy, planInForce, type AssessedView } from './assess-view.js';
import { byCode, improvementBeside, isImproved, type YearChange } from './improvement-of.js';
import { SeriesMemory } from './series-memory.js';
import type { Setting } from './world.js';

/** A series of a council with what the statistics say of it, its plan, and its improvement beside its balancing measures. */
export type AssessedSeries = AssessedView & {
  readonly series: SeriesView;
  /** The agreed plan in force; null without one. */
  readonly plan: AgreedPlan | null;
  readonly improvement: GuardedImprovement | null;
  /** How the balancing measures that moved stand against the year before, by their codes. */
  readonly changes: ReadonlyMap<string, YearChange>;
};

type Ports = FigurePorts & {
  readonly readCouncilFigures: ReadCouncilFigures;
  readonly readSeriesByMetric: ReadSeriesByMetric;
  readonly assessments: AssessmentReadModel;
  readonly permissions: PermissionReadModel;
  readonly readAlerts: ReadAlerts;
};

/** Which councils and metrics, null for every council; and as known when, null for now. */
type Ask = {
  readonly reader: Reader;
  readonly scope: Scope;
  readonly programme: Programme;
  readonly councilIds: readonly number[] | null;
  readonly metrics: readonly string[];
  readonly asKnownAt: Date | null;
};

const WHOLE = { from: null, to: null };

/**
 * Series of councils with their assessments. As known now they are the ones that are kept, read in one statement. As known at an
 * earlier moment, and where a figure has come that the kept one does not know, they are worked out from the figures shown by the
 * worker's own function, with what was granted, agreed and decided by then.
 */
export class ReadAssessedSeries {
  private readonly memory = new SeriesMemory();

  constructor(private readonly ports: Ports) {}

  /** Some metrics of one council: those that it has figures of. */
  async ofCouncil(
    reader: Reader,
    of: {
      readonly councilId: number;
      readonly metrics: readonly string[];
      readonly asKnownAt: Date | null;
    },
  ): Promise<readonly AssessedSeries[]> {
    const { councilId, metrics, asKnownAt } = of;
    const ask = await this.askOf(reader, { councilIds: [councilId], metrics, asKnownAt });
    if (!ask) return [];
    const question = { councilId, metrics, ...WHOLE, asKnownAt: ask.asKnownAt };
    return this.assessed(ask, this.ports.readCouncilFigures.run(reader, question));
  }

  /** Every council's series of one metric, A to Z; null for a metric that is not known. */
  async ofMetric(
    reader: Reader,
    of: {
      readonly metric: string;
      readonly inProgramme: boolean;
      readonly asKnownAt: Date | null;
    },
  ): Promise<{ readonly metric: Metric; readonly series: readonly AssessedSeries[] } | null> {
    const { metric: code, inProgramme, asKnownAt } = of;
    const ask = await this.askOf(reader, { councilIds: null, metrics: [code], asKnownAt });
    const metric = ask?.programme.metrics.find((one) => one.code === code);
    if (!ask || !metric) return null;
    return {
      metric,
      series: await this.assessed(ask, this.everyCouncil(ask, metric, inProgramme)),
    };
  }

  /** Series of every council: for who sees all of them, those that are kept, as long as nothing new is known. */
  private async everyCouncil(
    ask: Ask,
    metric: Metric,
    inProgramme: boolean,
  ): Promise<readonly SeriesView[]> {
    const { reader, scope, programme, asKnownAt } = ask;
    const question = { metric: metric.code, breakdown: null, inProgramme, ...WHOLE, asKnownAt };
    const read = async (): Promise<readonly SeriesView[]> =>
      (await this.ports.readSeriesByMetric.run(reader, question))?.series ?? [];
    // What is published becomes known on its day, without a new place in the order of knowledge.
    if (asKnownAt !== null || metric.type === 'published' || scope.anyStatus !== 'all')
      return read();
    const { programmeId } = programme.register;
    const { seq, knownAt } = await this.ports.figures.latest(scope, programmeId);
    if (knownAt === null || knownAt > this.ports.clock.now()) return read();
    const name = `${metric.code} ${inProgramme}`;
    const { series, isKept } = await this.memory.of(name, { programme, seq }, read);
    const of = { scope, programme, metrics: [metric], councilIds: 'all' } as const;
    if (isKept && series.some(({ points }) => points.length > 0))
      await recordFiguresRead(this.ports, of);
    return series;
  }

  private async askOf(
    reader: Reader,
    of: Pick<Ask, 'councilIds' | 'metrics' | 'asKnownAt'>,
  ): Promise<Ask | null> {
    const scope = scopeOf(reader);
    if (!mayReadFigures(scope)) return null;
    const { asKnownAt } = of;
    const isPast = asKnownAt !== null && asKnownAt < this.ports.clock.now();
    const programme = await this.ports.programme.current();
    return { ...of, reader, scope, programme, asKnownAt: isPast ? asKnownAt : null };
  }

  private async assessed(
    ask: Ask,
    figures: Promise<readonly SeriesView[]>,
  ): Promise<readonly AssessedSeries[]> {
    const [all, rows, setting] = await Promise.all([
      figures,
      ask.asKnownAt ? [] : this.rows(ask, ask),
      this.settingOf(ask),
    ]);
    const views = assessAll(all, { ask, rows, setting });
    const assessments = await this.withBalancing(ask, setting, views);
    const metrics = byCode(ask.programme.metrics);
    return views.map((one) => {
      const beside = (code: string) => assessments.get(placeOf(councilIdOf(one.series), code));
      const of = { metric: one.series.metric, assessment: one.assessment };
      return {
        ...one,
        plan: planInForce(setting.decided.plans, one.series),
        ...improvementBeside(of, metrics, beside),
      };
    });
  }

  /** Series, and of those that improved also their balancing measures: one more statement where these are not on the page. */
  private async withBalancing(
    ask: Ask,
    setting: Setting,
    views: readonly ViewOf[],
  ): Promise<ReadonlyMap<string, SeriesAssessment>> {
    const known = new Map(
      views.map(({ series, assessment }) => [placeOfSeries(series), assessment] as const),
    );
    const wanted = views
      .filter(({ assessment }) => isImproved(assessment))
      .flatMap(({ series }) =>
        series.metric.balancedBy.map((one) => ({
          councilId: councilIdOf(series),
          code: one.metric,
        })),
      )
      .filter(({ councilId, code }) => !known.has(placeOf(councilId, code)));
    if (wanted.length === 0) return known;
    const of = {
      councilIds: [...new Set(wanted.map(({ councilId }) => councilId))],
      metrics: [...new Set(wanted.map(({ code }) => code))],
    };
    if (!ask.asKnownAt)
      return new Map([
        ...known,
        ...(await this.rows(ask, of)).map((row) => [placeOfRow(row), row.result] as const),
      ]);
    const metrics = ask.programme.metrics.filter(({ code }) => of.metrics.includes(code));
    const series = await readCouncilSeries(this.ports, { ...ask, ...of, metrics });
    const beside = assessAll(series, { ask, rows: [], setting });
    return new Map([
      ...known,
      ...beside.map((one) => [placeOfSeries(one.series), one.assessment] as const),
    ]);
  }

  private async rows(
    { scope, programme }: Ask,
    { councilIds, metrics }: Pick<Ask, 'councilIds' | 'metrics'>,
  ): Promise<readonly AssessedRow[]> {
    const records = await this.ports.assessments.list(scope, {
      programmeId: programme.register.programmeId,
      metrics,
      subjects: councilIds?.map(String) ?? null,
      kinds: ['council'],
    });
    return records.filter(isOfSeries);
  }

  /** What is granted, agreed and decided of these series, at the moment that is asked for. */
  private async settingOf({ reader, scope, programme, ...ask }: Ask): Promise<Setting> {
    const { programmeId } = programme.register;
    const councilIds = ask.councilIds ?? ('all' as const);
    // An improvement of the past is held against balancing measures of that moment, which have decisions of their own.
    const metric =
      ask.asKnownAt === null && ask.metrics.length === 1 ? (ask.metrics[0] ?? null) : null;
    const [extensions, plans, limits] = await Promise.all([
      this.ports.permissions.extensions(scope, { programmeId, councilIds }),
      this.ports.readAlerts.plans(reader, councilIds, metric),
      this.ports.assessments.decisions(scope, { programmeId, metric, councilIds: ask.councilIds }),
    ]);
    const now = this.ports.clock.now();
    const setting = { programme, now, decided: { plans, limits }, extensions, out: new Map() };
    return ask.asKnownAt ? knownBy(setting, ask.asKnownAt) : setting;
  }
}

type ViewOf = AssessedView & { readonly series: SeriesView };

const placeOf = (councilId: number, code: string): string => `${councilId} ${code}`;
const placeOfSeries = (series: SeriesView): string =>
  placeOf(councilIdOf(series), series.metric.code);
const placeOfRow = ({ councilId, metric }: AssessedRow): string => placeOf(councilId ?? 0, metric);

function assessAll(
  all: readonly SeriesView[],
  of: { readonly ask: Ask; readonly rows: readonly AssessedRow[]; readonly setting: Setting },
): readonly ViewOf[] {
  const { ask, rows, setting } = of;
  const kept = new Map(rows.map((row) => [placeOfRow(row), row]));
  return all.map((series) => ({
    series,
    ...assessView(series, {
      setting,
      stored: kept.get(placeOfSeries(series)) ?? null,
      seesAll: covers(ask.scope.anyStatus, councilIdOf(series)),
    }),
  }));
}
