import type { AgreedPlan, AssessedInput } from '../../assessment/index.js';
import { seriesOf, type Told } from '../../assessment/series-for-spec.js';
import type { Verdict } from '../judgement-types.js';
import { watchSeries, type Watched, type WatchedSeries } from '../watched-series.js';

type More = Partial<AssessedInput> & {
  readonly of?: Partial<WatchedSeries['metric']>;
  readonly late?: readonly string[];
};

/** Months from January 2022 on, as a rule looks at them: a percentage where more is better, unless `of` says otherwise. */
export function watchedOf(told: readonly Told[], { of, late, ...more }: More = {}): WatchedSeries {
  const input = seriesOf(told, more);
  const metric = { title: 'Plans in time', balancedBy: [], ...input.metric, ...of };
  const { code, type, unit, basis, direction } = metric;
  return watchSeries({
    metric,
    late: new Set(late),
    input: { ...input, metric: { ...input.metric, code, type, unit, basis, direction } },
  });
}

/** A series alone, with nothing beside it and no funnel. */
export const alone = (series: WatchedSeries): Watched => ({
  series,
  beside: () => null,
  funnels: [],
});

export const planOf = (points: AgreedPlan['points'], tolerance = 5): AgreedPlan => ({
  ...{ councilId: 1, metric: 'spec', version: 1, status: 'agreed', interpolation: 'step' },
  ...{ tolerance, points, agreedOn: '2022-01-01', note: '' },
});

export const kindsOf = (verdicts: readonly Verdict[]): readonly Verdict['kind'][] =>
  verdicts.map(({ kind }) => kind);

/** So many values that alternate by 2 from 50: their mean moving range is 2, so that sigma is 2 / 1.128 = 1.773. */
export const steady = (count: number): number[] =>
  Array.from({ length: count }, (_none, at) => 50 + (at % 2) * 2);
