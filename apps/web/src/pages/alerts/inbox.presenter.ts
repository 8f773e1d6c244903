import type { AlertingStatus } from '#application/alerting';
import type { AlertRecord, InboxMessage, Programme } from '#application/ports';
import { addresses } from '../../addresses/addresses.js';
import { monthOfKey } from '../../addresses/period-address.js';
import { formatDay, formatMoment } from '../../format/format-time.js';
import { alertWords } from '../../words/alert.words.js';
import { alertingWords } from '../../words/alerting.words.js';
import { silenceWords } from '../../words/silence.words.js';
import { followUpWords } from '../../words/follow-up.words.js';
import { cell, linkCell, type Table } from '../tables.js';
import { alertTable } from './alert-lines.js';

export type Inbox = {
  readonly open: readonly AlertRecord[];
  /** Of these, those acknowledged more than ten working days ago that have no plan. */
  readonly overdue: readonly AlertRecord[];
  /** Whether the open ones are narrowed to these. */
  readonly onlyOverdue: boolean;
  /** The rule to which the alerts are narrowed; null for all. */
  readonly ruleCode: string | null;
  /** Whether the reader may see how good the alerts are. */
  readonly seesQuality: boolean;
  readonly cleared: readonly AlertRecord[];
  readonly messages: readonly InboxMessage[];
  /** Whether alerting itself works; null for whoever may not know. */
  readonly alerting: AlertingStatus | null;
  readonly programme: Programme;
};

/** Where a message leads: to its alert; a test to this page; a reminder to its return, and a digest of a month to the board of returns. */
function placeOf(message: InboxMessage, { register }: Programme): string {
  if (message.alertId) return addresses.alert(message.alertId);
  if (message.period === null) return addresses.alerts;
  const council = register.councils.find(({ id }) => id === message.councilId);
  const month = message.period === null ? null : monthOfKey(message.period);
  return council && month ? addresses.returnOf(month, council.key) : addresses.returns;
}

const messageTable = (messages: readonly InboxMessage[], programme: Programme): Table => ({
  caption: alertWords.messages,
  head: [
    { text: alertWords.messageHead.subject },
    { text: alertWords.messageHead.at },
    { text: alertWords.messageHead.why },
  ],
  rows: messages.map((message) => [
    {
      ...linkCell(message.subject, placeOf(message, programme)),
      note: message.body,
    },
    cell(formatMoment(message.deliveredAt)),
    cell(message.reason),
  ]),
});

/** What the board is told: plain lines that lead nowhere, those of one day that say the same as one. */
export function presentBoardInbox(messages: readonly InboxMessage[]) {
  const lines = new Map<string, { readonly first: InboxMessage; readonly times: number }>();
  for (const message of messages) {
    const key = `${formatDay(message.deliveredAt)} ${message.body}`;
    const { first = message, times = 0 } = lines.get(key) ?? {};
    lines.set(key, { first, times: times + 1 });
  }
  const { subject, at, why } = alertWords.messageHead;
  const table: Table = {
    caption: alertWords.messages,
    head: [subject, at, why].map((text) => ({ text })),
    rows: [...lines.values()].map(({ first, times }) => [
      { text: first.subject, note: `${first.body}${silenceWords.board.times(times)}` },
      cell(formatMoment(first.deliveredAt)),
      cell(first.reason),
    ]),
  };
  return {
    title: silenceWords.board.title,
    section: 'alerts' as const,
    messages: messages.length > 0 ? table : null,
  };
}

/** The alerts that a reader may see, by opening time, and the messages that were delivered to them. */
export function presentInbox(inbox: Inbox) {
  const { cleared, messages, programme, overdue, onlyOverdue } = inbox;
  const open = onlyOverdue ? overdue : inbox.open;
  const rule = programme.alertRules.find(({ code }) => code === inbox.ruleCode);
  const openCaption = onlyOverdue
    ? followUpWords.list.caption
    : rule
      ? alertWords.openOfRule(rule.title)
      : alertWords.openCaption;
  return {
    title: alertWords.inboxTitle,
    section: 'alerts' as const,
    openCaption,
    open: open.length > 0 ? alertTable(open, programme, openCaption) : null,
    noneOpen: onlyOverdue ? followUpWords.list.none : alertWords.noneOpen,
    overdue: overdue.length > 0 ? followUpWords.list.overdue(overdue.length) : null,
    narrow: narrowing(inbox),
    quality: inbox.seesQuality ? addresses.alertQuality : null,
    alerting: inbox.alerting ? addresses.alerting : null,
    notices: inbox.alerting ? noticesOf(inbox.alerting) : [],
    cleared: cleared.length > 0 ? alertTable(cleared, programme, alertWords.clearedCaption) : null,
    messages: messages.length > 0 ? messageTable(messages, programme) : null,
  };
}

/** The way to the alerts without a plan, or back to all. */
function narrowing({ overdue, onlyOverdue, ruleCode }: Inbox) {
  const { show, all } = followUpWords.list;
  if (onlyOverdue || ruleCode !== null) return { text: all, href: addresses.alerts };
  return overdue.length > 0 ? { text: show, href: addresses.alertsWithoutPlan } : null;
}

/** What a reader of alerts has to know before they believe that there are no others. */
function noticesOf({ stages, failed }: AlertingStatus): readonly string[] {
  const stopped = stages.filter((one) => one.stopped);
  const names = stopped.map(({ stage }) => alertingWords.stage[stage].toLowerCase());
  return [
    ...(stopped.length > 0 ? [alertingWords.stopped(names.join(', '))] : []),
    ...(failed.length > 0 ? [alertingWords.notice(failed.length)] : []),
  ];
}
