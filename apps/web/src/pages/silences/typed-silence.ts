import type { Day } from '#domain/periods';
import { SILENCED, type Silenced } from '#domain/notifications';
import type { FormFields } from '../../http/csrf.js';

type TypedDay = { readonly day: string; readonly month: string; readonly year: string };

/** A form about a silence as it was typed, to be shown again as it was. */
export type TypedSilence = {
  readonly rule: string;
  readonly metric: string;
  /** The council's key. */
  readonly council: string;
  readonly partnership: string;
  readonly audience: string;
  readonly from: TypedDay;
  readonly until: TypedDay;
  readonly reason: string;
};

const MOST_CHARACTERS = 2_000;

/** A day as its three boxes have it. */
export function boxesOf(day: Day | null): TypedDay {
  const [year = '', month = '', rest = ''] = (day ?? '').split('-');
  const plain = (text: string): string => text.replace(/^0/, '');
  return { day: plain(rest), month: plain(month), year };
}

export function typedSilence(fields: FormFields): TypedSilence {
  const text = (name: string): string => (fields[name] ?? '').trim().slice(0, MOST_CHARACTERS);
  const day = (name: string): TypedDay => ({
    day: text(`${name}-day`),
    month: text(`${name}-month`),
    year: text(`${name}-year`),
  });
  return {
    ...{ rule: text('rule'), metric: text('metric'), council: text('council') },
    ...{ partnership: text('partnership'), audience: text('audience') },
    ...{ from: day('from'), until: day('until'), reason: text('reason') },
  };
}

/** The day that was typed; one that is none stays for the rules to refuse. */
export const typedDay = ({ day, month, year }: TypedDay): Day =>
  `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;

/** Whose messages were chosen; where nothing was, the first of those that the reader may choose. */
export const audienceOf = (typed: string, may: readonly Silenced[]): Silenced =>
  SILENCED.find((one) => one === typed) ?? may[0] ?? SILENCED[0];
