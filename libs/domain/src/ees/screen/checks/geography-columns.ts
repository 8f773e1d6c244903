import type { GeographicLevel } from '../reference.js';
import { columnsOfLevel, fault, faultsOf, type Check, type Screen } from '../screen.js';

const FILTERING_LEVELS = ['School', 'Provider'];

/** Rows of a level without their region: advised on where both code and name are missing somewhere. */
const regionFor =
  (level: string): Check =>
  ({ levelsPresent, has, combinations }) => {
    if (!levelsPresent.includes(level)) return [];
    if (!has('region_code') || !has('region_name')) return fault('region_code', level);
    const rows = combinations(['region_code', 'region_name'], (one) => one === level);
    return rows.some(([code]) => code === '') && rows.some(([, name]) => name === '')
      ? fault('region_code', level)
      : [];
  };

/** Codes and names of a row's own level. The new code may be blank for councils of before it. */
const levelCompleted: Check = ({ reference, levelsPresent, has, combinations }) =>
  reference.levels
    .filter(({ level }) => levelsPresent.includes(level) && level !== 'Planning area')
    .flatMap((level) =>
      columnsOfLevel(level)
        .filter((name) => name !== 'new_la_code' && has(name))
        .filter((name) =>
          combinations([name], (one) => one === level.level).some(([c]) => c === ''),
        )
        .flatMap((name) => fault(name, `${name}, for rows of the level ${level.level}`)),
    );

const allOrNone =
  (columns: readonly string[]): Check =>
  ({ has }) => {
    const missing = columns.filter((name) => !has(name));
    return missing.length === columns.length ? [] : faultsOf(missing);
  };

/** Columns of a level that are filled on rows which cannot be in it. */
const overcompleted: Check = (screen) =>
  screen.reference.levels.flatMap((level) => {
    const { alsoFilledFor } = level;
    if (alsoFilledFor === null) return [];
    return columnsOfLevel(level)
      .filter((name) => screen.has(name) && !isOnlyFilter(level, name, screen))
      .filter((name) =>
        screen
          .combinations([name], (one) => one !== level.level && !alsoFilledFor.includes(one))
          .some(([cell]) => cell !== ''),
      )
      .flatMap((name) => fault(name, name));
  });

const isOnlyFilter = (level: GeographicLevel, column: string, screen: Screen): boolean =>
  FILTERING_LEVELS.includes(level.level) &&
  column === level.name &&
  screen.filters.length === 1 &&
  [screen.filters[0], screen.filterGroups[0]].includes(column);

export const geographyColumns = {
  region_for_la: regionFor('Local authority'),
  region_for_lad: regionFor('Local authority district'),
  geography_level_completed: levelCompleted,
  region_col_present: allOrNone(['region_code', 'region_name']),
  la_col_present: allOrNone(['old_la_code', 'new_la_code', 'la_name']),
  overcompleted_cols: overcompleted,
} satisfies Record<string, Check>;
