import type { Refusal } from '#domain';
import type { Day } from '#domain/periods';
import type { Permission } from '#domain/returns';
import { formatDate, formatMoment } from '../../format/format-time.js';
import { permissionWords as w } from '../../words/permission.words.js';
import { cell, type Table } from '../tables.js';
import type { TypedPermission } from './typed-permission.js';

/** What is wrong with a form: where, and in which words. */
export type FormFault = {
  readonly field: 'until-day' | 'words' | 'answer' | 'send';
  readonly text: string;
};

/** The place of a refusal on the form. */
export function faultOf({ code, message, fix }: Refusal): FormFault {
  const text = `${message} ${fix}`;
  if (code === 'EXTENSION_DAY_WRONG' || code === 'EXCEPTION_DAY_WRONG')
    return { field: 'until-day', text };
  return { field: code.startsWith('WORDS_') ? 'words' : 'send', text };
}

type Asked = {
  readonly typed: TypedPermission;
  readonly fault: FormFault | null;
  readonly dayLabel: string;
  readonly wordsLabel: string;
  /** A day that could be typed. */
  readonly example: Day;
};

/** The parts that every form about a permission has: a day, words, and what is wrong. */
export function formParts({ typed, fault, dayLabel, wordsLabel, example }: Asked) {
  const errorAt = (field: FormFault['field']): { text: string } | false =>
    fault?.field === field ? { text: fault.text } : false;
  const [year = '', month = '', day = ''] = example.split('-');
  return {
    hasErrors: fault !== null,
    errors: fault && {
      title: w.errors,
      items: [{ text: fault.text, href: `#${fault.field}` }],
    },
    day: {
      label: dayLabel,
      hint: w.dayHint(`${Number(day)} ${Number(month)} ${year}`),
      error: errorAt('until-day'),
      items: [
        { name: 'day', classes: 'govuk-input--width-2', value: typed.day },
        { name: 'month', classes: 'govuk-input--width-2', value: typed.month },
        { name: 'year', classes: 'govuk-input--width-4', value: typed.year },
      ].map((item) => ({
        ...item,
        label: w.dayParts[item.name as keyof typeof w.dayParts],
        attributes: { maxlength: '4' },
      })),
    },
    words: { label: wordsLabel, value: typed.words, error: errorAt('words') },
    answerError: errorAt('answer'),
  };
}

/** What was asked for a month and what was answered, oldest first; null where nothing was. */
export function permissionTable(permissions: readonly Permission[]): Table | null {
  if (permissions.length === 0) return null;
  return {
    caption: w.history,
    head: [w.head.asked, w.head.until, w.head.why, w.head.answer].map((text) => ({ text })),
    rows: permissions.map((one) => [
      { text: w.kinds[one.kind], note: w.by(one.askedBy, formatMoment(one.askedAt)) },
      cell(formatDate(one.until)),
      cell(one.reason),
      answerCell(one),
    ]),
  };
}

function answerCell({ answer }: Permission) {
  if (!answer) return cell(w.waits);
  const said = answer.until ? w.granted(formatDate(answer.until)) : w.declined;
  return { text: `${said}. ${answer.text}`, note: w.by(answer.by, formatMoment(answer.at)) };
}
