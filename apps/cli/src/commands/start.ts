import { resolve } from 'node:path';
import { migrateAll } from '#composition';
import { deriveRoleUrls, type AppConfig, type RoleUrls } from '#platform';
import { readDemonstrationOpening, seed } from '../seed/index.js';
import { leaveRunningClock, serviceClock, supervise } from '../supervisor/index.js';
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
          if (!stopped.signal.aborted) say('Stopping …');
          stopped.abort();
          resolve_();
        });
      }
    });
    const dataDir = resolve(root, config.DATA_DIR);
    const script = (app: string): string => resolve(root, 'dist', 'apps', app, 'src', 'main.js');
    const api = addressOf(config.HOST, config.API_PORT);
    const web = addressOf(config.HOST, config.WEB_PORT);
    const up = await supervise(
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
    if (up.kind === 'fault') say(up.sentence);
    // What was still being loaded has no database any more, and is dropped with this process.
    if (up.kind === 'stopped') process.exit(0);
    if (up.kind !== 'running') return 1;
    const seconds = (Date.now() - began) / 1000;
    say(welcome({ api, web, seconds, demonstration: config.SEED === 'demo' }));
    await asked;
    await up.stop();
    say('Stopped. Everything is kept for the next start.');
    return 0;
  },
};

/** Where a person on this machine reaches a port; a host of "all addresses" is no address. */
function addressOf(host: string, port: number): string {
  const reachable = ['0.0.0.0', '::'].includes(host) ? 'localhost' : host;
  return `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`;
}

type Preparing = {
  readonly config: AppConfig;
  readonly root: string;
  readonly dataDir: string;
  readonly ownerUrl: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly say: (line: string) => void;
};

async function prepare(given: Preparing): Promise<Record<string, string>> {
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
  leaveRunningClock(dataDir, clock);
  const loaded = await seed({
    root,
    kind: config.SEED,
    workerUrl: roles.worker,
    appUrl: roles.app,
    clock,
    say,
  });
  if (loaded) say(loaded);
  return childEnvironment(given, roles, clock);
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
