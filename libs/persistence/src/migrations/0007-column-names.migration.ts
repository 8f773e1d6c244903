import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a council said once of the names in its own files. `meaning` is a role, `code:` and a code, or `ignored`. */
export class ColumnNames1764115200007 implements MigrationInterface {
  readonly name = 'ColumnNames1764115200007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table column_name (
        programme_id int not null references programme, council_id int not null references council, name text not null,
        meaning text not null, said_by text not null, said_at timestamptz not null,
        primary key (programme_id, council_id, name));
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
