import { isColumnRole, type ColumnMeaning } from '#domain/intake';

const CODE = 'code:';

/** A meaning as one text, and back. What is stored was a meaning once: a role that is gone is ignored. */
export const fromMeaning = (meaning: ColumnMeaning): string =>
  typeof meaning === 'string' ? meaning : `${CODE}${meaning.code}`;

export const toMeaning = (text: string): ColumnMeaning =>
  text.startsWith(CODE) ? { code: text.slice(CODE.length) } : isColumnRole(text) ? text : 'ignored';
