import { Inject } from '@nestjs/common';
import { Args, Context, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { GraphQLError } from 'graphql';
import type { Service } from '#composition';
import { scopeOf } from '#domain/access';
import { SERVICE } from '../../service-token.js';
import { toFinding, toSubmission } from '../mappers/figure.mapper.js';
import { toTable } from '../mappers/sent.mapper.js';
import { knownId } from '../known-id.js';
import {
  readerIn,
  readerOfReturns,
  scopeForReceipt,
  type RequestContext,
} from '../request-context.js';
import { connection, connectionOf, sizeOf, type Connection } from '../types/connection.js';
import { SubmissionMode } from '../types/enums.js';
import {
  ApproveSubmissionResult,
  ExplainFindingResult,
  RefusedType,
  SubmissionReceivedType,
  SubmissionRefusedType,
  SubmissionType,
  SubmitObservationsResult,
  WithdrawSubmissionResult,
} from '../types/figure.type.js';
import { SubmitObservationsInput } from '../types/inputs.js';

const SubmissionConnection = connectionOf(SubmissionType, 'Submission');
const MOST_OBSERVATIONS = 10_000;

/** Sending and approving figures. */
@Resolver()
export class SubmissionResolver {
  constructor(@Inject(SERVICE) private readonly service: Service) {}

  @Mutation(() => SubmitObservationsResult, {
    description:
      'Sends figures: one key, one effect, one answer. Up to 1,000 are checked while you wait.',
  })
  async submitObservations(
    @Context() context: RequestContext,
    @Args('input') input: SubmitObservationsInput,
  ): Promise<SubmissionReceivedType | SubmissionRefusedType> {
    const reader = readerIn(context);
    if (input.observations.length > MOST_OBSERVATIONS) {
      throw new GraphQLError(
        `At most ${MOST_OBSERVATIONS} observations in one call: send more as a file.`,
        { extensions: { code: 'BAD_USER_INPUT' } },
      );
    }
    const monthSoFar = input.monthSoFar ?? false;
    const receive = monthSoFar ? this.service.receiveMonthSoFar : this.service.receiveSubmission;
    const answer = await receive.run({
      reader,
      channel: 'api',
      operation: 'submitObservations',
      source: 'return',
      body: { kind: 'rows', table: toTable(input.observations) },
      council: input.council ?? null,
      idempotencyKey: input.idempotencyKey ?? null,
      mode: input.mode === SubmissionMode.ATOMIC ? 'atomic' : 'partial',
      dryRun: input.dryRun ?? false,
      comment: input.comment ?? null,
      publishedOn: null,
      expectedPeriod: null,
    });
    if (answer.kind === 'refused')
      return { ...answer.refusal, findings: answer.findings.map(toFinding) };
    const { register } = await this.service.programme.current();
    return {
      submission: toSubmission(answer.submission, register),
      replayed: answer.replayed,
      dryRun: answer.dryRun,
      monthSoFar,
    };
  }

  @Mutation(() => ApproveSubmissionResult, {
    description:
      'Approves the figures of a submission; by another person than the one who sent them.',
  })
  async approveSubmission(
    @Context() context: RequestContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<SubmissionType | RefusedType> {
    const reader = readerIn(context);
    const approved = await this.service.approveSubmission.run({
      reader,
      submissionId: knownId(id),
    });
    if (!approved.ok) return approved.error;
    return toSubmission(approved.value, (await this.service.programme.current()).register);
  }

  @Mutation(() => WithdrawSubmissionResult, {
    description:
      'Takes a submission back, with a reason, while its months are open. What it replaced stands again; nothing is deleted.',
  })
  async withdrawSubmission(
    @Context() context: RequestContext,
    @Args('id', { type: () => ID }) id: string,
    @Args('reason') reason: string,
  ): Promise<SubmissionType | RefusedType> {
    const withdrawn = await this.service.withdrawSubmission.run({
      reader: readerIn(context),
      submissionId: knownId(id),
      reason,
    });
    if (!withdrawn.ok) return withdrawn.error;
    return toSubmission(withdrawn.value, (await this.service.programme.current()).register);
  }

  @Mutation(() => ExplainFindingResult, {
    description:
      'Says why a figure that came with a warning is right all the same; the words stay with it.',
  })
  async explainFinding(
    @Context() context: RequestContext,
    @Args('finding', { type: () => ID }) finding: string,
    @Args('text') text: string,
  ): Promise<SubmissionType | RefusedType> {
    const [submissionId = '', n = ''] = finding.split(':');
    const explained = await this.service.explainFinding.run({
      reader: readerIn(context),
      submissionId: knownId(submissionId),
      n: /^\d{1,6}$/.test(n) ? Number(n) : -1,
      text,
    });
    if (!explained.ok) return explained.error;
    return toSubmission(explained.value, (await this.service.programme.current()).register);
  }

  @Query(() => SubmissionType, {
    nullable: true,
    description: 'One delivery with its findings; null when there is none that you can see.',
  })
  async submission(
    @Context() context: RequestContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<SubmissionType | null> {
    const scope = scopeForReceipt(context);
    const view = await this.service.submissions.byId(scope, knownId(id));
    return view?.councilId
      ? toSubmission(view, (await this.service.programme.current()).register)
      : null;
  }

  @Query(() => SubmissionConnection, { description: 'Newest first; findings are left out.' })
  async submissions(
    @Context() context: RequestContext,
    @Args('first', { type: () => Int, nullable: true }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<Connection<SubmissionType>> {
    const scope = scopeOf(readerOfReturns(context));
    const { register } = await this.service.programme.current();
    const page = await this.service.submissions.list(scope, {
      programmeId: register.programmeId,
      councilId: null,
      after: after ?? null,
      first: sizeOf(first),
    });
    const items = page.items.flatMap((item, index) =>
      item.councilId === null
        ? []
        : [{ node: toSubmission(item, register), cursor: page.cursors[index] ?? '' }],
    );
    return connection(items, page.next !== null, after !== null && after !== undefined);
  }
}
