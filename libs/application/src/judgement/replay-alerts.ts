import { workerScope } from '#domain/access';
import type {
  AlertRecord,
  AlertStep,
  AlertStore,
  Clock,
  Ids,
  ProgrammeSource,
  UnitOfWork,
} from '../ports/index.js';
import type { Bench } from './bench.js';
import { everySeries } from './evaluate-rules.js';
import { FunnelBook } from './funnel-book.js';
import type { FunnelHistory } from './funnel-history.js';
import { judgeCouncil } from './judge-council.js';
import { JudgementMemory } from './judgement-memory.js';

type Ports = {
  readonly unitOfWork: UnitOfWork;
  readonly programme: ProgrammeSource;
  readonly clock: Clock;
  readonly ids: Ids;
};

export type Replayed = {
  /** What the rules say when all history is judged again, moment by moment, from nothing. */
  readonly alerts: readonly AlertRecord[];
  readonly steps: readonly AlertStep[];
  /** Where the record says otherwise; none when live and replay agree. */
  readonly differences: readonly string[];
};

/**
 * Judges all history again with the same code as the live path, writing nothing, and compares it with the record. Each
 * moment sees only what was known by then.
 */
export class ReplayAlerts {
  constructor(private readonly ports: Ports) {}

  async run(filter: { readonly ruleCode: string | null }): Promise<Replayed> {
    const programme = await this.ports.programme.current();
    const { programmeId } = programme.register;
    const now = this.ports.clock.now();
    const ended = await this.evaluations(programmeId);
    const funnels = new Map<string, FunnelHistory>();
    const replayed: AlertRecord[] = [];
    const steps: AlertStep[] = [];
    const differences: string[] = [];
    const members = new Set(
      programme.register.memberships.map((membership) => membership.councilId),
    );
    for (const council of programme.register.councils.filter(({ id }) => members.has(id))) {
      await this.ports.unitOfWork.run(workerScope('replay'), async (stores) => {
        const alerts = rememberingAlerts(stores.alerts);
        const recalled = await stores.alerts.recall(programmeId, [council.id]);
        const { limits } = await stores.assessments.decided(programmeId, [council.id]);
        const bench: Bench = {
          stores: { ...stores, alerts: alerts.store },
          memory: new JudgementMemory({ ...recalled, alerts: [], judged: [] }, limits),
          funnels: new FunnelBook(stores.alerts, { programme, now }, funnels),
          programme,
          councilId: council.id,
          now,
          only: filter.ruleCode,
          evaluations: (code) => ended.get(code) ?? [],
          newId: () => this.ports.ids.newId(),
        };
        await judgeCouncil(bench, everySeries(programme, council.id));
        const found = alerts.alerts();
        replayed.push(...found);
        steps.push(...alerts.steps());
        const stored = await stores.alerts.ofCouncil({ programmeId, councilId: council.id });
        differences.push(
          ...compare(
            stored.filter(
              ({ ruleCode }) => filter.ruleCode === null || ruleCode === filter.ruleCode,
            ),
            found,
            council.name,
          ),
        );
      });
    }
    return { alerts: replayed, steps, differences };
  }

  /** The times at which rules on a schedule were evaluated, by the rule's code, in milliseconds since 1970. */
  private async evaluations(programmeId: number): Promise<ReadonlyMap<string, readonly number[]>> {
    const ended = await this.ports.unitOfWork.run(workerScope('replay'), (stores) =>
      stores.evaluations.ended(programmeId),
    );
    const times = new Map<string, number[]>();
    for (const { ruleCode, dueAt } of ended)
      times.set(ruleCode, [...(times.get(ruleCode) ?? []), dueAt.getTime()]);
    return times;
  }
}

/** Reads figures from the store, and keeps alerts in memory. */
function rememberingAlerts(store: AlertStore) {
  const alerts = new Map<string, AlertRecord>();
  const steps: AlertStep[] = [];
  const remembering = Object.assign(Object.create(store) as AlertStore, {
    steps: (ids: readonly string[]) =>
      Promise.resolve(steps.filter((step) => ids.includes(step.alertId))),
    save: (alert: AlertRecord, added: readonly AlertStep[]) => {
      alerts.set(alert.id, alert);
      steps.push(...added);
      return Promise.resolve();
    },
    notify: () => Promise.resolve(),
  });
  return { store: remembering, alerts: () => [...alerts.values()], steps: () => steps };
}

const nameOf = (alert: AlertRecord): string =>
  `${alert.ruleCode} ${alert.seriesKey} opened by ${alert.openedBy}`;
const stateOf = (alert: AlertRecord | undefined): string =>
  alert ? `${alert.state}${alert.noData ? ', no data' : ''}` : 'no alert';

function compare(
  stored: readonly AlertRecord[],
  replayed: readonly AlertRecord[],
  council: string,
): readonly string[] {
  const byName = (alerts: readonly AlertRecord[]): Map<string, AlertRecord> =>
    new Map(alerts.map((alert) => [nameOf(alert), alert]));
  const [before, after] = [byName(stored), byName(replayed)];
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((name) => stateOf(before.get(name)) !== stateOf(after.get(name)))
    .map(
      (name) =>
        `${council}, ${name}: on record ${stateOf(before.get(name))}, replayed ${stateOf(after.get(name))}`,
    );
}
