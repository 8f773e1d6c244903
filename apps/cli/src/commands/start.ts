import { resolve } from 'node:path';
import { migrateAll } from '#composition';
import { deriveRoleUrls, type AppConfig, type RoleUrls } from '#platform';
import { readDemonstrationOpening, seed } from '../seed/index.js';
import { serviceClock, supervise, type Prepared } from '../supervisor/index.js';
import type { Command } from './command.js';
import { givenRoleUrls } from './role-urls.js';

/** `start`: everything, on one command, until it is stopped. */
export const start: Command = {
  name: 'start',
  summary: 'Start PostgreSQL, the api, the worker and the pages, and keep them running',
  usage: 'start',
  run: async ({ config, root, say, environment }) => {
    const began = Date.now();
    const stopped = new AbortController();
    const asked = new Promise<void>((resolve_) => {
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
        process.on(signal, () => {
          stopped.abort();
          resolve_();
        });
      }
    });
    const dataDir = resolve(root, config.DATA_DIR);
    const script = (app: string): string => resolve(root, 'dist', 'apps', app, 'src', 'main.js');
    const api = `http://${config.HOST}:${config.API_PORT}`;
    const web = `http://${config.HOST}:${config.WEB_PORT}`;
    const running = await supervise(
      {
        config: { ...config, DATA_DIR: dataDir },
        root,
        prepare: (ownerUrl) => prepare({ config, root, dataDir, ownerUrl, environment, say }),
        processes: ['api', 'worker', 'web'].map((name) => ({ name, script: script(name) })),
        readyAt: [`${api}/health/ready`, `${web}/health/ready`],
        say,
      },
      stopped.signal,
    );
    if (!running.ok) {
      say(running.error);
      return 1;
    }
    if (!stopped.signal.aborted)
      say(
        welcome({
          api,
          web,
          seconds: (Date.now() - began) / 1000,
          demonstration: config.SEED === 'demo',
        }),
      );
    await asked;
    say('Stopping …');
    await running.value.stop();
    say('Stopped. Everything is kept for the next start.');
    return 0;
  },
};

type Preparing = {
  readonly config: AppConfig;
  readonly root: string;
  readonly dataDir: string;
  readonly ownerUrl: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly say: (line: string) => void;
};

async function prepare(given: Preparing): Promise<Prepared> {
  const { config, root, dataDir, ownerUrl, say } = given;
  const roles = deriveRoleUrls(ownerUrl, givenRoleUrls(config));
  const ran = await migrateAll(ownerUrl, roles);
  if (ran.length > 0) say(`Database brought up to date (${ran.length} migrations).`);
  const clock = serviceClock({
    asOf: config.AS_OF ?? null,
    demonstrationOpensAt: config.SEED === 'demo' ? readDemonstrationOpening(root) : null,
    dataDir,
    now: new Date(),
  });
  const loaded = await seed({
    root,
    kind: config.SEED,
    workerUrl: roles.worker,
    appUrl: roles.app,
    clock,
    say,
  });
  if (loaded) say(loaded);
  return { env: childEnvironment(given, roles, clock), goodbye: [] };
}

/** Each process gets the addresses of the roles beside the owner, and never the owner's own. */
function childEnvironment(
  given: Preparing,
  roles: RoleUrls,
  clock: Record<string, string>,
): Record<string, string> {
  const kept = Object.fromEntries(
    Object.entries(given.environment).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  );
  delete kept['DATABASE_URL'];
  return {
    ...kept,
    ...clock,
    APP_DATABASE_URL: roles.app,
    WORKER_DATABASE_URL: roles.worker,
    PUBLIC_DATABASE_URL: roles.public,
    QUEUE_DATABASE_URL: roles.queue,
    DATA_DIR: given.dataDir,
  };
}

const welcome = (at: {
  api: string;
  web: string;
  seconds: number;
  demonstration: boolean;
}): string =>
  [
    '',
    `Ready after ${at.seconds.toFixed(1)} seconds.`,
    `  Pages    ${at.web}          sign in by choosing a role; no password in development`,
    `  GraphQL  ${at.api}/graphql`,
    `  Files    ${at.api}/v1/submissions`,
    '  A token  npm run cli -- token --role council-submitter --council E06000017',
    at.demonstration
      ? '  Monthly figures are demonstration data; yearly figures are published statistics.'
      : '',
    '  Ctrl-C stops everything and keeps the data.',
    '',
  ].join('\n');
