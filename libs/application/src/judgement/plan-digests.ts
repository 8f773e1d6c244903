import { workerScope } from '#domain/access';
import { digestBody, digestTime, digestWeek, type DigestCounts } from '#domain/notifications';
import {
  formatPeriod,
  londonDay,
  monthOfDay,
  monthsBefore,
  periodKey,
  type Period,
} from '#domain/periods';
import { isMember } from '#domain/register';
import { homeOf, recipientsIn, type Recipient } from '../alerts/recipients.js';
import type {
  Clock,
  Ids,
  NewsReadModel,
  NotificationRecord,
  Programme,
  ProgrammeSource,
  ReturnReadModel,
  Subscription,
  UnitOfWork,
  WakeUps,
} from '../ports/index.js';
import { dueMoment } from './calendar-memory.js';

const SWEEP = 'digests';
/** Months back in which one is found whose return was due. */
const MONTHS = 4;

type Ports = {
  readonly unitOfWork: UnitOfWork;
  readonly programme: ProgrammeSource;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly news: NewsReadModel;
  readonly returns: ReturnReadModel;
  readonly wakeUps: WakeUps;
};

/**
 * Puts the weekly digest into the ledger of messages, one for each address that asked for it: once a week however many workers run
 * and however often, for the ledger has one message for each week and address. After downtime only the newest week is told.
 */
export class PlanDigests {
  constructor(private readonly ports: Ports) {}

  /** Returns how many addresses a digest goes to. */
  async run(): Promise<number> {
    const { unitOfWork, programme: source, clock } = this.ports;
    const programme = await source.current();
    const { register } = programme;
    const at = digestTime(clock.now());
    const scope = workerScope('digests');
    const asked = await unitOfWork.run(scope, async ({ alerts, subscriptions }) => {
      const before = await alerts.sweptUpTo(SWEEP);
      // The first look begins the record: nobody is told of weeks before the service.
      if (before === null) await alerts.setSweptUpTo(SWEEP, at);
      return before === null || before >= at
        ? null
        : subscriptions.forDigest(register.programmeId, at);
    });
    if (asked === null) return 0;
    const messages = await this.messagesFor(asked, programme, at);
    const isPlanned = await unitOfWork.run(scope, async ({ alerts }) => {
      const before = await alerts.sweptUpTo(SWEEP);
      if (before !== null && before >= at) return false;
      await alerts.notify(messages);
      await alerts.setSweptUpTo(SWEEP, at);
      return true;
    });
    if (!isPlanned || messages.length === 0) return 0;
    await this.ports.wakeUps.wake('notifications');
    return messages.length;
  }

  /** What changed is counted once for each recipient, however many addresses they have. */
  private async messagesFor(
    asked: readonly Subscription[],
    programme: Programme,
    at: Date,
  ): Promise<readonly NotificationRecord[]> {
    const { register } = programme;
    const messages: NotificationRecord[] = [];
    for (const recipient of recipientsIn(register)) {
      const own = asked.filter((one) => one.recipient === recipient.key);
      if (own.length === 0) continue;
      const counts = await this.countsFor(councilsOf(recipient, programme), programme, at);
      const body = digestBody(counts, at, homeOf(recipient.key));
      messages.push(
        ...own.map(({ id, channel, councilId }): NotificationRecord => ({
          ...{ id: this.ports.ids.newId(), programmeId: register.programmeId, councilId },
          ...{ alertId: null, period: null, event: `digest ${londonDay(at)}`, test: false },
          ...{ audience: recipient.audience, recipient: recipient.key, channel },
          ...{ subscriptionId: id, subject: 'Weekly digest of the change programme', body },
          reason: 'You are told because this address asked for a weekly digest.',
          ...{ plannedAt: at, dueAt: at },
        })),
      );
    }
    return messages;
  }

  private async countsFor(
    councilIds: readonly number[],
    programme: Programme,
    at: Date,
  ): Promise<DigestCounts> {
    const { programmeId } = programme.register;
    const scope = workerScope('digests');
    const week = { ...digestWeek(at), most: 1 };
    const { totals } = await this.ports.news.since(scope, { programmeId, councilIds, ...week });
    return {
      ...{ opened: totals.opened, cleared: totals.cleared },
      ...{ received: totals.received, corrected: totals.corrected, approved: totals.approval },
      ...{ feedback: totals.feedback, answered: totals['feedback-answered'] },
      milestones:
        totals['milestone-planned'] + totals['milestone-done'] + totals['milestone-redated'],
      silent: await this.silentOf(councilIds, programme, at),
    };
  }

  /** How many of these councils owe the newest month that was due, and have sent and said nothing. */
  private async silentOf(
    councilIds: readonly number[],
    programme: Programme,
    at: Date,
  ): Promise<DigestCounts['silent']> {
    const { register } = programme;
    const month = newestDue(programme, at);
    if (!month) return null;
    const facts = await this.ports.returns.facts(workerScope('digests'), {
      ...{ programmeId: register.programmeId, councilIds, now: at },
      ...{ from: month.start, to: month.end },
    });
    const heard = new Set(
      facts.filter(({ period }) => period === periodKey(month)).map(({ councilId }) => councilId),
    );
    const councils = councilIds.filter(
      (id) => isMember(register, id, month) && !heard.has(id),
    ).length;
    return councils === 0 ? null : { councils, month: formatPeriod(month) };
  }
}

function newestDue(programme: Programme, at: Date): Period | null {
  const running = monthOfDay(londonDay(at));
  const months = Array.from({ length: MONTHS }, (_, index) => monthsBefore(running, index + 1));
  return (
    months.find(
      (month) => month.start >= programme.startsOn && dueMoment(programme, month) <= at,
    ) ?? null
  );
}

/** The councils that a recipient is told of. */
function councilsOf(
  { audience, councilId, key }: Recipient,
  { register }: Programme,
): readonly number[] {
  if (councilId !== null) return [councilId];
  const members = [...new Set(register.memberships.map((one) => one.councilId))];
  if (audience === 'dfe') return members;
  const own = register.partnerships.find(({ code }) => key === `partnership ${code}`)?.members;
  return members.filter((id) => own?.some((one) => one.councilId === id));
}
