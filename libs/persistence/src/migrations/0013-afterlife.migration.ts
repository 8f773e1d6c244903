import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What becomes of a delivery afterwards: it may be withdrawn, with a reason that its acceptance carries, and what it held
 * as text or as a file may be erased, which leaves a tombstone with the digest of what was there.
 */
export class Afterlife1764115200013 implements MigrationInterface {
  readonly name = 'Afterlife1764115200013';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table acceptance add column reason text;
      create unique index acceptance_withdrawn_once on acceptance (submission_id) where kind = 'withdrawal';

      create table tombstone (
        id bigint generated always as identity primary key, programme_id int not null references programme,
        council_id int references council, kind text not null, subject text not null,
        submission_id uuid references submission, erased_at timestamptz not null, erased_by text not null,
        reason text not null, digest text not null,
        constraint tombstone_kind check (kind in ('file', 'submission', 'finding', 'figure')));
      alter table programme add column retention jsonb not null default
        '{"acceptedFilesMonths": 24, "refusedFilesDays": 90, "idempotencyKeysDays": 30, "draftsDays": 60}';
      create index tombstone_by_submission on tombstone (submission_id);
      create index finding_by_council on finding (council_id, opened_at) where metric is not null;
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
