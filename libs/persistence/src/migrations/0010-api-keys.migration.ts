import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keys of councils' systems: by digest only, with their bounds as constraints. */
export class ApiKeys1763976000010 implements MigrationInterface {
  readonly name = 'ApiKeys1763976000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table api_key (
        id uuid primary key, programme_id int not null references programme, council_id int not null references council,
        public_id text not null unique, digest text not null unique, label text not null, deeds text[] not null,
        created_at timestamptz not null, created_by text not null, expires_at timestamptz not null,
        last_used_at timestamptz, revoked_at timestamptz, revoked_by text, replaced_by uuid references api_key,
        constraint key_deeds check (cardinality(deeds) > 0 and deeds <@ array['send-figures', 'read-own-figures']),
        constraint key_term check (expires_at <= created_at + interval '367 days'));
      create index api_key_by_council on api_key (programme_id, council_id, created_at desc);
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
