const PLAIN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ACCENTED = 'áƀçđéƒĝĥíĵķłɱñóƥʠŕšţúṽŵẋýžÁɃÇĐÉƑĜĤÍĴĶŁṀÑÓƤɊŔŠŢÚṼŴẊÝŽ';
/** Around what is given to a sentence: a name, a date, another sentence. Private characters that no text has. */
const [OPEN, CLOSE] = ['\uE000', '\uE001'];
/** What stands in the catalogue and is no text: a class, a place on a page. */
const NO_TEXT = ['mark', 'anchor'];

/** A text in the pseudo-language: in brackets, every letter accented, what it was given as it is. */
export function pseudo(text: string): string {
  let depth = 0;
  const accented = [...text].map((letter) => {
    if (letter === OPEN) depth += 1;
    if (letter === CLOSE) depth -= 1;
    const place = depth > 0 ? -1 : PLAIN.indexOf(letter);
    return place < 0 ? letter : ([...ACCENTED][place] ?? letter);
  });
  return `⟦${accented.join('')}⟧`.replaceAll(/[\uE000\uE001]/g, '');
}

const given = (value: unknown, depth = 0): unknown => {
  if (typeof value === 'string') return `${OPEN}${value}${CLOSE}`;
  if (Array.isArray(value)) return value.map((one) => given(one, depth));
  if (typeof value !== 'object' || value === null || depth > 0) return value;
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, given(one, 1)]));
};

const translated = (value: unknown): unknown =>
  typeof value === 'string'
    ? pseudo(value)
    : Array.isArray(value)
      ? value.map(translated)
      : typeof value === 'object' && value !== null
        ? translate(value)
        : value;

type Sentence = (...args: readonly unknown[]) => unknown;

/** A sentence of the catalogue that says the same in the pseudo-language. One that chooses by what it is given is given that. */
const spoken =
  (sentence: Sentence): Sentence =>
  (...args) => {
    const said = tryToSay(
      sentence,
      args.map((one) => given(one)),
    );
    const text = said === null ? sentence(...args) : said;
    return typeof text === 'string' ? pseudo(text) : translated(structuredClone(text));
  };

function tryToSay(sentence: Sentence, args: readonly unknown[]): unknown {
  try {
    const said = sentence(...args);
    return typeof said === 'string' && said.includes('undefined') ? null : said;
  } catch {
    return null;
  }
}

const seen = new WeakSet();

/** Puts a part of the catalogue into the pseudo-language, where it stands: whoever reads it afterwards reads that. */
export function translate<Words extends object>(words: Words): Words {
  if (seen.has(words)) return words;
  seen.add(words);
  for (const [key, value] of Object.entries(words) as [string, unknown][]) {
    if (NO_TEXT.includes(key)) continue;
    const said = typeof value === 'function' ? spoken(value as Sentence) : translated(value);
    Object.assign(words, { [key]: said });
  }
  return words;
}
