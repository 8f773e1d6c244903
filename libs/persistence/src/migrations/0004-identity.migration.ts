import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tokens and sessions, by digest only. */
export class Identity1763976000004 implements MigrationInterface {
  readonly name = 'Identity1763976000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table access_token (
        digest text primary key, label text not null, role text not null, council_id int references council,
        partnership text, created_at timestamptz not null, expires_at timestamptz not null);
      create table session (
        digest text primary key, persona text not null, csrf text not null, created_at timestamptz not null,
        expires_at timestamptz not null);
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
