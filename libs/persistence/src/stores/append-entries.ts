import type { SqlSession } from '../sql-session.js';

/** What people add to, in a table of entries of its own. */
type WrittenOn = 'alert' | 'milestone' | 'feedback';

type AnyEntry = {
  readonly n: number;
  readonly at: Date;
  readonly by: string;
  readonly deed: { readonly kind: string };
};

/** Adds entries to an alert, a milestone or feedback of a council, in one statement. */
export async function appendEntries(
  sql: SqlSession,
  what: WrittenOn,
  { id, councilId }: { readonly id: string; readonly councilId: number },
  entries: readonly AnyEntry[],
): Promise<void> {
  await sql.run(
    `insert into ${what}_entry (${what}_id, council_id, n, at, made_by, kind, deed)
     select $1, $2, e.n, e.at, e.made_by, e.deed ->> 'kind', e.deed
     from unnest($3::int[], $4::timestamptz[], $5::text[], $6::jsonb[]) e (n, at, made_by, deed)`,
    [
      id,
      councilId,
      entries.map(({ n }) => n),
      entries.map(({ at }) => at),
      entries.map(({ by }) => by),
      entries.map(({ deed }) => JSON.stringify(deed)),
    ],
  );
}
