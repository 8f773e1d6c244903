import { scopeOf, type Reader } from '#domain/access';
import type { RevisionReason } from '#domain/observations';
import { periodKey, type Period } from '#domain/periods';
import type { AlertReadModel, KnownRevision, ProgrammeSource } from '../ports/index.js';
import { mayReadFigures } from './may-read-figures.js';
import type { ReadCouncilFigures } from './read-series.js';
import type { SeriesPoint } from './series-types.js';
import { storedCodes } from './stored-codes.js';

/** What a delivery did to a figure between two moments: came, was approved, or was taken back. */
export type FigureDeed = {
  readonly kind: 'sent' | 'approved' | 'withdrawn';
  readonly at: Date;
  readonly submissionId: string;
  readonly reason: RevisionReason | null;
};

/** A period whose figure stood otherwise at the later moment; null where it was not known. */
export type KnownChange = {
  readonly period: Period;
  readonly then: SeriesPoint | null;
  readonly later: SeriesPoint | null;
  /** By when it happened; a delivery that touched several numbers of a measure is one deed. */
  readonly deeds: readonly FigureDeed[];
};

type Ports = {
  readonly programme: ProgrammeSource;
  readonly readCouncilFigures: ReadCouncilFigures;
  readonly alerts: Pick<AlertReadModel, 'revisions'>;
};

/** What changed of one metric of a council between what was known at two moments; three statements. */
export class CompareKnown {
  constructor(private readonly ports: Ports) {}

  /** Newest period first; a figure that only became approved has changed, too. Empty for what the reader does not see. */
  async run(
    reader: Reader,
    of: {
      readonly councilId: number;
      readonly metric: string;
      readonly then: Date;
      readonly later: Date;
    },
  ): Promise<readonly KnownChange[]> {
    const { register, metrics } = await this.ports.programme.current();
    const scope = scopeOf(reader);
    const metric = metrics.find(({ code }) => code === of.metric);
    if (!metric || !mayReadFigures(scope)) return [];
    const { councilId } = of;
    const known = (asKnownAt: Date) =>
      this.ports.readCouncilFigures.run(reader, {
        ...{ councilId, metrics: [metric.code], from: null, to: null, asKnownAt },
      });
    const { programmeId } = register;
    const [then, later, revisions] = await Promise.all([
      known(of.then),
      known(of.later),
      this.ports.alerts.revisions(scope, { programmeId, councilId, metrics: storedCodes(metric) }),
    ]);
    return changesOf(then[0]?.points ?? [], later[0]?.points ?? [], (period) =>
      deedsOf(revisions, period, of),
    );
  }
}

/** The periods of which one list says something else than the other, newest first. */
function changesOf(
  then: readonly SeriesPoint[],
  later: readonly SeriesPoint[],
  deedsIn: (period: string) => readonly FigureDeed[],
): readonly KnownChange[] {
  const [before, after] = [byPeriod(then), byPeriod(later)];
  return [...new Map([...before, ...after])]
    .map(([key, { period }]) => ({
      period,
      then: before.get(key) ?? null,
      later: after.get(key) ?? null,
      deeds: deedsIn(key),
    }))
    .filter((one) => saidBy(one.then) !== saidBy(one.later))
    .sort((a, b) => (a.period.start < b.period.start ? 1 : -1));
}

const byPeriod = (points: readonly SeriesPoint[]): ReadonlyMap<string, SeriesPoint> =>
  new Map(points.map((point) => [periodKey(point.period), point]));

const saidBy = (point: SeriesPoint | null): string =>
  point
    ? [point.state, point.value, point.numerator, point.denominator, point.standing].join(' ')
    : '';

/** What deliveries did to a period after one moment and by another, in order. */
function deedsOf(
  revisions: readonly KnownRevision[],
  period: string,
  { then, later }: { readonly then: Date; readonly later: Date },
): readonly FigureDeed[] {
  const isBetween = (at: Date | null): at is Date => at !== null && at > then && at <= later;
  const deeds = new Map<string, FigureDeed>();
  for (const one of revisions) {
    if (periodKey(one.period) !== period) continue;
    const { submissionId, reason } = one;
    for (const [kind, at] of [
      ['sent', one.knownAt],
      ['approved', one.approvedAt],
      ['withdrawn', one.withdrawnAt],
    ] as const) {
      const key = `${kind} ${submissionId}`;
      if (isBetween(at) && !deeds.get(key)?.reason)
        deeds.set(key, { kind, at, submissionId, reason: kind === 'sent' ? reason : null });
    }
  }
  return [...deeds.values()].sort((a, b) => a.at.getTime() - b.at.getTime());
}
