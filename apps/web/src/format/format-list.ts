const conjunction = new Intl.ListFormat('en-GB', { style: 'long', type: 'conjunction' });

/** `Leicester and Luton`; `Leicester, Luton and Swindon`. */
export const listOf = (names: readonly string[]): string => conjunction.format(names);

/** `1 alert`, `2 alerts`. */
export const countOf = (n: number, one: string, many: string): string =>
  `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`;

const IN_WORDS = ['None', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'];

/** A number that begins a sentence: in words up to nine. */
export const startOf = (n: number): string => IN_WORDS[n] ?? n.toLocaleString('en-GB');
