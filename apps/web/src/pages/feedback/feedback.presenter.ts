import type { Refusal } from '#domain';
import { covers, scopeOf, type Reader } from '#domain/access';
import {
  foldFeedback,
  FEEDBACK_ABOUT,
  type FeedbackAbout,
  type FeedbackRecord,
} from '#domain/feedback';
import type { Day } from '#domain/periods';
import type { Council } from '#domain/register';
import { answerDue, type FeedbackAnswer } from '#application/feedback';
import type { PageOf, Programme } from '#application/ports';
import { addresses } from '../../addresses/addresses.js';
import { formatDate, formatDay, formatMoment } from '../../format/format-time.js';
import type { FormFields } from '../../http/csrf.js';
import { isOfDepartment, mayAsk } from '../../http/access.js';
import { alphabetically } from '../../http/councils.js';
import { feedbackWords as w } from '../../words/feedback.words.js';
import {
  errorsAt,
  selectField,
  textIn,
  whoField,
  wordsField,
  type FieldFault,
} from '../form-fields.js';
import { cell, linkCell, tagCell, type Table } from '../tables.js';

const BACK = { href: addresses.feedback, text: w.back };

export type FeedbackPage = {
  readonly reader: Reader;
  readonly programme: Programme;
  readonly today: Day;
};

/** The councils for which a reader may say something, A to Z. */
export const councilsToSpeakFor = (reader: Reader, { register }: Programme): readonly Council[] =>
  alphabetically(
    register.councils.filter(({ id }) => mayAsk(reader, id)),
    ({ name }) => name,
  );

/** What was said, oldest first: what waits, and what was answered. */
export function presentFeedback(
  page: FeedbackPage,
  { waiting, answered }: Readonly<Record<'waiting' | 'answered', PageOf<FeedbackRecord>>>,
) {
  const { reader, programme } = page;
  const tableOf = ({ items }: PageOf<FeedbackRecord>, caption: string): Table | null =>
    items.length > 0 ? feedbackTable(items, page, caption) : null;
  return {
    title: w.title,
    section: 'alerts' as const,
    intro: isOfDepartment(reader) ? w.intro.department : w.intro.council,
    newHref: councilsToSpeakFor(reader, programme).length > 0 ? addresses.newFeedback : null,
    waiting: tableOf(waiting, w.waiting),
    answered: tableOf(answered, w.answered),
    moreHref: answered.next === null ? null : addresses.feedbackAfter(answered.next),
  };
}

/** What was said in a table: by whom, about what, and when its answer is due. */
export const feedbackTable = (
  items: readonly FeedbackRecord[],
  page: Pick<FeedbackPage, 'programme' | 'today'>,
  caption: string,
): Table => ({
  caption,
  head: [w.head.said, w.head.council, w.head.about, w.head.due].map((text) => ({ text })),
  rows: items.map((one) => {
    const due = answerDue(one, page.programme);
    return [
      {
        ...linkCell(w.shortly(one.words), addresses.feedbackItem(one.id)),
        note: w.by(one.saidBy, formatDay(one.saidAt)),
      },
      cell(councilName(one, page.programme)),
      cell(aboutWords(one, page.programme)),
      { ...tagCell(stateOf(one, page)), note: due === null ? undefined : formatDate(due) },
    ];
  }),
});

const councilName = ({ councilId }: FeedbackRecord, { register }: Programme): string =>
  register.councils.find(({ id }) => id === councilId)?.name ?? '';

function aboutWords(
  { about, code }: FeedbackRecord,
  { reforms, metrics }: Pick<Programme, 'reforms' | 'metrics'>,
): string {
  if (about === 'service') return w.about.service;
  if (about === 'reform') return reforms.find((one) => one.code === code)?.name ?? w.about.reform;
  return metrics.find((one) => one.code === code)?.title ?? w.about.measure;
}

function isLate(
  feedback: FeedbackRecord,
  { programme, today }: Pick<FeedbackPage, 'programme' | 'today'>,
): boolean {
  const due = answerDue(feedback, programme);
  return due !== null && today > due && foldFeedback(feedback).answer === null;
}

