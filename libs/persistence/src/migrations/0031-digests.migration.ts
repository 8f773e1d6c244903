import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What goes to an address: messages about alerts and returns, the weekly digest, or both; and digests in the ledger. */
export class Digests1765152000031 implements MigrationInterface {
  readonly name = 'Digests1765152000031';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table subscription
        add alerts boolean not null default true, add digest boolean not null default false,
        add constraint subscription_of_something check (alerts or digest),
        add constraint subscription_to_board check (recipient <> 'board' or not digest);
      alter table notification
        drop constraint notification_about,
        add constraint notification_about check (
          case when test or recipient = 'board' or event like 'evaluation failed %' or event like 'digest %'
              then alert_id is null and period is null
            when alert_id is null then period is not null else council_id is not null and period is null end);
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
