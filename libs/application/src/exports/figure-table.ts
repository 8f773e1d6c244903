import type { Metric } from '#domain/metrics';
import { TOTAL } from '#domain/observations';
import type { EesPlace } from '#domain/ees';
import type { Register } from '#domain/register';
import { areasAbove, councilArea } from '../figures/index.js';
import type { ExportedFigure } from './exported-figures.js';

/** The columns of a table of figures, for people and their spreadsheets: every state by its own word, nothing left out. */
export const TABLE_COLUMNS = [
  'geographic_level',
  'code',
  'name',
  'time_period',
  'time_identifier',
  'begins_on',
  'breakdown',
  'measure',
  'value',
  'state',
  'numerator',
  'denominator',
  'standing',
  'known_on',
  'kind_of_statistics',
  'comment',
] as const;

/** Widths of those columns in a workbook, in characters. */
export const TABLE_WIDTHS = [16, 12, 30, 12, 16, 12, 28, 30, 12, 10, 12, 12, 12, 12, 40, 40];

type Named = { readonly code: string; readonly name: string };

const keyOf = (place: EesPlace): string =>
  place.level === 'Local authority'
    ? String(place.councilId)
    : place.level === 'Regional'
      ? place.code
      : 'country';

function namesOf(register: Register): ReadonlyMap<string, Named> {
  const above = areasAbove(register).map(
    (area) => [area.kind === 'country' ? 'country' : area.code, area] as const,
  );
  const councils = register.councils.map(
    (council) => [String(council.id), councilArea(council)] as const,
  );
  return new Map<string, Named>([...above, ...councils]);
}

/** What kind of statistics a figure is: nobody should take it for another. */
const kindOf = ({ standing, demonstration }: ExportedFigure): string => {
  if (standing === 'published') return 'official statistics, as published';
  return demonstration
    ? 'management information, demonstration data'
    : 'management information, not official statistics';
};

const LEVELS = ['National', 'Regional', 'Local authority'] as const;
const inEnglish = new Intl.Collator('en-GB');

/** The rows of those columns: England, regions, councils A to Z, each from its oldest period on. */
export function* tableRows(
  figures: readonly ExportedFigure[],
  { metric, register }: { readonly metric: Metric; readonly register: Register },
): Generator<readonly (string | null)[]> {
  const names = namesOf(register);
  const labels = new Map([
    [TOTAL, TOTAL],
    ...(metric.breakdown?.parts ?? []).map(({ code, label }) => [code, label] as const),
  ]);
  const rows = figures.map((figure) => ({
    figure,
    named: names.get(keyOf(figure.place)) ?? { code: '', name: '' },
    level: LEVELS.indexOf(figure.place.level),
  }));
  rows.sort(
    (a, b) =>
      a.level - b.level ||
      inEnglish.compare(a.named.name, b.named.name) ||
      (a.figure.period.start < b.figure.period.start
        ? -1
        : Number(a.figure.period.start > b.figure.period.start)),
  );
  for (const { figure, named } of rows) {
    const { period, place, breakdown } = figure;
    yield [
      ...[place.level, named.code, named.name, period.timePeriod, period.timeIdentifier],
      ...[period.start, labels.get(breakdown) ?? breakdown, metric.title],
      ...[figure.value, figure.state, figure.numerator, figure.denominator],
      ...[figure.standing, figure.knownOn, kindOf(figure), figure.comment],
    ];
  }
}
