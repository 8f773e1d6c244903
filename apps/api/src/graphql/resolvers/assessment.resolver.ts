import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { refusal, type Refusal, type Result } from '#domain';
import type { RebaseGround } from '#domain/assessment';
import { TOTAL } from '#domain/observations';
import type { AssessedMetricView } from '#application/assessments';
import type { LimitDecision } from '#application/ports';
import type { Service } from '#composition';
import { SERVICE } from '../../service-token.js';
import { askedCouncilId } from '../asked-council.js';
import { toAssessment, toLimitDecision } from '../mappers/assessment.mapper.js';
import { countLookup, readerIn, type RequestContext } from '../request-context.js';
import {
  AssessmentType,
  ConfirmBaselineInput,
  LimitDecisionResult,
  LimitGround,
  StartNewLimitsInput,
  type LimitDecisionType,
} from '../types/assessment.type.js';
import { SeriesType, type RefusedType } from '../types/figure.type.js';

type Answer = Promise<LimitDecisionType | RefusedType>;

const GROUNDS: Readonly<Record<LimitGround, RebaseGround>> = {
  [LimitGround.PROCESS_CHANGED]: 'process-changed',
  [LimitGround.CAUSE_OF_SHIFT_KNOWN]: 'cause-of-shift-known',
};

/** What the statistics say of series, and what people decide of their limits. */
@Resolver(() => SeriesType)
export class AssessmentResolver {
  constructor(@Inject(SERVICE) private readonly service: Service) {}

  @ResolveField(() => AssessmentType, {
    nullable: true,
    description:
      'Of the whole series as it stands now, whatever window is asked for; null for boxes, breakdowns and earlier moments.',
  })
  async assessment(
    @Context() context: RequestContext,
    @Parent() { of, breakdown }: SeriesType,
  ): Promise<AssessmentType | null> {
    if (breakdown !== TOTAL || of.isPast) return null;
    const found = (await this.metricOnce(context, of)).series.get(of.subject);
    return found ? toAssessment(found) : null;
  }

  @Mutation(() => LimitDecisionResult, {
    description: 'A DfE analyst starts new limits for a council’s series; the old ones stay.',
  })
  async startNewLimits(
    @Context() context: RequestContext,
    @Args('input') { council, ground, ...input }: StartNewLimitsInput,
  ): Answer {
    const reader = readerIn(context);
    const councilId = await askedCouncilId(this.service, council);
    if (typeof councilId !== 'number') return refusal('NOT_FOUND');
    return answered(
      await this.service.limits.rebase({ reader, councilId, ...input, ground: GROUNDS[ground] }),
    );
  }

  @Mutation(() => LimitDecisionResult, {
    description: 'A DfE analyst confirms the baseline of a council’s series, which then stands.',
  })
  async confirmBaseline(
    @Context() context: RequestContext,
    @Args('input') { council, ...input }: ConfirmBaselineInput,
  ): Answer {
    const reader = readerIn(context);
    const councilId = await askedCouncilId(this.service, council);
    if (typeof councilId !== 'number') return refusal('NOT_FOUND');
    return answered(await this.service.limits.confirmBaseline({ reader, councilId, ...input }));
  }

  /** The series of one metric share one statement. */
  private metricOnce(
    context: RequestContext,
    { metric, subject, isAlone }: SeriesType['of'],
  ): Promise<AssessedMetricView> {
    const key = isAlone ? `${metric} ${subject}` : metric;
    const kept = context.assessments.get(key);
    if (kept) return kept;
    countLookup(context);
    const read = this.service.readAssessments.ofMetric(readerIn(context), {
      metric,
      subjects: isAlone ? [subject] : null,
    });
    context.assessments.set(key, read);
    return read;
  }
}

const answered = (result: Result<LimitDecision, Refusal>): LimitDecisionType | RefusedType =>
  result.ok ? toLimitDecision(result.value) : result.error;
