import { scopeOf, type Reader, type Scope } from '#domain/access';
import type { AgreedPlan } from '#domain/assessment';
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
import { recipientsOf } from './recipients.js';

type Ports = {
  readonly alerts: AlertReadModel;
  readonly programme: ProgrammeSource;
  readonly clock: Clock;
};

/** Alerts belong to readers who see a council's figures at any status; nobody else is even asked the database for them. */
const mayReadAlerts = (scope: Scope): boolean =>
  scope.database === 'app' && (scope.anyStatus === 'all' || scope.anyStatus.length > 0);

/** What a reader may know of alerts: lists by opening time, one with its story, and the reader's own messages. */
export class ReadAlerts {
  constructor(private readonly ports: Ports) {}

  async list(reader: Reader, query: Omit<AlertQuery, 'programmeId'>): Promise<PageOf<AlertRecord>> {
    const scope = scopeOf(reader);
    if (!mayReadAlerts(scope)) return { items: [], cursors: [], next: null };
    return this.ports.alerts.list(scope, { ...query, programmeId: await this.programmeId() });
  }

  async one(reader: Reader, id: string): Promise<AlertWithStory | null> {
    const scope = scopeOf(reader);
    return mayReadAlerts(scope) ? this.ports.alerts.byId(scope, id) : null;
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
    const scope = scopeOf(reader);
    if (!mayReadAlerts(scope)) return [];
    return this.ports.alerts.inbox(scope, { recipients: recipientsOf(reader), first });
  }

  private async programmeId(): Promise<number> {
    return (await this.ports.programme.current()).register.programmeId;
  }
}
