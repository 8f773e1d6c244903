import { MilestoneReadModel } from '#application/ports';
import type { MilestoneQuery, PageOf } from '#application/ports';
import type { Scope } from '#domain/access';
import type { MilestoneRecord } from '#domain/delivery';
import { MILESTONE_COLUMNS, toMilestone, type MilestoneRow } from '../rows/milestone-row.js';
import type { ScopedTransactions } from '../scoped-transactions.js';

const NAMED = `milestone m join council c on c.id = m.council_id
  join reform r on (r.programme_id, r.code) = (m.programme_id, m.reform_code)`;
/** By reform and council, A to Z, then as they were first dated. */
const PLACE = `r.name, c.name, m.due_on, m.id`;
/** Still to be done: not done, and the version is still tested there, or going to be, on the day $5. */
const OPEN = `(not exists (select from milestone_entry e where e.milestone_id = m.id and e.kind = 'done')
  and exists (select from participation p where (p.programme_id, p.council_id, p.reform_code, p.version)
      = (m.programme_id, m.council_id, m.reform_code, m.version) and (p.valid_to is null or p.valid_to > $5::date)))`;

export class PostgresMilestoneReadModel extends MilestoneReadModel {
  constructor(private readonly transactions: ScopedTransactions) {
    super();
  }

  async list(scope: Scope, query: MilestoneQuery): Promise<PageOf<MilestoneRecord>> {
    const rows = await this.transactions.read(scope, (sql) =>
      sql.rows<MilestoneRow>(
        `select ${MILESTONE_COLUMNS} from ${NAMED}
         where m.programme_id = $1 and ($2::int[] is null or m.council_id = any ($2)) and ($3::text is null or m.reform_code = $3)
           and ($4::boolean is null or ${OPEN} = $4)
           and ($6::uuid is null or (${PLACE}) > (select ${PLACE} from ${NAMED} where m.id = $6))
         order by ${PLACE} limit $7`,
        [
          query.programmeId,
          query.councilIds === 'all' ? null : query.councilIds,
          query.reform,
          query.open,
          query.today,
          placeIn(query.after),
          query.first + 1,
        ],
      ),
    );
    const items = rows.slice(0, query.first).map(toMilestone);
    const cursors = items.map(({ id }) => Buffer.from(id).toString('base64url'));
    return { items, cursors, next: rows.length > query.first ? (cursors.at(-1) ?? null) : null };
  }

  async byId(scope: Scope, id: string): Promise<MilestoneRecord | null> {
    const row = await this.transactions.read(scope, (sql) =>
      sql.one<MilestoneRow>(`select ${MILESTONE_COLUMNS} from milestone m where m.id = $1`, [id]),
    );
    return row && toMilestone(row);
  }
}

/** The milestone that a cursor names; null for none, and for one that was not made here: the list starts at its beginning. */
function placeIn(cursor: string | null): string | null {
  const id = cursor === null ? '' : Buffer.from(cursor, 'base64url').toString();
  return /^[0-9a-f-]{36}$/.test(id) ? id : null;
}
