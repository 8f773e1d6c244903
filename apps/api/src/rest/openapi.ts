import { exportPaths } from './openapi-exports.js';
import { notLetIn, problem, text } from './openapi-parts.js';
import { XLSX } from './read-submission-body.js';

const submission = (description: string) => ({
  description,
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Submission' } } },
});
const csvFile = (description: string) => ({
  description,
  content: { 'text/csv': { schema: { type: 'string' } } },
});
const whole = { type: 'integer' } as const;
const orNull = (type: string) => ({ type: [type, 'null'] });

/** The REST side of the api; a spec compares its paths with the routes. */
export const openapi = {
  openapi: '3.1.0',
  info: {
    title: 'Change programme monitor',
    version: '1',
    description:
      'Figures in by file or JSON, and out as files. Everything else is GraphQL, at /graphql.',
  },
  components: {
    securitySchemes: {
      bearer: {
        type: 'http',
        scheme: 'bearer',
        description: 'A key of a council’s system (cpm_live_…), or a token.',
      },
    },
    schemas: {
      Finding: {
        type: 'object',
        properties: {
          code: text,
          severity: { enum: ['BLOCK', 'WARN', 'NOTE'] },
          row: orNull('integer'),
          column: orNull('string'),
          value: orNull('string'),
          message: text,
          fix: text,
          ruleVersion: whole,
          metric: orNull('string'),
        },
      },
      Submission: {
        type: 'object',
        properties: {
          id: orNull('string'),
          status: text,
          receivedCount: whole,
          acceptedCount: whole,
          knownSeq: orNull('string'),
          replayed: { type: 'boolean' },
          dryRun: { type: 'boolean' },
          monthSoFar: { type: 'boolean' },
          findings: { type: 'array', items: { $ref: '#/components/schemas/Finding' } },
        },
      },
      Problem: {
        type: 'object',
        properties: {
          type: text,
          title: text,
          status: whole,
          code: text,
          message: text,
          fix: text,
          findings: { type: 'array', items: { $ref: '#/components/schemas/Finding' } },
        },
      },
    },
  },
  security: [{ bearer: [] }],
  paths: {
    '/v1/submissions': {
      post: {
        summary: 'Send figures as CSV, an .xlsx workbook, JSON or a form with one file',
        parameters: [
          {
            name: 'Idempotency-Key',
            in: 'header',
            schema: text,
            description: 'One key, one effect, kept for 30 days.',
          },
          { name: 'dryRun', in: 'query', schema: { type: 'boolean' } },
          {
            name: 'monthSoFar',
            in: 'query',
            schema: { type: 'boolean' },
            description:
              'The running month, provisionally: shown as such, never judged, never released, replaced by the next push.',
          },
          { name: 'mode', in: 'query', schema: { enum: ['partial', 'atomic'] } },
          { name: 'council', in: 'query', schema: text },
        ],
        requestBody: {
          content: {
            'text/csv': { schema: text },
            [XLSX]: { schema: { type: 'string', format: 'binary' } },
            'application/json': { schema: { type: 'object' } },
            'multipart/form-data': { schema: { type: 'object' } },
          },
        },
        responses: {
          200: submission('A dry run, a month so far, or the first answer of this key again'),
          201: submission('Stored and checked'),
          202: submission('Stored; checked later. Location says where to ask'),
          400: problem('Not what it says it is'),
          401: notLetIn,
          403: problem('Not yours to send, or a key that was not made for it'),
          409: problem('The first send of this key is still in work'),
          413: problem('Too large'),
          415: problem('A type not taken'),
          422: problem(
            'The key came with another body; a file refused as a whole; or atomic with a blocked figure',
          ),
          503: problem('The database is away'),
        },
      },
    },
    '/v1/submissions/{id}': {
      get: {
        summary: 'One submission with its findings',
        parameters: [{ name: 'id', in: 'path', required: true, schema: text }],
        responses: {
          200: submission('The submission'),
          401: notLetIn,
          404: problem('Nothing that you can see'),
        },
      },
    },
    '/v1/submissions/{id}/findings.csv': {
      get: {
        summary:
          'What was found, a line a finding: row, column, measure, value, code, severity, message, fix, explanation',
        parameters: [{ name: 'id', in: 'path', required: true, schema: text }],
        responses: {
          200: csvFile('The report'),
          401: notLetIn,
          404: problem('Nothing that you can see'),
        },
      },
    },
    '/v1/submissions/{id}/file': {
      get: {
        summary: 'What was sent, as received; of a workbook or JSON the table that it was read as',
        parameters: [{ name: 'id', in: 'path', required: true, schema: text }],
        responses: {
          200: csvFile('The file'),
          401: notLetIn,
          403: problem('You see this submission, but may not send for its council'),
          404: problem('Nothing that you can see, or nothing was kept'),
        },
      },
    },
    ...exportPaths,
    '/health/live': {
      get: {
        summary: 'The process runs',
        security: [],
        responses: { 200: { description: 'live' } },
      },
    },
    '/health/ready': {
      get: {
        summary: 'The service answers',
        security: [],
        responses: {
          200: { description: 'ready' },
          503: { description: 'not ready, with the reason' },
        },
      },
    },
    '/health/alerting': {
      get: {
        summary:
          'Alerting works: it looked at the calendar, judged and sent within the last two minutes',
        security: [],
        responses: {
          200: { description: 'alerting, with when each stage last did its work' },
          503: { description: 'stopped, with the stages that stopped' },
        },
      },
    },
    '/metrics': {
      get: {
        summary: 'Prometheus metrics',
        security: [],
        responses: { 200: { description: 'text' } },
      },
    },
    '/openapi.json': {
      get: {
        summary: 'This description',
        security: [],
        responses: { 200: { description: 'OpenAPI 3.1' } },
      },
    },
    '/schema.graphql': {
      get: {
        summary: 'The GraphQL schema',
        security: [],
        responses: { 200: { description: 'SDL' } },
      },
    },
  },
} as const;
