import { FigureStore } from '#application/ports';
import type { AcceptanceKind, NewReturnAnswer, SubmissionRecord } from '#application/ports';
import type { Observation } from '#domain/observations';
import { periodKey } from '#domain/periods';
import type { SqlSession } from '../sql-session.js';

const PIECE = 5_000;
const KEY = 'programme_id, metric, major, council_id, breakdown, period';
const REST =
  'acceptance_id, minor, period_start, period_end, numerator, denominator, value, state, symbol, comment, reason_kind, reason_text, demonstration, submission_id';
const REPLACE = `on conflict (${KEY}) do update set ${[...REST.split(', '), 'standing'].map((c) => `${c} = excluded.${c}`).join(', ')}`;

const keyOf = (alias: string): string =>
  KEY.split(', ')
    .map((column) => `${alias}.${column}`)
    .join(', ');

/**
 * The figures that stand because of submission $2 become what they were before it: revisions of acceptance $1 that carry
 * the earlier submission, and with it its approval; or, with nothing before, a revision `withdrawn` and no current figure.
 */
const WITHDRAW = `
  with lost as (select * from current_figure where submission_id = $2),
  before as (
    select distinct on (${keyOf('r')}) r.*
    from lost l join revision r using (${KEY}) join acceptance a on a.id = r.acceptance_id
    join submission s on s.id = r.submission_id
    where s.status <> 'withdrawn' and r.submission_id <> $2
    order by ${keyOf('r')}, a.known_seq desc),
  added as (
    insert into revision (${KEY}, ${REST}, published)
    select ${KEY}, $1, coalesce(b.minor, l.minor), l.period_start, l.period_end, b.numerator, b.denominator, b.value,
      coalesce(b.state, 'withdrawn'), b.symbol, b.comment, null, null, coalesce(b.demonstration, l.demonstration),
      coalesce(b.submission_id, l.submission_id), false
    from lost l left join before b using (${KEY})
    returning ${KEY}, ${REST}),
  restored as (
    insert into current_figure (${KEY}, ${REST}, standing)
    select ${KEY}, ${REST}, case when exists (select from approval p where p.submission_id = added.submission_id)
      then 'approved' else 'provisional' end
    from added where state <> 'withdrawn' ${REPLACE} returning 1),
  removed as (
    delete from current_figure c using added n
    where n.state = 'withdrawn' and c.submission_id = $2 and (${keyOf('c')}) = (${keyOf('n')})
    returning 1)
  select (select count(*)::int from restored) as restored, (select count(*)::int from removed) as removed`;

/** Figures become known here and nowhere else: appended as revisions, never updated. */
export class PostgresFigureStore extends FigureStore {
  constructor(private readonly sql: SqlSession) {
    super();
  }

  async openAcceptance(input: {
    programmeId: number;
    councilId: number | null;
    kind: AcceptanceKind;
    submissionId: string | null;
    actor: string;
    at: Date;
    reason?: string;
  }): Promise<string> {
    const row = await this.sql.keptOne<{ id: string }>(
      `insert into acceptance (programme_id, council_id, kind, submission_id, actor, accepted_at, reason)
       values ($1, $2, $3, $4, $5, $6, $7) returning id`,
      [
        input.programmeId,
        input.councilId,
        input.kind,
        input.submissionId,
        input.actor,
        input.at,
        input.reason ?? null,
      ],
    );
    if (!row) throw new Error('an acceptance was not opened');
    return row.id;
  }

  async append(
    acceptanceId: string,
    submission: SubmissionRecord,
    observations: readonly Observation[],
    options: { minorOf: (metric: string) => number; knownNow: boolean },
  ): Promise<void> {
    const published = submission.source === 'published';
    for (let from = 0; from < observations.length; from += PIECE) {
      const piece = observations.slice(from, from + PIECE);
      await this.sql.run(
        `with piece as (
           insert into revision (${KEY}, ${REST}, published)
           select $1, o.metric, o.major, o.council_id, o.breakdown, o.period, $2, o.minor, o.period_start, o.period_end,
             o.numerator, o.denominator, o.value, o.state, o.symbol, o.comment, o.reason_kind, o.reason_text, $3, $4, $5
           from unnest($6::text[], $7::int[], $8::int[], $9::text[], $10::text[], $11::int[], $12::date[], $13::date[],
             $14::numeric[], $15::numeric[], $16::numeric[], $17::text[], $18::text[], $19::text[], $20::text[], $21::text[])
             as o(metric, major, council_id, breakdown, period, minor, period_start, period_end, numerator, denominator,
               value, state, symbol, comment, reason_kind, reason_text)
           returning ${KEY}, ${REST})
         insert into current_figure (${KEY}, ${REST}, standing)
         select ${KEY}, ${REST}, $22 from piece where $23 ${REPLACE}`,
        [
          submission.programmeId,
          acceptanceId,
          submission.demonstration,
          submission.id,
          published,
          piece.map((o) => o.metric),
          piece.map((o) => o.major),
          piece.map((o) => o.councilId),
          piece.map((o) => o.breakdown),
          piece.map((o) => periodKey(o.period)),
          piece.map((o) => options.minorOf(o.metric)),
          piece.map((o) => o.period.start),
          piece.map((o) => o.period.end),
          piece.map((o) => o.numerator),
          piece.map((o) => o.denominator),
          piece.map((o) => o.value),
          piece.map((o) => o.state),
          piece.map((o) => o.symbol),
          piece.map((o) => o.comment),
          piece.map((o) => o.reason?.kind ?? null),
          piece.map((o) => o.reason?.text ?? null),
          published ? 'published' : 'provisional',
          options.knownNow,
        ],
      );
    }
  }

