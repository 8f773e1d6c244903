import { QualityReadModel } from '#application/ports';
import type { QualityFactsFound, QualityQuery } from '#application/ports';
import type { Scope } from '#domain/access';
import { NO_FACTS, type BoxFacts } from '#domain/quality';
import type { ScopedTransactions } from '../scoped-transactions.js';

/** When figures or an answer of each month first came in a return, and which boxes hold something now. */
const MONTHS = `
  select coalesce(c.period, s.period) as period, c."withNumber", c.answered, s."firstSentAt",
    coalesce(s."firstSentAt" is null and c.period is not null, false) as history
  from (
    select period, array_agg(metric) as answered,
      coalesce(array_agg(metric) filter (where state = 'value'), '{}') as "withNumber"
    from current_figure
    where programme_id = $1 and council_id = $2 and standing <> 'published' and breakdown = 'Total'
      and period_start >= $3 and period_start < $4
    group by period) c
  full join (
    select period, min(at) as "firstSentAt" from (
      select r.period, a.known_at as at from (
        select distinct period, acceptance_id, submission_id from revision
        where programme_id = $1 and council_id = $2 and not published and period_start >= $3 and period_start < $4) r
      join acceptance a on a.id = r.acceptance_id join submission s on s.id = r.submission_id
      where s.source = 'return' and s.status <> 'withdrawn' and a.kind = 'figures' and a.known_at <= $5
      union all
      select n.period, n.answered_at from return_answer n
      where n.programme_id = $1 and n.council_id = $2 and n.period_start >= $3 and n.period_start < $4
        and n.answered_at <= $5) came
    group by period) s using (period)`;

/** Figures that a council replaced by others, box by box; what a withdrawal brought back is not a correction. */
const REVISIONS = `
  select metric, count(distinct (period, breakdown))::int as figures,
    count(*) filter (where nth > 1)::int as revisions,
    count(distinct (period, breakdown)) filter (where nth > 1)::int as corrected,
    count(*) filter (where nth > 1 and approved_before)::int as "afterApproval",
    max(case when before > 0 then abs(value - before) / before end)::float8 as "largestShare"
  from (
    select r.metric, r.period, r.breakdown, r.value, row_number() over cell as nth, lag(r.value) over cell as before,
      coalesce(lag(p.approved_at) over cell <= a.known_at, false) as approved_before
    from revision r join acceptance a on a.id = r.acceptance_id left join approval p on p.submission_id = r.submission_id
    where r.programme_id = $1 and r.council_id = $2 and not r.published and r.period_start >= $3 and r.period_start < $4
      and a.kind = 'figures' and a.known_at <= $5
    window cell as (partition by r.metric, r.period, r.breakdown order by a.known_seq)) x
  group by metric`;

/** What rules said of the figures of these months, and how long it took to explain or mend it. */
const FINDINGS = `
  select metric, count(*) filter (where severity = 'warn')::int as warnings,
    count(*) filter (where severity = 'warn' and explanation is not null)::int as explained,
    percentile_cont(0.5) within group (order by extract(epoch from explained_at - opened_at) / 3600)
      filter (where severity = 'warn' and explained_at is not null) as "hoursToExplain",
    count(*) filter (where severity = 'block')::int as refused,
    count(*) filter (where severity = 'block' and closed_at is not null)::int as mended,
    percentile_cont(0.5) within group (order by extract(epoch from closed_at - opened_at) / 3600)
      filter (where severity = 'block' and closed_at is not null) as "hoursToMend"
  from finding
  where council_id = $1 and metric is not null and opened_at >= $2 and opened_at <= $3
  group by metric`;

type Corrected = Pick<
  BoxFacts,
  'metric' | 'figures' | 'revisions' | 'corrected' | 'afterApproval' | 'largestShare'
>;
type Said = Omit<BoxFacts, Exclude<keyof Corrected, 'metric'>>;

export class PostgresQualityReadModel extends QualityReadModel {
  constructor(private readonly transactions: ScopedTransactions) {
    super();
  }

  facts(scope: Scope, query: QualityQuery): Promise<QualityFactsFound> {
    const { programmeId, councilId, from, to, now } = query;
    const of = [programmeId, councilId, from, to, now];
    return this.transactions.read(scope, async (sql) => {
      const months = await sql.rows<QualityFactsFound['months'][number]>(MONTHS, of);
      const corrected = await sql.rows<Corrected>(REVISIONS, of);
      const said = await sql.rows<Said>(FINDINGS, [councilId, from, now]);
      return { months, boxes: together(corrected, said) };
    });
  }
}

function together(corrected: readonly Corrected[], said: readonly Said[]): readonly BoxFacts[] {
  const boxes = new Map<string, BoxFacts>();
  for (const one of [...corrected, ...said])
    boxes.set(one.metric, { ...NO_FACTS, ...boxes.get(one.metric), ...one });
  return [...boxes.values()];
}
