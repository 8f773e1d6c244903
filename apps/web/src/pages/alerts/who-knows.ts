import type { LedgerLine } from '#application/ports';
import { isGoodNews } from '#domain/notifications';
import type { Register } from '#domain/register';
import { formatDay, formatMoment } from '../../format/format-time.js';
import { alertWords } from '../../words/alert.words.js';
import { whoKnowsWords as w } from '../../words/who-knows.words.js';
import { cell, type Table } from '../tables.js';

type Ledger = readonly LedgerLine[];

/** Whose inbox it is, in words: inboxes belong to organisations, not to people. */
function recipientWords(recipient: string, { councils, partnerships }: Register): string {
  const [kind, key] = recipient.split(' ');
  const name =
    kind === 'council'
      ? councils.find(({ id }) => String(id) === key)?.name
      : partnerships.find(({ code }) => code === key)?.name;
  return name ?? alertWords.audience[recipient] ?? recipient;
}

const deliveredAt = ({ attempts }: LedgerLine): Date | null =>
  attempts.find(({ outcome }) => outcome === 'delivered')?.at ?? null;

/** Who knows of an alert, who will be told, and who waits and why: a sentence for each, in the order of the ledger. */
export function whoKnowsLines(ledger: Ledger, register: Register, now: Date): readonly string[] {
  const news = ledger.filter(({ event }) => !isGoodNews(event));
  return [...new Set(news.map(({ recipient }) => recipient))].map((recipient) =>
    sentenceOf(
      recipientWords(recipient, register),
      news.filter((line) => line.recipient === recipient),
      now,
    ),
  );
}

function sentenceOf(name: string, lines: Ledger, now: Date): string {
  const told = lines.flatMap((line) => deliveredAt(line) ?? []).map((at) => at.getTime());
  if (told.length > 0) {
    const [first, last] = [Math.min(...told), Math.max(...told)].map((at) =>
      formatDay(new Date(at)),
    );
    return w.told(name, first ?? '', last === first ? null : (last ?? null));
  }
  const held = lines.find(({ waits }) => waits !== null)?.waits;
  if (held) return w.held(name, held);
  const next = lines.find(({ attempts }) => attempts.length === 0);
  if (next) return next.dueAt > now ? w.due(name, formatDay(next.dueAt)) : w.onItsWay(name);
  return w.notTold(name);
}

/** The ledger of an alert: each message with what it said, when it was due, and how it ended. */
export function ledgerTable(ledger: Ledger, register: Register, now: Date): Table | null {
  if (ledger.length === 0) return null;
  const { ledgerHead } = alertWords;
  return {
    caption: alertWords.ledgerCaption,
    head: [ledgerHead.who, ledgerHead.reason, ledgerHead.due, ledgerHead.sent].map((text) => ({
      text,
    })),
    rows: ledger.map((line) => [
      {
        ...cell(recipientWords(line.recipient, register)),
        note: alertWords.by(
          alertWords.audience[line.audience] ?? line.audience,
          alertWords.channels[line.channel] ?? line.channel,
        ),
      },
      { ...cell(w.events[line.event.split(' ')[0] ?? ''] ?? ''), note: `“${line.reason}”` },
      cell(formatMoment(line.dueAt)),
      cell(lastOf(line, now)),
    ]),
  };
}

function lastOf({ attempts, waits, dueAt }: LedgerLine, now: Date): string {
  const attempt = attempts.at(-1);
  if (!attempt) {
    if (waits) return alertWords.waits(waits);
    return dueAt > now ? w.notDue : alertWords.notSent;
  }
  const { outcome, at, detail } = attempt;
  const said = `${alertWords.outcome[outcome] ?? outcome}, ${formatMoment(at)}`;
  return outcome === 'not-told' ? alertWords.because(said, detail) : said;
}
