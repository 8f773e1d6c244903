import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { migrateAll } from '#composition';
import { deriveRoleUrls, startEmbeddedPostgres } from '#platform';
import { databaseUrl, TEMPLATE } from './test-server.js';

/** The process that keeps the test server: it lives as long as the channel to the test run. */
const dataDir = mkdtempSync(join(tmpdir(), 'monitor-test-'));
// So that the user PostgreSQL runs as can enter it; what is secret in it has rights of its own.
chmodSync(dataDir, 0o755);
const gone = new Promise<void>((resolve) => process.once('disconnect', () => resolve()));

const started = await startEmbeddedPostgres({ root: process.cwd(), dataDir, durable: false });
if (!started.ok) throw new Error(started.error.message);
try {
  const client = new Client({ connectionString: started.value.ownerUrl });
  await client.connect();
  await client.query(`create database ${TEMPLATE}`);
  await client.end();
  const url = databaseUrl(started.value.ownerUrl, TEMPLATE);
  await migrateAll(url, deriveRoleUrls(url));
  // With a callback a channel that has closed is no uncaught error.
  if (process.connected) process.send?.(url, () => undefined);
  if (process.connected) await gone;
} finally {
  await started.value.erase();
}
process.exit(0);
