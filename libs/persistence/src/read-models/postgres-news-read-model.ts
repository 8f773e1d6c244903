import {
  FIGURES_NEWS,
  NewsReadModel,
  SAID_NEWS,
  type FiguresNews,
  type News,
  type NewsKind,
  type NewsQuery,
  type SaidNews,
} from '#application/ports';
import type { Scope } from '#domain/access';
import { alertColumns, toAlert, type AlertRow } from '../rows/alert-row.js';
import type { ScopedTransactions } from '../scoped-transactions.js';

/** Of each kind the newest $5, with the number of all of them: rows of `news`, which has `kind`, `at` and `id`. */
const NEWEST = `numbered as (
    select news.*, row_number() over (partition by kind order by at desc, id) as place,
      count(*) over (partition by kind)::int as total from news)
  select * from numbered where place <= $5 order by at desc, id`;

const ALERTS = `with news as (
    select 'opened' as kind, a.fired_at as at, ${alertColumns('a')} from alert a
    where a.programme_id = $1 and a.council_id = any ($2) and a.fired_at > $3 and a.fired_at <= $4
    union all
    select 'cleared', a.resolved_at, ${alertColumns('a')} from alert a
    where a.programme_id = $1 and a.council_id = any ($2) and a.state = 'resolved' and a.fired_at is not null
      and a.resolved_at > $3 and a.resolved_at <= $4),
  ${NEWEST}`;

/** Approvals and withdrawals are about the periods of the delivery's figures. What the scope sees no figure of is left out. */
const FIGURES = `with news as (
    select case when a.kind <> 'figures' then a.kind when f.corrected > 0 then 'corrected' else 'received' end as kind,
      a.known_at as at, a.id, a.council_id as "councilId", a.submission_id as "submissionId",
      coalesce(f.periods, n.periods) as periods, coalesce(f.corrected, 0) as corrected
    from acceptance a
      left join lateral (
        select array_agg(distinct r.period) as periods, count(*) filter (where exists (
            select from revision e
            where (e.programme_id, e.metric, e.major, e.council_id, e.breakdown, e.period)
                = (r.programme_id, r.metric, r.major, r.council_id, r.breakdown, r.period)
              and e.acceptance_id < r.acceptance_id))::int as corrected
        from acceptance s join revision r on r.acceptance_id = s.id
        where a.kind <> 'answer' and s.submission_id = a.submission_id and s.kind = 'figures') f on true
      left join lateral (
        select array_agg(n.period) as periods from return_answer n
        where a.kind = 'answer' and n.programme_id = a.programme_id and n.council_id = a.council_id and n.acceptance_id = a.id) n on true
    where a.programme_id = $1 and a.council_id = any ($2) and a.known_at > $3 and a.known_at <= $4
      and coalesce(f.periods, n.periods) is not null),
  ${NEWEST}`;

const SAID = `with news as (
    select 'feedback' as kind, f.said_at as at, f.id, f.council_id as "councilId", null as title from feedback f
    where f.programme_id = $1 and f.council_id = any ($2) and f.said_at > $3 and f.said_at <= $4
    union all
    select 'feedback-answered', e.at, f.id, f.council_id, null from feedback_entry e join feedback f on f.id = e.feedback_id
    where f.programme_id = $1 and f.council_id = any ($2) and e.kind = 'answer' and e.at > $3 and e.at <= $4
    union all
    select 'milestone-planned', m.planned_at, m.id, m.council_id, m.title from milestone m
    where m.programme_id = $1 and m.council_id = any ($2) and m.planned_at > $3 and m.planned_at <= $4
    union all
    select case e.kind when 'done' then 'milestone-done' else 'milestone-redated' end, e.at, m.id, m.council_id, m.title
    from milestone_entry e join milestone m on m.id = e.milestone_id
    where m.programme_id = $1 and m.council_id = any ($2) and e.at > $3 and e.at <= $4),
  ${NEWEST}`;

type Counted<Kind extends NewsKind> = { readonly kind: Kind; readonly total: number };

export class PostgresNewsReadModel extends NewsReadModel {
  constructor(private readonly transactions: ScopedTransactions) {
    super();
  }

  async since(scope: Scope, query: NewsQuery): Promise<News> {
    const { programmeId, councilIds, from, to, most } = query;
    const parameters = [programmeId, councilIds, from, to, most];
    return this.transactions.read(scope, async (sql) => {
      const alerts = await sql.rows<AlertRow & Counted<'opened' | 'cleared'>>(ALERTS, parameters);
      const figures = await sql.rows<FiguresNews & Counted<FiguresNews['kind']>>(
        FIGURES,
        parameters,
      );
      const said = await sql.rows<SaidNews & Counted<SaidNews['kind']>>(SAID, parameters);
      const of = (kind: 'opened' | 'cleared') =>
        alerts.filter((row) => row.kind === kind).map(toAlert);
      return {
        opened: of('opened'),
        cleared: of('cleared'),
        figures,
        said,
        totals: totalsOf([...alerts, ...figures, ...said]),
      };
    });
  }
}

function totalsOf(rows: readonly Counted<NewsKind>[]): News['totals'] {
  const kinds: readonly NewsKind[] = ['opened', 'cleared', ...FIGURES_NEWS, ...SAID_NEWS];
  const found = new Map(rows.map(({ kind, total }) => [kind, total]));
  return Object.fromEntries(kinds.map((kind) => [kind, found.get(kind) ?? 0])) as Record<
    NewsKind,
    number
  >;
}
