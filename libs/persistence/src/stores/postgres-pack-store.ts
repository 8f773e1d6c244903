import { PackStore } from '#application/ports';
import type {
  KnownBy,
  KnownRevision,
  PackCorrection,
  PackFile,
  LeftOut,
  PackListed,
  PackReasonKind,
  PackRecord,
  PackUse,
  PageOf,
} from '#application/ports';
import type { PackEntry } from '#domain/packs';
import { cursorOf, readCursor } from '../read-models/cursor.js';
import {
  KNOWN_REVISIONS_BY,
  toKnownRevision,
  type KnownRevisionRow,
} from '../rows/known-revision-row.js';
import type { SqlSession } from '../sql-session.js';

/** Files that go in one statement: a chart has some 30 kB. */
const AT_ONCE = 50;

const LISTED = `id, programme_id as "programmeId", title, question, made_at as "madeAt", made_by as "madeBy",
  as_known_at as "asKnownAt", known_seq::float8 as "knownSeq", checksum`;

const CELL = ['programme_id', 'metric', 'major', 'council_id', 'breakdown', 'period'];
const cellOf = (alias: string): string => CELL.map((column) => `${alias}.${column}`).join(', ');
/** What makes two revisions of a cell say the same. */
const saidBy = (alias: string): string =>
  ['state', 'value', 'numerator', 'denominator'].map((column) => `${alias}.${column}`).join(', ');

/** Whether the pack `k` knew a revision and left it out, since it did not count yet. */
const leftOut = (revision: string, acceptance: string): string =>
  `concat_ws(' ', ${revision}.council_id, ${revision}.metric, ${acceptance}.known_seq, ${revision}.period) = any (k.left_out)`;
const CAME_AFTER = '(a.known_seq > k.known_seq or a.known_at > k.as_known_at)';

/**
 * Of the packs $1: the newest revision, known by $2, of each cell that came after the pack's version of the data or was left out of
 * it, beside the last one that the pack has. A cell that it does not have is new, and not corrected; nor does a revision correct that
 * says the same.
 */
const CORRECTED = `
  select distinct on (k.id, ${cellOf('r')}) k.id as pack_id, r.council_id, r.metric, r.period, r.period_start,
    r.state, r.value::text as value, case when a.kind = 'withdrawal' then 'WITHDRAWAL' else r.reason_kind end as reason_kind,
    coalesce(a.reason, r.reason_text) as reason_text, a.known_at,
    p.submission_id is not null or r.published as approved, o.state as old_state, o.value::text as old_value,
    (${saidBy('r')}) is distinct from (${saidBy('o')}) as changed
  from pack k
  join acceptance a on a.programme_id = k.programme_id and a.known_at <= $2
    and (${CAME_AFTER} or a.known_seq = any (k.left_out_seqs))
  join revision r on r.acceptance_id = a.id and r.metric = any (k.codes) and r.council_id = any (k.council_ids)
    and r.breakdown = 'Total' and (${CAME_AFTER} or ${leftOut('r', 'a')})
  left join approval p on p.submission_id = r.submission_id
  join lateral (
    select e.state, e.value, e.numerator, e.denominator from revision e join acceptance b on b.id = e.acceptance_id
    where (${cellOf('e')}) = (${cellOf('r')}) and b.known_seq <= k.known_seq and b.known_at <= k.as_known_at
      and not ${leftOut('e', 'b')}
    order by b.known_seq desc limit 1) o on o.state <> 'withdrawn'
  where k.id = any ($1)
  order by k.id, ${cellOf('r')}, a.known_seq desc`;

type CorrectionRow = {
  council_id: number;
  metric: string;
  period: string;
  state: PackCorrection['after']['state'];
  value: string | null;
  reason_kind: PackReasonKind | null;
  reason_text: string | null;
  known_at: Date;
  approved: boolean;
  old_state: PackCorrection['before']['state'];
  old_value: string | null;
};

export class PostgresPackStore extends PackStore {
  constructor(private readonly sql: SqlSession) {
    super();
  }

