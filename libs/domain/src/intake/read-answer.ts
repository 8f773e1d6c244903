import type { ValueState } from '../observations/observation.js';
import { isSuppressed } from './read-value.js';
import { sentState } from './read-state.js';

/** What the text of a number and the text of its state say together. */
export type ReadAnswer =
  | { readonly kind: 'number' }
  | {
      readonly kind: 'state';
      readonly state: ValueState;
      readonly column: 'state' | 'value';
      readonly text: string;
    }
  | { readonly kind: 'fault'; readonly code: string; readonly text: string };

/**
 * A state may stand in its own column or in the number's place. A number beside a state that says there is none is
 * neither: one of the two would be lost.
 */
export function readAnswer(value: string, state: string): ReadAnswer {
  const [number, said] = [value.trim(), state.trim()];
  const inValue = number === '' ? null : sentState(number);
  if (said === '')
    return inValue === null || inValue === 'value'
      ? { kind: 'number' }
      : { kind: 'state', state: inValue, column: 'value', text: number };
  if (isSuppressed(said)) return { kind: 'fault', code: 'VALUE_SUPPRESSED', text: said };
  const meant = sentState(said);
  if (meant === 'value') return { kind: 'number' };
  if (meant === null) return { kind: 'fault', code: 'STATE_NOT_ALLOWED', text: said };
  if (number !== '' && inValue !== meant)
    return { kind: 'fault', code: 'STATE_NOT_ALLOWED', text: `${number}, ${said}` };
  return { kind: 'state', state: meant, column: 'state', text: said };
}
