import { covers, scopeOf, type Reader } from '#domain/access';
import { err, ok, refusal, type Refusal, type Result } from '#domain';
import type { ExportFormat, ExportQuestion } from '#application/exports';
import type { FigureRevision, KnownChange, MetricQuestion, SeriesView } from '#application/figures';
import type { Download } from '#application/intake';
import { aProgramme } from './a-programme.js';
import { aPoint, someSeries } from './some-figures.js';

type Window = Pick<MetricQuestion, 'from' | 'asKnownAt'>;

const within = (series: SeriesView, { from, asKnownAt }: Window): SeriesView => ({
  ...series,
  points: series.points.filter(
    (point) =>
      (from === null || point.period.start >= from) &&
      (asKnownAt === null || point.knownAt <= asKnownAt),
  ),
});

/** Questions about figures, answered from `someSeries`. */
export function fakeFigures() {
  const { metrics, register } = aProgramme();
  const members = new Set(register.memberships.map(({ councilId }) => councilId));
  const inEnglish = new Intl.Collator('en-GB');

  return {
    readSeriesByMetric: {
      run: (_: Reader, question: MetricQuestion) => {
        const metric = metrics.find((one) => one.code === question.metric);
        if (!metric) return Promise.resolve(null);
        const series = register.councils
          .filter((council) => !question.inProgramme || members.has(council.id))
          .toSorted((a, b) => inEnglish.compare(a.name, b.name))
          .map((council) => within(someSeries(metric, council, members.has(council.id)), question));
        return Promise.resolve({ metric, series });
      },
    },
    readCouncilFigures: {
      run: (
        reader: Reader,
        question: Window & { councilId: number; metrics: readonly string[] | null },
      ) => {
        const council = register.councils.find(({ id }) => id === question.councilId);
        const seesMonths = covers(scopeOf(reader).anyStatus, question.councilId);
        if (!council) return Promise.resolve([]);
        const series = metrics
          .filter(({ type }) => type === 'published' || (type === 'measure' && seesMonths))
          .filter(({ code }) => question.metrics?.includes(code) ?? true)
          .map((metric) => within(someSeries(metric, council, members.has(council.id)), question))
          .filter(({ points }) => points.length > 0);
        return Promise.resolve(series);
      },
    },
    exportFigures: {
      run: (
        _: Reader,
        question: ExportQuestion,
        format: ExportFormat,
      ): Promise<Result<Download, Refusal>> =>
        Promise.resolve(
          metrics.some(({ code }) => code === question.metric)
            ? ok({
                fileName: `${question.metric}.${format}`,
                type: 'text/csv; charset=utf-8',
                content: (async function* () {
                  yield await Promise.resolve(JSON.stringify(question));
                })(),
              })
            : err(refusal('NOT_FOUND')),
        ),
    },
    compareKnown: {
      run: (
        _: Reader,
        of: { councilId: number; then: Date; later: Date },
      ): Promise<readonly KnownChange[]> => {
        const revision = aRevision(of.councilId, '49');
        const { knownAt: at, submissionId, reason, period } = revision;
        if (at <= of.then || at > of.later) return Promise.resolve([]);
        const point = (value: string, standing: 'approved' | 'provisional') =>
          aPoint({ period, value, standing });
        return Promise.resolve([
          {
            ...{ period, then: point('490', 'provisional'), later: point('49', 'approved') },
            deeds: [{ kind: 'sent', at, submissionId, reason }],
          },
        ]);
      },
    },
    readFigureHistory: {
      run: (
        reader: Reader,
        cell: { councilId: number; metric: string },
      ): Promise<readonly FigureRevision[]> => {
        const isSeen = covers(scopeOf(reader).anyStatus, cell.councilId);
        const councilId = cell.councilId;
        return Promise.resolve(
          isSeen ? [aRevision(councilId, '49'), aRevision(councilId, '490')] : [],
        );
      },
    },
  };
}

const aRevision = (councilId: number, value: string): FigureRevision => {
  const isCorrection = value === '49';
  return {
    councilId,
    metric: 'n_requests',
    label: 'Requests received',
    major: 1,
    minor: 0,
    period: {
      timePeriod: '2024',
      timeIdentifier: 'September',
      start: '2024-09-01',
      end: '2024-10-01',
    },
    breakdown: 'Total',
    numerator: null,
    denominator: null,
    value,
    state: 'value',
    symbol: null,
    comment: null,
    withdrawal: null,
    reason: isCorrection ? { kind: 'ERROR', text: 'A nought too many was typed.' } : null,
    knownSeq: isCorrection ? 6 : 5,
    knownAt: new Date(isCorrection ? '2024-10-21T13:00:00Z' : '2024-10-14T10:00:00Z'),
    standing: isCorrection ? 'approved' : 'provisional',
    submissionId: '0190f0a0-0000-7000-8000-000000000001',
    demonstration: true,
    receivedBy: 'Calderdale data officer',
    approvedAt: isCorrection ? new Date('2024-10-22T08:00:00Z') : null,
    approvedBy: isCorrection ? 'Calderdale SEND lead' : null,
  };
};
