import { Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Service } from '#composition';
import { refusal, type RefusalCode } from '#domain';
import { scopeOf } from '#domain/access';
import type { ReceiveAnswer } from '#application/intake';
import { readerOfRequest } from '../auth/bearer.js';
import { toSubmission } from '../graphql/mappers/figure.mapper.js';
import { SERVICE } from '../service-token.js';
import { toProblem, toRestFinding, type Problem } from './problem.js';
import { readSubmissionBody } from './read-submission-body.js';

const flag = z
  .enum(['true', 'false', '1', '0', ''])
  .transform((text) => text === 'true' || text === '1' || text === '');
const query = z.object({
  dryRun: flag.optional(),
  mode: z.enum(['partial', 'atomic', 'PARTIAL', 'ATOMIC']).optional(),
  council: z.string().max(100).optional(),
});
const key = z.string().min(1).max(200);
const id = z.uuid();

/** Files and JSON in, with the same answers as GraphQL. */
@Controller('v1/submissions')
export class SubmissionsController {
  constructor(@Inject(SERVICE) private readonly service: Service) {}

  @Post()
  async send(
    @Req() request: FastifyRequest,
    @Query() asked: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const reader = await readerOfRequest(request.headers.authorization, this.service);
    if (!reader) return this.refuse(reply, 'NOT_SIGNED_IN');
    const options = query.safeParse(asked);
    const sentKey = request.headers['idempotency-key'];
    const idempotencyKey = sentKey === undefined ? null : key.safeParse(sentKey);
    if (!options.success || (idempotencyKey && !idempotencyKey.success))
      return this.refuse(reply, 'BODY_UNREADABLE');
    const sent = await readSubmissionBody(request);
    if (!sent.ok) return this.answer(reply, toProblem(sent.error));
    const { body, council, comment, mode, dryRun } = sent.value;
    const answer = await this.service.receiveSubmission.run({
      reader,
      channel: body.kind === 'file' ? 'file' : 'api',
      operation: 'POST /v1/submissions',
      source: 'return',
      body,
      council: options.data.council ?? council,
      idempotencyKey: idempotencyKey?.data ?? sent.value.idempotencyKey,
      mode:
        (options.data.mode ?? mode ?? 'partial').toLowerCase() === 'atomic' ? 'atomic' : 'partial',
      dryRun: options.data.dryRun ?? dryRun ?? false,
      comment,
      publishedOn: null,
    });
    await this.tell(reply, answer);
  }

  @Get(':id')
  async show(
    @Req() request: FastifyRequest,
    @Param('id') asked: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const reader = await readerOfRequest(request.headers.authorization, this.service);
    if (!reader) return this.refuse(reply, 'NOT_SIGNED_IN');
    const scope = scopeOf(reader);
    const view =
      id.safeParse(asked).success && scope.database === 'app'
        ? await this.service.submissions.byId(scope, asked)
        : null;
    if (!view?.councilId) return this.refuse(reply, 'NOT_FOUND');
    await reply.send(await this.shown(view));
  }

  private async tell(reply: FastifyReply, answer: ReceiveAnswer): Promise<void> {
    if (answer.kind === 'refused')
      return this.answer(reply, toProblem(answer.refusal, answer.findings, answer.submissionId));
    const { submission, replayed, dryRun, pending } = answer;
    if (replayed) void reply.header('Idempotency-Replayed', 'true');
    if (submission.id) void reply.header('Location', `/v1/submissions/${submission.id}`);
    const status = dryRun || replayed ? 200 : pending ? 202 : 201;
    await reply.status(status).send({ ...(await this.shown(submission)), replayed, dryRun });
  }

  private async shown(view: Parameters<typeof toSubmission>[0]): Promise<object> {
    const { register } = await this.service.programme.current();
    return { ...toSubmission(view, register), findings: view.findings.map(toRestFinding) };
  }

  private refuse(reply: FastifyReply, code: RefusalCode): Promise<void> {
    return this.answer(reply, toProblem(refusal(code)));
  }

  private async answer(reply: FastifyReply, problem: Problem): Promise<void> {
    if (problem.status === 429 || problem.status === 503 || problem.status === 409)
      void reply.header('Retry-After', '2');
    await reply
      .status(problem.status)
      .type('application/problem+json')
      .send(JSON.stringify(problem));
  }
}
