import type { IntakeTable } from './intake-table.js';

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

/** Columns of our own template that are there to be read by people. */
const FOR_READERS = ['label', 'last month'];

const ROLES = Object.keys(NAMES) as readonly ColumnRole[];
/** A name in lower case, with single spaces for everything but letters and digits. */
export const plainName = (name: string): string =>
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

export const isColumnRole = (text: string): text is ColumnRole =>
  ROLES.some((role) => role === text);

/** The role that a plain name stands for by itself. */
export const roleNamed = (name: string): ColumnRole | undefined =>
  ROLES.find((role) => NAMES[role].includes(name));

/** Which column holds what, by its name in any case and with any punctuation. */
export function mapColumns({
  columns,
  reads = columns,
}: Pick<IntakeTable, 'columns' | 'reads'>): ColumnMap {
  const at: Partial<Record<ColumnRole, number>> = {};
  const ignored: string[] = [];
  const seen = new Map<string, number>();
  reads.forEach((read, index) => {
    const key = plainName(read);
    if (key !== '') seen.set(key, (seen.get(key) ?? 0) + 1);
    const role = ROLES.find(
      (candidate) => NAMES[candidate].includes(key) && at[candidate] === undefined,
    );
    if (role) at[role] = index;
    else if (key !== '' && seen.get(key) === 1 && !FOR_READERS.includes(key))
      ignored.push(columns[index] ?? read);
  });
  const repeated = columns.filter((_, index) => {
    const key = plainName(reads[index] ?? '');
    return (
      (seen.get(key) ?? 0) > 1 && reads.findIndex((other) => plainName(other) === key) === index
    );
  });
  return { at, ignored, repeated };
}
