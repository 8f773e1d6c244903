import { mayDescribeAPerson, type ValidationRule } from '../intake/index.js';
import type { RefusalCode } from '../refusals.js';

/** What a person says of a pack that is to be made. */
export type PackTerms = {
  readonly title: string;
  readonly question: string;
  /** May be empty. */
  readonly note: string;
  /** Codes of measures and keys of councils, as they were chosen; or every council of the programme. */
  readonly measures: readonly string[];
  readonly councils: 'all' | readonly string[];
};

export const PACK_LIMITS = { measures: 12, title: 120, words: 1_000 } as const;

export type PackFault = { readonly field: keyof PackTerms; readonly code: RefusalCode };

/** Everything wrong with the terms of a new pack, at once. `known`: the measures and councils that there are to choose. */
export function faultsOfPack(
  terms: PackTerms,
  known: {
    readonly measures: ReadonlySet<string>;
    readonly councils: ReadonlySet<string>;
    readonly rules: readonly ValidationRule[];
  },
): readonly PackFault[] {
  const faults: PackFault[] = [];
  const { measures, councils } = terms;
  const words = (field: 'title' | 'question' | 'note', code: RefusalCode, isFit: boolean): void => {
    if (!isFit) faults.push({ field, code });
    else if (mayDescribeAPerson(terms[field], known.rules))
      faults.push({ field, code: 'WORDS_ABOUT_A_PERSON' });
  };
  words('title', 'PACK_TITLE_WRONG', isWithin(terms.title, 3, PACK_LIMITS.title));
  words('question', 'PACK_QUESTION_WRONG', isWithin(terms.question, 10, PACK_LIMITS.words));
  words('note', 'PACK_NOTE_WRONG', isWithin(terms.note, 0, PACK_LIMITS.words));
  if (!isChoice(measures, known.measures) || measures.length > PACK_LIMITS.measures)
    faults.push({ field: 'measures', code: 'PACK_MEASURES_WRONG' });
  if (councils !== 'all' && !isChoice(councils, known.councils))
    faults.push({ field: 'councils', code: 'PACK_COUNCILS_WRONG' });
  return faults;
}

const isWithin = (text: string, least: number, most: number): boolean => {
  const { length } = text.trim();
  return length >= least && length <= most;
};

/** At least one, each there to choose, none twice. */
const isChoice = (chosen: readonly string[], known: ReadonlySet<string>): boolean =>
  chosen.length > 0 &&
  new Set(chosen).size === chosen.length &&
  chosen.every((one) => known.has(one));
