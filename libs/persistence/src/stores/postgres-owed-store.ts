import { OwedStore, type Owed } from '#application/ports';
import type { MilestoneRecord } from '#domain/delivery';
import type { FeedbackRecord } from '#domain/feedback';
import type { Deed } from '#domain/follow-up';
import type { AcknowledgedAlert } from '#domain/judgement';
import type { Day } from '#domain/periods';
import {
  FEEDBACK_COLUMNS,
  toFeedback,
  UNANSWERED,
  type FeedbackRow,
} from '../rows/feedback-row.js';
import { MILESTONE_COLUMNS, toMilestone, type MilestoneRow } from '../rows/milestone-row.js';
import type { SqlSession } from '../sql-session.js';

type Of = { readonly programmeId: number; readonly councilId: number };

type AcknowledgedRow = {
  id: string;
  council_id: number;
  acknowledged_at: Date;
  states: readonly { at: string; state: string }[];
  entries: readonly { n: number; at: string; by: string; deed: Deed }[];
};

/** What is owed, by the day it was promised for or somebody began to wait. */
const BETWEEN = `
  select m.council_id as "councilId", 'milestone' as kind, d.due::text as due, null::timestamptz as at, null::text as on
  from milestone m
  cross join lateral (select coalesce((select (e.deed ->> 'due')::date from milestone_entry e
    where e.milestone_id = m.id and e.kind = 'redate' order by e.n desc limit 1), m.due_on) as due) d
  where m.programme_id = $1 and d.due between $2::date and $3::date
    and not exists (select from milestone_entry e where e.milestone_id = m.id and e.kind = 'done')
  union all
  select f.council_id, 'answer', null, f.said_at, null from feedback f
  where f.programme_id = $1 and (f.said_at at time zone 'Europe/London')::date between $2 and $3 and ${UNANSWERED}
  union all
  select a.council_id, 'plan', null, a.acknowledged_at, null from alert a
  where a.programme_id = $1 and (a.acknowledged_at at time zone 'Europe/London')::date between $2 and $3
    and a.state in ('firing', 'recovering')
  union all
  select a.council_id, 'review', null, null, e.deed ->> 'reviewOn' from alert a
  join alert_entry e on e.alert_id = a.id and e.kind = 'close' and (e.deed ->> 'reviewOn')::date between $2 and $3
  where a.programme_id = $1 and a.state in ('firing', 'recovering')`;

export class PostgresOwedStore extends OwedStore {
  constructor(private readonly sql: SqlSession) {
    super();
  }

  async milestones({ programmeId, councilId }: Of): Promise<readonly MilestoneRecord[]> {
    const rows = await this.sql.keptRows<MilestoneRow>(
      `select ${MILESTONE_COLUMNS} from milestone m where m.programme_id = $1 and m.council_id = $2 order by m.planned_at, m.id`,
      [programmeId, councilId],
    );
    return rows.map(toMilestone);
  }

  async feedback({ programmeId, councilId }: Of): Promise<readonly FeedbackRecord[]> {
    const rows = await this.sql.keptRows<FeedbackRow>(
      `select ${FEEDBACK_COLUMNS} from feedback f where f.programme_id = $1 and f.council_id = $2 order by f.said_at, f.id`,
      [programmeId, councilId],
    );
    return rows.map(toFeedback);
  }

  async acknowledged({
    programmeId,
    councilId,
    notOf,
  }: Of & { readonly notOf: string }): Promise<readonly AcknowledgedAlert[]> {
    const rows = await this.sql.keptRows<AcknowledgedRow>(
      `select a.id, a.council_id, a.acknowledged_at,
         coalesce((select json_agg(json_build_object('at', s.at, 'state', s.to_state) order by s.n)
           from alert_step s where s.alert_id = a.id), '[]') as states,
         coalesce((select json_agg(json_build_object('n', e.n, 'at', e.at, 'by', e.made_by, 'deed', e.deed) order by e.n)
           from alert_entry e where e.alert_id = a.id), '[]') as entries
       from alert a where a.programme_id = $1 and a.council_id = $2 and a.acknowledged_at is not null and a.rule_code <> $3
       order by a.opened_at, a.id`,
      [programmeId, councilId, notOf],
    );
    return rows.map((row) => ({
      id: row.id,
      councilId: row.council_id,
      acknowledgedAt: row.acknowledged_at,
      states: row.states.map(({ at, state }) => ({ at: new Date(at), state })),
      entries: row.entries.map((entry) => ({ ...entry, at: new Date(entry.at) })),
    }));
  }

  async between(
    programmeId: number,
    { from, to }: { readonly from: Day; readonly to: Day },
  ): Promise<readonly Owed[]> {
    return this.sql.keptRows<Owed>(BETWEEN, [programmeId, from, to]);
  }
}
