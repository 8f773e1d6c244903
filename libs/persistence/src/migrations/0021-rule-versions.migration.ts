import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Versions of alert rules that people write: who saved each and when, and from when on it was in force. */
export class RuleVersions1764720000021 implements MigrationInterface {
  readonly name = 'RuleVersions1764720000021';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table alert_rule
        add draft boolean not null default false, add saved_at timestamptz, add saved_by text,
        add in_force_from timestamptz,
        add constraint alert_rule_draft check (not draft or (saved_at is not null and in_force_from is null)),
        add constraint alert_rule_saved check ((saved_at is null) = (saved_by is null));
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
