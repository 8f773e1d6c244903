import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { composeService } from '#composition';
import {
  clockFrom,
  createLogger,
  loadConfig,
  NestLogger,
  readEnvironment,
  untilStopped,
} from '#platform';
import { BullmqWakeUps, openQueueConnection } from '#queue';
import { createApiApp } from './api-app.js';

const config = loadConfig(readEnvironment());
if (!config.ok) throw new Error(config.faults.join('; '));
const { APP_DATABASE_URL, QUEUE_DATABASE_URL, REDIS_URL, LOG_LEVEL, API_PORT, HOST } = config.value;
const log = createLogger('api', LOG_LEVEL);
if (!APP_DATABASE_URL || !QUEUE_DATABASE_URL)
  throw new Error('APP_DATABASE_URL and QUEUE_DATABASE_URL are needed: "npm start" gives them');

const queue = openQueueConnection({
  redisUrl: REDIS_URL?.reveal() ?? null,
  postgresUrl: QUEUE_DATABASE_URL.reveal(),
});
const wakeUps = new BullmqWakeUps(queue, (error) =>
  log.warn({ reason: error.message }, 'a wake-up was lost; the sweep finds the row'),
);
const service = await composeService(
  { app: APP_DATABASE_URL.reveal(), worker: null, listens: true, poolSize: 10, name: 'api' },
  { clock: clockFrom(config.value), wakeUps },
);
const app = await createApiApp(
  service,
  {
    report: (error, reference) =>
      log.error(
        { reference, reason: error instanceof Error ? error.stack : String(error) },
        'a request failed',
      ),
    newReference: () => randomUUID().slice(0, 8),
  },
  new NestLogger(log),
);
await app.listen(API_PORT, HOST);
log.info({ port: API_PORT }, 'the api is listening');

untilStopped(
  async () => {
    await app.close();
    await wakeUps.close();
    await service.close();
    await queue.close();
  },
  (error) => log.error({ reason: String(error) }, 'the api did not stop cleanly'),
);
