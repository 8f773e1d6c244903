import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { err, ok, refusal, type Result } from '#domain';
import { observationsToTable } from '#domain/intake';
import type { ReceivedBody } from '#application/intake';
import { mended, NO_OLD_WORKBOOKS, toProblem, type Problem } from './problem.js';
import { readForm } from './read-form.js';
import { mode } from './send-options.js';

const text = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => (value == null ? undefined : String(value)));
const period = z.union([
  z.object({ month: z.string() }),
  z.object({ timePeriod: z.coerce.string(), timeIdentifier: z.string() }),
]);
const observation = z.object({
  council: text,
  metric: z.string(),
  period,
  breakdown: text,
  numerator: text,
  denominator: text,
  value: text,
  state: text,
  comment: text,
  reason: z
    .object({ kind: z.string(), text: z.string() })
    .nullish()
    .transform((reason) => reason ?? undefined),
});

/** The JSON form of a submission: the shape of the GraphQL input. */
const jsonBody = z.object({
  council: z.string().nullish(),
  idempotencyKey: z.string().nullish(),
  mode: mode.nullish(),
  dryRun: z.boolean().nullish(),
  monthSoFar: z.boolean().nullish(),
  comment: z.string().nullish(),
  observations: z.array(observation).max(10_000),
});

export type SentBody = {
  readonly body: ReceivedBody;
  readonly council: string | null;
  readonly comment: string | null;
  readonly idempotencyKey: string | null;
  readonly mode: 'partial' | 'atomic' | null;
  readonly dryRun: boolean | null;
  readonly monthSoFar: boolean | null;
};

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const FILE = {
  ...{ council: null, comment: null, idempotencyKey: null },
  ...{ mode: null, dryRun: null, monthSoFar: null },
};

/** What a request to `/v1/submissions` carries: CSV, a workbook, JSON, or a form with one file. */
export async function readSubmissionBody(
  request: FastifyRequest,
): Promise<Result<SentBody, Problem>> {
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (type === 'multipart/form-data') return fromForm(request);
  if (type === 'application/json') return readJson(request.body);
  if (type.startsWith('application/vnd.ms-excel')) return err(NO_OLD_WORKBOOKS);
  if (type !== 'text/csv' && type !== XLSX) return err(toProblem(refusal('TYPE_NOT_TAKEN')));
  const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  return ok({ ...FILE, body: { kind: 'file', bytes, fileName: null, announcedLength: null } });
}

async function fromForm(request: FastifyRequest): Promise<Result<SentBody, Problem>> {
  const form = await readForm(request);
  if (!form.ok) return form;
  const { bytes, name } = form.value.file;
  const { council, comment, idempotencyKey, mode, dryRun, monthSoFar } = form.value.options;
  return ok({
    body: { kind: 'file', bytes, fileName: name, announcedLength: null },
    council: council ?? null,
    comment: comment ?? null,
    idempotencyKey: idempotencyKey ?? null,
    mode: mode ?? null,
    dryRun: dryRun ?? null,
    monthSoFar: monthSoFar ?? null,
  });
}

function readJson(sent: unknown): Result<SentBody, Problem> {
  const read = jsonBody.safeParse(Buffer.isBuffer(sent) ? parse(sent) : sent);
  if (!read.success) {
    const issue = read.error.issues[0];
    const place = issue ? `${issue.path.join('.') || 'the body'}: ${issue.message}` : '';
    const shape = 'The shape is that of the GraphQL input SubmitObservationsInput.';
    return err(mended('BODY_UNREADABLE', `Mend ${place}. ${shape}`));
  }
  const { observations, council, idempotencyKey, mode, dryRun, comment, monthSoFar } = read.data;
  return ok({
    body: { kind: 'rows', table: observationsToTable(observations) },
    council: council ?? null,
    comment: comment ?? null,
    idempotencyKey: idempotencyKey ?? null,
    mode: mode ?? null,
    dryRun: dryRun ?? null,
    monthSoFar: monthSoFar ?? null,
  });
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return null;
  }
}
