import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { migrateAll } from '#composition';
import { deriveRoleUrls, startEmbeddedPostgres, type EmbeddedPostgres } from '#platform';

/** The migrated database that every test database is copied from; its name is the prefix of the roles. */
export const TEMPLATE = 'template_monitor';

export type TestServer = { readonly ownerUrl: string; readonly stop: () => Promise<void> };

export const databaseUrl = (url: string, database: string): string => {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.toString();
};

/** A real PostgreSQL in a folder of its own that waits for no disk, with a migrated template. */
export async function startTestServer(root: string): Promise<TestServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'monitor-test-'));
  const started = await startEmbeddedPostgres({ root, dataDir, durable: false });
  if (!started.ok) throw new Error(started.error.message);
  await makeTemplate(started.value);
  return {
    ownerUrl: databaseUrl(started.value.ownerUrl, TEMPLATE),
    stop: async () => {
      await started.value.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function makeTemplate(server: EmbeddedPostgres): Promise<void> {
  const client = new Client({ connectionString: server.ownerUrl });
  await client.connect();
  await client.query(`create database ${TEMPLATE}`);
  await client.end();
  const url = databaseUrl(server.ownerUrl, TEMPLATE);
  await migrateAll(url, deriveRoleUrls(url));
}
