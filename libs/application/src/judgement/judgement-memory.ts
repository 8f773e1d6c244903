import type { AgreedPlan } from '#domain/assessment';
import type {
  AlertRecord,
  AlertStore,
  GrantedExtension,
  JudgedSeries,
  LimitDecision,
  Recalled,
  ReturnArrival,
} from '../ports/index.js';

const keyOf = (of: JudgedSeries): string =>
  `${of.programmeId} ${of.councilId} ${of.ruleCode} ${of.seriesKey}`;

/**
 * What is on record of some councils, read at once and kept up with while they are judged: their locks are held, so that
 * nobody else changes it. How far each series has been judged is written at the end.
 */
export class JudgementMemory {
  /** By series, then by id. */
  private readonly bySeries = new Map<string, Map<string, AlertRecord>>();
  private readonly judged: Map<string, JudgedSeries & { readonly upTo: Date }>;
  private readonly moved = new Set<string>();

  constructor(
    private readonly recalled: Recalled,
    private readonly decided: readonly LimitDecision[],
  ) {
    for (const alert of recalled.alerts) this.keep(alert);
    this.judged = new Map(recalled.judged.map((one) => [keyOf(one), one]));
  }

  plans(councilId: number): readonly AgreedPlan[] {
    return this.recalled.plans.filter((plan) => plan.councilId === councilId);
  }

  /** What people decided of the limits of a council's series, in its order. */
  limits(councilId: number): readonly LimitDecision[] {
    return this.decided.filter((one) => one.councilId === councilId);
  }

  returnArrivals(councilId: number): readonly ReturnArrival[] {
    return this.recalled.arrivals.filter((one) => one.councilId === councilId);
  }

  extensions(councilId: number): readonly GrantedExtension[] {
    return this.recalled.extensions.filter((one) => one.councilId === councilId);
  }

  /** A series' alerts, oldest first. */
  alerts(series: JudgedSeries): readonly AlertRecord[] {
    return [...(this.bySeries.get(keyOf(series))?.values() ?? [])].sort(
      (a, b) => a.openedAt.getTime() - b.openedAt.getTime(),
    );
  }

  keep(alert: AlertRecord): void {
    const key = keyOf(alert);
    const alerts = this.bySeries.get(key) ?? new Map<string, AlertRecord>();
    this.bySeries.set(key, alerts.set(alert.id, alert));
  }

  /** The last moment up to which a rule has judged a series; null before the first. */
  judgedUpTo(series: JudgedSeries): Date | null {
    return this.judged.get(keyOf(series))?.upTo ?? null;
  }

  setJudgedUpTo(series: JudgedSeries, upTo: Date): void {
    const key = keyOf(series);
    this.judged.set(key, { ...series, upTo });
    this.moved.add(key);
  }

  /** Writes how far each series was judged. */
  async settle(store: AlertStore): Promise<void> {
    await store.setJudged(
      [...this.judged].filter(([key]) => this.moved.has(key)).map(([, one]) => one),
    );
  }
}
