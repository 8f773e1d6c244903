import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Milestones of reform versions at councils, and what councils say is working or not: each as it was first said, with entries
 * that are only ever added.
 */
export class MilestonesAndFeedback1765065600025 implements MigrationInterface {
  readonly name = 'MilestonesAndFeedback1765065600025';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table milestone (
        id uuid primary key, programme_id int not null, council_id int not null references council,
        reform_code text not null, version int not null, title text not null, owner text not null, due_on date not null,
        planned_at timestamptz not null, planned_by text not null,
        constraint milestone_version foreign key (programme_id, reform_code, version) references reform_version,
        constraint milestone_of_council unique (id, council_id));
      create index milestone_by_council on milestone (programme_id, council_id, due_on);
      create table milestone_entry (
        milestone_id uuid not null, council_id int not null, n int not null, at timestamptz not null, made_by text not null,
        kind text not null, deed jsonb not null,
        primary key (milestone_id, n),
        foreign key (milestone_id, council_id) references milestone (id, council_id),
        constraint milestone_entry_number check (n > 0),
        constraint milestone_entry_kind check (kind = deed ->> 'kind' and kind in ('done', 'redate')));

      create table feedback (
        id uuid primary key, programme_id int not null references programme, council_id int not null references council,
        about text not null, code text, words text not null, said_at timestamptz not null, said_by text not null,
        constraint feedback_about check (about in ('reform', 'measure', 'service') and (code is null) = (about = 'service')),
        constraint feedback_of_council unique (id, council_id));
      create index feedback_by_time on feedback (programme_id, said_at, id);
      create table feedback_entry (
        feedback_id uuid not null, council_id int not null, n int not null, at timestamptz not null, made_by text not null,
        kind text not null, deed jsonb not null,
        primary key (feedback_id, n),
        foreign key (feedback_id, council_id) references feedback (id, council_id),
        constraint feedback_entry_number check (n > 0),
        constraint feedback_entry_kind check (kind = deed ->> 'kind' and kind in ('assign', 'answer')));
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
