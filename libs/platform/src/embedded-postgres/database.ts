import { createHmac } from 'node:crypto';
import { Client } from 'pg';

const DATABASE = 'monitor';
const OWNER = 'monitor_owner';

export const ownerUrl = (port: number, superuserPassword: string, database = DATABASE): string =>
  `postgres://${OWNER}:${ownerPassword(superuserPassword)}@127.0.0.1:${port}/${database}`;

const ownerPassword = (superuserPassword: string): string =>
  createHmac('sha256', superuserPassword).update(OWNER).digest('hex');

/**
 * Makes the owner, who may create roles and is no superuser, and the database, where they are missing. In tests the
 * owner may make databases, too.
 */
export async function ensureDatabase(
  port: number,
  superuserPassword: string,
  mayMakeDatabases: boolean,
): Promise<void> {
  const client = new Client({
    host: '127.0.0.1',
    port,
    user: 'postgres',
    password: superuserPassword,
    database: 'postgres',
  });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const role = await client.query('select from pg_roles where rolname = $1', [OWNER]);
    if (!role.rowCount) {
      await client.query(
        `create role ${OWNER} login createrole ${mayMakeDatabases ? 'createdb' : ''} password '${ownerPassword(superuserPassword)}'`,
      );
    }
    const database = await client.query('select from pg_database where datname = $1', [DATABASE]);
    if (!database.rowCount) await client.query(`create database ${DATABASE} owner ${OWNER}`);
  } finally {
    await client.end();
  }
}

/** Whether the server answers yet. */
export async function answers(port: number, superuserPassword: string): Promise<boolean> {
  const client = new Client({
    host: '127.0.0.1',
    port,
    user: 'postgres',
    password: superuserPassword,
    database: 'postgres',
    connectionTimeoutMillis: 2_000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
