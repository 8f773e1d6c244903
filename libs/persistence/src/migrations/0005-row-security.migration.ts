import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantStatements } from '../row-security/grants.js';
import { securityOf } from '../row-security/policies.js';
import { SCOPE_FUNCTIONS } from '../row-security/scope-functions.js';

/** Closes every table with rows of councils, then opens it by the policies; roles carry the database's name. */
export class RowSecurity1763976000005 implements MigrationInterface {
  readonly name = 'RowSecurity1763976000005';

  async up(runner: QueryRunner): Promise<void> {
    const rows = (await runner.query('select current_database() as prefix')) as {
      prefix: string;
    }[];
    const prefix = rows[0]?.prefix ?? '';
    await runner.query(SCOPE_FUNCTIONS);
    for (const statement of securityOf(5, prefix)) await runner.query(statement);
    for (const grant of grantStatements(prefix)) await runner.query(grant);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
