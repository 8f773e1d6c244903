/** A geographic level of EES: its columns, and which other levels may have them filled. */
export type GeographicLevel = {
  readonly level: string;
  readonly code: string | null;
  readonly name: string;
  readonly secondCode: string | null;
  /** Levels whose rows may name it too; null where every row may. */
  readonly alsoFilledFor: readonly string[] | null;
  /** What its codes look like, as a regular expression, where no list of them is at hand. */
  readonly codeForm: string | null;
};

type CodeAndName = readonly [code: string, name: string];

/** The lists that DfE screens data files against: facts, handed in as data. */
export type EesReference = {
  readonly levels: readonly GeographicLevel[];
  /** Old code, new code and name of each council. */
  readonly councils: readonly (readonly [string, string, string])[];
  readonly regions: readonly CodeAndName[];
  readonly countries: readonly CodeAndName[];
  /** What any level may have where nobody or nowhere is meant. */
  readonly anywhere: readonly CodeAndName[];
  /** Groups of identifiers that may stand together, by how many digits their `time_period` has. */
  readonly timeIdentifiers: {
    readonly four: readonly (readonly string[])[];
    readonly six: readonly (readonly string[])[];
  };
  readonly indicatorUnits: readonly string[];
  /** What names of columns about places begin and end with, or are. */
  readonly placeWords: Readonly<Record<'begin' | 'end' | 'whole', readonly string[]>>;
  readonly standardHeaders: readonly {
    readonly contains: string;
    readonly names: readonly string[];
  }[];
  readonly characteristicWords: readonly string[];
  readonly ethnicityHeadings: readonly string[];
  readonly ethnicities: readonly (readonly [major: string, minor: string])[];
  readonly dictionary: {
    readonly filters: readonly string[];
    readonly indicators: readonly string[];
    readonly items: Readonly<Record<string, readonly string[]>>;
  };
};
