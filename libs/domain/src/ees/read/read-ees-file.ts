import { periodKey, type Period } from '../../periods/index.js';
import { TOTAL } from '../../observations/observation.js';
import type { IntakeRow, IntakeTable } from '../../intake/intake-table.js';
import { existedIn, type Register } from '../../register/index.js';
import { err, ok, type Result } from '../../result.js';
import { checkSums, type CountsRow } from './check-sums.js';
import { eesSheet, type EesSheet } from './ees-sheet.js';
import { findArea } from './find-area.js';
import { findPeriod } from './find-period.js';
import type { EesMapping } from './mapping.js';
import { counted, OddityNotes } from './oddities.js';
import { onceEach } from './once-each.js';
import { readEesCell, readIndicator } from './read-cell.js';
import type { EesArea, EesFault, EesObservation, EesReading } from './reading.js';

type Reader = {
  readonly sheet: EesSheet;
  readonly mapping: EesMapping;
  readonly register: Register;
  readonly notes: OddityNotes;
};

/** Where a row is among the filters: at the total, one of the parts kept, a part of a group that should add up, or other. */
type Place =
  | { readonly kind: 'taken'; readonly breakdown: string }
  | { readonly kind: 'part'; readonly group: string }
  | { readonly kind: 'other' };

/**
 * Reads a data file of Explore Education Statistics as published, by its mapping: wide indicator columns become
 * observations at the held totals of the filters. Pure, and the same for any order of rows and columns. What is odd is
 * told and does not stop the reading; a fault is what makes the file another one than the mapping is for. `metadata` is
 * the file's metadata table, where there is one: it names the filters.
 */
export function readEesFile(
  table: IntakeTable,
  mapping: EesMapping,
  given: { readonly register: Register; readonly metadata?: IntakeTable | undefined },
): Result<EesReading, EesFault> {
  const notes = new OddityNotes();
  const sheet = eesSheet(table, mapping, { filters: filtersOf(given.metadata), notes });
  if (!sheet.ok) return sheet;
  const reader: Reader = { sheet: sheet.value, mapping, register: given.register, notes };
  const observations: EesObservation[] = [];
  const counted: CountsRow[] = [];
  let rowsNotHeld = 0;
  for (const row of table.rows) {
    const place = placeOf(row, reader);
    if (place.kind !== 'taken') rowsNotHeld += 1;
    if (place.kind === 'other') continue;
    const located = locate(row, reader);
    if (!located) continue;
    if (place.kind === 'taken')
      observations.push(...figuresOf(row, { ...located, ...place }, reader));
    const group = place.kind === 'part' ? place.group : null;
    if (group !== null || (place.kind === 'taken' && place.breakdown === TOTAL))
      counted.push(countsOf(row, { ...located, group }, reader));
  }
  if (rowsNotHeld === table.rows.length) return err(noRows(mapping));
  checkSums(counted, notes);
  const once = onceEach(observations, notes);
  noteCouncilsWithoutRow(once, reader);
  return ok({
    series: mapping.series,
    observations: once,
    oddities: notes.list(),
    rowsRead: table.rows.length,
    rowsNotHeld,
  });
}

const noRows = ({ hold }: EesMapping): EesFault => ({
  code: 'NO_ROWS_AT_TOTAL',
  sentence: `No row has ${Object.entries(hold)
    .map(([column, value]) => `${column} = "${value}"`)
    .join(' and ')}.`,
});

function filtersOf(metadata: IntakeTable | undefined): readonly string[] {
  if (!metadata) return [];
  const [name, type] = ['col_name', 'col_type'].map((column) =>
    metadata.columns.findIndex((one) => one.trim() === column),
  );
  return metadata.rows
    .filter((row) => row.cells[type ?? -1]?.trim() === 'Filter')
    .map((row) => row.cells[name ?? -1]?.trim() ?? '');
}

