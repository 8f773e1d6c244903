import { readCsv } from '#domain/intake';
import {
  contextFor,
  rules,
  type Case,
  type SentRow,
} from '../../libs/domain/src/intake/context-for-spec.js';
import { resolveCouncil } from '#domain/register';

/** The columns of the contract, in the order in which the cases of a rule are written as files. */
const CONTRACT = [
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
  'comment',
  'reason',
  'reason_text',
] as const;

/** A case as a header and rows of text; null where it is no table but bytes. */
export type Grid = readonly (readonly string[])[];

export function gridOf(one: Case): Grid | null {
  if (one.send) return gridOfRows(one.send);
  const text = one.csv;
  if (text === undefined || one.announcedLength !== undefined) return null;
  if (/^[^"\ufeff\p{Cc}]*(\n[^"\p{Cc}]*)*$/u.test(text)) {
    const ended = text.endsWith('\n') ? text.slice(0, -1) : text;
    const rows = ended === '' ? [] : ended.split('\n').map((line) => line.split(','));
    const isCut = ended === text && (rows.at(-1)?.length ?? 0) < (rows[0]?.length ?? 0);
    return isCut ? null : rows;
  }
  const bytes = new TextEncoder().encode(text);
  const read = readCsv({ bytes, fileName: null, announcedLength: null }, rules);
  return read.ok ? [read.value.columns, ...read.value.rows.map(({ cells }) => cells)] : null;
}

function gridOfRows(sent: readonly SentRow[]): Grid {
  const full = sent.map((row) =>
    row['time_period'] === undefined ? { period: '2024-09', ...row } : row,
  );
  const used = CONTRACT.filter(
    (name) => name === 'measure' || name === 'value' || full.some((row) => row[name] !== undefined),
  );
  return [[...used], ...full.map((row) => used.map((name) => row[name] ?? ''))];
}

/** The rows of a grid by the columns of the contract; null where it has another column, or a row of another length. */
export function rowsOfGrid(grid: Grid): readonly SentRow[] | null {
  const [header = [], ...rows] = grid;
  const names = header.map((name) => name.trim().toLowerCase());
  const known = new Set<string>(CONTRACT);
  const regular = rows.every((row) => row.length === names.length);
  const needed = ['measure', 'value'].every((name) => names.includes(name));
  const dated = names.includes('period') || names.includes('time_period');
  if (!regular || !needed || !dated || new Set(names).size < names.length) return null;
  if (!names.every((name) => known.has(name))) return null;
  return rows.map((row) => Object.fromEntries(names.map((name, n) => [name, row[n] ?? ''])));
}

/** What the rows of a case say of their council: nothing, one name that stands for the sender's own, or something else. */
export function councilOf(
  one: Case,
  rows: readonly SentRow[],
): { kind: 'none' | 'else' } | { kind: 'own' | 'old'; name: string } {
  const said = new Set(rows.map((row) => row['council'] ?? '').filter((name) => name !== ''));
  const [name] = said;
  if (name === undefined) return { kind: 'none' };
  if (said.size > 1) return { kind: 'else' };
  const { register, today, mayWrite } = contextFor(one);
  const own = mayWrite === 'all' ? undefined : mayWrite[0];
  const found = resolveCouncil(register, name, today);
  if (found.ok) return found.value.id === own ? { kind: 'own', name } : { kind: 'else' };
  return found.error.kind === 'not-valid-then' && found.error.councilId === own
    ? { kind: 'old', name }
    : { kind: 'else' };
}
