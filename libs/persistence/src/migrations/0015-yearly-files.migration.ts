import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Yearly files that a person uploads: kept in pieces until they are imported or expire; how files of Explore education
 * statistics are read and screened; published figures of regions and England; and each council's statistical neighbours.
 */
export class YearlyFiles1764115200015 implements MigrationInterface {
  readonly name = 'YearlyFiles1764115200015';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table published_import (
        id uuid primary key, programme_id int not null references programme, status text not null,
        file_name text not null, metadata_name text, digest text not null, bytes int not null,
        published_on date not null, uploaded_at timestamptz not null, uploaded_by text not null,
        expires_at timestamptz not null, preview jsonb, sentence text, confirmed_at timestamptz, confirmed_by text,
        finished_at timestamptz, outcome jsonb,
        constraint published_import_status check (status in
          ('received', 'previewed', 'refused', 'confirmed', 'imported', 'failed', 'expired')));
      create index published_import_to_do on published_import (uploaded_at) where status in ('received', 'confirmed');
      create index published_import_by_time on published_import (programme_id, uploaded_at desc, id desc);
      create table published_import_piece (
        import_id uuid not null references published_import, part text not null, n int not null, bytes bytea not null,
        primary key (import_id, part, n));
      create table ees_definition (
        programme_id int primary key references programme, mappings jsonb not null, reference jsonb not null);

      create table area_figure (
        programme_id int not null references programme, metric text not null, area_code text not null, period text not null,
        published_on date not null, period_start date not null, period_end date not null, numerator numeric,
        denominator numeric, value numeric, state text not null, symbol text,
        primary key (programme_id, metric, area_code, period, published_on));
      create table statistical_neighbour (
        council_id int not null references council, vintage text not null, rank int not null,
        neighbour_id int not null references council, closeness text not null,
        primary key (council_id, vintage, rank));
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
