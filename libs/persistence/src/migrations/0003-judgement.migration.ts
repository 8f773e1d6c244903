import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What waits to be judged, alerts with every step and its reason, and who was told. */
export class Judgement1763976000003 implements MigrationInterface {
  readonly name = 'Judgement1763976000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table series_to_assess (
        id bigint generated always as identity primary key, programme_id int not null, council_id int not null,
        metric text);
      create table judged (
        programme_id int not null, council_id int not null, rule_code text not null, series_key text not null,
        up_to timestamptz not null, primary key (programme_id, council_id, rule_code, series_key));
      create table sweep (name text primary key, swept_up_to timestamptz not null);

      create table agreed_plan (
        programme_id int not null, council_id int not null references council, metric text not null,
        version int not null, status text not null, tolerance numeric not null, points jsonb not null,
        agreed_on date, note text not null, demonstration boolean not null,
        primary key (programme_id, council_id, metric, version));

      create table alert (
        id uuid primary key, programme_id int not null, council_id int not null references council,
        rule_code text not null, rule_version int not null, metric text, series_key text not null,
        opened_by text not null, opened_at timestamptz not null, state text not null, no_data boolean not null,
        since timestamptz not null, fired_at timestamptz, resolved_at timestamptz, period text not null,
        why text not null, acknowledged_at timestamptz, acknowledged_by text,
        constraint alert_episode unique (programme_id, council_id, rule_code, series_key, opened_by));
      create unique index alert_one_open on alert (programme_id, council_id, rule_code, series_key)
        where state <> 'resolved';
      create index alert_by_opening on alert (programme_id, opened_at desc, id desc);
      create table alert_step (
        alert_id uuid not null references alert, council_id int not null, n int not null, at timestamptz not null,
        period text not null, from_state text not null, to_state text not null, no_data boolean not null,
        reason text not null, rule_version int not null, primary key (alert_id, n));

      create table notification (
        id uuid primary key, programme_id int not null, council_id int not null, alert_id uuid not null references alert,
        event text not null, audience text not null, recipient text not null, channel text not null,
        subject text not null, body text not null, reason text not null, due_at timestamptz not null,
        delivered_at timestamptz, closed boolean not null default false,
        constraint notification_once unique (alert_id, event, recipient, channel));
      create index notification_due on notification (due_at) where not closed;
      create index notification_inbox on notification (recipient, delivered_at desc) where delivered_at is not null;
      create table notification_attempt (
        notification_id uuid not null references notification, council_id int not null, n int not null,
        at timestamptz not null, outcome text not null, detail text not null, primary key (notification_id, n));
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
