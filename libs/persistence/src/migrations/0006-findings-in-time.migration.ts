import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What becomes of a finding: a warning is explained in words that stay with the value, and one that a later figure of the
 * same cell no longer has is closed. A submission keeps the month of the page that it was sent from.
 */
export class FindingsInTime1764115200006 implements MigrationInterface {
  readonly name = 'FindingsInTime1764115200006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table submission add column expected_period text;
      alter table finding
        add column explanation text, add column explained_by text, add column explained_at timestamptz,
        add column closed_at timestamptz, add column closed_by uuid references submission;
      create index finding_open_by_cell on finding (council_id, metric, period)
        where closed_at is null and metric is not null;
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
