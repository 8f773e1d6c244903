import { covers, scopeOf, type Reader } from '#domain/access';
import { dueInstant } from '#domain/calendar';
import type { Metric } from '#domain/metrics';
import { londonDay, monthOfDay, monthsBefore, periodKey, type Period } from '#domain/periods';
import { NO_FACTS, qualityOf, type Quality } from '#domain/quality';
import { isMember, type Council } from '#domain/register';
import type { Clock, Programme, ProgrammeSource, QualityReadModel } from '../ports/index.js';
import { boxesAsked } from '../returns/read-returns.js';

/** How many months a statement covers. */
const MONTHS_COVERED = 24;

type Ports = {
  readonly quality: QualityReadModel;
  readonly programme: ProgrammeSource;
  readonly clock: Clock;
};

export type QualityStatement = Quality & {
  readonly council: Council;
  /** The box that each line of `boxes` is about, in the same order. */
  readonly metrics: readonly Metric[];
};

/** The data-quality statement of one council over its last 24 months that have ended, newest first. */
export class ReadQuality {
  constructor(private readonly ports: Ports) {}

  /** Null for a reader who does not see the council's figures at any status, or an unknown council. */
  async run(reader: Reader, councilId: number): Promise<QualityStatement | null> {
    const programme = await this.ports.programme.current();
    const scope = scopeOf(reader);
    const council = programme.register.councils.find(({ id }) => id === councilId);
    if (!council || scope.database !== 'app' || !covers(scope.anyStatus, councilId)) return null;
    const now = this.ports.clock.now();
    const months = monthsCovered(programme, councilId, now);
    const facts = await this.ports.quality.facts(scope, {
      programmeId: programme.register.programmeId,
      councilId,
      from: months.at(-1)?.start ?? londonDay(now),
      to: months[0]?.end ?? londonDay(now),
      now,
    });
    const byPeriod = new Map(facts.months.map((month) => [month.period, month]));
    const byMetric = new Map(facts.boxes.map((box) => [box.metric, box]));
    const metrics = asked(programme, councilId, months);
    const quality = qualityOf({
      now,
      holidays: programme.holidays,
      months: months.map((period) => {
        const come = byPeriod.get(periodKey(period));
        const boxes = boxesAsked(programme, councilId, period);
        const held = (codes: readonly string[] | null | undefined): number =>
          boxes.filter((code) => codes?.includes(code)).length;
        return {
          period,
          dueAt: dueInstant(period, programme.returnDefinition.due, programme.holidays),
          firstSentAt: come?.firstSentAt ?? null,
          history: come?.history ?? false,
          asked: boxes.length,
          withNumber: held(come?.withNumber),
          answered: held(come?.answered),
        };
      }),
      boxes: metrics.map(({ code }) => byMetric.get(code) ?? { metric: code, ...NO_FACTS }),
    });
    return { ...quality, council, metrics };
  }
}

/** The months that a council owed, ended by now, newest first. */
const monthsCovered = (programme: Programme, councilId: number, now: Date): readonly Period[] => {
  const running = monthOfDay(londonDay(now));
  return Array.from({ length: MONTHS_COVERED }, (_, index) =>
    monthsBefore(running, index + 1),
  ).filter((period) => isMember(programme.register, councilId, period));
};

/** The boxes asked in any of these months, in the order of the return. */
const asked = (
  programme: Programme,
  councilId: number,
  months: readonly Period[],
): readonly Metric[] => {
  const codes = new Set(months.flatMap((period) => boxesAsked(programme, councilId, period)));
  return programme.returnDefinition.themes
    .flatMap(({ boxes }) => boxes)
    .flatMap((code) =>
      codes.has(code) ? programme.metrics.filter((metric) => metric.code === code) : [],
    );
};
