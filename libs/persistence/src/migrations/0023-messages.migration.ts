import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Silences, what a message waits for, messages that carry others outside the service, messages to the board, and what keeps an
 * alert quiet beside another.
 */
export class Messages1764806400023 implements MigrationInterface {
  readonly name = 'Messages1764806400023';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table programme add inhibitions jsonb not null default '[]';

      create table silence (
        id uuid primary key, programme_id int not null references programme, council_id int references council,
        partnership text, rule_code text, metric text, audience text not null,
        starts_at timestamptz not null, until timestamptz not null, reason text not null,
        created_at timestamptz not null, created_by text not null, ended_at timestamptz, ended_by text,
        constraint silence_audience check (audience in ('council', 'department', 'all')),
        constraint silence_about check (num_nonnulls(council_id, partnership, rule_code, metric) > 0),
        constraint silence_of_council check (audience <> 'council' or council_id is not null),
        constraint silence_length check (until > starts_at and until <= starts_at + interval '91 days'),
        constraint silence_ended check ((ended_at is null) = (ended_by is null)));
      create index silence_standing on silence (programme_id, until) where ended_at is null;

      alter table notification
        add held text, add held_by uuid, add held_why text, add bundle text, add carried_by uuid references notification,
        add constraint notification_held check (
          case when held is null then held_by is null and held_why is null
            else not closed and held in ('silence', 'holidays', 'inhibition') and held_why is not null
              and (held = 'holidays') = (held_by is null) end),
        add constraint notification_carried check (
          case when carried_by is null then bundle is null or subscription_id is not null
            else bundle is not null and subscription_id is not null and carried_by <> id end),
        drop constraint notification_about,
        add constraint notification_about check (
          case when test or recipient = 'board' or event like 'evaluation failed %' then alert_id is null and period is null
            when alert_id is null then period is not null else council_id is not null and period is null end),
        add constraint notification_to_board check (recipient <> 'board' or council_id is null);
      create index notification_held on notification (held) where held is not null;
      create index notification_carried on notification (carried_by) where carried_by is not null;
      create unique index notification_bundle_once on notification (subscription_id, bundle)
        where bundle is not null and carried_by is null;
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
