import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Evidence packs: what each was made of, its manifest as the text that its checksum is of, and its files as bytes. Councils and
 * figures are named by the version of the data alone: a pack outlives every correction. Left out: revisions that were known and did not
 * count yet, by council, metric, place in the order of knowledge and period.
 */
export class Packs1765152000028 implements MigrationInterface {
  readonly name = 'Packs1765152000028';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table pack (
        id uuid primary key, programme_id int not null references programme, title text not null, question text not null,
        made_at timestamptz not null, made_by text not null, as_known_at timestamptz not null, known_seq bigint not null,
        checksum text not null, manifest text not null, codes text[] not null, council_ids int[] not null,
        left_out text[] not null, left_out_seqs bigint[] not null);
      create index pack_by_time on pack (programme_id, made_at desc, id desc);
      create table pack_file (
        pack_id uuid not null references pack, path text not null, kind text not null, media_type text not null,
        bytes int not null, sha256 text not null, content bytea not null,
        primary key (pack_id, path),
        constraint pack_file_kind check (kind in ('data', 'chart', 'document')));
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
