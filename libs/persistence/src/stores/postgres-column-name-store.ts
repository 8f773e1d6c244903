import { ColumnNameStore } from '#application/ports';
import type { ColumnMeaning } from '#domain/intake';
import { fromMeaning, toMeaning } from '../rows/column-meaning-row.js';
import type { SqlSession } from '../sql-session.js';

export class PostgresColumnNameStore extends ColumnNameStore {
  constructor(private readonly sql: SqlSession) {
    super();
  }

  async meanings(
    programmeId: number,
    councilId: number | null,
  ): Promise<ReadonlyMap<string, ColumnMeaning>> {
    if (councilId === null) return new Map();
    const rows = await this.sql.keptRows<{ name: string; meaning: string }>(
      `select name, meaning from column_name where programme_id = $1 and council_id = $2`,
      [programmeId, councilId],
    );
    return new Map(rows.map(({ name, meaning }) => [name, toMeaning(meaning)]));
  }

  async remember(
    of: { readonly programmeId: number; readonly councilId: number },
    meanings: ReadonlyMap<string, ColumnMeaning>,
    by: { readonly actor: string; readonly at: Date },
  ): Promise<void> {
    await this.sql.run(
      `insert into column_name (programme_id, council_id, name, meaning, said_by, said_at)
       select $1, $2, c.name, c.meaning, $5, $6 from unnest($3::text[], $4::text[]) as c(name, meaning)
       on conflict (programme_id, council_id, name)
       do update set meaning = excluded.meaning, said_by = excluded.said_by, said_at = excluded.said_at`,
      [
        of.programmeId,
        of.councilId,
        [...meanings.keys()],
        [...meanings.values()].map(fromMeaning),
        by.actor,
        by.at,
      ],
    );
  }
}
