import { MilestoneStore } from '#application/ports';
import type { Milestone, MilestoneEntry, MilestoneRecord } from '#domain/delivery';
import { MILESTONE_COLUMNS, toMilestone, type MilestoneRow } from '../rows/milestone-row.js';
import type { SqlSession } from '../sql-session.js';
import { appendEntries } from './append-entries.js';

export class PostgresMilestoneStore extends MilestoneStore {
  constructor(private readonly sql: SqlSession) {
    super();
  }

  async add(milestone: Milestone, most: number): Promise<boolean> {
    const added = await this.sql.run(
      `insert into milestone (id, programme_id, council_id, reform_code, version, title, owner, due_on, planned_at, planned_by)
       select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10
       where (select count(*) from milestone where programme_id = $2 and council_id = $3) < $11`,
      [
        milestone.id,
        milestone.programmeId,
        milestone.councilId,
        milestone.reform,
        milestone.version,
        milestone.title,
        milestone.owner,
        milestone.due,
        milestone.plannedAt,
        milestone.plannedBy,
        most,
      ],
    );
    return added === 1;
  }

  async open(id: string): Promise<MilestoneRecord | null> {
    // The app may not change a milestone, so that its row cannot be locked: its id is.
    await this.sql.run(`select pg_advisory_xact_lock(hashtext('milestone'), hashtext($1))`, [id]);
    const row = await this.sql.keptOne<MilestoneRow>(
      `select ${MILESTONE_COLUMNS} from milestone m where m.id = $1`,
      [id],
    );
    return row && toMilestone(row);
  }

  async append(
    { id, councilId }: Pick<Milestone, 'id' | 'councilId'>,
    entry: MilestoneEntry,
  ): Promise<void> {
    await appendEntries(this.sql, 'milestone', { id, councilId }, [entry]);
  }
}
