import type { OffTrackAssessment, Signal } from '#statistics';
import { monitorSeries, ownSignals, type AssessedInput } from '../assessment/index.js';
import type { Metric } from '../metrics/metric.js';

/** One series of a council as a rule looks at it, as known at a moment. */
export type WatchedSeries = {
  readonly metric: Pick<
    Metric,
    'code' | 'type' | 'title' | 'unit' | 'basis' | 'direction' | 'balancedBy'
  >;
  /** Only figures that count for alerts: approved, published, or provisional ones that have matured. */
  readonly input: AssessedInput;
  /** Keys of the periods whose first figure came more than 45 days late: they open nothing. */
  readonly late: ReadonlySet<string>;
  /** What the off-track rules say of each month after the baseline; worked out once, since several rules ask. */
  readonly monitored: () => OffTrackAssessment | null;
  /** Which way each point was unusual when it came; worked out once. */
  readonly signals: () => readonly Signal[];
};

/** A series to watch. */
export function watchSeries(of: Pick<WatchedSeries, 'metric' | 'input' | 'late'>): WatchedSeries {
  return {
    ...of,
    monitored: once(() => monitorSeries(of.input)),
    signals: once(() => ownSignals(of.input)),
  };
}

function once<T>(work: () => T): () => T {
  let done: { readonly value: T } | null = null;
  return () => (done ??= { value: work() }).value;
}

/** Where a council lies among all reporting councils in one period. */
export type FunnelPlace = {
  readonly numerator: number;
  readonly denominator: number;
  /** Percent: what all councils have together. */
  readonly centre: number;
  /** How many standard deviations it lies away from it, over-dispersion counted. */
  readonly z: number;
  readonly outside998: boolean;
  readonly outside95: boolean;
};

/** Everything that a rule may look at to judge one series. */
export type Watched = {
  readonly series: WatchedSeries;
  /** Another series of the same council; null where there is none. */
  readonly beside: (metric: string) => WatchedSeries | null;
  /** The funnel's periods, oldest first, each with the council's place in it; null: too few cases, or none. */
  readonly funnels: readonly {
    readonly period: AssessedInput['points'][number]['period'];
    readonly place: FunnelPlace | null;
  }[];
};