function placeOf(row: IntakeRow, { sheet, mapping, notes }: Reader): Place {
  const apart = Object.entries(mapping.hold).filter(
    ([column, value]) => sheet.text(row, column) !== value,
  );
  if (apart.length > 0) {
    const { parts } = mapping;
    const inParts =
      parts && apart.every(([column]) => column === parts.filter || column === parts.group);
    return inParts ? { kind: 'part', group: sheet.text(row, parts.group) } : { kind: 'other' };
  }
  if (!mapping.keep) return { kind: 'taken', breakdown: TOTAL };
  const { column, breakdowns } = mapping.keep;
  const published = sheet.text(row, column);
  const breakdown = breakdowns[published];
  if (breakdown !== undefined) return { kind: 'taken', breakdown };
  notes.add('breakdown-not-mapped', published, {
    place: published,
    say: (_examples, count) =>
      `The mapping has no breakdown for "${published}" in ${column}: not taken (${counted(count, 'row')}).`,
  });
  return { kind: 'other' };
}

type Located = { readonly area: EesArea; readonly period: Period };

function locate(row: IntakeRow, reader: Reader): Located | null {
  const { sheet } = reader;
  const period = findPeriod(
    sheet.text(row, 'time_period'),
    sheet.text(row, 'time_identifier'),
    reader,
  );
  const area = period && findArea(sheet.areaTexts(row), period, reader);
  return period && area ? { area, period } : null;
}

function figuresOf(
  row: IntakeRow,
  { area, period, breakdown }: Located & { breakdown: string },
  { sheet, notes }: Reader,
): readonly EesObservation[] {
  return sheet.indicators.map((indicator) => {
    const figure = readIndicator(indicator, (column) => readEesCell(sheet.text(row, column)));
    const where = `${periodKey(period)} ${area.council?.name ?? area.code}`;
    if (figure.unreadable)
      notes.add('cell-unreadable', indicator.metric, {
        place: `${where} "${figure.symbol ?? ''}"`,
        say: (examples, count) =>
          `${indicator.metric}: neither a number nor a known symbol, taken as not available: ${examples} (${counted(count, 'cell')}).`,
      });
    if (figure.partsDiffer)
      notes.add('value-not-from-its-parts', indicator.metric, {
        place: where,
        say: (examples, count) =>
          `${indicator.metric}: the published value is not what the two published counts make, so it is taken without a denominator: ${examples} (${counted(count, 'value')}).`,
      });
    const { number: value, state, symbol, numerator, denominator } = figure;
    return {
      row: row.row,
      area,
      metric: indicator.metric,
      period,
      breakdown,
      numerator,
      denominator,
      value,
      state,
      symbol,
    };
  });
}

const countsOf = (
  row: IntakeRow,
  { area, period, group }: Located & { group: string | null },
  { sheet, mapping }: Reader,
): CountsRow => ({
  area,
  period,
  group,
  regionCode: sheet.text(row, mapping.areas.regionCode),
  counts: mapping.addsUp.map((column) => [column, readEesCell(sheet.text(row, column)).number]),
});

/** Councils that existed throughout a period and have no row in it. */
function noteCouncilsWithoutRow(
  observations: readonly EesObservation[],
  { register, notes }: Reader,
): void {
  const byPeriod = new Map<string, { period: Period; ids: Set<number> }>();
  for (const { period, area } of observations) {
    const held = byPeriod.get(periodKey(period)) ?? { period, ids: new Set() };
    if (area.council) held.ids.add(area.council.id);
    byPeriod.set(periodKey(period), held);
  }
  for (const [when, { period, ids }] of byPeriod)
    for (const council of register.councils)
      if (ids.size > 0 && !ids.has(council.id) && existedIn(council, period))
        notes.add('council-without-row', when, {
          place: council.name,
          say: (examples, count) =>
            `${when}: no row of ${examples} (${counted(count, 'council')}).`,
        });
}
