import { addDays, type Day, type Period } from '../../periods/index.js';
import type { Council } from '../../register/index.js';
import type { EesGiven, EesPlace } from './written.js';

type Dated = { readonly validFrom: Day | null; readonly validTo: Day | null };

const stoodOn = ({ validFrom, validTo }: Dated, day: Day): boolean =>
  (validFrom === null || validFrom <= day) && (validTo === null || validTo > day);

/** What stood on the last day of a period, else on its first; else the last that there was. */
function standing<T extends Dated>(all: readonly T[], { start, end }: Period): T | undefined {
  const on = (day: Day): T | undefined => all.find((one) => stoodOn(one, day));
  return on(addDays(end, -1)) ?? on(start) ?? all.at(-1);
}

/** Old code, new code and name of a council as they were in a period; blank for a code that it never had. */
function councilCells(council: Council, period: Period): readonly string[] {
  const code = (kind: 'dfe' | 'ons'): string =>
    standing(
      council.codes.filter((one) => one.kind === kind),
      period,
    )?.code ?? '';
  const current = council.names.filter(({ name }) => name === council.name);
  const name = standing(current.length > 0 ? current : council.names, period)?.name;
  return [code('dfe'), code('ons'), name ?? council.name];
}

/** Which columns of places a file has: those of the levels in it. */
export type Levels = { readonly regions: boolean; readonly councils: boolean };

export const placeColumns = ({ regions, councils }: Levels): readonly string[] => [
  'geographic_level',
  'country_code',
  'country_name',
  ...(regions || councils ? ['region_code', 'region_name'] : []),
  ...(councils ? ['old_la_code', 'new_la_code', 'la_name'] : []),
];

/** The cells of those columns: a row names its own place and what contains it, and leaves the others blank. */
export function placeCells({
  register,
  country,
  levels,
}: Pick<EesGiven, 'register' | 'country'> & { readonly levels: Levels }): (
  place: EesPlace,
  period: Period,
) => readonly string[] {
  const councils = new Map(register.councils.map((council) => [council.id, council]));
  const regions = new Map(register.regions.map(({ code, name }) => [code, name]));
  return (place, period) => {
    const council = place.level === 'Local authority' ? councils.get(place.councilId) : undefined;
    const region = place.level === 'Regional' ? place.code : (council?.regionCode ?? '');
    return [
      ...[place.level, country.code, country.name],
      ...(levels.regions || levels.councils ? [region, regions.get(region) ?? ''] : []),
      ...(levels.councils ? (council ? councilCells(council, period) : ['', '', '']) : []),
    ];
  };
}
