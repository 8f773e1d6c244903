import { boardInboxScope, scopeOf, type Reader, type Scope } from '#domain/access';
import type { AgreedPlan } from '#domain/assessment';
import { overdueIfAcknowledgedBefore, type Entry } from '#domain/follow-up';
import { addDays, londonDay, londonInstant } from '#domain/periods';
import type {
  AlertQuery,
  AlertReadModel,
  AlertRecord,
  AlertWithStory,
  Clock,
  Correction,
  InboxMessage,
  PageOf,
  ProgrammeSource,
} from '../ports/index.js';
import { storedCodes } from '../figures/stored-codes.js';
import type { AlertQuality } from './alert-quality.js';
import { figuresBehind, type FiguresBehind } from './figures-behind.js';
import { recipientsOf } from './recipients.js';

type Ports = {
  readonly alerts: AlertReadModel;
  readonly programme: ProgrammeSource;
  readonly clock: Clock;
};

export type AlertQuestion = Omit<AlertQuery, 'programmeId' | 'unplanned'> & {
  readonly planOverdue?: boolean;
};

/** Alerts belong to readers who see a council's figures at any status; nobody else is even asked the database for them. */
const mayReadAlerts = (scope: Scope): boolean =>
  scope.database === 'app' && (scope.anyStatus === 'all' || scope.anyStatus.length > 0);

/** What a reader may know of alerts: lists by opening time, one with its story, and the reader's own messages. */
export class ReadAlerts {
  constructor(private readonly ports: Ports) {}

  /** `planOverdue`: only those that were acknowledged, and whose plan is overdue today. */
  async list(
    reader: Reader,
    { planOverdue, ...query }: AlertQuestion,
  ): Promise<PageOf<AlertRecord>> {
    const scope = scopeOf(reader);
    if (!mayReadAlerts(scope)) return { items: [], cursors: [], next: null };
    const { register, holidays } = await this.ports.programme.current();
    const today = londonDay(this.ports.clock.now());
    const before = overdueIfAcknowledgedBefore({ today, holidays });
    return this.ports.alerts.list(scope, {
      ...query,
      programmeId: register.programmeId,
      ...(planOverdue ? { unplanned: { before, today } } : {}),
    });
  }

  async one(reader: Reader, id: string): Promise<AlertWithStory | null> {
    const scope = scopeOf(reader);
    return mayReadAlerts(scope) ? this.ports.alerts.byId(scope, id) : null;
  }

  /** What people did about some alerts that the reader sees, by alert. */
  async entries(
    reader: Reader,
    alertIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly Entry[]>> {
    const scope = scopeOf(reader);
    if (!mayReadAlerts(scope) || alertIds.length === 0) return new Map();
    return this.ports.alerts.entries(scope, alertIds);
  }

  /**
   * The months of an alert whose figures were corrected or withdrawn after it opened; none for one about a return, whose
   * arrival is its own story.
   */
  async corrections(
    reader: Reader,
    { alert, steps }: AlertWithStory,
  ): Promise<readonly Correction[]> {
    const scope = scopeOf(reader);
    const { metrics } = await this.ports.programme.current();
    const metric = metrics.find(({ code }) => code === alert.metric);
    if (!metric || !mayReadAlerts(scope)) return [];
    return this.ports.alerts.corrections(scope, {
      programmeId: alert.programmeId,
      councilId: alert.councilId,
      metrics: storedCodes(metric),
      periods: [...new Set([alert.openedBy, alert.period, ...steps.map(({ period }) => period)])],
      after: alert.openedAt,
      now: this.ports.clock.now(),
    });
  }

  /** The figures by which an alert fired; null for one about a return or a promise. */
  async figuresBehind(
    reader: Reader,
    { alert, steps }: AlertWithStory,
  ): Promise<FiguresBehind | null> {
    const scope = scopeOf(reader);
    const programme = await this.ports.programme.current();
    const metric = programme.metrics.find(({ code }) => code === alert.metric);
    if (!metric || !mayReadAlerts(scope)) return null;
    const { programmeId, councilId } = alert;
    const metrics = storedCodes(metric);
    const revisions = await this.ports.alerts.revisions(scope, { programmeId, councilId, metrics });
    return figuresBehind(steps, revisions, programme);
  }

  /** What every rule did in the 365 days up to now: for DfE alone, nobody else is answered. */
  async quality(reader: Reader): Promise<AlertQuality | null> {
    const scope = scopeOf(reader);
    if (scope.grants !== 'all') return null;
    const now = this.ports.clock.now();
    const today = londonDay(now);
    const from = addDays(today, -365);
    const { register, alertRules } = await this.ports.programme.current();
    const counted = await this.ports.alerts.quality(scope, {
      programmeId: register.programmeId,
      from: londonInstant(from, '00:00'),
      to: now,
    });
    // The rule about returns judges every month's return by itself: what it watches is councils.
    const ofReturns = new Set(
      alertRules
        .filter(({ condition }) => condition.kind === 'return-missing')
        .map(({ code }) => code),
    );
    const rules = counted.map((one) =>
      ofReturns.has(one.ruleCode) ? { ...one, series: one.councils } : one,
    );
    return { from, to: today, rules };
  }

  async plans(
    reader: Reader,
    councilIds: 'all' | readonly number[],
    metric: string | null,
  ): Promise<readonly AgreedPlan[]> {
    const scope = scopeOf(reader);
    if (!mayReadAlerts(scope)) return [];
    return this.ports.alerts.plans(scope, {
      programmeId: await this.programmeId(),
      councilIds,
      metric,
    });
  }

  async inbox(reader: Reader, first = 50): Promise<readonly InboxMessage[]> {
    const isOfBoard = reader.roles.includes('board');
    const scope = isOfBoard ? boardInboxScope(reader) : scopeOf(reader);
    if (!isOfBoard && !mayReadAlerts(scope)) return [];
    return this.ports.alerts.inbox(scope, { recipients: recipientsOf(reader), first });
  }

  private async programmeId(): Promise<number> {
    return (await this.ports.programme.current()).register.programmeId;
  }
}
