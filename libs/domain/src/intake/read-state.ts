import type {
  RevisionReason,
  RevisionReasonKind,
  ValueState,
} from '../observations/observation.js';

const SENT: Readonly<Record<string, ValueState>> = {
  '': 'value',
  value: 'value',
  number: 'value',
  missing: 'missing',
  'not yet available': 'missing',
  x: 'x',
  unavailable: 'x',
  'not available': 'x',
  'cannot be produced': 'x',
  z: 'z',
  'not applicable': 'z',
  'does not apply': 'z',
};
/** Symbols of published files: `c` stays, `low` and `k` are low, `z` stays, `x`, `u`, `:` and blank are not available. */
const PUBLISHED: Readonly<Record<string, ValueState>> = {
  c: 'c',
  low: 'low',
  k: 'low',
  z: 'z',
  x: 'x',
  u: 'x',
  ':': 'x',
};

const plain = (text: string): string => text.trim().toLowerCase().replaceAll('_', ' ');

/** The state that a council's answer stands for; null for one that cannot be used. */
export const sentState = (text: string): ValueState | null => SENT[plain(text)] ?? null;

/** The state of a published symbol; null when it is none. */
export const publishedState = (text: string): ValueState | null => PUBLISHED[plain(text)] ?? null;

const REASONS: Readonly<Record<string, RevisionReasonKind>> = {
  'late record': 'LATE_RECORD',
  recount: 'RECOUNT',
  definition: 'DEFINITION',
  error: 'ERROR',
};
const FEWEST_CHARACTERS = 3;

/** Why a figure is changed: a kind from the list, and a sentence. Null when either is missing. */
export function sentReason(kind: string, text: string): RevisionReason | null {
  const known = REASONS[plain(kind)];
  return known && text.trim().length >= FEWEST_CHARACTERS
    ? { kind: known, text: text.trim() }
    : null;
}
