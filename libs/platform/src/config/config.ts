import { z } from 'zod';
import { Secret } from './secret.js';

const port = z.coerce
  .number()
  .int()
  .min(1, 'is a port from 1 to 65535')
  .max(65535, 'is a port from 1 to 65535');
const postgresUrl = z
  .string()
  .regex(
    /^postgres(ql)?:\/\/[^/]+@[^/]+\/.+/,
    'is a PostgreSQL address: postgres://user:password@host:port/database',
  )
  .transform((url) => new Secret(url));
const secret = z
  .string()
  .min(1)
  .transform((value) => new Secret(value));
const MOMENT = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/;
const moment = z.string().transform((text, context) => {
  const [, day = '', time] = MOMENT.exec(text) ?? [];
  const at = new Date(time ? text : `${day}T09:00:00Z`);
  const isDay = new Date(`${day}T00:00:00Z`).toJSON()?.startsWith(day);
  if (day && isDay && !Number.isNaN(at.getTime())) return at;
  context.addIssue({
    code: 'custom',
    message: 'is a day or a moment: 2025-07-01 or 2025-07-01T09:00:00Z',
  });
  return z.NEVER;
});

/** Every variable that the service reads, with its default; `.env.example` lists the same names. */
export const environment = z.object({
  API_PORT: port.default(4000),
  WEB_PORT: port.default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATA_DIR: z.string().min(1).default('.data'),
  DATABASE_URL: postgresUrl.optional(),
  APP_DATABASE_URL: postgresUrl.optional(),
  PUBLIC_DATABASE_URL: postgresUrl.optional(),
  WORKER_DATABASE_URL: postgresUrl.optional(),
  QUEUE_DATABASE_URL: postgresUrl.optional(),
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\//, 'is a Redis address: redis://host:port')
    .transform((url) => new Secret(url))
    .optional(),
  OIDC_ISSUER: z.url('is an address').optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: secret.optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/[^/]/, 'is a mail server: smtp://user:password@host:587')
    .transform((url) => new Secret(url))
    .optional(),
  MAIL_FROM: z.email('is an email address').default('no-reply@localhost'),
  PUBLIC_WEB_URL: z
    .url({ protocol: /^https?$/, error: 'is the address of the pages: https://…' })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  NOTIFY_API_KEY: secret.optional(),
  ALERTMANAGER_URL: z.url('is an address').optional(),
  AS_OF: moment.optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url('is an address').optional(),
  CHROMIUM_PATH: z.string().min(1).optional(),
  SEED: z.enum(['demo', 'programme', 'none']).default('demo'),
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  /** Set by the supervisor for its children: the real instant at which the service's clock read `AS_OF`. */
  CLOCK_OPENED_AT: moment.optional(),
});

export type AppConfig = z.output<typeof environment>;

/** Where people find the pages, without a slash at the end: in links of messages. */
export const pagesAddress = ({
  PUBLIC_WEB_URL,
  HOST,
  WEB_PORT,
}: Pick<AppConfig, 'PUBLIC_WEB_URL' | 'HOST' | 'WEB_PORT'>): string =>
  PUBLIC_WEB_URL ?? `http://${/^(0\.0\.0\.0|.*:.*)$/.test(HOST) ? 'localhost' : HOST}:${WEB_PORT}`;
export type ConfigRead =
  | { readonly ok: true; readonly value: AppConfig }
  | { readonly ok: false; readonly faults: readonly string[] };

/** The configuration from an environment: all faults at once, each naming its variable. Empty texts count as absent. */
export function loadConfig(env: Readonly<Record<string, string | undefined>>): ConfigRead {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const read = environment.safeParse(given);
  const faults = [
    ...(read.error?.issues ?? []).map((issue) => `${issue.path.join('.')} ${issue.message}`),
    ...crossFaults(given),
  ];
  return faults.length === 0 && read.success
    ? { ok: true, value: read.data }
    : { ok: false, faults };
}

const SIGN_IN = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const;

/** What is wrong between variables; asked of the texts, so that it is told beside what is wrong with one. */
function crossFaults(given: Readonly<Record<string, string | undefined>>): readonly string[] {
  const faults: string[] = [];
  if ((given['API_PORT'] ?? '4000') === (given['WEB_PORT'] ?? '3000'))
    faults.push('API_PORT and WEB_PORT are the same: give each its own port');
  const missing = SIGN_IN.filter((name) => !given[name]);
  if (missing.length > 0 && missing.length < SIGN_IN.length)
    faults.push(`${missing.join(' and ')} missing: sign-in needs ${SIGN_IN.join(', ')} together`);
  if (given['NODE_ENV'] === 'production' && missing.length === SIGN_IN.length) {
    faults.push(
      'OIDC_ISSUER is needed when NODE_ENV=production: the development sign-in is refused there',
    );
  }
  return faults;
}
