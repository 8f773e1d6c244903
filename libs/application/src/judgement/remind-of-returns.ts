import { workerScope, type Scope } from '#domain/access';
import {
  formatPeriod,
  londonDay,
  monthOfDay,
  monthsBefore,
  periodFromKey,
  periodKey,
} from '#domain/periods';
import type { Period } from '#domain/periods';
import { isMember } from '#domain/register';
import {
  closesOn,
  dueOf,
  extensionsIn,
  remindersDue,
  type Reminder,
  type ReminderAudience,
  type ReturnToRemind,
} from '#domain/returns';
import { recipientFor } from '../alerts/recipients.js';
import type {
  Clock,
  Ids,
  NotificationRecord,
  PermissionReadModel,
  Programme,
  ProgrammeSource,
  ReturnReadModel,
  UnitOfWork,
} from '../ports/index.js';

type Ports = {
  readonly unitOfWork: UnitOfWork;
  readonly programme: ProgrammeSource;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly returns: ReturnReadModel;
  readonly permissions: PermissionReadModel;
};

const WHY: Readonly<Record<ReminderAudience, string>> = {
  council: 'You are told because you send or approve the returns of this council.',
  partnership: 'You are told because you lead the partnership of this council.',
  dfe: 'You are told because you follow the returns of the programme.',
};

/**
 * Puts the reminders that are due into the ledger of messages. Each is there once, whoever runs this and however often:
 * the ledger has one message for each council, month, step and recipient, and one to DfE for each month and step.
 * History that is loaded is reminded of by nobody: only the worker's sweep runs this.
 */
export class RemindOfReturns {
  constructor(private readonly ports: Ports) {}

  /** Returns how many messages are due now, sent already or not. */
  async run(): Promise<number> {
    const programme = await this.ports.programme.current();
    const now = this.ports.clock.now();
    const scope = workerScope('reminders');
    const returns = await this.returnsOf(programme, now, scope);
    const reminders = remindersDue(now, returns, programme.holidays);
    const messages = new Map(
      reminders.flatMap((reminder) => {
        const message = this.messageOf(reminder, programme);
        if (!message) return [];
        const { councilId, period, event, recipient } = message;
        return [[`${councilId ?? ''} ${period ?? ''} ${event} ${recipient}`, message]];
      }),
    );
    if (messages.size > 0)
      await this.ports.unitOfWork.run(scope, (stores) =>
        stores.alerts.notify([...messages.values()]),
      );
    return messages.size;
  }

  /** Every return that members owe of the months that are not closed, with what has come of it. */
  private async returnsOf(
    programme: Programme,
    now: Date,
    scope: Scope,
  ): Promise<readonly ReturnToRemind[]> {
    const { register, returnDefinition, holidays, startsOn } = programme;
    const months = openMonths(now, returnDefinition.revisionMonths).filter(
      ({ start }) => start >= startsOn,
    );
    const [first, last] = [months.at(-1), months[0]];
    if (!first || !last) return [];
    const councilIds = [...new Set(register.memberships.map(({ councilId }) => councilId))];
    const { programmeId } = register;
    const of = { programmeId, councilIds, from: first.start, to: last.end };
    const [facts, permissions] = await Promise.all([
      this.ports.returns.facts(scope, { ...of, now }),
      this.ports.permissions.list(scope, { ...of, waiting: false }),
    ]);
    const known = new Map(facts.map((one) => [`${one.councilId} ${one.period}`, one]));
    return months.flatMap((month) =>
      councilIds
        .filter((councilId) => isMember(register, councilId, month))
        .map((councilId): ReturnToRemind => {
          const period = periodKey(month);
          const fact = known.get(`${councilId} ${period}`);
          const own = permissions.filter(
            (one) => one.councilId === councilId && one.period === period,
          );
          return {
            councilId,
            period,
            dueAt: dueOf(returnDefinition, month, holidays, extensionsIn(own, now)),
            closesOn: closesOn(month, returnDefinition),
            received: (fact?.boxes.length ?? 0) > 0,
            answer: fact?.answer ? { kind: fact.answer.kind, until: fact.answer.expectedOn } : null,
          };
        }),
    );
  }

  private messageOf(reminder: Reminder, programme: Programme): NotificationRecord | null {
    const { audience, councilId, period, step, kind, at } = reminder;
    const { register } = programme;
    const recipient = recipientFor(audience, councilId, register);
    const month = periodFromKey(period);
    if (!recipient || !month) return null;
    return {
      id: this.ports.ids.newId(),
      programmeId: register.programmeId,
      councilId: audience === 'dfe' ? null : councilId,
      alertId: null,
      period,
      event: `reminder ${step}`,
      audience,
      recipient,
      channel: 'in-app',
      subscriptionId: null,
      test: false,
      plannedAt: at,
      ...wordsOf(audience, kind, formatPeriod(month)),
      reason: WHY[audience],
      dueAt: at,
    };
  }
}

/** The running month and those before it that still take changes, newest first. */
const openMonths = (now: Date, revisionMonths: number): readonly Period[] => {
  const running = monthOfDay(londonDay(now));
  return Array.from({ length: revisionMonths + 1 }, (_, index) => monthsBefore(running, index));
};

/** What a reminder says: the month and what to do, and no figure. */
function wordsOf(
  audience: ReminderAudience,
  kind: Reminder['kind'],
  month: string,
): { subject: string; body: string } {
  if (audience === 'dfe')
    return {
      subject: `Returns for ${month} that have not come`,
      body: 'Some councils have not sent their return and have not answered. The board of returns says which.',
    };
  if (audience === 'partnership')
    return {
      subject: `A return for ${month} has not come`,
      body: 'A council of your partnership has not sent its return and has not answered. The council has been reminded.',
    };
  switch (kind) {
    case 'before':
      return {
        subject: `Your return for ${month} is due soon`,
        body: 'Send the figures, say that there are none, or ask for more time.',
      };
    case 'due':
      return {
        subject: `Your return for ${month} is due today`,
        body: 'Send the figures, say that there are none, or ask for more time.',
      };
    case 'late':
      return {
        subject: `Your return for ${month} is late`,
        body: 'Send what you have, say why the figures are not available yet, or ask for more time.',
      };
  }
}
