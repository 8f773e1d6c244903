import type { MigrationInterface, QueryRunner } from 'typeorm';
import { SCOPE_FUNCTIONS } from '../row-security/scope-functions.js';

/** What every policy asks of a transaction's scope; the policies themselves are made anew by `secureRows`. */
export class RowSecurity1763976000005 implements MigrationInterface {
  readonly name = 'RowSecurity1763976000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SCOPE_FUNCTIONS);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
