import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The times at which rules on a schedule are evaluated, and when each part of alerting last did its work. */
export class Evaluations1764720600027 implements MigrationInterface {
  readonly name = 'Evaluations1764720600027';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table rule_evaluation (
        programme_id int not null references programme, rule_code text not null, due_at timestamptz not null,
        state text not null default 'due', tries int not null default 0, next_at timestamptz not null,
        finished_at timestamptz, detail text,
        primary key (programme_id, rule_code, due_at),
        constraint rule_evaluation_state check (state in ('due', 'done', 'failed')),
        constraint rule_evaluation_finished check ((state = 'due') = (finished_at is null)),
        constraint rule_evaluation_failed check (state <> 'failed' or detail is not null));
      create index rule_evaluation_waiting on rule_evaluation (next_at) where state = 'due';
      create index rule_evaluation_failures on rule_evaluation (finished_at desc) where state = 'failed';
      create index acceptance_of_figures on acceptance (programme_id, known_at)
        where kind = 'figures' and council_id is not null;
      alter table tombstone drop constraint tombstone_kind, add constraint tombstone_kind
        check (kind in ('file', 'submission', 'finding', 'figure', 'answer', 'entry'));
      create table beat (stage text primary key, at timestamptz not null);
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
