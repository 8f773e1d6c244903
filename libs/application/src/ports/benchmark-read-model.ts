import type { Decimal } from '#domain/decimal';
import type { ValueState } from '#domain/observations';
import type { Day, Period } from '#domain/periods';
import type { Scope } from '#domain/access';

/** A published figure of a region or of England, known from the morning of the day on which it was published. */
export type AreaFigure = {
  /** The ONS code: `E12000001`, `E92000001`. */
  readonly areaCode: string;
  readonly metric: string;
  readonly period: Period;
  readonly numerator: Decimal | null;
  readonly denominator: Decimal | null;
  readonly value: Decimal | null;
  readonly state: ValueState;
  readonly symbol: string | null;
  readonly publishedOn: Day;
};

export type AreaFigureQuery = {
  readonly programmeId: number;
  readonly metrics: readonly string[];
  readonly areaCodes: readonly string[];
  /** As it was known then; a release of a later day is not there yet. */
  readonly asKnownAt: Date;
};

/** `rank` counts from 1, the nearest; `vintage` is the month in which the model was published, `2025-05`. */
export type Neighbour = {
  readonly councilId: number;
  readonly rank: number;
  /** In the words of the model: `Very close`, `Close` … */
  readonly closeness: string;
  readonly vintage: string;
};

/** What a council's published series is compared with: all of it published statistics, for whoever may read those. */
export abstract class BenchmarkReadModel {
  /** The newest known release of each figure, oldest period first. */
  abstract areaFigures(scope: Scope, query: AreaFigureQuery): Promise<readonly AreaFigure[]>;
  /** A council's statistical neighbours of the newest vintage, nearest first; none where the model has none. */
  abstract neighboursOf(scope: Scope, councilId: number): Promise<readonly Neighbour[]>;
}
