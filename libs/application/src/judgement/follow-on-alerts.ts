import { workerScope } from '#domain/access';
import type { SeriesAssessment } from '#domain/assessment';
import { foldFollowUp } from '#domain/follow-up';
import {
  everyMonth,
  expectedFor,
  followOn,
  isBacklogBeingCleared,
  silencesOn,
  type AlertToFollow,
  type ExpectedWhileClearing,
  type NotificationPlan,
  type Silence,
} from '#domain/notifications';
import { partnershipOf, recipientFor } from '../alerts/recipients.js';
import type {
  AlertRecord,
  AssessmentRecord,
  Clock,
  Ids,
  NotificationRecord,
  Programme,
  ProgrammeSource,
  Stores,
  UnitOfWork,
} from '../ports/index.js';
import { muteOf } from './telling.js';

const BEGUN = 'follow-on begun';
const PAGE = 200;
const MOST_SILENCES = 1_000;

type Ports = {
  readonly unitOfWork: UnitOfWork;
  readonly programme: ProgrammeSource;
  readonly clock: Clock;
  readonly ids: Ids;
};

type Standing = Awaited<ReturnType<Stores['telling']['standing']>>[number];
type Setting = {
  readonly stores: Stores;
  readonly programme: Programme;
  readonly now: Date;
  /** When this first ran. */
  readonly begun: Date;
  readonly silences: readonly Silence[];
  readonly expected: ExpectedBook;
};

/**
 * Puts into the ledger who is to be told again, or besides, of alerts that stand. Each step is there once, whoever runs this and
 * however often: its event names it. What was due before this ever ran is past: loading years of history tells nobody again.
 */
export class FollowOnAlerts {
  constructor(private readonly ports: Ports) {}

  async run(): Promise<void> {
    const programme = await this.ports.programme.current();
    const { programmeId } = programme.register;
    const begun = await this.begun();
    for (let after: string | null = null; ;) {
      const page = await this.ports.unitOfWork.run(workerScope('follow-on'), async (stores) => {
        const now = this.ports.clock.now();
        const standing = await stores.telling.standing({ programmeId, after, limit: PAGE });
        const silences = await stores.silences.standing(programmeId, now, MOST_SILENCES);
        const expected = new ExpectedBook(stores, programmeId);
        const setting = { stores, programme, now, begun, silences, expected };
        const messages: NotificationRecord[] = [];
        for (const one of standing) messages.push(...(await this.messagesOf(one, setting)));
        await stores.alerts.notify(messages);
        return standing;
      });
      if (page.length < PAGE) return;
      after = page.at(-1)?.alert.id ?? null;
    }
  }

  /** When this ran for the first time: now, if it never did. */
  private begun(): Promise<Date> {
    return this.ports.unitOfWork.run(workerScope('follow-on'), async ({ alerts }) => {
      const before = await alerts.sweptUpTo(BEGUN);
      const begun = before ?? this.ports.clock.now();
      if (before === null) await alerts.setSweptUpTo(BEGUN, begun);
      return begun;
    });
  }

  private async messagesOf(one: Standing, setting: Setting): Promise<NotificationRecord[]> {
    const { alert } = one;
    const { programme, now, begun } = setting;
    const { holidays, alertRules } = programme;
    const rule = alertRules.find(({ code }) => code === alert.ruleCode);
    if (!rule) return [];
    const standing: AlertToFollow = {
      ...alert,
      followUp: foldFollowUp(one.entries),
      isExpected: false,
      isQuiet: isQuiet(alert, setting),
    };
    const plans = followOn(standing, rule, { now, holidays }).filter(({ dueAt }) => dueAt > begun);
    // Only what would be told is worth looking further for.
    if (plans.length === 0 || (await setting.expected.isExpected(alert, programme))) return [];
    return plans.flatMap((plan) => this.messageOf(plan, alert, setting) ?? []);
  }

  private messageOf(
    plan: NotificationPlan,
    alert: AlertRecord,
    { programme, now }: Setting,
  ): NotificationRecord | null {
    const { programmeId, councilId } = alert;
    const recipient = recipientFor(plan.audience, councilId, programme.register);
    if (!recipient) return null;
    const of = {
      ...plan,
      ...{ id: this.ports.ids.newId(), programmeId, period: null, recipient, test: false },
      ...{ channel: 'in-app' as const, subscriptionId: null, plannedAt: now },
    };
    if (plan.audience !== 'board') return { ...of, councilId, alertId: alert.id };
    // The board sees nothing of a council: its message names the partnership, and leads to no alert.
    const partnership = partnershipOf(councilId, programme.register)?.name;
    const body = partnership ? `${plan.body} It is in the partnership ${partnership}.` : plan.body;
    return { ...of, body, councilId: null, alertId: null, event: `${plan.event} ${alert.id}` };
  }
}

/** Whether a council's messages about an alert wait: then it is not told again. */
function isQuiet(alert: AlertRecord, { programme, silences, now }: Setting): boolean {
  const { councilId, ruleCode } = alert;
  const partnership = partnershipOf(councilId, programme.register)?.code ?? null;
  const audience = 'council' as const;
  return (
    silencesOn(silences, { ...alert, partnership }, { audience, now }).length > 0 ||
    muteOf(programme, { ruleCode, councilId, now }) !== null
  );
}

/** Whether breaches are expected while backlogs are being cleared; each measure's assessments are read once. */
class ExpectedBook {
  private readonly read = new Map<string, Promise<readonly AssessmentRecord[]>>();

  constructor(
    private readonly stores: Stores,
    private readonly programmeId: number,
  ) {}

  async isExpected(alert: AlertRecord, { inhibitions }: Programme): Promise<boolean> {
    const rule = expectedFor(alert, inhibitions);
    return rule !== null && (await this.isClearing(rule, alert.councilId));
  }

  private async isClearing(rule: ExpectedWhileClearing, councilId: number): Promise<boolean> {
    const [outflow, stock] = await Promise.all(
      [rule.outflow, rule.stock].map((metric) => this.pointsOf(metric, councilId)),
    );
    return isBacklogBeingCleared(outflow ?? [], everyMonth(stock ?? []), rule.months);
  }

  private async pointsOf(metric: string, councilId: number) {
    const records =
      this.read.get(metric) ?? this.stores.assessments.ofMetric(this.programmeId, metric);
    this.read.set(metric, records);
    const found = (await records).find(
      (one) => one.kind === 'council' && one.councilId === councilId,
    );
    const chart = (found?.result as SeriesAssessment | undefined)?.chart;
    return chart && chart.kind !== 'none' ? chart.points : [];
  }
}
