import { KeyInFlight, SubmissionStore } from '#application/ports';
import type { KeyClaim, KeyOf, SubmissionRecord, SubmissionStatus } from '#application/ports';
import type { KnownFigure } from '#domain/intake';
import { periodKey } from '#domain/periods';
import { isLockTimeout } from '../database-errors.js';
import { submissionColumns, toSubmission, type SubmissionRow } from '../rows/submission-row.js';
import type { SqlSession } from '../sql-session.js';

const PIECE = 1_000_000;
const KNOWN = `
  select c.council_id as "councilId", c.metric, c.period, c.breakdown, c.value::text as value,
    c.numerator::text as numerator, c.denominator::text as denominator, c.state
  from current_figure c where c.programme_id = $1 and c.metric = any ($2) and c.period_start >= $3`;

export class PostgresSubmissionStore extends SubmissionStore {
  constructor(private readonly sql: SqlSession) {
    super();
  }

  /** A second send of the key waits here on the first one's uncommitted row: no lease, nothing left by a killed sender. */
  async claimKey(key: KeyOf): Promise<KeyClaim> {
    const council = key.councilId ?? 0;
    try {
      await this.sql.run(`set local lock_timeout = '10s'`);
      const claimed = await this.sql.keptOne(
        `insert into idempotency_key (programme_id, council_id, operation, key, body_digest, submission_id, created_at)
         values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning key`,
        [
          key.programmeId,
          council,
          key.operation,
          key.key,
          key.bodyDigest,
          key.submissionId,
          key.now,
        ],
      );
      await this.sql.run(`set local lock_timeout = 0`);
      if (claimed) return { kind: 'new' };
    } catch (error) {
      if (isLockTimeout(error)) throw new KeyInFlight();
      throw error;
    }
    const first = await this.sql.one<{ body_digest: string; submission_id: string }>(
      `select body_digest, submission_id from idempotency_key
       where programme_id = $1 and council_id = $2 and operation = $3 and key = $4`,
      [key.programmeId, council, key.operation, key.key],
    );
    if (!first || first.body_digest !== key.bodyDigest) return { kind: 'reused' };
    return { kind: 'replay', submissionId: first.submission_id };
  }

