import type { LedTo } from '#application/led-to';
import type { AlertMove, Programme } from '#application/ports';
import type { Permission } from '#domain/returns';
import type { Council } from '#domain/register';
import { addresses } from '../addresses/addresses.js';
import { monthOfKey } from '../addresses/period-address.js';
import { listOf } from '../format/format-list.js';
import { formatPeriodKey } from '../format/format-period.js';
import { formatDate, formatDay } from '../format/format-time.js';
import { alertWords } from '../words/alert.words.js';
import { feedbackWords } from '../words/feedback.words.js';
import { ledToWords as w } from '../words/led-to.words.js';
import { titleOfAlert } from './alerts/alert-lines.js';

type Line = {
  readonly at: string;
  readonly text: string;
  readonly href: string;
  readonly said: string;
};

export type LedToPage = {
  readonly council: Council;
  readonly programme: Programme;
  /** Read by somebody of the council. */
  readonly isOwn: boolean;
  /** The key of the month whose figures the page is about; null for a page of the council as a whole. */
  readonly period: string | null;
};

/** How much of what happened in the last three months a page lists. */
const MOST = 10;

/** What the figures led to: those of a month, and lately; each list newest first, and a sentence where there is nothing. */
export function presentLedTo(found: LedTo | null, page: LedToPage) {
  if (!found) return null;
  const { period } = page;
  const moves = found.moves.map((move) => ({ move, line: alertLine(move, page) }));
  const ofMonth = [
    ...moves.filter(({ move }) => move.period === period).map(({ line }) => line),
    ...found.permissions.filter((one) => one.period === period).map((one) => asked(one, page)),
    ...(found.reconciled ? [publishedLine(found.reconciled, page)] : []),
  ];
  const lately = [
    ...moves.filter(({ move }) => move.period !== period).map(({ line }) => line),
    ...found.permissions.filter((one) => one.period !== period).map((one) => asked(one, page)),
    ...otherLines(found, page),
  ]
    .sort((a, b) => (a.at < b.at ? 1 : -1))
    .slice(0, MOST);
  return {
    title: page.isOwn ? w.title.own : w.title.other,
    month:
      period === null
        ? null
        : {
            title: w.month(formatPeriodKey(period)),
            lines: ofMonth,
            nothing: w.nothing.month(formatPeriodKey(period)),
          },
    lately: { title: w.lately, lines: lately, nothing: w.nothing.lately },
  };
}

const isChange = (to: string): to is keyof typeof w.alert => Object.hasOwn(w.alert, to);

function alertLine(
  { alert, at, period, from, to, told }: AlertMove,
  { programme }: LedToPage,
): Line {
  const change = from === 'recovering' && to === 'firing' ? 'again' : isChange(to) ? to : 'firing';
  const said = w.alert[change](formatPeriodKey(period), formatDay(at));
  const who = told.map((audience) => alertWords.audience[audience] ?? audience);
  const isOpen = change !== 'pending' && change !== 'inactive';
  return {
    at: at.toISOString(),
    text: titleOfAlert(alert, programme),
    href: addresses.alert(alert.id),
    said: [said, ...(isOpen ? [who.length > 0 ? w.told(listOf(who)) : w.nobodyTold] : [])].join(
      ' ',
    ),
  };
}

function asked({ id, kind, period, answer }: Permission, { isOwn, council }: LedToPage): Line {
  const month = monthOfKey(period);
  const on = answer ? formatDay(answer.at) : '';
  return {
    at: answer?.at.toISOString() ?? '',
    text: w.permission[kind](formatPeriodKey(period)),
    href: isOwn && month ? addresses.askForTime(month, council.key) : addresses.request(id),
    said: answer?.until
      ? w.permission.granted(formatDate(answer.until), on)
      : w.permission.declined(on),
  };
}

function otherLines({ answers, recoveries, milestones, plans }: LedTo, page: LedToPage): Line[] {
  const { programme, council, isOwn } = page;
  return [
    ...answers.map(({ id, words, answer, at }) => ({
      at: at.toISOString(),
      text: isOwn ? w.answer.title : feedbackWords.page(council.name),
      href: addresses.feedbackItem(id),
      said: w.answer[isOwn ? 'own' : 'other'](
        feedbackWords.shortly(words),
        feedbackWords.shortly(answer),
        formatDay(at),
      ),
    })),
    ...recoveries.map(({ alert, at }) => ({
      at: at.toISOString(),
      text: titleOfAlert(alert, programme),
      href: addresses.alert(alert.id),
      said: w.recovery(formatDay(at)),
    })),
    ...milestones.map(({ id, title, at }) => ({
      at: at.toISOString(),
      text: title,
      href: addresses.milestone(id),
      said: w.milestone(formatDay(at)),
    })),
    ...plans.map(({ metric, agreedOn }) => ({
      at: agreedOn ?? '',
      text: programme.metrics.find(({ code }) => code === metric)?.title ?? metric,
      href: addresses.monthlySeries(council.key, metric),
      said: w.plan(agreedOn ? formatDate(agreedOn) : ''),
    })),
  ];
}

function publishedLine(
  { year, boxes }: NonNullable<LedTo['reconciled']>,
  { council, isOwn }: LedToPage,
): Line {
  const compared = boxes.filter(({ gap }) => gap !== null);
  const equal = compared.filter(({ gap }) => gap?.months === gap?.published).length;
  return {
    at: '',
    text: w.published.title(year),
    href: isOwn
      ? addresses.ownReconciliation(year, council.key)
      : addresses.councilReconciliation(council.key, year),
    said: w.published.text(equal, compared.length),
  };
}
