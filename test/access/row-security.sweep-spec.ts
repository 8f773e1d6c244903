import { Client } from 'pg';
import { createPolicy, POLICIES } from '#persistence';
import { testService, type TestService } from '../service/test-service.js';
import { plant } from './plant.js';
import { runRowMatrix, type Planted } from './row-matrix.js';

describe('row-level security', () => {
  let at: TestService;
  let owner: Client;
  let planted: Planted;
  beforeAll(async () => {
    at = await testService('2025-01-15T09:00:00Z');
    planted = await plant(at);
    owner = new Client({ connectionString: at.database.ownerUrl });
    await owner.connect();
  }, 60_000);
  afterAll(async () => {
    await owner.end();
    await at.close();
  });

  /** What fails of what touches a table; where nothing of it does, of everything. */
  const failures = async (table: string): Promise<readonly string[]> => {
    try {
      const near = await runRowMatrix(at.database.roles, planted, new RegExp(`\\b${table}\\b`));
      return near.length > 0 ? near : await runRowMatrix(at.database.roles, planted);
    } catch (error) {
      // A row that cannot be seen is written a second time: that, too, is no wall that stands.
      if (error instanceof Error && /duplicate key/.test(error.message)) return [error.message];
      throw error;
    }
  };

  it('gives every role what the who-sees-what table gives it, and nothing more', async () => {
    expect(await runRowMatrix(at.database.roles, planted)).toEqual([]);
  });

  it('raises when a connection has no scope, instead of answering that there are no rows', async () => {
    const app = new Client({ connectionString: at.database.roles.app });
    await app.connect();
    await expect(app.query('select value from current_figure')).rejects.toThrow(
      'no scope is set for this transaction',
    );
    await app.end();
  });

  it('gives the public role no table with rows of councils', async () => {
    const { rows } = await owner.query<{ relname: string }>(
      `select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relrowsecurity and has_table_privilege('template_monitor_public', c.oid, 'select, insert, update, delete')`,
    );
    expect(rows).toEqual([]);
  });

  it('has exactly the policies of the list, and no table of councils without one', async () => {
    const { rows } = await owner.query<{ policyname: string }>(
      'select policyname from pg_policies order by 1',
    );
    expect(rows.map((row) => row.policyname)).toEqual(POLICIES.map((policy) => policy.name).sort());
  });

  it.each(POLICIES.map((policy) => [policy.name, policy] as const))(
    'rests on %s: without it the matrix fails',
    async (name, policy) => {
      await owner.query(`drop policy ${name} on ${policy.table}`);
      try {
        expect(await failures(policy.table)).not.toEqual([]);
      } finally {
        await owner.query(createPolicy(policy, 'template_monitor'));
      }
    },
  );
});
