const WHO = [
  'Two educational psychologists',
  'The SEND casework team',
  'Our data officer',
  'The head of service',
  'Health advice givers',
  'A new case system',
  'The designated clinical officer',
  'Agency caseworkers',
  'The panel chair',
  'Our partnership lead',
];
const DID = [
  'left in {month}',
  'joined in {month} {year}',
  'was late in {month}; {n} records followed',
  'counted again on 3 {month} {year}',
  'moved offices, so {n} letters went out a week late',
  'will send the rest by 18 {month}',
  'found {n} cases recorded twice',
  'had {n} vacancies in Q{quarter}',
];
const WHY = [
  'as agreed with {council}.',
  'after the summer holidays.',
  'because of a change of definition in {year}.',
  '(see E06000017 and return 857).',
  'and {n} of {m} decisions were affected.',
  'and that is right.',
  'since phase {quarter} transfers are counted here.',
];
const MONTHS = ['January', 'March', 'April', 'May', 'June', 'August', 'October', 'December'];
const COUNCILS = ['Rutland', 'Leeds', 'East Sussex', 'Barnet', 'Hartlepool', 'Brighton and Hove'];

const at = (list: readonly string[], n: number): string => list[n % list.length] ?? '';

/** Comments about a service as officers write them, each another: who, what, why, with months, numbers and councils. */
export const ordinaryComments = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, n) => {
    const phrase = `${at(WHO, n)} ${at(DID, Math.floor(n / WHO.length))}, ${at(WHY, Math.floor(n / 80))}`;
    return phrase
      .replace('{month}', at(MONTHS, n * 3))
      .replaceAll('{year}', String(2022 + (n % 4)))
      .replaceAll('{n}', String((n * 7) % 613))
      .replaceAll('{m}', String(613 + n))
      .replaceAll('{quarter}', String((n % 4) + 1))
      .replaceAll('{council}', at(COUNCILS, n));
  });
