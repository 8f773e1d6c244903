import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who and what: dated, all of it data. Read as a whole by `PostgresProgrammeSource`. */
export class Register1763976000001 implements MigrationInterface {
  readonly name = 'Register1763976000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create collation if not exists en_gb (provider = icu, locale = 'en-GB');

      create table programme (
        id int primary key, code text not null unique, name text not null, starts_on date not null,
        demonstration boolean not null, version int not null default 1);
      create table region (code text primary key, name text not null collate en_gb);
      create table council (
        id int primary key, key text not null unique, name text not null collate en_gb,
        region_code text not null constraint council_region references region, type text not null, ended_on date);
      create table council_code (
        council_id int not null constraint council_code_council references council, kind text not null,
        code text not null, valid_from date, valid_to date, primary key (code, kind, council_id));
      create table council_name (
        council_id int not null constraint council_name_council references council, name text not null,
        valid_from date, valid_to date, primary key (name, council_id));
      create table council_successor (
        council_id int not null constraint successor_council references council,
        successor_id int not null constraint successor_successor references council,
        since date not null, primary key (council_id, successor_id));
      create table partnership (
        programme_id int not null constraint partnership_programme references programme, code text not null,
        name text not null collate en_gb, region_code text not null, primary key (programme_id, code));
      create table partnership_member (
        programme_id int not null, partnership_code text not null, council_id int not null references council,
        role text not null, primary key (programme_id, partnership_code, council_id),
        constraint member_partnership foreign key (programme_id, partnership_code) references partnership);
      create table membership (
        programme_id int not null references programme, council_id int not null references council,
        valid_from date not null, valid_to date, primary key (programme_id, council_id, valid_from));
      create table reform (
        programme_id int not null references programme, code text not null, name text not null,
        primary key (programme_id, code));
      create table reform_version (
        programme_id int not null, reform_code text not null, version int not null, title text not null,
        valid_from date not null, primary key (programme_id, reform_code, version),
        constraint version_reform foreign key (programme_id, reform_code) references reform);
      create table participation (
        programme_id int not null, council_id int not null references council, reform_code text not null,
        version int not null, valid_from date not null, valid_to date, halted_reason text,
        demonstration boolean not null,
        primary key (programme_id, council_id, reform_code, version, valid_from),
        constraint participation_version foreign key (programme_id, reform_code, version) references reform_version);
      create table bank_holiday (day date primary key, name text not null);
      create table metric_version (
        programme_id int not null references programme, code text not null, type text not null,
        major int not null, minor int not null, valid_from date not null, valid_to date, definition jsonb not null,
        primary key (programme_id, code, major, minor));
      create table return_definition (
        programme_id int not null references programme, code text not null, definition jsonb not null,
        primary key (programme_id, code));
      create table validation_rule (
        programme_id int not null references programme, code text not null, version int not null,
        definition jsonb not null, primary key (programme_id, code, version));
      create table alert_rule (
        programme_id int not null references programme, code text not null, version int not null,
        enabled boolean not null, definition jsonb not null, primary key (programme_id, code, version));
      create table publication (
        programme_id int not null references programme, series text not null, period text not null,
        published_on date not null, metrics text[] not null, primary key (programme_id, series, period));
      create table persona (key text primary key, definition jsonb not null);
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
