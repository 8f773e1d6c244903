import { createHash } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { grantStatements } from './grants.js';
import { createPolicy, CLOSED_TABLES, POLICIES } from './policies.js';

/**
 * Closes every table with rows of councils, then opens it by the policies and grants as they stand in code, in one
 * transaction; roles carry the database's name. Run after the migrations; when nothing has changed it does nothing. A table
 * that a migration has just made is closed until then: no role but the owner has a right on it.
 */
export async function secureRows(source: DataSource): Promise<void> {
  await source.transaction(async (owner) => {
    await owner.query(`select pg_advisory_xact_lock(hashtext('row security'))`);
    const [at] = await rowsOf<{ prefix: string; made: string | null }>(
      owner,
      `select current_database() as prefix, obj_description('scope()'::regprocedure) as made`,
    );
    const prefix = at?.prefix ?? '';
    const statements = statementsFor(prefix);
    const print = createHash('sha256').update(statements.join('\n')).digest('hex');
    if (at?.made === print) return;
    for (const old of await rowsOf<{ drop: string }>(owner, OLD_POLICIES))
      await owner.query(old.drop);
    for (const statement of statements) await owner.query(statement);
    await owner.query(`comment on function scope() is '${print}'`);
  });
}

const OLD_POLICIES = `select format('drop policy %I on %I', policyname, tablename) as drop
  from pg_policies where schemaname = 'public'`;

const rowsOf = <T>(owner: EntityManager, sql: string): Promise<readonly T[]> =>
  owner.query<T[]>(sql);

function statementsFor(prefix: string): readonly string[] {
  const roles = ['app', 'worker', 'public'].map((role) => `"${prefix}_${role}"`).join(', ');
  return [
    ...CLOSED_TABLES.flatMap((table) => [
      `alter table ${table} enable row level security`,
      `alter table ${table} force row level security`,
    ]),
    ...POLICIES.map((policy) => createPolicy(policy, prefix)),
    `revoke all on all tables in schema public from ${roles}`,
    ...grantStatements(prefix),
  ];
}
