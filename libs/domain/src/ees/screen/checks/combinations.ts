import { fault, type Check, type Screen } from '../screen.js';

const NOT_AVAILABLE = 'x';

const pairs = (known: readonly (readonly string[])[]): ReadonlySet<string> =>
  new Set(known.map((one) => one.join(' ')));

/** Combinations of code and name that no list has. Of rows of the own level a blank is one too, where `own` says so. */
function unknownPairs(
  { has, combinations }: Screen,
  columns: readonly [code: string, name: string],
  given: { own: string | null; isKnown: (code: string, name: string) => boolean },
) {
  if (!columns.every(has)) return [];
  const ofOwn = given.own === null ? [] : combinations(columns, (level) => level === given.own);
  const others = combinations(columns, (level) => level !== given.own).filter(
    ([code, name]) => code !== '' && name !== '',
  );
  return [...ofOwn, ...others]
    .filter(([code = '', name = '']) => code !== NOT_AVAILABLE && !given.isKnown(code, name))
    .flatMap(([code, name]) => fault(columns[0], `"${code}" with "${name}"`));
}

const listed =
  (
    columns: readonly [string, string],
    list: (screen: Screen) => readonly (readonly string[])[],
    own: string | null = null,
  ): Check =>
  (screen) => {
    const known = pairs([...list(screen), ...screen.reference.anywhere]);
    return unknownPairs(screen, columns, {
      own,
      isKnown: (code, name) => known.has(`${code} ${name}`),
    });
  };

/** Levels of which no list is at hand: a code must look like one of theirs, and have one name in the file. */
const formed =
  (level: string, blankIsWrong = false): Check =>
  (screen) => {
    const found = screen.reference.levels.find((one) => one.level === level);
    if (!found?.code || found.codeForm === null) return [];
    const form = new RegExp(found.codeForm);
    const anywhere = pairs(screen.reference.anywhere);
    const columns = [found.code, found.name] as const;
    const unknown = unknownPairs(screen, columns, {
      own: blankIsWrong ? level : null,
      isKnown: (code, name) => form.test(code) || anywhere.has(`${code} ${name}`),
    });
    return [...unknown, ...severalNames(screen, columns, form)];
  };

function severalNames(
  { has, combinations }: Screen,
  columns: readonly [code: string, name: string],
  form: RegExp,
) {
  if (!columns.every(has)) return [];
  const byCode = new Map<string, string[]>();
  for (const [code = '', name = ''] of combinations(columns))
    if (form.test(code)) byCode.set(code, [...(byCode.get(code) ?? []), name]);
  return [...byCode]
    .filter(([, names]) => names.length > 1)
    .flatMap(([code, names]) =>
      fault(columns[0], `"${code}" with both "${names.join('" and "')}"`),
    );
}

const councils: Check = ({ has, combinations, reference }) => {
  const columns = ['old_la_code', 'new_la_code', 'la_name'];
  if (!columns.every(has)) return [];
  const known = pairs([
    ...reference.councils,
    ...reference.anywhere.map(([code, name]) => [code, code, name]),
  ]);
  return combinations(columns)
    .filter((one) => one.every((cell) => cell !== '') && one[1] !== NOT_AVAILABLE)
    .filter((one) => !known.has(one.join(' ')))
    .flatMap(([old, code, name]) => fault('new_la_code', `"${old}", "${code}" with "${name}"`));
};

export const combinations = {
  eda_combinations: formed('English devolved area'),
  lsip_combinations: formed('Local skills improvement plan area', true),
  ward_combinations: formed('Ward', true),
  lep_combinations: formed('Local enterprise partnership'),
  pfa_combinations: formed('Police force area'),
  pcon_combinations: formed('Parliamentary constituency'),
  lad_combinations: formed('Local authority district'),
  la_combinations: councils,
  region_combinations: listed(
    ['region_code', 'region_name'],
    ({ reference }) => reference.regions,
    'Regional',
  ),
  country_combinations: listed(
    ['country_code', 'country_name'],
    ({ reference }) => reference.countries,
  ),
} satisfies Record<string, Check>;
