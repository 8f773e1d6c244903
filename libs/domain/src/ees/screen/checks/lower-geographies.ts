import type { GeographicLevel } from '../reference.js';
import { fault, type Check, type Screen } from '../screen.js';

const WITHOUT_LIST = ['Opportunity area', 'MAT', 'Sponsor'];
const NOT_AVAILABLE = { code: 'x', name: 'Not available' };
const TESTED_FOR_NOT_AVAILABLE = [
  'Local authority district',
  'Parliamentary constituency',
  'Local skills improvement plan area',
  'Local enterprise partnership',
  'English devolved area',
  'Opportunity area',
  'Ward',
  'MAT',
  'Sponsor',
  'School',
  'Provider',
];

const present = (
  { reference, levelsPresent, has }: Screen,
  wanted: readonly string[],
): readonly (GeographicLevel & { code: string })[] =>
  reference.levels.filter(
    (one): one is GeographicLevel & { code: string } =>
      wanted.includes(one.level) &&
      levelsPresent.includes(one.level) &&
      one.code !== null &&
      has(one.code) &&
      has(one.name),
  );

/** What has more than one partner among codes and names of a level: `by` 0 is the code's names, 1 the name's codes. */
const severalPartners =
  (by: 0 | 1): Check =>
  (screen) =>
    present(screen, WITHOUT_LIST).flatMap(({ level, code, name }) => {
      const partners = new Map<string, number>();
      for (const pair of screen.combinations([code, name], (one) => one === level)) {
        const key = pair[by] ?? '';
        if (key !== '') partners.set(key, (partners.get(key) ?? 0) + 1);
      }
      return [...partners]
        .filter(([, count]) => count > 1)
        .flatMap(([key, count]) => fault(by === 0 ? code : name, `${key} (${count})`));
    });

const notAvailable =
  (isWrong: (code: string, name: string) => boolean): Check =>
  (screen) =>
    present(screen, TESTED_FOR_NOT_AVAILABLE).flatMap(({ code, name }) =>
      screen
        .combinations([code, name])
        .filter(([c = '', n = '']) => c !== '' && n !== '' && isWrong(c, n))
        .flatMap(([c, n]) => fault(name, `"${c}" with "${n}"`)),
    );

export const lowerGeographies = {
  other_geography_duplicates: severalPartners(1),
  other_geography_code_duplicates: severalPartners(0),
  na_geography: notAvailable((c, n) => c === NOT_AVAILABLE.code && n !== NOT_AVAILABLE.name),
  na_geography_code: notAvailable((c, n) => n === NOT_AVAILABLE.name && c !== NOT_AVAILABLE.code),
} satisfies Record<string, Check>;
