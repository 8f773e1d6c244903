import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { composeService } from '#composition';
import { clockFrom } from '#platform/clock';
import { loadConfig, readEnvironment, type AppConfig } from '#platform/config';
import { untilStopped } from '#platform/lifecycle';
import { createLogger, NestLogger, type Logger } from '#platform/logging';
import { PagePackPainter } from '#web/packs';
import { BullmqWakeUps, openQueueConnection } from '#queue';
import { createApiApp } from './api-app.js';

const POOL_SIZE = 10;

async function start(config: AppConfig, log: Logger): Promise<void> {
  const { APP_DATABASE_URL: app, QUEUE_DATABASE_URL: queueUrl, REDIS_URL: redis } = config;
  if (!app || !queueUrl)
    throw new Error('APP_DATABASE_URL and QUEUE_DATABASE_URL are needed: "npm start" gives them');
  const queue = openQueueConnection(
    {
      redisUrl: redis?.reveal() ?? null,
      postgresUrl: queueUrl.reveal(),
    },
    'sends',
  );
  const wakeUps = new BullmqWakeUps(queue, (error) =>
    log.warn({ reason: error.message }, 'a wake-up was lost; the sweep finds the row'),
  );
  const service = await composeService(
    { app: app.reveal(), worker: null, listens: true, poolSize: POOL_SIZE, name: 'api' },
    { clock: clockFrom(config), wakeUps, painter: new PagePackPainter() },
  );
  const failures = {
    report: (error: unknown, reference: string) =>
      log.error({ reference, err: error }, 'a request failed'),
    newReference: () => randomUUID().slice(0, 8),
  };
  const api = await createApiApp(service, failures, new NestLogger(log));
  await api.listen(config.API_PORT, config.HOST);
  log.info({ port: config.API_PORT }, 'the api is listening');
  untilStopped(
    async () => {
      await api.close();
      await wakeUps.close();
      await service.close();
      await queue.close();
    },
    (error) => log.error({ err: error }, 'the api did not stop cleanly'),
  );
}

const read = loadConfig(readEnvironment());
const log = createLogger('api', read.ok ? read.value.LOG_LEVEL : 'info');
if (read.ok) {
  start(read.value, log).catch((error: unknown) => {
    log.fatal({ err: error }, 'the api could not be started');
    process.exit(1);
  });
} else {
  log.fatal({ faults: read.faults }, 'the configuration is faulty');
  process.exit(1);
}
