import { ErasureStore } from '#application/ports';
import type { ErasedFrom, ErasureSubject, Tombstone } from '#application/ports';
import type { SqlSession } from '../sql-session.js';

type Found = { council_id: number | null; content: string | null };

const ERASED = `'This was erased.'`;
const SPOKEN = `value = null, message = ${ERASED}, fix = '', explanation = case when explanation is not null then ${ERASED} end`;
const WORDS = `concat_ws(E'\\n', f.value, f.message, f.fix, f.explanation)`;

/** A revision with words beside its figure. */
const SAID = `(r.comment is not null or coalesce(r.reason_text, '') <> '')`;

/** Reads what is there before it goes: a file by the digest that its submission carries, words as they stand. */
const SUBMISSION = `
  select s.council_id, nullif(concat_ws(E'\\n', s.comment, s.file_name,
    (select s.body_digest from submission_payload p where p.submission_id = s.id and p.n = 0),
    (select string_agg(${WORDS}, E'\\n' order by f.n) from finding f
      where f.submission_id = s.id and f.message <> ${ERASED}),
    (select string_agg(concat_ws(E'\\n', r.comment, r.reason_text), E'\\n' order by r.metric, r.period, r.breakdown)
      from revision r where r.submission_id = s.id and ${SAID}),
    (select a.reason from acceptance a
      where a.submission_id = s.id and a.kind = 'withdrawal' and a.reason <> ${ERASED})), '') as content
  from submission s where s.id = $1 for update`;
const FINDING = `
  select f.council_id, case when f.message <> ${ERASED} then ${WORDS} end as content
  from finding f where f.submission_id = $1 and f.n = $2 for update`;
const FIGURE = `
  select r.council_id, string_agg(concat_ws(E'\\n', r.comment, r.reason_text), E'\\n' order by r.breakdown, r.acceptance_id)
    filter (where ${SAID}) as content
  from revision r where r.programme_id = $1 and r.council_id = $2 and r.metric = $3 and r.period = $4
  group by r.council_id`;

const ANSWER = `
  select n.council_id, string_agg(n.text, E'\\n' order by n.acceptance_id) filter (where n.text <> ${ERASED}) as content
  from return_answer n where n.programme_id = $1 and n.council_id = $2 and n.period = $3
  group by n.council_id`;

/** Texts that people wrote, by what they wrote them on; entry 0 is what the thing says itself. */
const WRITTEN = {
  alert: { table: 'alert', own: [] },
  milestone: { table: 'milestone', own: ['title', 'owner'] },
  feedback: { table: 'feedback', own: ['words'] },
  silence: { table: 'silence', own: ['reason'] },
} as const;
const IN_DEED = ['words', 'who'];

type Entry = Extract<ErasureSubject, { kind: 'entry' }>;

/** Where an entry stands: its table, how one is found, and its texts as SQL. Null: there are none of this kind. */
function placeOfEntry({ of, n }: Entry) {
  const { table, own } = WRITTEN[of];
  if (n === 0)
    return own.length === 0 ? null : { table, where: 'id = $1 and $2 = 0', texts: [...own] };
  if (of === 'silence') return null;
  return {
    table: `${table}_entry`,
    where: `${table}_id = $1 and n = $2`,
    texts: IN_DEED.map((name) => `deed ->> '${name}'`),
  };
}

/** Takes words and files away in statements of their own: no figure is in any of them. */
export class PostgresErasureStore extends ErasureStore {
  constructor(private readonly sql: SqlSession) {
    super();
  }

  async erase(programmeId: number, subject: ErasureSubject): Promise<ErasedFrom | null> {
    const found = await this.find(programmeId, subject);
    if (!found) return null;
    if (found.content !== null) await this.take(programmeId, subject);
    return { programmeId, councilId: found.council_id, content: found.content };
  }

