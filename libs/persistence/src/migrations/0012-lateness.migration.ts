import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * More time for a return, closed months that are opened for a while, and messages about a return: a message is about an
 * alert or about a month, and one that tells DfE of a whole month names no council.
 */
export class Lateness1763976000012 implements MigrationInterface {
  readonly name = 'Lateness1763976000012';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table permission (
        id uuid primary key, programme_id int not null references programme, council_id int not null references council,
        kind text not null, period text not null, period_start date not null, until date not null, reason text not null,
        asked_at timestamptz not null, asked_by text not null,
        granted_until date, answer text, answered_at timestamptz, answered_by text,
        constraint permission_kind check (kind in ('extension', 'exception')),
        constraint permission_answer check (
          (answered_at is null and answered_by is null and answer is null and granted_until is null)
          or (answered_at is not null and answered_by is not null and answer is not null)));
      create unique index permission_one_waiting on permission (programme_id, council_id, kind, period)
        where answered_at is null;
      create index permission_by_month on permission (programme_id, period_start, council_id);

      alter table return_answer add column expected_on date;

      alter table notification alter column alert_id drop not null, alter column council_id drop not null,
        add column period text,
        add constraint notification_about check (
          (alert_id is not null and council_id is not null and period is null) or (alert_id is null and period is not null));
      alter table notification_attempt alter column council_id drop not null;
      create unique index notification_reminder_once
        on notification (programme_id, coalesce(council_id, 0), period, event, recipient, channel) where alert_id is null;
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
