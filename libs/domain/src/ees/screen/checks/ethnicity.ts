import { fault, type Check, type Screen } from '../screen.js';

/** A value is standard where it contains a standard one: it may be combined with another filter. */
const without = (texts: readonly string[], standard: readonly string[]): readonly string[] =>
  texts.filter((text) => !standard.some((known) => text.includes(known)));

const standardPairs = ({ reference }: Screen): readonly string[] =>
  reference.ethnicities.map((pair) => pair.join(', '));

const ofColumns: Check = (screen) => {
  const { has, distinct, combinations, reference } = screen;
  const [major, minor] = ['ethnicity_major', 'ethnicity_minor'].map(has);
  const column = major ? 'ethnicity_major' : 'ethnicity_minor';
  if (!major && !minor) return [];
  const odd =
    major && minor
      ? without(
          combinations(['ethnicity_major', 'ethnicity_minor']).map((pair) => pair.join(', ')),
          standardPairs(screen),
        )
      : without(
          distinct(column),
          reference.ethnicities.map((pair) => pair[major ? 0 : 1]),
        );
  return odd.flatMap((text) => fault(column, text));
};

const isAboutEthnicity = (heading: string): boolean => heading.toLowerCase().includes('ethnic');

const headings: Check = ({ distinct, reference }) =>
  without(
    distinct('characteristic_group').filter(isAboutEthnicity),
    reference.ethnicityHeadings,
  ).flatMap((text) => fault('characteristic_group', text));

const characteristics: Check = (screen) => {
  const pairs = screen
    .combinations(['characteristic_group', 'characteristic'])
    .filter(([group = '']) => isAboutEthnicity(group))
    .map(([, value = '']) => value);
  return without([...new Set(pairs)], standardPairs(screen)).flatMap((text) =>
    fault('characteristic', text),
  );
};

export const ethnicity = {
  ethnicity_values: ofColumns,
  ethnicity_characteristic_group: headings,
  ethnicity_characteristic_values: characteristics,
} satisfies Record<string, Check>;
