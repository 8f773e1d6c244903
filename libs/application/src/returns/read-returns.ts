import { covers, scopeOf, type Reader, type Scope } from '#domain/access';
import { workingDaysBetween } from '#domain/calendar';
import type { Metric } from '#domain/metrics';
import {
  londonDay,
  monthOfDay,
  monthsBefore,
  periodKey,
  type Day,
  type Period,
} from '#domain/periods';
import { isMember, isParticipating, type Council, type Register } from '#domain/register';
import { dueOf, extensionsIn, lastGranted, returnStatus, type Permission } from '#domain/returns';
import { byName } from '../figures/index.js';
import type {
  Clock,
  FigureReadModel,
  PermissionReadModel,
  Programme,
  ProgrammeSource,
  ReturnFacts,
  ReturnReadModel,
} from '../ports/index.js';
import type { ReturnView } from './return-types.js';

/** How many months of returns a list goes back when no month is named. */
const MONTHS_LISTED = 12;

export type ReturnPorts = {
  readonly returns: ReturnReadModel;
  readonly permissions: PermissionReadModel;
  readonly figures: FigureReadModel;
  readonly programme: ProgrammeSource;
  readonly clock: Clock;
};

/** Who owes what: every expected return of one month, or of the last twelve or fewer, newest month first, councils A to Z. */
export class ReadReturns {
  constructor(private readonly ports: ReturnPorts) {}

  async run(
    reader: Reader,
    query: {
      readonly period: Period | null;
      readonly councilId: number | null;
      /** Of these councils alone; left out: of every one that the reader sees. */
      readonly among?: readonly number[];
      /** How many months back, where no month is named. */
      readonly months?: number;
    },
  ): Promise<readonly ReturnView[]> {
    const programme = await this.ports.programme.current();
    const scope = scopeOf(reader);
    const now = this.ports.clock.now();
    const months = query.period
      ? [query.period]
      : lastMonths(londonDay(now), query.months ?? MONTHS_LISTED);
    const { among } = query;
    const councils = visibleCouncils(programme.register, scope, query.councilId).filter(
      ({ id }) => among?.includes(id) ?? true,
    );
    const last = months.at(-1);
    const first = months[0];
    if (!first || !last || councils.length === 0) return [];
    const of = {
      programmeId: programme.register.programmeId,
      councilIds: councils.map((council) => council.id),
      from: last.start,
      to: first.end,
    };
    const [facts, permissions] = await Promise.all([
      this.ports.returns.facts(scope, { ...of, now }),
      this.ports.permissions.list(scope, { ...of, waiting: false }),
    ]);
    const byPlace = new Map(facts.map((fact) => [`${fact.councilId} ${fact.period}`, fact]));
    return months.flatMap((period) =>
      councils
        .filter((council) => isMember(programme.register, council.id, period))
        .map((council) =>
          returnView(
            { programme, council, period, now },
            byPlace.get(`${council.id} ${periodKey(period)}`),
            permissions,
          ),
        ),
    );
  }
}

/** Months that have ended by this day, newest first. */
function lastMonths(today: string, count: number): readonly Period[] {
  const running = monthOfDay(today);
  return Array.from({ length: count }, (_, index) => monthsBefore(running, index + 1));
}

function visibleCouncils(
  register: Register,
  scope: Scope,
  councilId: number | null,
): readonly Council[] {
  if (scope.database !== 'app') return [];
  return register.councils
    .filter(
      (council) =>
        covers(scope.anyStatus, council.id) && (councilId === null || council.id === councilId),
    )
    .sort(byName);
}

/** The boxes that a council is asked for in a month: all, and those of the reforms it takes part in. */
export const boxesAsked = (
  programme: Programme,
  councilId: number,
  period: Period,
): readonly string[] =>
  programme.returnDefinition.themes
    .flatMap((theme) => theme.boxes)
    .filter((code) => isAsked(programme, councilId, code, period));

/** Boxes by code; made once for a list, since they are asked for by council and month. */
const boxes = new WeakMap<readonly Metric[], ReadonlyMap<string, Metric>>();

function boxesOf(metrics: readonly Metric[]): ReadonlyMap<string, Metric> {
  const kept = boxes.get(metrics);
  if (kept) return kept;
  const byCode = new Map(
    metrics.filter(({ type }) => type === 'box').map((metric) => [metric.code, metric]),
  );
  boxes.set(metrics, byCode);
  return byCode;
}

export function isAsked(
  programme: Programme,
  councilId: number,
  code: string,
  period: Period,
): boolean {
  const box = boxesOf(programme.metrics).get(code);
  return (
    box !== undefined &&
    (box.askedOf === 'all' || isParticipating(programme.register, councilId, box.askedOf, period))
  );
}

type Of = {
  readonly programme: Programme;
  readonly council: Council;
  readonly period: Period;
  readonly now: Date;
};

export function returnView(
  { programme, council, period, now }: Of,
  facts: ReturnFacts | undefined,
  permissions: readonly Permission[],
): ReturnView {
  const asked = boxesAsked(programme, council.id, period);
  const held = new Set(facts?.boxes ?? []);
  const boxesAnswered = asked.filter((code) => held.has(code)).length;
  const { dueAt, extendedUntil } = dueFor({ programme, council, period, now }, permissions);
  const { status, reason } = returnStatus({
    now,
    periodEnd: period.end,
    dueAt,
    boxesAsked: asked.length,
    boxesAnswered,
    boxesApproved: facts?.boxesApproved ?? 0,
    answer: facts?.answer?.kind ?? null,
  });
  return {
    council,
    period,
    dueAt,
    extendedUntil,
    workingDaysLate:
      status === 'LATE'
        ? workingDaysBetween(londonDay(dueAt), londonDay(now), programme.holidays)
        : 0,
    status,
    reason,
    boxesAsked: asked.length,
    boxesAnswered,
    lastReceivedAt: facts?.lastReceivedAt ?? null,
    answer: facts?.answer ?? null,
    submissionIds: facts?.submissionIds ?? [],
  };
}

/** When a return is due, and the last day of its extension, by what was granted until now. */
function dueFor(
  { programme, council, period, now }: Of,
  permissions: readonly Permission[],
): { dueAt: Date; extendedUntil: Day | null } {
  const extensions = extensionsIn(
    permissions.filter((one) => one.councilId === council.id && one.period === periodKey(period)),
    now,
  );
  return {
    dueAt: dueOf(programme.returnDefinition, period, programme.holidays, extensions),
    extendedUntil: lastGranted(extensions)?.until ?? null,
  };
}
