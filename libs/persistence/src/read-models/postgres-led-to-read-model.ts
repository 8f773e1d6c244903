import {
  LedToReadModel,
  type AlertMove,
  type AnsweredFeedback,
  type LedToFound,
  type LedToQuery,
} from '#application/ports';
import type { Scope } from '#domain/access';
import { alertColumns, toAlert, type AlertRow } from '../rows/alert-row.js';
import { PERMISSION_COLUMNS, toPermission, type PermissionRow } from '../rows/permission-row.js';
import type { ScopedTransactions } from '../scoped-transactions.js';

/** Of the programme $1 and the council $2, after $3 and until $4; at most $5. The month is $6. */
const within = (at: string): string => `${at} > $3 and ${at} <= $4`;

type MoveRow = AlertRow & {
  moved_at: Date;
  moved_by: string;
  from_state: string;
  to_state: string;
  told: string[] | null;
};

const MOVES = `select ${alertColumns('a')}, s.at as moved_at, s.period as moved_by, s.from_state, s.to_state,
    (select array_agg(distinct n.audience) from notification n where n.alert_id = a.id and n.delivered_at is not null) as told
  from alert a join alert_step s on s.alert_id = a.id
  where a.programme_id = $1 and a.council_id = $2 and s.from_state <> s.to_state and s.at <= $4
    and (s.period = $6 or ${within('s.at')}) order by s.at desc, s.alert_id, s.n desc limit $5`;

const ANSWERS = `select f.id, f.words, e.deed ->> 'words' as answer, e.at
  from feedback f join feedback_entry e on e.feedback_id = f.id and e.kind = 'answer'
  where f.programme_id = $1 and f.council_id = $2 and ${within('e.at')}
  order by e.at desc limit $5`;

const RECOVERIES = `select ${alertColumns('a')}, e.at as agreed_at
  from alert a join alert_entry e on e.alert_id = a.id and e.kind = 'agree'
  where a.programme_id = $1 and a.council_id = $2 and ${within('e.at')}
  order by e.at desc limit $5`;

const MILESTONES = `select m.id, m.title, e.at
  from milestone m join milestone_entry e on e.milestone_id = m.id and e.kind = 'done'
  where m.programme_id = $1 and m.council_id = $2 and ${within('e.at')}
  order by e.at desc limit $5`;

const PERMISSIONS = `select ${PERMISSION_COLUMNS} from permission
  where programme_id = $1 and council_id = $2 and answered_at <= $4 and (period = $6 or answered_at > $3)
  order by answered_at desc limit $5`;

export class PostgresLedToReadModel extends LedToReadModel {
  constructor(private readonly transactions: ScopedTransactions) {
    super();
  }

  find(scope: Scope, query: LedToQuery): Promise<LedToFound> {
    const { programmeId, councilId, period, from, to, most } = query;
    const of = [programmeId, councilId, from, to, most];
    const ofMonth = [...of, period];
    return this.transactions.read(scope, async (sql) => {
      const moves = await sql.rows<MoveRow>(MOVES, ofMonth);
      const answers = await sql.rows<AnsweredFeedback>(ANSWERS, of);
      const recoveries = await sql.rows<AlertRow & { agreed_at: Date }>(RECOVERIES, of);
      const milestones = await sql.rows<LedToFound['milestones'][number]>(MILESTONES, of);
      const permissions = await sql.rows<PermissionRow>(PERMISSIONS, ofMonth);
      return {
        moves: moves.map(toMove),
        answers,
        recoveries: recoveries.map((row) => ({ alert: toAlert(row), at: row.agreed_at })),
        milestones,
        permissions: permissions.map(toPermission),
      };
    });
  }
}

const toMove = (row: MoveRow): AlertMove => ({
  alert: toAlert(row),
  at: row.moved_at,
  period: row.moved_by,
  from: row.from_state,
  to: row.to_state,
  told: row.told ?? [],
});
