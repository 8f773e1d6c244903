/** One cell of a table: text, perhaps a link, a tag's shape or a line beneath. */
export type Cell = {
  readonly text: string;
  readonly href?: string;
  /** Read out after the link's text, so that a link makes sense on its own. */
  readonly hidden?: string;
  readonly tag?: string;
  readonly note?: string | undefined;
  readonly numeric?: boolean;
  /** A sentence: not to be squeezed into a narrow column. */
  readonly wide?: boolean;
};

export type Table = {
  readonly caption: string;
  readonly head: readonly {
    readonly text: string;
    readonly numeric?: boolean;
    /** What it is called in a file, where the page says what its cells lead to. */
    readonly inFile?: string;
  }[];
  readonly rows: readonly (readonly Cell[])[];
  readonly notes?: readonly string[];
};

export const cell = (text: string): Cell => ({ text });
export const linkCell = (text: string, href: string, hidden?: string): Cell =>
  hidden === undefined ? { text, href } : { text, href, hidden };
export const numberCell = (text: string): Cell => ({ text, numeric: true });
export const tagCell = (words: { readonly text: string; readonly mark: string }): Cell => ({
  text: words.text,
  tag: words.mark,
});
