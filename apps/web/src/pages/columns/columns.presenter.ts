import type { Refusal } from '#domain';
import type { ColumnMeaning, Finding, ProposedColumn } from '#domain/intake';
import type { Metric } from '#domain/metrics';
import { addresses } from '../../addresses/addresses.js';
import { columnsWords } from '../../words/columns.words.js';
import { findingText } from '../return/findings.js';

const CODE = 'code:';

/** A meaning as the value of an option, and back; null for what is none. */
const optionOf = (meaning: ColumnMeaning): string =>
  typeof meaning === 'string' ? meaning : `${CODE}${meaning.code}`;

export function meaningOfOption(text: string, codes: ReadonlySet<string>): ColumnMeaning | null {
  if (text === 'ignored' || text in columnsWords.roles) return text as ColumnMeaning;
  const code = text.startsWith(CODE) ? text.slice(CODE.length) : '';
  return codes.has(code) ? { code } : null;
}

export const columnField = (index: number): string => `column-${index}`;

type Refused = { readonly refusal: Refusal; readonly findings: readonly Finding[] };

/** A select for each column of a kept file, with what it seems to hold chosen already. */
export function presentColumns(
  submissionId: string,
  columns: readonly ProposedColumn[],
  asked: { readonly boxes: readonly Metric[]; readonly refused: Refused | null },
) {
  const { boxes, refused } = asked;
  const blocks = (refused?.findings ?? []).filter(({ severity }) => severity === 'block');
  const items =
    blocks.length > 0
      ? blocks.map((finding) => ({ text: findingText(finding), href: `#${columnField(0)}` }))
      : [
          {
            text: `${refused?.refusal.message} ${refused?.refusal.fix}`,
            href: `#${columnField(0)}`,
          },
        ];
  return {
    title: columnsWords.title,
    section: 'home' as const,
    backLink: { href: addresses.council, text: columnsWords.back },
    hasErrors: refused !== null,
    errors: refused ? { title: columnsWords.notTaken, items } : null,
    action: addresses.columns(submissionId),
    columns: columns.map(({ column, samples, proposed }, index) => {
      const chosen = proposed === null ? 'ignored' : optionOf(proposed);
      const option = (value: string, text: string) => ({ value, text, selected: value === chosen });
      return {
        id: columnField(index),
        label: column.trim() ? columnsWords.column(column) : columnsWords.columnNone(index + 1),
        hint:
          samples.length > 0 ? columnsWords.samples(samples.join(', ')) : columnsWords.samplesNone,
        ignored: option('ignored', columnsWords.ignored),
        roles: Object.entries(columnsWords.roles).map(([role, text]) => option(role, text)),
        codes: boxes.map(({ code, title }) => option(`${CODE}${code}`, title)),
      };
    }),
  };
}
