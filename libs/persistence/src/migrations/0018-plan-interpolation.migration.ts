import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How an agreed plan goes from one of its points to the next. Those that stand were drawn and judged as steps. */
export class PlanInterpolation1764547200018 implements MigrationInterface {
  readonly name = 'PlanInterpolation1764547200018';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table agreed_plan add interpolation text not null default 'step'
        constraint agreed_plan_interpolation check (interpolation in ('step', 'linear'));
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
