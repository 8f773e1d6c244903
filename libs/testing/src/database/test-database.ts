import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { deriveRoleUrls, type RoleUrls } from '#platform/roles';
import { databaseUrl, TEMPLATE } from './test-server.js';

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
    drop: () => onServer(template, `drop database if exists ${name} with (force)`),
  };
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
