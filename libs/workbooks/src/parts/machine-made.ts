/** How a part is written: `settings` by a program with names that people gave; `drawn` nearly all in numbers. */
export type Machine = 'settings' | 'drawn';

const NUMBERS = /^[-+\d.,%\s:]*$/;
const COLOUR = /^#?(?:[0-9A-F]{2}){3,4}$/i;
/** What people type in a drawing. */
const TYPED = new Set(['name', 'descr', 'title', 'tooltip', 'macro']);
/** As short as nothing is that names anybody. */
const SHORTEST = 5;

/**
 * Whether an attribute is a number or a colour that no person typed. Among settings a number of ten digits is kept, since
 * it may be somebody's; in drawings such numbers are places and random ids.
 */
export function isMachineMade(machine: Machine, key: string, value: string): boolean {
  if (value.length < SHORTEST) return true;
  if (TYPED.has(key)) return false;
  if (machine === 'drawn') return NUMBERS.test(value) || COLOUR.test(value);
  return key === 'rgb' || (NUMBERS.test(value) && value.replace(/\D/g, '').length !== 10);
}
