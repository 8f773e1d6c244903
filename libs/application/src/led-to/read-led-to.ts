import { covers, scopeOf, type Reader } from '#domain/access';
import type { AgreedPlan } from '#domain/assessment';
import { londonDay } from '#domain/periods';
import type { ReadAlerts } from '../alerts/read-alerts.js';
import type { ReadReconciliation, Reconciliation } from '../figures/index.js';
import type { Clock, LedToFound, LedToReadModel, ProgrammeSource } from '../ports/index.js';

/** How far back what happened is news, in days. */
const NEWS_DAYS = 92;
/** Of each kind. */
const MOST = 20;
const DAY_MS = 86_400_000;

/** What a council's figures and words led to, from what is on record: each list newest first. */
export type LedTo = LedToFound & {
  /** Plans that were agreed lately. */
  readonly plans: readonly AgreedPlan[];
  /** The sums of the month's year beside what was published since; null without a month, or while nothing is out. */
  readonly reconciled: Reconciliation | null;
};

/**
 * "What your figures led to": alerts that they opened, changed or cleared and who was told, DfE's answers, plans, permissions,
 * milestones, published sums. Of one month's figures whenever it happened, and of all figures in the last 92 days.
 */
export class ReadLedTo {
  constructor(
    private readonly ports: {
      readonly ledTo: LedToReadModel;
      readonly readAlerts: ReadAlerts;
      readonly readReconciliation: ReadReconciliation;
      readonly programme: ProgrammeSource;
      readonly clock: Clock;
    },
  ) {}

  /** Null for a reader who does not see the council's figures at any status. `period`: the key of a month. */
  async run(
    reader: Reader,
    { councilId, period }: { readonly councilId: number; readonly period: string | null },
  ): Promise<LedTo | null> {
    const scope = scopeOf(reader);
    if (!covers(scope.anyStatus, councilId)) return null;
    const { register } = await this.ports.programme.current();
    const to = this.ports.clock.now();
    const from = new Date(to.getTime() - NEWS_DAYS * DAY_MS);
    const { programmeId } = register;
    const [found, plans, year] = await Promise.all([
      this.ports.ledTo.find(scope, { programmeId, councilId, period, from, to, most: MOST }),
      this.ports.readAlerts.plans(reader, [councilId], null),
      period === null ? null : this.yearOf(reader, councilId, Number(period.slice(0, 4))),
    ]);
    const [first, last] = [londonDay(from), londonDay(to)];
    return {
      ...found,
      plans: plans.filter(
        ({ agreedOn }) => agreedOn !== null && agreedOn > first && agreedOn <= last,
      ),
      reconciled: year,
    };
  }

  private async yearOf(
    reader: Reader,
    councilId: number,
    year: number,
  ): Promise<Reconciliation | null> {
    const found = await this.ports.readReconciliation.run(reader, { councilId, year });
    return found?.boxes.some(({ gap }) => gap !== null) ? found : null;
  }
}
