import { scopeOf, type Reader } from '#domain/access';
import type { Decimal } from '#domain/decimal';
import type { Metric } from '#domain/metrics';
import { TOTAL, type ValueState } from '#domain/observations';
import { periodKey, type Period } from '#domain/periods';
import type { BenchmarkReadModel } from '../ports/index.js';
import { ENGLAND } from './areas.js';
import { mayReadFigures } from './may-read-figures.js';
import { readStored, type FigurePorts } from './read-series.js';

/** A figure in words of its metric. */
export type BenchmarkFigure = { readonly value: Decimal | null; readonly state: ValueState };

/** What one published figure of a council is compared with: published figures alone, of the same period. */
export type Benchmark = {
  readonly metric: Metric;
  readonly period: Period;
  readonly own: BenchmarkFigure;
  /** From the lowest to the highest of the statistical neighbours with a number; null with fewer than five. */
  readonly neighbours: {
    readonly low: Decimal;
    readonly high: Decimal;
    readonly of: number;
  } | null;
  readonly region: (BenchmarkFigure & { readonly name: string }) | null;
  readonly england: BenchmarkFigure | null;
};

/** Units that mean the same in a large council and a small one; numbers of plans do not. */
const COMPARABLE: readonly Metric['unit'][] = ['percent', 'per100', 'score'];

/** With fewer neighbours than this a band would say little of them, and much of each. */
const FEWEST_NEIGHBOURS = 5;

/** The newest published figure of each metric, beside statistical neighbours as a band, the region and England. */
export class ReadBenchmarks {
  constructor(private readonly ports: FigurePorts & { readonly benchmarks: BenchmarkReadModel }) {}

  /** In the order of `metrics`; none of a metric that is not published or no rate, or of which the council has no figure. */
  async run(
    reader: Reader,
    of: {
      readonly councilId: number;
      readonly metrics: readonly string[];
      /** As known then; null is now. */
      readonly asKnownAt: Date | null;
    },
  ): Promise<readonly Benchmark[]> {
    const scope = scopeOf(reader);
    const programme = await this.ports.programme.current();
    const council = programme.register.councils.find(({ id }) => id === of.councilId);
    const metrics = of.metrics.flatMap(
      (code) =>
        programme.metrics.find(
          (one) => one.code === code && one.type === 'published' && COMPARABLE.includes(one.unit),
        ) ?? [],
    );
    if (!council || metrics.length === 0 || !mayReadFigures(scope) || !scope.published) return [];
    const { asKnownAt } = of;
    const neighbours = await this.ports.benchmarks.neighboursOf(scope, council.id);
    const [stored, areas] = await Promise.all([
      readStored(this.ports, {
        ...{ scope, programme, metrics, asKnownAt, breakdown: TOTAL, from: null, to: null },
        councilIds: [council.id, ...neighbours.map(({ councilId }) => councilId)],
      }),
      this.ports.benchmarks.areaFigures(scope, {
        programmeId: programme.register.programmeId,
        metrics: metrics.map(({ code }) => code),
        areaCodes: [council.regionCode, ENGLAND],
        asKnownAt: asKnownAt ?? this.ports.clock.now(),
      }),
    ]);
    const region = programme.register.regions.find(({ code }) => code === council.regionCode);
    return metrics.flatMap((metric) => {
      const figuresOf = (councilId: number) =>
        (stored.get(councilId) ?? []).filter((one) => one.metric === metric.code);
      const own = figuresOf(council.id).reduce<ReturnType<typeof figuresOf>[number] | null>(
        (a, b) => (a && a.period.start >= b.period.start ? a : b),
        null,
      );
      if (!own) return [];
      const key = periodKey(own.period);
      const values = neighbours.flatMap(
        ({ councilId }) =>
          figuresOf(councilId).find((one) => periodKey(one.period) === key)?.value ?? [],
      );
      const areaOf = (code: string) =>
        areas.find(
          (one) =>
            one.metric === metric.code && one.areaCode === code && periodKey(one.period) === key,
        ) ?? null;
      const ofRegion = region ? areaOf(region.code) : null;
      return [
        {
          ...{ metric, period: own.period, own },
          neighbours: bandOf(values),
          region: ofRegion && region ? { ...ofRegion, name: region.name } : null,
          england: areaOf(ENGLAND),
        },
      ];
    });
  }
}

function bandOf(values: readonly Decimal[]): Benchmark['neighbours'] {
  const sorted = values.toSorted((a, b) => Number(a) - Number(b));
  const [low, high] = [sorted[0], sorted.at(-1)];
  if (low === undefined || high === undefined || sorted.length < FEWEST_NEIGHBOURS) return null;
  return { low, high, of: sorted.length };
}
