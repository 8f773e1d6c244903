/** What a column can hold, in the words of the contract. */
export type ColumnRole =
  | 'council'
  | 'period'
  | 'time_period'
  | 'time_identifier'
  | 'measure'
  | 'value'
  | 'numerator'
  | 'denominator'
  | 'breakdown'
  | 'state'
  | 'comment'
  | 'reason'
  | 'reason_text'
  | 'version';

const NAMES: Readonly<Record<ColumnRole, readonly string[]>> = {
  council: [
    'council',
    'council code',
    'council name',
    'la',
    'la code',
    'la name',
    'local authority',
    'local authority code',
    'new la code',
    'old la code',
    'authority',
  ],
  period: ['period', 'month', 'reporting month', 'reporting period', 'date'],
  time_period: ['time period'],
  time_identifier: ['time identifier'],
  measure: ['measure', 'box', 'metric', 'code', 'indicator', 'measure code', 'box code'],
  value: ['value', 'n', 'number', 'figure', 'count', 'total'],
  numerator: ['numerator', 'num'],
  denominator: ['denominator', 'den', 'denom', 'out of'],
  breakdown: ['breakdown', 'part', 'tier'],
  state: ['state', 'status', 'symbol'],
  comment: ['comment', 'comments', 'note', 'notes'],
  reason: ['reason', 'reason kind'],
  reason_text: ['reason text', 'explanation'],
  version: ['version', 'definition version'],
};

const ROLES = Object.keys(NAMES) as readonly ColumnRole[];
const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

export type ColumnMap = {
  /** Index of each role's column. */
  readonly at: Readonly<Partial<Record<ColumnRole, number>>>;
  readonly ignored: readonly string[];
  readonly repeated: readonly string[];
};

/** Which column holds what, by its name in any case and with any punctuation. */
export function mapColumns(columns: readonly string[]): ColumnMap {
  const at: Partial<Record<ColumnRole, number>> = {};
  const ignored: string[] = [];
  const seen = new Map<string, number>();
  columns.forEach((name, index) => {
    const key = plain(name);
    if (key !== '') seen.set(key, (seen.get(key) ?? 0) + 1);
    const role = ROLES.find(
      (candidate) => NAMES[candidate].includes(key) && at[candidate] === undefined,
    );
    if (role) at[role] = index;
    else if (key !== '' && seen.get(key) === 1) ignored.push(name);
  });
  const repeated = columns.filter(
    (name, index) =>
      (seen.get(plain(name)) ?? 0) > 1 &&
      columns.findIndex((other) => plain(other) === plain(name)) === index,
  );
  return { at, ignored, repeated };
}
