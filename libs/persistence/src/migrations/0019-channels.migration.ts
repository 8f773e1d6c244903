import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Where messages go outside the service, when each is tried next and how often it was, and messages that a person sends
 * to see that they arrive.
 */
export class Channels1764547200019 implements MigrationInterface {
  readonly name = 'Channels1764547200019';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table subscription (
        id uuid primary key, programme_id int not null references programme, council_id int references council,
        recipient text not null, channel text not null, address text not null, secret text,
        created_at timestamptz not null, created_by text not null, ended_at timestamptz, ended_by text,
        constraint subscription_channel check (channel in ('email', 'webhook')),
        constraint subscription_signed check ((channel = 'webhook') = (secret is not null)),
        constraint subscription_of_council check (
          case when council_id is null then recipient not like 'council %' else recipient = 'council ' || council_id end));
      create unique index subscription_once on subscription (programme_id, recipient, channel, address)
        where ended_at is null;

      alter table notification
        add subscription_id uuid references subscription, add test boolean not null default false,
        add planned_at timestamptz, add next_attempt_at timestamptz,
        add attempts int not null default 0, add tries int not null default 0, add died_at timestamptz,
        drop constraint notification_once, drop constraint notification_about;
      -- By a change of type and not by an update: row-level security hides the rows from the owner too.
      alter table notification alter planned_at type timestamptz using due_at,
        alter next_attempt_at type timestamptz using due_at;
      alter table notification alter planned_at set not null, alter next_attempt_at set not null,
        add constraint notification_about check (
          case when test then alert_id is null and period is null
            when alert_id is null then period is not null else council_id is not null and period is null end),
        add constraint notification_outside check ((channel = 'in-app') = (subscription_id is null));
      drop index notification_due;
      create index notification_due on notification (next_attempt_at) where not closed;
      create index notification_dead on notification (died_at desc) where died_at is not null;
      create unique index notification_once
        on notification (alert_id, event, recipient, channel, coalesce(subscription_id, alert_id)) where alert_id is not null;
      drop index notification_reminder_once;
      create unique index notification_reminder_once on notification
        (programme_id, coalesce(council_id, 0), coalesce(period, ''), event, recipient, channel, coalesce(subscription_id::text, ''))
        where alert_id is null;
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
