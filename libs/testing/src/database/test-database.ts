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

/** A migrated, empty database of a spec's own: a copy of the template (some 80 ms), dropped afterwards. */
export async function testDatabase(): Promise<TestDatabase> {
  const template = process.env['TEST_OWNER_URL'];
  if (!template)
    throw new Error(
      'integration specs run in the Jest project "integration", which starts the server',
    );
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await onServer(template, `create database ${name} template ${TEMPLATE}`);
  const ownerUrl = databaseUrl(template, name);
  return {
    ownerUrl,
    roles: deriveRoleUrls(ownerUrl, {}, TEMPLATE),
    drop: () => dropNow(template, name),
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
