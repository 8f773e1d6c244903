/** What each room may import. */
export const rooms: Readonly<Record<string, { rooms: string[]; npm: string[]; node: boolean }>>;
