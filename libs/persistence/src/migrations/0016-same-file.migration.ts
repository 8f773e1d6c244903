import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A file is known again by its bytes alone, whatever it was called and whatever was said with it; and what a council
 * answered in place of figures may be erased, too.
 */
export class SameFile1764115200016 implements MigrationInterface {
  readonly name = 'SameFile1764115200016';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table submission add column file_digest text;
      drop index submission_by_digest;
      create index submission_by_file on submission (programme_id, council_id, file_digest, received_at)
        where file_digest is not null;

      alter table tombstone drop constraint tombstone_kind, add constraint tombstone_kind
        check (kind in ('file', 'submission', 'finding', 'figure', 'answer'));
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
