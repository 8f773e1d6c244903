import 'reflect-metadata';
import { composeService } from '#composition';
import { isDatabaseAway } from '#persistence';
import { clockFrom } from '#platform/clock';
import { loadConfig, pagesAddress, readEnvironment, type AppConfig } from '#platform/config';
import { untilStopped } from '#platform/lifecycle';
import { createLogger, NestLogger, type Logger } from '#platform/logging';
import { BullmqWakeUps, openQueueConnection } from '#queue';
import { PagePackPainter } from './packs/index.js';
import { createWebApp } from './web-app.js';

const POOL_SIZE = 10;

async function start(config: AppConfig, log: Logger): Promise<void> {
  const { APP_DATABASE_URL: app, QUEUE_DATABASE_URL: queue, REDIS_URL: redis } = config;
  if (!app || !queue) throw new Error('APP_DATABASE_URL and QUEUE_DATABASE_URL are needed');
  const connection = openQueueConnection(
    {
      redisUrl: redis?.reveal() ?? null,
      postgresUrl: queue.reveal(),
    },
    'sends',
  );
  const wakeUps = new BullmqWakeUps(connection, (error) =>
    log.warn({ err: error }, 'a wake-up was lost; the sweep finds the row'),
  );
  const service = await composeService(
    { app: app.reveal(), worker: null, listens: true, poolSize: POOL_SIZE, name: 'web' },
    { clock: clockFrom(config), wakeUps, painter: new PagePackPainter() },
  );
  const watch = {
    isDatabaseAway,
    report: (reference: string, error: unknown) =>
      log.error({ reference, err: error }, 'a page failed'),
  };
  const web = await createWebApp(
    {
      ...{ door: service, identity: service.developmentSignIn, watch },
      origin: pagesAddress(config),
    },
    new NestLogger(log),
  );
  await web.listen(config.WEB_PORT, config.HOST);
  log.info({ port: config.WEB_PORT }, 'pages are served');
  untilStopped(
    async () => {
      await web.close();
      await wakeUps.close();
      await connection.close();
      await service.close();
    },
    (error) => log.error({ err: error }, 'the drain failed'),
  );
}

const read = loadConfig(readEnvironment());
const log = createLogger('web', read.ok ? read.value.LOG_LEVEL : 'info');
if (read.ok) {
  start(read.value, log).catch((error: unknown) => {
    log.fatal({ err: error }, 'the pages could not be started');
    process.exit(1);
  });
} else {
  log.fatal({ faults: read.faults }, 'the configuration is faulty');
  process.exit(1);
}
