/** A place in a list ordered by time, then id. Opaque outside. */
export const cursorOf = (at: Date, id: string): string =>
  Buffer.from(`${at.toISOString()} ${id}`).toString('base64url');

/** Null for no cursor, and for one that was not made here: the list starts at its beginning. */
export function readCursor(cursor: string | null): { at: Date; id: string } | null {
  const [at, id] = cursor ? Buffer.from(cursor, 'base64url').toString().split(' ') : [];
  if (!at || !id || Number.isNaN(Date.parse(at)) || !/^[0-9a-f-]{36}$/.test(id)) return null;
  return { at: new Date(at), id };
}
