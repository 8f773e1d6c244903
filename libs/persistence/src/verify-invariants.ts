import type { SqlSession } from './sql-session.js';

/** An invariant of the record, and the rows that break it: none when it holds. */
export type Invariant = { readonly name: string; readonly sql: string };

const LAST = `
  select distinct on (r.programme_id, r.metric, r.major, r.council_id, r.breakdown, r.period) r.*
  from revision r join acceptance a on a.id = r.acceptance_id where a.promoted and a.known_seq is not null
  order by r.programme_id, r.metric, r.major, r.council_id, r.breakdown, r.period, a.known_seq desc`;
const CELL = 'programme_id, metric, major, council_id, breakdown, period';

export const INVARIANTS: readonly Invariant[] = [
  {
    name: 'every current figure is the last revision of its cell',
    sql: `select c.metric || ' ' || c.council_id || ' ' || c.period as row from current_figure c
      full join (${LAST}) l using (${CELL})
      where case when l.state = 'withdrawn' then c.acceptance_id is not null else
        c.acceptance_id is distinct from l.acceptance_id or c.value is distinct from l.value or c.state is distinct from l.state end`,
  },
  {
    name: 'every acceptance is sealed, and the order of knowledge has no gap',
    sql: `select 'acceptance ' || id as row from acceptance where known_seq is null or known_at is null
      union all select 'programme ' || k.programme_id from knowledge k
      where k.last_seq <> (select count(*) from acceptance a where a.programme_id = k.programme_id)`,
  },
  {
    name: 'every accepted submission has its acceptance, and no figure is without a submission',
    sql: `select s.id::text as row from submission s where s.status in ('accepted', 'accepted-in-part', 'approved')
        and s.acceptance_id is null and s.accepted_count > 0
        and not exists (select from finding f where f.submission_id = s.id)
        and exists (select from revision r where r.submission_id = s.id)
      union all select r.submission_id::text from revision r left join submission s on s.id = r.submission_id where s.id is null`,
  },
  {
    name: 'a figure is approved exactly when its submission is',
    sql: `select c.metric || ' ' || c.council_id || ' ' || c.period as row from current_figure c
      left join approval p on p.submission_id = c.submission_id
      where (c.standing = 'approved') <> (p.submission_id is not null)`,
  },
  {
    name: 'what was withdrawn stands no longer, and says by whom and why',
    sql: `select c.metric || ' ' || c.council_id || ' ' || c.period as row from current_figure c
        join submission s on s.id = c.submission_id where s.status = 'withdrawn' or c.state = 'withdrawn'
      union all select s.id::text from submission s
        left join acceptance w on w.submission_id = s.id and w.kind = 'withdrawal' and w.reason is not null
        where (s.status = 'withdrawn') <> (w.id is not null)`,
  },
  {
    name: 'every key leads to its submission',
    sql: `select k.key as row from idempotency_key k left join submission s on s.id = k.submission_id where s.id is null`,
  },
  {
    name: 'at most one alert is open per rule and series',
    sql: `select rule_code || ' ' || council_id || ' ' || series_key as row from alert where state <> 'resolved'
      group by programme_id, council_id, rule_code, series_key having count(*) > 1`,
  },
  {
    name: 'every alert stands where its last step left it',
    sql: `select a.id::text as row from alert a
      left join lateral (select to_state, no_data from alert_step s where s.alert_id = a.id order by n desc limit 1) s on true
      where s.to_state is distinct from a.state or s.no_data is distinct from a.no_data`,
  },
  {
    name: 'whoever is said to have been told has a line in the ledger, and every alert that fired told its council',
    sql: `select n.id::text as row from notification n
        where n.delivered_at is not null and not exists (
          select from notification_attempt t where t.notification_id = n.id and t.outcome = 'delivered')
      union all select a.id::text from alert a where a.fired_at is not null
        and not exists (select from notification n where n.alert_id = a.id and n.audience = 'council')`,
  },
  {
    name: 'what is carried has its leader, to the same address and as it ended, and leads nothing itself',
    sql: `select c.id::text as row from notification c left join notification l on l.id = c.carried_by
      where c.carried_by is not null and (l.id is null or l.carried_by is not null or l.bundle is distinct from c.bundle
        or l.subscription_id is distinct from c.subscription_id
        or l.delivered_at is not null and c.delivered_at is null and not exists (
          select from notification_attempt t where t.notification_id = c.id and t.outcome = 'not-told'))`,
  },
  {
    name: 'nothing waits without what it waits for, and what is over has said how it ended',
    sql: `select n.id::text as row from notification n where n.held = 'silence'
        and not exists (select from silence s where s.id = n.held_by)
      union all select n.id::text from notification n where n.held = 'inhibition'
        and not exists (select from alert a where a.id = n.held_by and a.council_id = n.council_id)
      union all select n.id::text from notification n where n.closed
        and not exists (select from notification_attempt t where t.notification_id = n.id)`,
  },
  {
    name: 'every assessment names its subject, and knows nothing that is not known',
    sql: `select s.metric || ' ' || s.kind || ' ' || s.subject as row from assessment s
      join knowledge k on k.programme_id = s.programme_id
      where s.known_seq > k.last_seq or (s.council_id is not null and s.subject <> s.council_id::text)`,
  },
  {
    name: 'every table with rows of councils is closed but for its policies',
    sql: `select c.relname::text as row from pg_class c join pg_attribute t on t.attrelid = c.oid and t.attname = 'council_id'
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and not (c.relrowsecurity and c.relforcerowsecurity)
        and c.relname not in ('council_code', 'council_name', 'council_successor', 'partnership_member', 'membership',
          'participation', 'school_term', 'statistical_neighbour', 'audit_entry', 'access_token')`,
  },
];

export type Broken = {
  readonly name: string;
  readonly count: number;
  readonly examples: readonly string[];
};

/** Every invariant with how many rows break it, and the first few of them. */
export async function verifyInvariants(sql: SqlSession): Promise<readonly Broken[]> {
  const answers: Broken[] = [];
  for (const { name, sql: text } of INVARIANTS) {
    const rows = await sql.rows<{ row: string; total: string }>(
      `select b.row, count(*) over () as total from (${text}) b limit 5`,
    );
    answers.push({
      name,
      count: Number(rows[0]?.total ?? 0),
      examples: rows.map(({ row }) => row),
    });
  }
  return answers;
}
