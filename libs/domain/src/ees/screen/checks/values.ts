import { columnsOfLevel, fault, faultsOf, type Check } from '../screen.js';

const NULLS = ['NA', 'na', 'Null', 'null', 'NULL'];
const OBSOLETE = ['~', ':'];
const OLD_NO_DATA = ['N/A', 'n/a', '.', '..', '-'];

const cellsThat = (
  rows: readonly (readonly string[])[],
  symbols: readonly string[],
): readonly string[] => {
  const wanted = new Set(symbols);
  return [...new Set(rows.flatMap((row) => row.filter((cell) => wanted.has(cell))))];
};

const digits: Check = ({ distinct, reference }) => {
  const identifier = distinct('time_identifier')[0] ?? '';
  const { four, six } = reference.timeIdentifiers;
  const wanted = four.flat().includes(identifier) ? 4 : six.flat().includes(identifier) ? 6 : null;
  if (wanted === null) return [];
  return distinct('time_period')
    .filter((text) => text.length !== wanted)
    .flatMap((text) => fault('time_period', `${text} with ${identifier}, which takes ${wanted}`));
};

const consecutive = (text: string): boolean =>
  (Number(text.slice(2, 4)) + 1) % 100 === Number(text.slice(4, 6));

export const values = {
  null: ({ data, metadata }) => [
    ...cellsThat(data.rows, NULLS).flatMap((symbol) => fault('data', symbol)),
    ...cellsThat(metadata?.rows ?? [], NULLS).flatMap((symbol) => fault('metadata', symbol)),
  ],
  obsolete_symbols: ({ indicators, distinct }) =>
    indicators.flatMap((name) =>
      distinct(name)
        .filter((cell) => OBSOLETE.includes(cell))
        .flatMap((cell) => fault(name, cell)),
    ),
  no_data_symbols: ({ data }) =>
    cellsThat(data.rows, OLD_NO_DATA).flatMap((symbol) => fault('data', symbol)),
  blanks_filters: ({ filters, filterGroups, distinct, has }) =>
    faultsOf(
      [...filters, ...filterGroups].filter((name) => has(name) && distinct(name).includes('')),
    ),
  blanks_indicators: ({ indicators, distinct }) =>
    faultsOf(indicators.filter((name) => distinct(name).includes(''))),
  whitespace_filters: ({ filters, reference, has, distinct }) =>
    [...filters, ...reference.levels.flatMap(columnsOfLevel)].filter(has).flatMap((name) =>
      distinct(name)
        .filter((cell) => cell !== cell.trim())
        .flatMap((cell) => fault(name, `"${cell}"`)),
    ),
  time_period: digits,
  time_period_six: ({ distinct }) =>
    distinct('time_period')
      .filter((text) => text.length === 6 && !consecutive(text))
      .flatMap((text) => fault('time_period', text)),
} satisfies Record<string, Check>;
