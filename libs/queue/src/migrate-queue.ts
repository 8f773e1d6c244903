import { runMigrations, assertSchemaCompatibility } from 'bullmq';
import { Client } from 'pg';
import { QUEUE_SCHEMA } from './look-queue.js';

const withClient = async <T>(url: string, work: (client: Client) => Promise<T>): Promise<T> => {
  const client = new Client({ connectionString: url, application_name: 'queue migrations' });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

/** Brings BullMQ's own schema up, as the queue role. Must have run before any worker: on a missing schema one spins. */
export const migrateQueue = (queueUrl: string): Promise<number> =>
  withClient(queueUrl, (client) => runMigrations(client as never, QUEUE_SCHEMA));

/** Raises when BullMQ's schema is missing or too new; asked before any worker is built. */
export const assertQueueSchema = (queueUrl: string): Promise<number> =>
  withClient(queueUrl, (client) => assertSchemaCompatibility(client as never, QUEUE_SCHEMA));
