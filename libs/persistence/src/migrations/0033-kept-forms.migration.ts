import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What was typed into a form whose session had ended, sealed by a key that only the sender's browser has, for half an hour. A
 * session that has ended stays on record, so that its forms are known again.
 */
export class KeptForms1765152000033 implements MigrationInterface {
  readonly name = 'KeptForms1765152000033';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table kept_form (
        digest text primary key, session text not null, persona text not null, sealed bytea not null,
        kept_at timestamptz not null, expires_at timestamptz not null,
        constraint kept_form_term check (expires_at <= kept_at + interval '30 minutes'),
        constraint kept_form_size check (octet_length(sealed) <= 200100));
      create index kept_form_of_session on kept_form (session);
      create index kept_form_end on kept_form (expires_at);
      create index session_of_form on session (csrf);
      create index session_end on session (expires_at);
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
