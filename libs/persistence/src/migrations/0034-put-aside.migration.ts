import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Councils whose figures could not be judged wait longer each time, beside the others. */
export class PutAside1765152000034 implements MigrationInterface {
  readonly name = 'PutAside1765152000034';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table put_aside (
        programme_id int not null, council_id int not null references council, tries int not null,
        next_at timestamptz not null, detail text not null, primary key (programme_id, council_id));
      alter table notification drop constraint notification_about, add constraint notification_about check (
        case when test or recipient = 'board' or event like 'evaluation failed %' or event like 'digest %'
            or event like 'put aside %'
          then alert_id is null and period is null
          when alert_id is null then period is not null else council_id is not null and period is null end);
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