const stateOf = (feedback: FeedbackRecord, page: Pick<FeedbackPage, 'programme' | 'today'>) =>
  foldFeedback(feedback).answer
    ? w.state.answered
    : w.state[isLate(feedback, page) ? 'late' : 'waits'];

type Typed = FeedbackPage & { readonly fields: FormFields; readonly fault: FieldFault | null };

/** The form in which a council says something. */
export function presentNewFeedback(typed: Typed) {
  const { reader, programme, fault } = typed;
  const { reforms, metrics } = programme;
  return {
    title: w.give.title,
    section: 'alerts' as const,
    backLink: BACK,
    ...errorsAt(fault),
    form: {
      address: addresses.newFeedback,
      fields: [
        selectField(typed, 'council', {
          label: w.give.council,
          choices: councilsToSpeakFor(reader, programme).map(({ key, name }) => ({
            ...{ value: key, text: name },
          })),
        }),
        selectField(typed, 'about', {
          label: w.give.about,
          choices: [
            { value: 'service', text: w.about.service },
            ...alphabetically(reforms, ({ name }) => name).map(({ code, name }) => ({
              ...{ value: `reform ${code}`, text: name },
            })),
            ...metrics
              .filter(({ type }) => type === 'measure')
              .map(({ code, title }) => ({ value: `measure ${code}`, text: title })),
          ],
        }),
        wordsField(typed, w.give.words, w.give.hint),
      ],
      send: w.give.send,
    },
  };
}

/** What the form says the feedback is about. */
export function aboutTyped(fields: FormFields): { about: FeedbackAbout; code: string | null } {
  const [kind, code] = textIn(fields, 'about').split(' ');
  const about = FEEDBACK_ABOUT.find((one) => one === kind) ?? 'service';
  return { about, code: code ?? null };
}

/** What DfE typed; what was left empty is nothing. */
export function answerTyped(fields: FormFields): FeedbackAnswer {
  const typed = (name: string): string | null => textIn(fields, name).trim() || null;
  return { answer: typed('words'), owner: typed('who') };
}

export function feedbackFaultAt({ code, message, fix }: Refusal): FieldFault {
  const field = code === 'NAME_WRONG' ? 'who' : code === 'FEEDBACK_ABOUT_WRONG' ? 'about' : 'words';
  return { field, text: `${message} ${fix}` };
}

/** What a council said, the answer, and the form in which DfE gives it. */
export function presentFeedbackItem(feedback: FeedbackRecord, typed: Typed) {
  const { reader, programme, fault } = typed;
  const { owner, answer } = foldFeedback(feedback);
  const council = councilName(feedback, programme);
  return {
    title: w.page(council),
    section: 'alerts' as const,
    councilName: council,
    backLink: BACK,
    ...errorsAt(fault),
    state: stateOf(feedback, typed),
    lines: [
      w.aboutLine(aboutWords(feedback, programme)),
      ...(owner === null ? [] : [w.withWhom(owner)]),
      ...waitingLines(feedback, typed),
    ],
    parts: [
      {
        ...{ heading: w.youSaid, text: feedback.words },
        note: w.by(feedback.saidBy, formatMoment(feedback.saidAt)),
      },
      ...(answer
        ? [
            {
              ...{ heading: w.weAnswered, text: answer.words },
              note: w.by(answer.by, formatMoment(answer.at)),
            },
          ]
        : []),
    ],
    form:
      answer === null && covers(scopeOf(reader).grants, feedback.councilId)
        ? {
            heading: w.answer.title,
            address: addresses.feedbackItem(feedback.id),
            fields: [
              whoField(typed, w.answer.who),
              wordsField(typed, w.answer.words, w.answer.hint),
            ],
            send: w.answer.send,
          }
        : null,
  };
}

function waitingLines(feedback: FeedbackRecord, page: FeedbackPage): readonly string[] {
  const due = answerDue(feedback, page.programme);
  if (due === null || foldFeedback(feedback).answer) return [];
  return [isLate(feedback, page) ? w.late(formatDate(due)) : w.answerBy(formatDate(due))];
}
