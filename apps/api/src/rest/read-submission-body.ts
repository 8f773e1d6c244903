import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { err, ok, refusal, type Refusal, type Result } from '#domain';
import { observationsToTable } from '#domain/intake';
import type { ReceivedBody } from '#application/intake';

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
  mode: z.string().nullish(),
  dryRun: z.boolean().nullish(),
  comment: z.string().nullish(),
  observations: z.array(observation).max(10_000),
});

export type SentBody = {
  readonly body: ReceivedBody;
  readonly council: string | null;
  readonly comment: string | null;
  readonly idempotencyKey: string | null;
  readonly mode: string | null;
  readonly dryRun: boolean | null;
};

const FILE = { council: null, comment: null, idempotencyKey: null, mode: null, dryRun: null };

/** What a request to `/v1/submissions` carries: CSV, JSON, or a form with one file. */
export async function readSubmissionBody(
  request: FastifyRequest,
): Promise<Result<SentBody, Refusal>> {
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (type === 'multipart/form-data') return readForm(request);
  if (type === 'application/json') return readJson(request.body);
  if (type !== 'text/csv') return err(refusal('TYPE_NOT_TAKEN'));
  const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  const announced = Number(request.headers['content-length']);
  const body: ReceivedBody = {
    kind: 'file',
    bytes,
    fileName: null,
    announcedLength: Number.isFinite(announced) ? announced : null,
  };
  return ok({ ...FILE, body });
}

async function readForm(request: FastifyRequest): Promise<Result<SentBody, Refusal>> {
  const part = await request.file();
  if (!part) return err(refusal('BODY_UNREADABLE'));
  const bytes = await part.toBuffer();
  return ok({
    ...FILE,
    body: { kind: 'file', bytes, fileName: part.filename, announcedLength: null },
  });
}

function readJson(sent: unknown): Result<SentBody, Refusal> {
  const read = jsonBody.safeParse(Buffer.isBuffer(sent) ? parse(sent) : sent);
  if (!read.success) {
    const issue = read.error.issues[0];
    const place = issue ? `${issue.path.join('.') || 'the body'}: ${issue.message}` : '';
    return err({
      ...refusal('BODY_UNREADABLE'),
      fix: `Mend ${place}. The shape is that of the GraphQL input SubmitObservationsInput.`,
    });
  }
  const { observations, council, idempotencyKey, mode, dryRun, comment } = read.data;
  return ok({
    body: { kind: 'rows', table: observationsToTable(observations) },
    council: council ?? null,
    comment: comment ?? null,
    idempotencyKey: idempotencyKey ?? null,
    mode: mode ?? null,
    dryRun: dryRun ?? null,
  });
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return null;
  }
}
