import type { Gets, MadeSubscription, RecipientChoice } from '#application/alerts';
import type { DeadMessage, OutsideChannel, Subscription } from '#application/ports';
import { addresses } from '../../addresses/addresses.js';
import { formatDay, formatMoment } from '../../format/format-time.js';
import { messageWords as w } from '../../words/message.words.js';
import { cell, type Table } from '../tables.js';

const CHANNELS: readonly OutsideChannel[] = ['email', 'webhook'];
export const GETS: readonly Gets[] = ['alerts', 'digest', 'both'];

export type Messages = {
  readonly choices: readonly RecipientChoice[];
  readonly chosen: RecipientChoice | null;
  readonly subscriptions: readonly Subscription[];
  /** Null for readers who are not shown them. */
  readonly dead: readonly DeadMessage[] | null;
  readonly typed: { readonly channel: string; readonly address: string; readonly gets: string };
  readonly fault: string | null;
  readonly notice: string | null;
};

const tableOf = (subscriptions: readonly Subscription[]): Table => ({
  caption: w.standing,
  head: [w.head.address, w.head.channel, w.head.gets, w.head.since].map((text) => ({ text })),
  rows: subscriptions.map((one) => [
    cell(one.address),
    cell(w.channels[one.channel]),
    cell(w.getsNames[getsOf(one)]),
    cell(w.since(one.createdBy, formatDay(one.createdAt))),
  ]),
});

const getsOf = ({ alerts, digest }: Subscription): Gets =>
  alerts && digest ? 'both' : digest ? 'digest' : 'alerts';

/** What may go to an address of a recipient; the board has no digest, and DfE's people keep the digest alone. */
function choicesOf({ recipient, keeps }: RecipientChoice): readonly Gets[] {
  if (!keeps) return ['digest'];
  return recipient.audience === 'board' ? ['alerts'] : GETS;
}

const deadTable = (dead: readonly DeadMessage[], name: (key: string) => string): Table => ({
  caption: w.dead,
  head: [w.deadHead.id, w.deadHead.to, w.deadHead.at, w.deadHead.detail].map((text) => ({ text })),
  rows: dead.map((one) => [
    cell(one.id),
    cell(w.deadTo(name(one.recipient), w.channels[one.channel])),
    { text: formatMoment(one.diedAt), note: w.attempts(one.tries) },
    cell(one.detail),
  ]),
});

/** The form that adds an address, with what was typed. */
function addForm(chosen: RecipientChoice, typed: Messages['typed']) {
  return {
    action: addresses.messagesOf(chosen.recipient.key),
    address: typed.address,
    gets: choicesOf(chosen).map((one, index, all) => ({
      value: one,
      text: w.getsNames[one],
      checked: all.some((other) => other === typed.gets) ? one === typed.gets : index === 0,
    })),
    channels: CHANNELS.map((channel) => ({
      value: channel,
      text: w.channels[channel],
      hint: { text: w.channelHints[channel] },
      checked: channel === typed.channel,
    })),
  };
}

/** Where a recipient's messages go outside the service, with what a reader may do about it. */
export function presentMessages(of: Messages) {
  const { choices, chosen, subscriptions, dead, typed, fault, notice } = of;
  const key = chosen?.recipient.key ?? '';
  const name = (recipient: string): string =>
    choices.find((one) => one.recipient.key === recipient)?.recipient.name ?? w.unknown;
  const keeps = chosen?.keepsDigest === true;
  const digestOnly = keeps && !chosen.keeps;
  return {
    title: chosen ? w.titleOf(chosen.recipient.name) : w.title,
    section: 'messages' as const,
    hasErrors: fault !== null,
    notice,
    fault,
    mayNothing: choices.length === 0,
    choices:
      choices.length > 1
        ? choices.map(({ recipient }) => ({
            value: recipient.key,
            text: recipient.name,
            selected: recipient.key === key,
          }))
        : null,
    keeps,
    digestOnly,
    nothing: digestOnly ? w.noDigest : w.nothing,
    table: keeps && subscriptions.length > 0 ? tableOf(subscriptions) : null,
    removals: subscriptions.map((one) => ({
      action: addresses.removeSubscription(one.id),
      text: `${w.remove} ${one.address}`,
    })),
    add: keeps ? addForm(chosen, typed) : null,
    test: chosen?.tests ? { action: addresses.testMessage(key) } : null,
    dead: dead && {
      table: dead.length > 0 ? deadTable(dead, name) : null,
      again: dead.map(({ id }) => ({
        action: addresses.sendAgain(id),
        text: `${w.again} ${id}`,
      })),
    },
  };
}

/** A webhook's secret, once. */
export const presentSecret = ({ subscription, secret }: MadeSubscription) => ({
  title: w.made.title,
  section: 'messages' as const,
  goes: w.made.goes(subscription.address),
  secret: secret ?? '',
  backHref: addresses.messagesOf(subscription.recipient),
});
