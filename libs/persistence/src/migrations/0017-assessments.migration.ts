import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the statistics say, one row a subject, with the hash of what it was made from; areas, funnels and bands that wait for
 * it; and what people decided of the limits of a series. Everything that stands already is queued.
 */
export class Assessments1764201600017 implements MigrationInterface {
  readonly name = 'Assessments1764201600017';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table assessment (
        programme_id int not null references programme, metric text not null, kind text not null, subject text not null,
        council_id int references council, published boolean not null, provisional boolean not null,
        inputs_hash text not null, options_version int not null, result jsonb not null, assessed_at timestamptz not null,
        known_seq bigint not null,
        primary key (programme_id, metric, kind, subject),
        constraint assessment_kind check (kind in ('council', 'partnership', 'region', 'country', 'funnel', 'band')),
        constraint assessment_of_council check ((kind in ('council', 'band')) = (council_id is not null)));
      create index assessment_by_council on assessment (programme_id, council_id) where council_id is not null;

      create table assessment_due (
        id bigint generated always as identity primary key, programme_id int not null, metric text not null,
        kind text not null, subject text not null);

      create table limit_decision (
        id uuid primary key, programme_id int not null references programme, council_id int not null references council,
        metric text not null, kind text not null, starts_on date not null, points int, ground text, reason text not null,
        evidence text not null, decided_at timestamptz not null, decided_by text not null,
        constraint limit_decision_kind check (
          (kind = 'rebase' and ground is not null and points is null)
          or (kind = 'baseline' and ground is null and points >= 13)));
      create index limit_decision_by_council on limit_decision (programme_id, council_id, decided_at);

      insert into series_to_assess (programme_id, council_id, metric)
        select distinct programme_id, council_id, metric from current_figure;
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
