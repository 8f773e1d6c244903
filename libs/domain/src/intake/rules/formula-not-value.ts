import type { Finding } from '../finding.js';
import type { IntakeRow } from '../intake-table.js';
import type { ColumnRole } from '../map-columns.js';
import { say } from '../say.js';
import type { Sheet } from '../sheet.js';

/** Columns that hold a figure, a code or a period. Words may begin with anything. */
const ROLES: readonly ColumnRole[] = [
  'council',
  'period',
  'time_period',
  'time_identifier',
  'measure',
  'breakdown',
  'value',
  'numerator',
  'denominator',
  'state',
];
const NUMBER = /^[+-]\s*£?\s*(?:\d[\d.,]*|\.\d+)\s*%?$/;
/** Signs alone are answers ("-"), which another rule speaks of. */
const SIGNS = /^[-+@\s]*$/;

const MAYBE = /^\s*[=+@-]/;

const isFormula = (text: string): boolean =>
  /^[=+@-]/.test(text) && !NUMBER.test(text) && !SIGNS.test(text);

/**
 * FORMULA_NOT_VALUE: a cell that should hold a value holds a formula, or what a spreadsheet would run as one. The row is
 * kept as it came and not used; nothing else is said of it, since nobody knows what the formula would give.
 */
export function formulaNotValue(
  row: IntakeRow,
  { context, text, column }: Sheet,
): readonly Finding[] {
  // Of nearly every row there is nothing to say, so that this is asked first.
  if (!ROLES.some((role) => MAYBE.test(text(row, role)))) return [];
  return ROLES.flatMap((role) => {
    const value = text(row, role).trim();
    if (!isFormula(value)) return [];
    const at = { row: row.row, column: column(role, row), value };
    return say(context.rules, 'FORMULA_NOT_VALUE', at, { char: value.slice(0, 1) });
  });
}