  async insert(record: SubmissionRecord): Promise<void> {
    await this.sql.run(
      `insert into submission (id, programme_id, council_id, channel, source, mode, status, received_at, received_by,
         received_count, accepted_count, body_digest, comment, file_name, published_on, demonstration, expected_period,
         file_digest)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
      [
        record.id,
        record.programmeId,
        record.councilId,
        record.channel,
        record.source,
        record.mode,
        record.status,
        record.receivedAt,
        record.receivedBy,
        record.receivedCount,
        record.acceptedCount,
        record.bodyDigest,
        record.comment,
        record.fileName,
        record.publishedOn,
        record.demonstration,
        record.expectedPeriod && periodKey(record.expectedPeriod),
        record.fileDigest,
      ],
    );
  }

  async keepPayload(
    submission: SubmissionRecord,
    format: string,
    bytes: Uint8Array,
  ): Promise<void> {
    for (let n = 0; n === 0 || n * PIECE < bytes.byteLength; n += 1) {
      await this.sql.run(
        `insert into submission_payload (submission_id, council_id, n, format, bytes) values ($1, $2, $3, $4, $5)`,
        [
          submission.id,
          submission.councilId,
          n,
          format,
          Buffer.from(bytes.subarray(n * PIECE, (n + 1) * PIECE)),
        ],
      );
    }
  }

  async payload(submissionId: string): Promise<{ format: string; bytes: Uint8Array } | null> {
    const pieces = await this.sql.rows<{ format: string; bytes: Buffer }>(
      `select format, bytes from submission_payload where submission_id = $1 order by n`,
      [submissionId],
    );
    const first = pieces[0];
    return first
      ? { format: first.format, bytes: Buffer.concat(pieces.map((piece) => piece.bytes)) }
      : null;
  }

  async payloadPiece(
    submissionId: string,
    n: number,
  ): Promise<{ format: string; bytes: Uint8Array } | null> {
    return this.sql.one<{ format: string; bytes: Buffer }>(
      `select format, bytes from submission_payload where submission_id = $1 and n = $2`,
      [submissionId, n],
    );
  }

  async find(submissionId: string): Promise<SubmissionRecord | null> {
    const row = await this.sql.keptOne<SubmissionRow>(
      `select ${submissionColumns('s')} from submission s where s.id = $1`,
      [submissionId],
    );
    return row && toSubmission(row);
  }

  async takeReceived(submissionId: string | null): Promise<SubmissionRecord | null> {
    const row = await this.sql.keptOne<SubmissionRow>(
      `select ${submissionColumns('s')} from submission s
       where s.status in ('received', 'validating') and ($1::uuid is null or s.id = $1)
       order by s.received_at limit 1 for update skip locked`,
      [submissionId],
    );
    return row && toSubmission(row);
  }

  async lockCouncil(programmeId: number, councilId: number | null): Promise<void> {
    await this.sql.run(`select pg_advisory_xact_lock($1, $2)`, [programmeId, councilId ?? 0]);
  }

  async finish(
    id: string,
    outcome: {
      status: SubmissionStatus;
      receivedCount: number;
      acceptedCount: number;
      acceptanceId: string | null;
    },
  ): Promise<void> {
    await this.sql.run(
      `update submission set status = $2, received_count = $3, accepted_count = $4, acceptance_id = $5 where id = $1`,
      [id, outcome.status, outcome.receivedCount, outcome.acceptedCount, outcome.acceptanceId],
    );
  }

  async setStatus(id: string, status: SubmissionStatus): Promise<void> {
    await this.sql.run(`update submission set status = $2 where id = $1`, [id, status]);
  }

  async knownFigures(
    programmeId: number,
    councilIds: 'all' | readonly number[],
    fromDay: string,
    metrics: readonly string[],
  ): Promise<readonly KnownFigure[]> {
    const of = [programmeId, metrics, fromDay];
    return councilIds === 'all'
      ? this.sql.rows<KnownFigure>(KNOWN, of)
      : this.sql.keptRows<KnownFigure>(`${KNOWN} and c.council_id = any ($4)`, [...of, councilIds]);
  }

  async knownCells(
    programmeId: number,
    cells: Parameters<SubmissionStore['knownCells']>[1],
  ): Promise<readonly KnownFigure[]> {
    if (cells.length === 0) return [];
    // Each cell is looked up by its key. A join may be planned as a reading of the whole table, once for each part of a file.
    return this.sql.rows<KnownFigure>(
      `select f.* from unnest($2::text[], $3::int[], $4::int[], $5::text[], $6::text[])
         as k(metric, major, council_id, breakdown, period)
       cross join lateral (
         select c.council_id as "councilId", c.metric, c.period, c.breakdown, c.value::text as value,
           c.numerator::text as numerator, c.denominator::text as denominator, c.state
         from current_figure c
         where c.programme_id = $1 and c.metric = k.metric and c.major = k.major
           and c.council_id = k.council_id and c.breakdown = k.breakdown and c.period = k.period
         limit 1) f`,
      [
        programmeId,
        cells.map(({ metric }) => metric.code),
        cells.map(({ metric }) => metric.major),
        cells.map(({ council }) => council.id),
        cells.map(({ breakdown }) => breakdown),
        cells.map(({ period }) => periodKey(period)),
      ],
    );
  }

  async sameBytes({
    id,
    programmeId,
    councilId,
    fileDigest,
  }: Pick<SubmissionRecord, 'id' | 'programmeId' | 'councilId' | 'fileDigest'>): Promise<{
    receivedAt: Date;
  } | null> {
    if (fileDigest === null) return null;
    return this.sql.one<{ receivedAt: Date }>(
      `select received_at as "receivedAt" from submission
       where programme_id = $1 and council_id is not distinct from $2 and file_digest = $3
         and accepted_count > 0 and status <> 'withdrawn' and id <> $4
       order by received_at desc limit 1`,
      [programmeId, councilId, fileDigest, id],
    );
  }

  async forgetKeysBefore(day: Date): Promise<void> {
    await this.sql.run(`delete from idempotency_key where created_at < $1`, [day]);
  }
}
