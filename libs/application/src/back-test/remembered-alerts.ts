import type { AlertRecord, AlertStep, AlertStore, KnownRevision } from '../ports/index.js';

type Judging = Pick<AlertStore, 'revisions' | 'steps' | 'save' | 'notify'>;

/** The figures that a back-test was given, and the alerts that it makes, in memory: nothing of it is anybody's record. */
export class RememberedAlerts implements Judging {
  private readonly records = new Map<string, AlertRecord>();
  private readonly stepsOf = new Map<string, AlertStep[]>();

  constructor(private readonly given: readonly KnownRevision[]) {}

  /** Every alert in the order in which it opened, with its steps. */
  all(): readonly { readonly alert: AlertRecord; readonly steps: readonly AlertStep[] }[] {
    return [...this.records.values()].map((alert) => ({
      alert,
      steps: this.stepsOf.get(alert.id) ?? [],
    }));
  }

  revisions(series: {
    readonly councilIds: readonly number[];
    readonly metrics: readonly string[];
  }): Promise<readonly KnownRevision[]> {
    const councils = new Set(series.councilIds);
    const metrics = new Set(series.metrics);
    return Promise.resolve(
      this.given.filter((one) => councils.has(one.councilId) && metrics.has(one.metric)),
    );
  }

  steps(alertIds: readonly string[]): Promise<readonly AlertStep[]> {
    return Promise.resolve(alertIds.flatMap((id) => this.stepsOf.get(id) ?? []));
  }

  save(alert: AlertRecord, steps: readonly AlertStep[]): Promise<void> {
    this.records.set(alert.id, alert);
    const known = this.stepsOf.get(alert.id);
    if (known) known.push(...steps);
    else this.stepsOf.set(alert.id, [...steps]);
    return Promise.resolve();
  }

  notify(): Promise<void> {
    return Promise.resolve();
  }
}
