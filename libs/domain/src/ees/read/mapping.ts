/** Which column of an EES file says where a row is. EES itself names them alike in every file. */
export type EesAreaColumns = {
  readonly level: string;
  readonly countryCode: string;
  readonly regionCode: string;
  readonly regionName: string;
  readonly councilCode: string;
  readonly oldCouncilCode: string;
  readonly councilName: string;
};

export type EesRate = { readonly times: number; readonly decimals: number };

/**
 * Where one metric stands. A `numerator` or `denominator` of several columns is their sum. Without a `value` column the
 * value is worked out from the two, as `rate` says. `scale` multiplies a published value, for example `"100"`
 * where a file has a share and the metric a percentage.
 */
export type EesIndicator = {
  readonly metric: string;
  readonly value?: string | undefined;
  readonly numerator?: readonly string[] | undefined;
  readonly denominator?: readonly string[] | undefined;
  readonly scale?: string | undefined;
  /** What the numerator over the denominator is multiplied by, and its places: 100 and 1 where nothing is said. */
  readonly rate?: EesRate | undefined;
};

/**
 * How the files of one published series are read: data, one file a series. All filters are held at one value but for at
 * most one, which is kept as our breakdown.
 */
export type EesMapping = {
  readonly series: string;
  readonly title: string;
  /** Columns that only files of this series have. */
  readonly recognise: readonly string[];
  /** Told apart by this where two series have the same columns. */
  readonly recogniseTimeIdentifier?: string | undefined;
  /** The time identifier to read with, where the one in the file is not meant. */
  readonly timeIdentifier?: string | undefined;
  /** Periods that are published under another name than they have: `"202425 Calendar year": "2024 Calendar year"`. */
  readonly periods?: Readonly<Record<string, string>> | undefined;
  readonly hold: Readonly<Record<string, string>>;
  readonly keep?:
    { readonly column: string; readonly breakdowns: Readonly<Record<string, string>> } | undefined;
  readonly areas: EesAreaColumns;
  readonly indicators: readonly EesIndicator[];
  /** Count columns whose areas add up: councils to their region, regions to England. */
  readonly addsUp: readonly string[];
  /** Filters whose parts add up to the held total, with the column that groups them. */
  readonly parts?: { readonly filter: string; readonly group: string } | undefined;
  /** Columns that are published misspelt, by the spelling that is meant; either is read. */
  readonly misspelt?: Readonly<Record<string, string>> | undefined;
};