  async add(
    pack: PackRecord,
    files: readonly PackFile[],
    leftOut: readonly LeftOut[],
  ): Promise<void> {
    await this.sql.run(
      `insert into pack (id, programme_id, title, question, made_at, made_by, as_known_at, known_seq, checksum, manifest, codes,
         council_ids, left_out, left_out_seqs) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [
        ...[pack.id, pack.programmeId, pack.title, pack.question, pack.madeAt, pack.madeBy],
        ...[pack.asKnownAt, pack.knownSeq, pack.checksum, pack.manifest],
        ...[pack.codes, pack.councilIds],
        leftOut.map((one) => `${one.councilId} ${one.metric} ${one.knownSeq} ${one.period}`),
        [...new Set(leftOut.map(({ knownSeq }) => knownSeq))],
      ],
    );
    for (let at = 0; at < files.length; at += AT_ONCE) {
      const some = files.slice(at, at + AT_ONCE);
      await this.sql.run(
        `insert into pack_file (pack_id, path, kind, media_type, bytes, sha256, content)
         select $1, f.path, f.kind, f.media_type, f.bytes, f.sha256, convert_to(f.content, 'UTF8')
         from unnest($2::text[], $3::text[], $4::text[], $5::int[], $6::text[], $7::text[])
           f (path, kind, media_type, bytes, sha256, content)`,
        [
          pack.id,
          ...(['path', 'kind', 'mediaType', 'bytes', 'sha256', 'content'] as const).map((name) =>
            some.map((file) => file[name]),
          ),
        ],
      );
    }
  }

  find(id: string): Promise<PackRecord | null> {
    return this.sql.one<PackRecord>(
      `select ${LISTED}, manifest, codes, council_ids as "councilIds" from pack where id = $1`,
      [id],
    );
  }

  async list(of: {
    readonly programmeId: number;
    readonly after: string | null;
    readonly first: number;
  }): Promise<PageOf<PackListed>> {
    const after = readCursor(of.after);
    const rows = await this.sql.rows<PackListed>(
      `select ${LISTED}, cardinality(council_ids) as councils from pack
       where programme_id = $1 and ($2::timestamptz is null or (made_at, id) < ($2, $3::uuid))
       order by made_at desc, id desc limit $4`,
      [of.programmeId, after?.at ?? null, after?.id ?? null, of.first + 1],
    );
    const items = rows.slice(0, of.first);
    const cursors = items.map(({ madeAt, id }) => cursorOf(madeAt, id));
    return { items, cursors, next: rows.length > of.first ? (cursors.at(-1) ?? null) : null };
  }

  async files(id: string, paths: readonly string[]): Promise<readonly PackFile[]> {
    const rows = await this.sql.rows<Omit<PackFile, 'content'> & { content: Buffer }>(
      `select path, kind, media_type as "mediaType", bytes, sha256, content from pack_file
       where pack_id = $1 and path = any ($2) order by path collate "C"`,
      [id, paths],
    );
    return rows.map((row) => ({ ...row, content: row.content.toString('utf8') }));
  }

  digests(id: string): Promise<readonly Pick<PackEntry, 'path' | 'bytes' | 'sha256'>[]> {
    return this.sql.rows(
      `select path, octet_length(content) as bytes, encode(sha256(content), 'hex') as sha256 from pack_file
       where pack_id = $1 order by path collate "C"`,
      [id],
    );
  }

  async seqAt(programmeId: number, at: Date): Promise<number> {
    const row = await this.sql.one<{ seq: number }>(
      `select coalesce(max(known_seq), 0)::float8 as seq from acceptance where programme_id = $1 and known_at <= $2`,
      [programmeId, at],
    );
    return row?.seq ?? 0;
  }

  async revisions(
    of: KnownBy & {
      readonly programmeId: number;
      readonly metrics: readonly string[];
      readonly councilIds: readonly number[];
    },
  ): Promise<readonly KnownRevision[]> {
    const rows = await this.sql.rows<KnownRevisionRow>(KNOWN_REVISIONS_BY, [
      ...[of.programmeId, of.metrics, of.councilIds],
      ...[of.knownSeq, of.asKnownAt],
    ]);
    return rows.map(toKnownRevision);
  }

  async corrections(id: string, now: Date, most: number): Promise<readonly PackCorrection[]> {
    const rows = await this.sql.rows<CorrectionRow>(
      `select * from (${CORRECTED}) c where changed order by council_id, metric, period_start limit $3`,
      [[id], now, most],
    );
    return rows.map((row) => ({
      ...{ councilId: row.council_id, metric: row.metric, period: row.period },
      before: { state: row.old_state, value: row.old_value },
      after: { state: row.state, value: row.value },
      ...{ knownAt: row.known_at, approved: row.approved },
      reason: row.reason_kind ? { kind: row.reason_kind, text: row.reason_text ?? '' } : null,
    }));
  }

  using(of: Parameters<PackStore['using']>[0]): Promise<readonly PackUse[]> {
    const found = (which: string): string => `exists (select from revision r
      join acceptance a on a.id = r.acceptance_id and a.known_at <= $5
      where r.programme_id = k.programme_id and r.metric = any ($3) and r.metric = any (k.codes) and r.council_id = $2
        and r.period = $4 and r.breakdown = 'Total' and ${which})`;
    return this.sql.rows<PackUse>(
      `select id, title, ${found(`(${CAME_AFTER} or ${leftOut('r', 'a')})`)} as "isEarlier" from pack k
       where programme_id = $1 and $2 = any (council_ids) and ${found(`not ${CAME_AFTER} and not ${leftOut('r', 'a')}`)}
       order by made_at desc, id desc limit 20`,
      [of.programmeId, of.councilId, of.codes, of.period, of.now],
    );
  }

  async corrected(ids: readonly string[], now: Date): Promise<ReadonlyMap<string, number>> {
    const rows = await this.sql.rows<{ pack_id: string; n: number }>(
      `select pack_id, count(*)::int as n from (${CORRECTED}) c where changed group by pack_id`,
      [ids, now],
    );
    return new Map(rows.map(({ pack_id: id, n }) => [id, n]));
  }
}
