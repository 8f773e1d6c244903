import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Returns that were saved to come back to: what was typed, as text. Versions are numbers of one sequence, so that a page
 * that was opened on a draft of the past is never taken for one of today's.
 */
export class ReturnDrafts1764115200011 implements MigrationInterface {
  readonly name = 'ReturnDrafts1764115200011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create sequence return_draft_version;
      create table return_draft (
        programme_id int not null references programme, council_id int not null references council, period text not null,
        period_start date not null, version bigint not null, fields jsonb not null, saved_at timestamptz not null,
        saved_by text not null, expires_at timestamptz not null, primary key (programme_id, council_id, period),
        constraint draft_term check (expires_at <= saved_at + interval '61 days'));
      create index return_draft_end on return_draft (expires_at);
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
