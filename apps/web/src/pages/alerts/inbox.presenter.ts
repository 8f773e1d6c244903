import type { AlertRecord, InboxMessage, Programme } from '#application/ports';
import { addresses } from '../../addresses/addresses.js';
import { formatMoment } from '../../format/format-time.js';
import { alertWords } from '../../words/alert.words.js';
import { cell, linkCell, type Table } from '../tables.js';
import { alertTable } from './alert-lines.js';

export type Inbox = {
  readonly open: readonly AlertRecord[];
  readonly cleared: readonly AlertRecord[];
  readonly messages: readonly InboxMessage[];
  readonly programme: Programme;
};

const messageTable = (messages: readonly InboxMessage[]): Table => ({
  caption: alertWords.messages,
  head: [
    { text: alertWords.messageHead.subject },
    { text: alertWords.messageHead.at },
    { text: alertWords.messageHead.why },
  ],
  rows: messages.map((message) => [
    {
      ...linkCell(message.subject, addresses.alert(message.alertId)),
      note: message.body,
    },
    cell(formatMoment(message.deliveredAt)),
    cell(message.reason),
  ]),
});

/** The alerts that a reader may see, by opening time, and the messages that were delivered to them. */
export const presentInbox = ({ open, cleared, messages, programme }: Inbox) => ({
  title: alertWords.inboxTitle,
  section: 'alerts' as const,
  open: open.length > 0 ? alertTable(open, programme, alertWords.openCaption) : null,
  cleared: cleared.length > 0 ? alertTable(cleared, programme, alertWords.clearedCaption) : null,
  messages: messages.length > 0 ? messageTable(messages) : null,
});
