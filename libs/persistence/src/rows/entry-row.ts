import type { Deed, Entry } from '#domain/follow-up';

export type EntryRow = { n: number; at: Date; made_by: string; deed: Deed };

/** The statement that reads the entries of one alert, in their order. */
export const ENTRIES_OF = `select n, at, made_by, deed from alert_entry where alert_id = $1 order by n`;

/** The same of many alerts. */
export const ENTRIES_OF_MANY = `select alert_id, n, at, made_by, deed from alert_entry
  where alert_id = any ($1::uuid[]) order by alert_id, n`;

export const toEntry = ({ n, at, made_by: by, deed }: EntryRow): Entry => ({ n, at, by, deed });
