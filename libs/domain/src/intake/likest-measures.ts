type Titled = { readonly code: string; readonly title: string };

/** Words that say nothing of what is counted. */
const EMPTY = new Set(
  'a all an and at by each for from in is it its made no nos not number of on or our that the their these this those to total count was were with n'.split(
    ' ',
  ),
);
/** How data officers shorten words. */
const SHORT: Readonly<Record<string, string>> = {
  asmt: 'assess',
  asmts: 'assess',
  assmt: 'assess',
  assmts: 'assess',
  dec: 'decision',
  decs: 'decision',
  excl: 'exclusion',
  excls: 'exclusion',
  ex: 'exception',
  hn: 'high needs',
  med: 'mediation',
  rec: 'received',
  recd: 'received',
  req: 'request',
  reqs: 'request',
  rev: 'review',
  revs: 'review',
  susp: 'suspension',
  susps: 'suspension',
  wd: 'withdrawn',
  wk: 'week',
  wks: 'week',
  yr: 'year',
  yrs: 'year',
};
const LIKE_ENOUGH = 0.5;
/** Two words are one when they begin alike for so many letters. */
const SAME_BEGINNING = 5;

/**
 * Which measure or box each name of a column most likely means: the one that shares most of its words, as long as half of
 * them or more, and no other is as like; of two columns for one measure the liker has it. Null where nobody can tell. A proposal for a
 * person to correct, never an answer.
 */
export function likestMeasures(
  names: readonly string[],
  measures: readonly Titled[],
): readonly (string | null)[] {
  const known = measures.map(({ code, title }) => ({
    code,
    words: new Set([...wordsOf(code), ...wordsOf(title)]),
  }));
  const best = names.map((name) => likest(wordsOf(name), known));
  return best.map((mine, index) => {
    if (!mine) return null;
    const rivals = best.filter((one, other) => other !== index && one?.code === mine.code);
    return rivals.every((one) => one && isLiker(mine, one)) ? mine.code : null;
  });
}

type Likeness = { readonly code: string; readonly share: number; readonly others: number };

const isLiker = (a: Likeness, b: Likeness): boolean =>
  a.share > b.share || (a.share === b.share && a.others < b.others);

/** The one measure that is liker than every other; null where there is none, or none that is like enough. */
function likest(
  words: readonly string[],
  known: readonly { readonly code: string; readonly words: ReadonlySet<string> }[],
): Likeness | null {
  const all = known
    .map(({ code, words: theirs }) => ({ code, ...likeness(words, theirs) }))
    .filter(({ share }) => share >= LIKE_ENOUGH);
  return all.find((one) => all.every((other) => other === one || isLiker(one, other))) ?? null;
}

function likeness(
  words: readonly string[],
  theirs: ReadonlySet<string>,
): { readonly share: number; readonly others: number } {
  const shared = words.filter((word) => [...theirs].some((other) => isSame(word, other)));
  return {
    share: words.length === 0 ? 0 : shared.length / words.length,
    others: theirs.size - shared.length,
  };
}

const isSame = (a: string, b: string): boolean =>
  a === b ||
  (a.length >= SAME_BEGINNING &&
    b.length >= SAME_BEGINNING &&
    a.slice(0, SAME_BEGINNING) === b.slice(0, SAME_BEGINNING));

/** The words of a name that say something: `Decs in 6 wks` is decision, 6, week; `n_decisions_6wk` too. */
function wordsOf(name: string): readonly string[] {
  const parts = name
    .toLowerCase()
    .replace(/['’.]/g, '')
    .split(/[^a-z0-9]+|(?<=\d)(?=[a-z])|(?<=[a-z])(?=\d)/);
  const words = parts.flatMap((part) => (SHORT[part] ?? part).split(' '));
  return [...new Set(words.map(singular))].filter((word) => word !== '' && !EMPTY.has(word));
}

const singular = (word: string): string =>
  word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
