import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Back-tests of alert rules: who asked for which version, how far a worker is with it and under which lease, and what came of
 * it; and, until it ends, what came of each council.
 */
export class BackTests1764720000024 implements MigrationInterface {
  readonly name = 'BackTests1764720000024';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table back_test (
        id uuid primary key, programme_id int not null references programme, status text not null,
        rule_code text not null, rule_version int not null, rule jsonb not null, beside jsonb, as_known text not null,
        asked_at timestamptz not null, asked_by text not null, done int not null, councils int not null,
        holder uuid, leased_until timestamptz, finished_at timestamptz, sentence text, result jsonb,
        constraint back_test_status check (status in ('waiting', 'running', 'done', 'cancelled', 'failed')),
        constraint back_test_as_known check (as_known in ('at-each-moment', 'now')),
        constraint back_test_finished check ((finished_at is null) = (status in ('waiting', 'running'))));
      create unique index back_test_under_way on back_test (programme_id, asked_by) where status in ('waiting', 'running');
      create index back_test_to_do on back_test (asked_at) where status in ('waiting', 'running');
      create index back_test_by_rule on back_test (programme_id, rule_code, rule_version, asked_at desc);
      create table back_test_council (
        back_test_id uuid not null references back_test, council_id int not null references council, result jsonb not null,
        primary key (back_test_id, council_id));
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
