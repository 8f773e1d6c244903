import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What people do about an alert: comments, assignments, recovery actions, closing and reopening, as entries that are only ever
 * added. Each is for the council of its alert, and of no other.
 */
export class FollowUp1764633600020 implements MigrationInterface {
  readonly name = 'FollowUp1764633600020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table alert add constraint alert_of_council unique (id, council_id);
      create table alert_entry (
        alert_id uuid not null, council_id int not null, n int not null, at timestamptz not null, made_by text not null,
        kind text not null, deed jsonb not null,
        primary key (alert_id, n),
        foreign key (alert_id, council_id) references alert (id, council_id),
        constraint alert_entry_number check (n > 0),
        constraint alert_entry_kind check (kind = deed ->> 'kind' and kind in
          ('comment', 'assign', 'action', 'done', 'redate', 'drop', 'agree', 'close', 'reopen')));
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
