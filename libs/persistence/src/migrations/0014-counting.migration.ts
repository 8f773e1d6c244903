import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The lists of the counting page, as part of the return's definition; months that are pushed while they run, one row a
 * council and month, which nothing that reads figures knows of; and the days of school terms, of a council or of all.
 */
export class Counting1764115200014 implements MigrationInterface {
  readonly name = 'Counting1764115200014';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      update return_definition set definition = '{"counting": []}'::jsonb || definition;

      alter table programme add column month_so_far_shared boolean not null default false;
      create table month_so_far (
        programme_id int not null references programme, council_id int not null references council, period text not null,
        period_start date not null, received_at timestamptz not null, received_by text not null, channel text not null,
        key_digest text, body_digest text not null, figures jsonb not null, demonstration boolean not null,
        expires_at timestamptz not null, primary key (programme_id, council_id, period));
      create index month_so_far_end on month_so_far (expires_at);

      create table school_term (
        programme_id int not null references programme, council_id int references council, academic_year text not null,
        term text not null, starts date not null, ends date not null, half_term_starts date, half_term_ends date,
        source text not null,
        constraint school_term_once unique nulls not distinct (programme_id, council_id, academic_year, term),
        constraint school_term_name check (term in ('Autumn term', 'Spring term', 'Summer term')),
        constraint school_term_days check (starts < ends and (half_term_starts is null) = (half_term_ends is null)
          and (half_term_starts is null
            or (starts < half_term_starts and half_term_starts <= half_term_ends and half_term_ends < ends))));
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
