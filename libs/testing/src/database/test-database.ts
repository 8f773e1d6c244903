import { randomUUID } from 'node:crypto';
import { Client, DatabaseError } from 'pg';
import { deriveRoleUrls, type RoleUrls } from '#platform/roles';
import { databaseUrl, TEMPLATE } from './test-server.js';

const INSUFFICIENT_PRIVILEGE = '42501';

export type TestDatabase = {
  readonly ownerUrl: string;
  readonly roles: RoleUrls;
  readonly drop: () => Promise<void>;
};

/**
 * A database of a spec's own: a copy of a template (some 80 ms), dropped afterwards. The template is migrated and empty, unless
 * another one is named that `ensureTemplate` has made.
 */
export async function testDatabase(template: string = TEMPLATE): Promise<TestDatabase> {
  const server = serverUrl();
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await onServer(server, `create database ${name} template ${template}`);
  return databaseOf(server, name);
}

/** Makes a template of a spec's own, once for all processes of a run: filled while nobody copies it. */
export async function ensureTemplate(
  name: string,
  fill: (database: TestDatabase) => Promise<void>,
): Promise<void> {
  const server = serverUrl();
  const client = new Client({ connectionString: databaseUrl(server, 'postgres') });
  await client.connect();
  try {
    await client.query(`select pg_advisory_lock(hashtext($1))`, [name]);
    const found = await client.query('select from pg_database where datname = $1', [name]);
    if (found.rowCount) return;
    await client.query(`create database ${name}_making template ${TEMPLATE}`);
    await fill(databaseOf(server, `${name}_making`));
    await client.query(`alter database ${name}_making rename to ${name}`);
  } finally {
    await client.end();
  }
}

function serverUrl(): string {
  const server = process.env['TEST_OWNER_URL'];
  if (!server)
    throw new Error(
      'integration specs run in the Jest project "integration", which starts the server',
    );
  return server;
}

function databaseOf(server: string, name: string): TestDatabase {
  const ownerUrl = databaseUrl(server, name);
  return {
    ownerUrl,
    roles: deriveRoleUrls(ownerUrl, {}, TEMPLATE),
    drop: () => dropNow(server, name),
  };
}

/** A database that a process of the server's own is looking at cannot be dropped: it goes with the server. */
async function dropNow(template: string, name: string): Promise<void> {
  try {
    await onServer(template, `drop database if exists ${name} with (force)`);
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.code !== INSUFFICIENT_PRIVILEGE) throw error;
  }
}

async function onServer(template: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl(template, 'postgres') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
