import { covers, scopeOf, type Reader } from '#domain/access';
import {
  assessedArea,
  assessView,
  byCode,
  councilIdOf,
  improvementBeside,
  knownBy,
  planInForce,
  type AssessedSeries,
} from '#application/assessments';
import { areasAbove, type SeriesView } from '#application/figures';
import type { LimitDecision, Programme } from '#application/ports';
import type { AgreedPlan } from '#domain/assessment';
import { aProgramme } from './a-programme.js';
import { fakeFigures } from './fake-figures.js';
import { someSeries } from './some-figures.js';

type Known = {
  readonly at: Date;
  readonly programme?: Programme;
  readonly plans?: readonly AgreedPlan[];
  readonly limits?: readonly LimitDecision[];
  readonly seesAll?: boolean;
};

/** Series of one council with their assessments, worked out from what is given. */
export function assessedSeries(
  all: readonly SeriesView[],
  { at, programme = aProgramme(), plans = [], limits = [], seesAll = true }: Known,
): readonly AssessedSeries[] {
  const setting = knownBy(
    { programme, now: at, decided: { plans, limits }, extensions: [], out: new Map() },
    at,
  );
  const views = all.map((series) => ({
    series,
    ...assessView(series, { setting, stored: null, seesAll }),
  }));
  const metrics = byCode(all.map(({ metric }) => metric));
  const beside = (code: string) =>
    views.find(({ series }) => series.metric.code === code)?.assessment;
  return views.map((one) => {
    const of = { metric: one.series.metric, assessment: one.assessment };
    return {
      ...one,
      plan: planInForce(setting.decided.plans, one.series),
      ...improvementBeside(of, metrics, beside),
    };
  });
}

/** Series with their assessments, of `someSeries` and what a spec says was decided. */
export function fakeAssessed(given: {
  readonly now: Date;
  readonly limits: readonly LimitDecision[];
  readonly plans: readonly AgreedPlan[];
}) {
  const figures = fakeFigures();
  const ofCouncil = async (
    reader: Reader,
    question: { councilId: number; metrics: readonly string[]; asKnownAt: Date | null },
  ) => {
    const { councilId, metrics, asKnownAt } = question;
    const whole = { councilId, metrics: null, from: null, asKnownAt };
    const all = await figures.readCouncilFigures.run(reader, whole);
    const seesAll = covers(scopeOf(reader).anyStatus, councilId);
    const assessed = assessedSeries(all, { ...given, at: asKnownAt ?? given.now, seesAll });
    return assessed.filter(({ series }) => metrics.includes(series.metric.code));
  };
  return {
    readAssessedArea: {
      run: (reader: Reader, code: string): Promise<readonly AssessedSeries[] | null> => {
        const programme = aProgramme();
        const area = areasAbove(programme.register).find((one) => one.code === code);
        if (!area || scopeOf(reader).anyStatus !== 'all') return Promise.resolve(null);
        const councils = programme.register.councils.filter(({ id }) =>
          area.councilIds.includes(id),
        );
        const measures = programme.metrics.filter(({ type }) => type === 'measure');
        return Promise.resolve(
          measures.flatMap((metric) => {
            const points = councils.map((council) => someSeries(metric, council, true).points);
            const of = { area, councils: points };
            const one = assessedArea({ programme, now: given.now }, metric, of);
            return one ? { ...one, improvement: null, changes: new Map() } : [];
          }),
        );
      },
    },
    readAssessedSeries: {
      ofCouncil,
      ofMetric: async (
        reader: Reader,
        question: { metric: string; inProgramme: boolean; asKnownAt: Date | null },
      ) => {
        const { metric, asKnownAt } = question;
        const whole = { breakdown: null, from: null, to: null };
        const found = await figures.readSeriesByMetric.run(reader, { ...question, ...whole });
        if (!found) return null;
        const series = await Promise.all(
          found.series.map((one) =>
            ofCouncil(reader, { councilId: councilIdOf(one), metrics: [metric], asKnownAt }),
          ),
        );
        return { metric: found.metric, series: series.flat() };
      },
    },
  };
}
