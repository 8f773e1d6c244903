import type { Decimal } from '#domain/decimal';
import type { Metric } from '#domain/metrics';
import type { Standing, ValueState } from '#domain/observations';
import type { Day, Period } from '#domain/periods';

/** A council, partnership, region or England. Areas above the council are added up at read, with their coverage. */
export type Area =
  | {
      readonly kind: 'council';
      readonly councilId: number;
      readonly code: string;
      readonly name: string;
    }
  | AreaAbove;

export type AreaAbove = {
  readonly kind: 'partnership' | 'region' | 'country';
  readonly code: string;
  readonly name: string;
  readonly councilIds: readonly number[];
};

export type Coverage = { readonly reported: number; readonly expected: number };

/** One figure of a series; for measures, worked out from boxes. `value` is exact to the metric's decimals. */
export type SeriesPoint = {
  readonly period: Period;
  readonly numerator: Decimal | null;
  readonly denominator: Decimal | null;
  readonly value: Decimal | null;
  readonly state: ValueState;
  readonly standing: Standing;
  readonly knownAt: Date;
  readonly knownSeq: number;
  readonly submissionId: string | null;
  readonly demonstration: boolean;
  readonly comment: string | null;
  readonly coverage: Coverage | null;
};

export type SeriesView = {
  readonly metric: Metric;
  readonly area: Area;
  readonly breakdown: string;
  readonly points: readonly SeriesPoint[];
};

export type SeriesQuestion = {
  readonly metric: string;
  readonly area: string;
  readonly breakdown: string | null;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly asKnownAt: Date | null;
};