  async approve(
    acceptanceId: string,
    submission: SubmissionRecord,
    by: { actor: string; at: Date },
  ): Promise<number> {
    await this.sql.run(
      `insert into approval (submission_id, programme_id, council_id, acceptance_id, approved_by, approved_at)
       values ($1, $2, $3, $4, $5, $6)`,
      [submission.id, submission.programmeId, submission.councilId, acceptanceId, by.actor, by.at],
    );
    return this.sql.run(
      `update current_figure set standing = 'approved' where submission_id = $1`,
      [submission.id],
    );
  }

  async standingPeriods(submissionId: string): Promise<readonly string[]> {
    const rows = await this.sql.rows<{ period: string }>(
      `select distinct period from current_figure where submission_id = $1`,
      [submissionId],
    );
    return rows.map(({ period }) => period);
  }

  async withdraw(
    acceptanceId: string,
    submission: SubmissionRecord,
  ): Promise<{ restored: number; removed: number }> {
    const row = await this.sql.one<{ restored: number; removed: number }>(WITHDRAW, [
      acceptanceId,
      submission.id,
    ]);
    return row ?? { restored: 0, removed: 0 };
  }

  /**
   * A published file also concerns the series that it leaves out: a council without a row is without data from that day.
   */
  async queueAssessments(acceptanceId: string): Promise<void> {
    await this.sql.run(
      `with touched as (
         select distinct r.programme_id, r.council_id, r.metric, r.published from revision r
         where r.acceptance_id = any (array(
           select $1::bigint union select a.id from acceptance mine
           join acceptance a on a.submission_id = mine.submission_id
           where mine.id = $1 and mine.kind = 'approval')))
       insert into series_to_assess (programme_id, council_id, metric)
       select programme_id, council_id, metric from touched
       union select f.programme_id, f.council_id, f.metric from current_figure f
         join (select distinct programme_id, metric from touched where published) t
           on t.programme_id = f.programme_id and t.metric = f.metric
       union select programme_id, council_id, null from acceptance where id = $1 and council_id is not null`,
      [acceptanceId],
    );
  }

  async seal(acceptanceId: string, known: { at: Date; from: Date | null }): Promise<number> {
    const row = await this.sql.keptOne<{ seq: string }>(
      `with next as (
         update knowledge k set last_seq = k.last_seq + 1,
           last_known_at = case when $3::timestamptz is null then greatest(k.last_known_at, $2) else k.last_known_at end
         from acceptance a where a.id = $1 and k.programme_id = a.programme_id
         returning k.last_seq, k.last_known_at),
       sealed as (
         update acceptance a set known_seq = next.last_seq, known_at = coalesce($3, next.last_known_at),
           promoted = coalesce($3 <= $2, true)
         from next where a.id = $1 returning a.known_seq)
       select known_seq as seq, pg_notify('known', known_seq::text) from sealed`,
      [acceptanceId, known.at, known.from],
    );
    if (!row) throw new Error('an acceptance was not sealed: is the programme known?');
    return Number(row.seq);
  }

  async promoteDue(now: Date): Promise<number> {
    const due = await this.sql.keptRows<{ id: string; seq: string }>(
      `select id, known_seq as seq from acceptance where not promoted and known_at <= $1
       order by known_seq for update skip locked`,
      [now],
    );
    for (const acceptance of due) await this.promote(acceptance);
    return due.length;
  }

  async cameBetween(of: {
    readonly programmeId: number;
    readonly after: Date;
    readonly upTo: Date;
  }): Promise<readonly { readonly councilId: number; readonly knownAt: Date }[]> {
    return this.sql.rows(
      `select council_id as "councilId", known_at as "knownAt" from acceptance
       where programme_id = $1 and known_at > $2 and known_at <= $3 and kind = 'figures' and council_id is not null`,
      [of.programmeId, of.after, of.upTo],
    );
  }

  private async promote(acceptance: { id: string; seq: string }): Promise<void> {
    await this.sql.run(
      `insert into current_figure (${KEY}, ${REST}, standing)
       select ${KEY}, ${REST}, case when published then 'published' else 'provisional' end
       from revision where acceptance_id = $1 ${REPLACE}
       where (select known_seq from acceptance a where a.id = current_figure.acceptance_id) < $2`,
      [acceptance.id, acceptance.seq],
    );
    await this.queueAssessments(acceptance.id);
    await this.sql.run(`update acceptance set promoted = true where id = $1`, [acceptance.id]);
    await this.sql.run(`select pg_notify('known', $1)`, [acceptance.seq]);
  }

  async answer(input: NewReturnAnswer): Promise<void> {
    await this.sql.run(
      `insert into return_answer (programme_id, council_id, period, period_start, acceptance_id, kind, text, expected_on, answered_at, answered_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        input.programmeId,
        input.councilId,
        periodKey(input.period),
        input.period.start,
        input.acceptanceId,
        input.kind,
        input.text,
        input.expectedOn,
        input.at,
        input.actor,
      ],
    );
  }
}
