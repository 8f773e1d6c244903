import { composeService } from '#composition';
import { openMessengers, openMonitor } from '#notify';
import {
  clockFrom,
  createLogger,
  loadConfig,
  pagesAddress,
  readEnvironment,
  untilStopped,
} from '#platform';
import { assertQueueSchema, BullmqWakeUps, openQueueConnection, startLookWorker } from '#queue';
import { handlersFor } from './handlers.js';

/** How often the sweep looks for what no wake-up asked for. */
const SWEEP_MS = 15_000;

const config = loadConfig(readEnvironment());
if (!config.ok) throw new Error(config.faults.join('; '));
const { WORKER_DATABASE_URL, QUEUE_DATABASE_URL, REDIS_URL, LOG_LEVEL } = config.value;
const log = createLogger('worker', LOG_LEVEL);
if (!WORKER_DATABASE_URL || !QUEUE_DATABASE_URL)
  throw new Error('WORKER_DATABASE_URL and QUEUE_DATABASE_URL are needed: "npm start" gives them');

const complain = (error: Error, job = 'queue'): void =>
  log.warn({ job, reason: error.message }, 'a look failed; the sweep asks again');

if (!REDIS_URL) await assertQueueSchema(QUEUE_DATABASE_URL.reveal());
const queue = openQueueConnection(
  {
    redisUrl: REDIS_URL?.reveal() ?? null,
    postgresUrl: QUEUE_DATABASE_URL.reveal(),
  },
  'works',
);
const wakeUps = new BullmqWakeUps(queue, complain);
const service = await composeService(
  { app: null, worker: WORKER_DATABASE_URL.reveal(), listens: false, poolSize: 4, name: 'worker' },
  {
    clock: clockFrom(config.value),
    wakeUps,
    sending: { messengers: openMessengers(config.value), pages: pagesAddress(config.value) },
    monitor: openMonitor(config.value, pagesAddress(config.value)),
  },
);
const handlers = handlersFor(service);
const worker = startLookWorker(queue, handlers, complain);
await wakeUps.scheduleSweep(SWEEP_MS);
log.info('the worker is looking for work');
untilStopped(
  async () => {
    await worker.close();
    await wakeUps.close();
    await service.close();
    await queue.close();
  },
  (error) => log.error({ reason: String(error) }, 'the worker did not stop cleanly'),
);

// A look that a killed worker held counts as active for a while and would swallow new ones: the first is not queued.
for (const job of ['submissions', 'sweep', 'assessments'] as const) {
  await handlers[job]().catch((error: unknown) =>
    complain(error instanceof Error ? error : new Error(String(error)), job),
  );
}
