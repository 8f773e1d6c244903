import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When each person looked at the overview last, and indexes on time for what has changed since. */
export class Visits1765152000030 implements MigrationInterface {
  readonly name = 'Visits1765152000030';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table visit (
        programme_id int not null references programme, actor text not null,
        looked_at timestamptz, seen_at timestamptz not null,
        primary key (programme_id, actor),
        constraint visit_order check (looked_at < seen_at));
      create index alert_by_firing on alert (programme_id, fired_at) where fired_at is not null;
      create index alert_by_clearing on alert (programme_id, resolved_at) where state = 'resolved' and fired_at is not null;
      create index acceptance_of_councils on acceptance (programme_id, known_at) where council_id is not null;
      create index feedback_entry_by_time on feedback_entry (at);
      create index milestone_by_planning on milestone (programme_id, planned_at);
      create index milestone_entry_by_time on milestone_entry (at);
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
