import { Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Service } from '#composition';
import { refusal } from '#domain';
import { sendingScopeOf } from '#domain/access';
import type { ReceiveAnswer } from '#application/intake';
import { readerOf } from '../auth/require-token.js';
import { knownId } from '../graphql/known-id.js';
import { toSubmission } from '../graphql/mappers/figure.mapper.js';
import { SERVICE } from '../service-token.js';
import { mended, toProblem, toRestFinding, type Problem } from './problem.js';
import { readSubmissionBody } from './read-submission-body.js';
import { addressOptions, idempotencyKey } from './send-options.js';

const WRONG_OPTIONS = mended(
  'BODY_UNREADABLE',
  'In the address, dryRun and monthSoFar are true or false, mode is partial or atomic, and council is a code or a name.',
);
const WRONG_KEY = mended('BODY_UNREADABLE', 'An Idempotency-Key is a text of 1 to 200 characters.');

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
    const reader = readerOf(request);
    const options = addressOptions.safeParse(asked);
    const key = idempotencyKey.optional().safeParse(request.headers['idempotency-key']);
    if (!options.success) return this.answer(reply, WRONG_OPTIONS);
    if (!key.success) return this.answer(reply, WRONG_KEY);
    const sent = await readSubmissionBody(request);
    if (!sent.ok) return this.answer(reply, sent.error);
    const { body, council, comment, mode, dryRun } = sent.value;
    const monthSoFar = options.data.monthSoFar ?? sent.value.monthSoFar ?? false;
    const receive = monthSoFar ? this.service.receiveMonthSoFar : this.service.receiveSubmission;
    const answer = await receive.run({
      reader,
      channel: body.kind === 'file' ? 'file' : 'api',
      operation: 'POST /v1/submissions',
      source: 'return',
      body,
      council: options.data.council ?? council,
      idempotencyKey: key.data ?? sent.value.idempotencyKey,
      mode: options.data.mode ?? mode ?? 'partial',
      dryRun: options.data.dryRun ?? dryRun ?? false,
      comment,
      publishedOn: null,
      expectedPeriod: null,
    });
    await this.tell(reply, answer, monthSoFar);
  }

  @Get(':id')
  async show(
    @Req() request: FastifyRequest,
    @Param('id') asked: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const view = await this.service.submissions.byId(
      sendingScopeOf(readerOf(request)),
      knownId(asked),
    );
    if (!view?.councilId) return this.answer(reply, toProblem(refusal('NOT_FOUND')));
    await reply.send(await this.shown(view));
  }

  private async tell(
    reply: FastifyReply,
    answer: ReceiveAnswer,
    monthSoFar: boolean,
  ): Promise<void> {
    if (answer.kind === 'refused')
      return this.answer(reply, toProblem(answer.refusal, answer.findings, answer.submissionId));
    const { submission, replayed, dryRun, pending } = answer;
    if (replayed) void reply.header('Idempotency-Replayed', 'true');
    if (submission.id) void reply.header('Location', `/v1/submissions/${submission.id}`);
    // A month so far is no submission: there is no address at which it could be asked for.
    const status = dryRun || replayed || monthSoFar ? 200 : pending ? 202 : 201;
    await reply
      .status(status)
      .send({ ...(await this.shown(submission)), replayed, dryRun, monthSoFar });
  }

  private async shown(view: Parameters<typeof toSubmission>[0]): Promise<object> {
    const { register } = await this.service.programme.current();
    return { ...toSubmission(view, register), findings: view.findings.map(toRestFinding) };
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
