import type { Metric } from '../../metrics/index.js';
import { TOTAL } from '../../observations/index.js';
import { periodKey, type Period } from '../../periods/index.js';
import { existedIn } from '../../register/index.js';
import { figureCells } from './cells.js';
import { indicatorColumns, snakeCase, type Parts } from './indicator-columns.js';
import { metadataRows, METADATA_COLUMNS, type FileFilter } from './metadata.js';
import { periodsOfFile } from './periods-of-file.js';
import { placeCells, placeColumns } from './place-cells.js';
import type { EesFigure, EesGiven, EesPair, EesPlace, PlacedFigure } from './written.js';

const NOT_AVAILABLE: EesFigure = {
  ...{ numerator: null, denominator: null, value: null },
  ...{ state: 'x', symbol: null },
};
const NOT_APPLICABLE: EesFigure = { ...NOT_AVAILABLE, state: 'z' };

const placeKey = (place: EesPlace): string => {
  switch (place.level) {
    case 'National':
      return 'England';
    case 'Regional':
      return place.code;
    case 'Local authority':
      return String(place.councilId);
  }
};
const keyOf = (place: EesPlace, period: Period, breakdown: string): string =>
  `${placeKey(place)}\t${periodKey(period)}\t${breakdown}`;

/**
 * The data file and the metadata file of one metric for Explore Education Statistics, by DfE's open data standards: tidy,
 * one kind of period, every combination of period, place and filter item with a number or a symbol. Null where there is
 * no figure. Exact numbers: EES rounds what it shows, by the decimals in the metadata.
 */
export function eesPair(given: EesGiven): EesPair | null {
  const { metric } = given;
  const periods = periodsOfFile(
    given.figures.map(({ period }) => period),
    metric.type !== 'published',
  );
  const inFile = new Set(periods.map(periodKey));
  const figures = given.figures.filter(({ period }) => inFile.has(periodKey(period)));
  if (figures.length === 0) return null;
  const filter = filterOf(given);
  const parts = partsOf(figures);
  const indicators = indicatorColumns(metric, { parts, demonstration: given.demonstration });
  const levels = {
    regions: figures.some(({ place }) => place.level === 'Regional'),
    councils: figures.some(({ place }) => place.level === 'Local authority'),
  };
  const at = new Map(figures.map((one) => [keyOf(one.place, one.period, one.breakdown), one]));
  const places = placesOf(figures, given);
  const cellsOf = placeCells({ ...given, levels });
  const rows = periods.flatMap((period) =>
    places(period).flatMap((place) =>
      filter.items.map(([item, breakdown]) => [
        ...[period.timePeriod, period.timeIdentifier],
        ...cellsOf(place, period),
        ...(filter.column === '' ? [] : [item]),
        ...figureCells(
          at.get(keyOf(place, period, breakdown)) ?? absent(place, period, given),
          parts !== 'none',
        ),
      ]),
    ),
  );
  const columns = [
    ...['time_period', 'time_identifier', ...placeColumns(levels)],
    ...(filter.column === '' ? [] : [filter.column]),
    ...indicators.map(({ name }) => name),
  ];
  const name = exportName(metric, given.demonstration);
  return {
    data: { name: `${name}.csv`, columns, rows },
    metadata: {
      name: `${name}.meta.csv`,
      columns: METADATA_COLUMNS,
      rows: metadataRows(filter, indicators),
    },
    leftOut: given.figures.length - figures.length,
  };
}

/** What a file of a metric is called, without its ending: it names no period, and says where figures are invented. */
export const exportName = ({ code }: Pick<Metric, 'code'>, demonstration: boolean): string =>
  `${snakeCase(code)}${demonstration ? '_demonstration' : ''}`;

/** The metric's one dimension, if it has one: then every part of it is in the file, and the total. */
function filterOf({ metric }: EesGiven): FileFilter {
  const total = [TOTAL, TOTAL] as const;
  if (!metric.breakdown) return { column: '', label: '', items: [total] };
  const { dimension, parts } = metric.breakdown;
  const column = snakeCase(dimension);
  const words = column.replaceAll('_', ' ');
  return {
    column,
    label: words.charAt(0).toUpperCase() + words.slice(1),
    items: [total, ...parts.map(({ label, code }) => [label, code] as const)],
  };
}

function partsOf(figures: readonly PlacedFigure[]): Parts {
  const behind = figures.filter(({ denominator }) => denominator !== null);
  if (behind.length === 0) return 'none';
  const isWhole = (number: string | null): boolean => number === null || !number.includes('.');
  return behind.every((one) => isWhole(one.numerator) && isWhole(one.denominator))
    ? 'count'
    : 'sum';
}

/** The places of each period: England, every region that has any figure, and councils by name. */
function placesOf(
  figures: readonly PlacedFigure[],
  given: EesGiven,
): (period: Period) => readonly EesPlace[] {
  const above = new Set<string>();
  const withFigure = new Map<string, Set<number>>();
  for (const { place, period } of figures) {
    if (place.level !== 'Local authority') above.add(placeKey(place));
    else {
      const key = periodKey(period);
      withFigure.set(key, (withFigure.get(key) ?? new Set()).add(place.councilId));
    }
  }
  const areas: readonly EesPlace[] = [
    ...[{ level: 'National' } as const],
    ...given.register.regions.map(({ code }) => ({ level: 'Regional', code }) as const),
  ];
  const expected = new Set(given.expected);
  const councils = given.register.councils.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return (period) => {
    const has = withFigure.get(periodKey(period));
    return [
      ...areas.filter((place) => above.has(placeKey(place))),
      ...councils
        .filter(
          (council) =>
            has?.has(council.id) === true ||
            (expected.has(council.id) && existedIn(council, period)),
        )
        .map(({ id }) => ({ level: 'Local authority', councilId: id }) as const),
    ];
  };
}

const absent = (place: EesPlace, period: Period, { applies }: EesGiven): EesFigure =>
  place.level === 'Local authority' && !applies(place.councilId, period)
    ? NOT_APPLICABLE
    : NOT_AVAILABLE;
