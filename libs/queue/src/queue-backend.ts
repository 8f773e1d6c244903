import { createPostgresBackend, createRedisBackend, type BackendFactory } from 'bullmq';
import { Redis } from 'ioredis';
import { Pool } from 'pg';
import { QUEUE_SCHEMA } from './look-queue.js';

export type QueueConnection = {
  readonly kind: 'redis' | 'postgres';
  readonly connection: unknown;
  readonly factory: BackendFactory<never, never>;
  readonly close: () => Promise<void>;
};

/**
 * What a process does on the queue. One that only sends wake-ups must never wait for Redis: a person waits for its answer.
 * One that works looks waits for Redis for as long as it is away.
 */
type QueueRole = 'sends' | 'works';

/** Redis when `REDIS_URL` is set, otherwise PostgreSQL: the same queue API on either. */
export function openQueueConnection(
  where: { redisUrl: string | null; postgresUrl: string },
  role: QueueRole,
): QueueConnection {
  return where.redisUrl === null ? onPostgres(where.postgresUrl) : onRedis(where.redisUrl, role);
}

function onPostgres(url: string): QueueConnection {
  const pool = new Pool({
    connectionString: url,
    max: 6,
    keepAlive: true,
    application_name: 'queue',
    options: `-c search_path=${QUEUE_SCHEMA}`,
  });
  // A connection lost while idle is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => undefined);
  return {
    kind: 'postgres',
    connection: pool,
    factory: createPostgresBackend as unknown as BackendFactory<never, never>,
    close: () => pool.end(),
  };
}

function onRedis(url: string, role: QueueRole): QueueConnection {
  const redis = new Redis(
    url,
    role === 'sends'
      ? { maxRetriesPerRequest: 1, enableOfflineQueue: false }
      : { maxRetriesPerRequest: null },
  );
  redis.on('error', () => undefined);
  return {
    kind: 'redis',
    connection: redis,
    factory: createRedisBackend as unknown as BackendFactory<never, never>,
    close: async () => {
      if (redis.status === 'ready') await redis.quit();
      else redis.disconnect();
    },
  };
}
