import type { Case } from '../../libs/domain/src/intake/context-for-spec.js';
import { carriedBy, CHANNELS, WHY } from './carried.js';

type Row = { readonly code: string; readonly place: string; readonly one: Case };

/** By channel and reason: the cases, as `CODE passes 1`. */
type Table = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

export function cannotCarryOf(cases: readonly Row[]): Table {
  const table: Record<string, Record<string, string[]>> = {};
  for (const channel of CHANNELS)
    for (const { code, place, one } of cases) {
      const carried = carriedBy(channel, one);
      if (carried.kind !== 'cannot') continue;
      ((table[channel] ??= {})[WHY[carried.why]] ??= []).push(`${code} ${place}`);
    }
  return table;
}

export const CANNOT_CARRY: Table = {};
