import type { MilestoneDeed, MilestoneRecord } from '#domain/delivery';
import type { Day } from '#domain/periods';

export type MilestoneRow = {
  id: string;
  programme_id: number;
  council_id: number;
  reform_code: string;
  version: number;
  title: string;
  owner: string;
  due_on: Day;
  planned_at: Date;
  planned_by: string;
  entries: readonly { n: number; at: string; by: string; deed: MilestoneDeed }[];
};

/** The columns of milestones `m`, each with its entries in their order. */
export const MILESTONE_COLUMNS = `m.id, m.programme_id, m.council_id, m.reform_code, m.version, m.title, m.owner,
  m.due_on::text, m.planned_at, m.planned_by,
  coalesce((select json_agg(json_build_object('n', e.n, 'at', e.at, 'by', e.made_by, 'deed', e.deed) order by e.n)
    from milestone_entry e where e.milestone_id = m.id), '[]') as entries`;

export const toMilestone = (row: MilestoneRow): MilestoneRecord => ({
  id: row.id,
  programmeId: row.programme_id,
  councilId: row.council_id,
  reform: row.reform_code,
  version: row.version,
  title: row.title,
  owner: row.owner,
  due: row.due_on,
  plannedAt: row.planned_at,
  plannedBy: row.planned_by,
  entries: row.entries.map((entry) => ({ ...entry, at: new Date(entry.at) })),
});
