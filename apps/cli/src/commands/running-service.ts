import { resolve } from 'node:path';
import { composeService, type Service } from '#composition';
import {
  clockFrom,
  deriveRoleUrls,
  loadConfig,
  runningOwnerUrl,
  type AppConfig,
  type RoleUrls,
} from '#platform';
import { PagePackPainter } from '#web/packs';
import { BullmqWakeUps, openQueueConnection } from '#queue';
import { runningClock } from '../supervisor/index.js';
import type { CommandInput } from './command.js';
import { givenRoleUrls } from './role-urls.js';

/** Said when a command needs the database and there is none. */
export class NotRunning extends Error {
  constructor(dataDir: string) {
    super(
      `The service is not running on ${dataDir}. Start it with "npm start", or set DATABASE_URL.`,
    );
  }
}

export function ownerUrlOf({ config, root }: Pick<CommandInput, 'config' | 'root'>): string {
  const dataDir = resolve(root, config.DATA_DIR);
  const url = config.DATABASE_URL?.reveal() ?? runningOwnerUrl({ root, dataDir });
  if (!url) throw new NotRunning(dataDir);
  return url;
}

export const rolesOf = (input: Pick<CommandInput, 'config' | 'root'>): RoleUrls =>
  deriveRoleUrls(ownerUrlOf(input), givenRoleUrls(input.config));

/** The configuration with the clock that the running service was started on, unless this command names its own. */
function withServiceClock({ config, root }: Pick<CommandInput, 'config' | 'root'>): AppConfig {
  const clock = config.AS_OF ? null : runningClock(resolve(root, config.DATA_DIR));
  const read = clock && loadConfig(clock);
  return read?.ok
    ? { ...config, AS_OF: read.value.AS_OF, CLOCK_OPENED_AT: read.value.CLOCK_OPENED_AT }
    : config;
}

/** Runs something on the service's own use cases, beside the running processes. */
export async function withService<T>(
  input: CommandInput,
  work: (service: Service) => Promise<T>,
): Promise<T> {
  const roles = rolesOf(input);
  const queue = openQueueConnection(
    {
      redisUrl: input.config.REDIS_URL?.reveal() ?? null,
      postgresUrl: roles.queue,
    },
    'sends',
  );
  const wakeUps = new BullmqWakeUps(queue, () => undefined);
  const service = await composeService(
    { app: roles.app, worker: roles.worker, listens: false, poolSize: 2, name: 'cli' },
    { clock: clockFrom(withServiceClock(input)), wakeUps, painter: new PagePackPainter() },
  );
  try {
    return await work(service);
  } finally {
    await wakeUps.close();
    await queue.close();
    await service.close();
  }
}
