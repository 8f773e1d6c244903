import { EXPORT_FORMATS, type ExportFormat } from '#application/exports';
import type { Day } from '#domain/periods';
import type { Register } from '#domain/register';
import { monthOfAddress } from '../../addresses/period-address.js';
import { exportWords } from '../../words/export.words.js';
import { fieldsOf, type FormFields } from '../../http/csrf.js';
import { dayAsked, readFilter } from '../figures/figures-filter.js';

/** What was typed or chosen: each as it stands in the address, empty where nothing does. */
export type TypedExport = {
  readonly from: string;
  readonly to: string;
  readonly council: string;
  readonly format: string;
  /** A day as addresses have it; empty for now. */
  readonly known: string;
  /** The day as it was typed in its boxes. */
  readonly day: FormFields;
};

/** Figures of which months (half-open, null for no end) and council (null for every one), as known when, as which file. */
export type AskedExport = {
  readonly from: Day | null;
  readonly to: Day | null;
  readonly councilId: number | null;
  readonly asKnownAt: Date | null;
  readonly format: ExportFormat;
};

/** What is wrong, by field. */
export type ExportFaults = Partial<Readonly<Record<Field, string>>>;
type Field = Exclude<keyof TypedExport, 'day'>;

const MOST_LETTERS = 100;

export function typedExport(query: Readonly<Record<string, unknown>>): TypedExport {
  const textOf = (name: Field): string => {
    const value = query[name];
    return typeof value === 'string' ? value.trim().slice(0, MOST_LETTERS) : '';
  };
  const { known, typed } = dayAsked(fieldsOf(query), 'known');
  return {
    from: textOf('from'),
    to: textOf('to'),
    council: textOf('council'),
    format: textOf('format'),
    ...{ known, day: typed },
  };
}

type Known = { readonly register: Pick<Register, 'councils'>; readonly now: Date };

/** What is wrong with what was typed: every fault at once. */
function faultsOf(typed: TypedExport, { register, now }: Known): ExportFaults {
  const { faults: words } = exportWords;
  const [first, last] = [monthOfAddress(typed.from), monthOfAddress(typed.to)];
  const isBackwards = first !== null && last !== null && last.start < first.start;
  const isCouncil = register.councils.some(({ key }) => key === typed.council);
  const { error } = readFilter({ known: typed.known }, now);
  const found: readonly (readonly [Field, boolean, string])[] = [
    ['from', typed.from !== '' && !first, words.month],
    ['to', typed.to !== '' && !last, words.month],
    ['to', isBackwards, words.order],
    ['council', typed.council !== '' && !isCouncil, words.council],
    ['format', !isFormat(typed.format), words.format],
    ['known', error !== null, error ?? ''],
  ];
  return Object.fromEntries(
    found.filter(([, isWrong]) => isWrong).map(([field, , said]) => [field, said]),
  );
}

const isFormat = (text: string): text is ExportFormat => EXPORT_FORMATS.some((one) => one === text);

/** What an address asks for. Months are `2024-09`, both of them counted in; a council is named by its key. */
export function readExport(
  typed: TypedExport,
  known: Known,
): { readonly asked: AskedExport } | { readonly faults: ExportFaults } {
  const { format } = typed;
  const faults = faultsOf(typed, known);
  if (!isFormat(format) || Object.keys(faults).length > 0) return { faults };
  const { councils } = known.register;
  return {
    asked: {
      from: monthOfAddress(typed.from)?.start ?? null,
      to: monthOfAddress(typed.to)?.end ?? null,
      councilId: councils.find(({ key }) => key === typed.council)?.id ?? null,
      asKnownAt: readFilter({ known: typed.known }, known.now).asKnownAt,
      format,
    },
  };
}