  async bury(tombstone: Tombstone): Promise<void> {
    await this.sql.run(
      `insert into tombstone (programme_id, council_id, kind, subject, submission_id, erased_at, erased_by, reason, digest)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        tombstone.programmeId,
        tombstone.councilId,
        tombstone.kind,
        tombstone.subject,
        tombstone.submissionId,
        tombstone.erasedAt,
        tombstone.erasedBy,
        tombstone.reason,
        tombstone.digest,
      ],
    );
  }

  async dropFiles(of: Parameters<ErasureStore['dropFiles']>[0]): Promise<number> {
    const statuses = of.refused
      ? ['refused']
      : ['accepted', 'accepted-in-part', 'approved', 'withdrawn'];
    const row = await this.sql.keptOne<{ dropped: number }>(
      `with old as (
         select s.id, s.council_id, s.body_digest from submission_payload p join submission s on s.id = p.submission_id
         where p.n = 0 and s.programme_id = $1 and s.status = any ($2) and s.received_at < $3
         order by s.received_at limit $4),
       gone as (delete from submission_payload p using old where p.submission_id = old.id),
       buried as (
         insert into tombstone (programme_id, council_id, kind, subject, submission_id, erased_at, erased_by, reason, digest)
         select $1, council_id, 'file', id::text, id, $5, 'retention', $6, body_digest from old returning 1)
       select count(*)::int as dropped from buried`,
      [of.programmeId, statuses, of.before, of.limit, of.at, of.reason],
    );
    return row?.dropped ?? 0;
  }

  private find(programmeId: number, subject: ErasureSubject): Promise<Found | null> {
    switch (subject.kind) {
      case 'submission':
        return this.sql.one<Found>(SUBMISSION, [subject.submissionId]);
      case 'finding':
        return this.sql.one<Found>(FINDING, [subject.submissionId, subject.n]);
      case 'figure':
        return this.sql.one<Found>(FIGURE, placeOf(programmeId, subject));
      case 'answer':
        return this.sql.one<Found>(ANSWER, [programmeId, subject.councilId, subject.period]);
      case 'entry': {
        const place = placeOfEntry(subject);
        if (!place) return Promise.resolve(null);
        const said = place.texts.map((text) => `nullif(${text}, ${ERASED})`).join(', ');
        return this.sql.one<Found>(
          `select council_id, nullif(concat_ws(E'\\n', ${said}), '') as content
           from ${place.table} where ${place.where} for update`,
          [subject.id, subject.n],
        );
      }
    }
  }

  private async take(programmeId: number, subject: ErasureSubject): Promise<void> {
    switch (subject.kind) {
      case 'submission':
        return this.takeSubmission(subject.submissionId);
      case 'finding':
        await this.sql.run(`update finding set ${SPOKEN} where submission_id = $1 and n = $2`, [
          subject.submissionId,
          subject.n,
        ]);
        return;
      case 'figure':
        for (const table of ['revision', 'current_figure'])
          await this.sql.run(
            `update ${table} set comment = null, reason_text = case when reason_text is not null then '' end
             where programme_id = $1 and council_id = $2 and metric = $3 and period = $4
               and (comment is not null or reason_text is not null)`,
            placeOf(programmeId, subject),
          );
        return;
      case 'answer':
        await this.sql.run(
          `update return_answer set text = ${ERASED}
           where programme_id = $1 and council_id = $2 and period = $3 and text <> ${ERASED}`,
          [programmeId, subject.councilId, subject.period],
        );
        return;
      case 'entry':
        return this.takeEntry(subject);
    }
  }

  private async takeEntry(subject: Entry): Promise<void> {
    const place = placeOfEntry(subject);
    if (!place) return;
    const gone =
      subject.n === 0
        ? place.texts.map((text) => `${text} = ${ERASED}`).join(', ')
        : `deed = deed || (select jsonb_object_agg(key, ${ERASED}::text) from jsonb_object_keys(deed) key
             where key in ('${IN_DEED.join("', '")}'))`;
    await this.sql.run(`update ${place.table} set ${gone} where ${place.where}`, [
      subject.id,
      subject.n,
    ]);
  }

  private async takeSubmission(id: string): Promise<void> {
    const of = [id];
    await this.sql.run(`delete from submission_payload where submission_id = $1`, of);
    await this.sql.run(
      `update submission set comment = null, file_name = null where id = $1 and (comment is not null or file_name is not null)`,
      of,
    );
    await this.sql.run(
      `update finding set ${SPOKEN} where submission_id = $1 and message <> ${ERASED}`,
      of,
    );
    await this.sql.run(
      `update acceptance set reason = ${ERASED} where submission_id = $1 and kind = 'withdrawal' and reason <> ${ERASED}`,
      of,
    );
    for (const table of ['revision', 'current_figure'])
      await this.sql.run(
        `update ${table} set comment = null, reason_text = case when reason_text is not null then '' end
         where submission_id = $1 and (comment is not null or reason_text is not null)`,
        of,
      );
  }
}

const placeOf = (
  programmeId: number,
  { councilId, metric, period }: Extract<ErasureSubject, { kind: 'figure' }>,
) => [programmeId, councilId, metric, period];
